import type { QuestionId } from '../../../shared/domain/ids.ts';
import { usePlace } from '../../place.ts';
import { showSegmenting } from '../../segmenting.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words.ts';
import type { GroupColumn } from './groupsText.ts';
import { Summary } from './Summary.tsx';

interface GroupHeadProps {
  readonly group: GroupColumn;
  readonly questionId: QuestionId;
  /** As the newest version of the guide words it. */
  readonly text: string;
  readonly isReadOnly: boolean;
}

function openGroup({ transcriptId }: GroupColumn, isDividing: boolean): void {
  showSegmenting(isDividing);
  usePlace.getState().go({ workspace: 'transcripts', transcriptId, selected: null });
}

/** Why there is nothing to read: it was never asked, nobody has divided the transcript, or no turn belongs to it. */
function Nothing({ group }: { readonly group: GroupColumn }) {
  const { say } = useWords();
  const { name, asked, hasMore, isSorted } = group;
  if (hasMore)
    return <p className="ink-2">{say('questions.by.noneShown', { group: name })}</p>;
  if (!asked.isAsked && asked.number !== null)
    return (
      <p className="ink-2">
        {say('questions.by.notAsked', { group: name, n: asked.number })}
      </p>
    );
  return (
    <p>
      {say(isSorted ? 'questions.by.none' : 'questions.by.unsorted', { group: name })}{' '}
      <Button kind="link" onPress={() => openGroup(group, true)}>
        {say(isSorted ? 'questions.by.point' : 'questions.by.divide')}
      </Button>
    </p>
  );
}

/** Above the answers of a group: who they are, how the question was put to them, and what the analyst makes of it. */
export function GroupHead({ group, questionId, text, isReadOnly }: GroupHeadProps) {
  const { say } = useWords();
  const { name, asked, answering, participants, from, to, transcriptId } = group;
  const isEmpty = from === to;
  const isSpontaneous = !asked.isAsked && asked.number !== null && !isEmpty;
  return (
    <section
      className="group-head"
      aria-label={say('questions.by.about', { group: name })}
    >
      <Summary
        questionId={questionId}
        transcriptId={transcriptId}
        name={name}
        isReadOnly={isReadOnly}
      />
      {isEmpty ? (
        <Nothing group={group} />
      ) : (
        <p className="ink-2">
          {say('questions.by.answering', { n: answering, of: participants })}
        </p>
      )}
      {isSpontaneous && (
        <p className="ink-2">{say('questions.by.spontaneous', { n: asked.number })}</p>
      )}
      {asked.isAsked && asked.text !== text && (
        <p className="ink-2">{say('questions.by.askedAs', { text: asked.text })}</p>
      )}
    </section>
  );
}

/** The name of a group, which stays in sight; it leads to its transcript. */
export function GroupName({ group }: Pick<GroupHeadProps, 'group'>) {
  const { say } = useWords();
  return (
    <h3 className="group-name">
      <Button
        kind="link"
        aria-label={say('questions.by.openGroup', { group: group.name })}
        onPress={() => openGroup(group, false)}
      >
        {group.name}
      </Button>
    </h3>
  );
}
