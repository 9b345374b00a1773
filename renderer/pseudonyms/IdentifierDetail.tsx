import { type RefObject, useState } from 'react';

import type { Identifier, IdentifierPlace } from '../../shared/domain/identifier.ts';
import type { Problem } from '../../shared/errors.ts';
import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayNumber, sayProblem, useWords, wordsOf } from '../words.ts';
import { PlaceList, placeName } from './PlaceList.tsx';
import { proposalsFor } from './proposals.ts';

export interface IdentifierDetailProps {
  readonly identifier: Identifier;
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onReplace: (by: string, places: readonly IdentifierPlace[]) => void;
  readonly onLeave: () => void;
  readonly onTakeUp: () => void;
}

function Why({ identifier }: { readonly identifier: Identifier }) {
  const { say } = useWords();
  const { pseudonym, certainty } = identifier;
  const why = pseudonym
    ? say('pseudonyms.inKey', { pseudonym })
    : say(`pseudonyms.why.${certainty}`);
  return (
    <p className="ink-2">
      {say(`pseudonyms.kind.${identifier.kind}`)}. {why}
    </p>
  );
}

function Proposals(props: {
  readonly proposals: readonly string[];
  readonly onChoose: (by: string) => void;
}) {
  const { say } = useWords();
  const participants = useApi('participants.list', {}).data ?? [];
  return (
    <div
      className="identifier-proposals"
      role="group"
      aria-label={say('pseudonyms.by.proposals')}
    >
      {props.proposals.map((proposal) => (
        <Chip key={proposal} onPress={() => props.onChoose(proposal)}>
          {proposal}
        </Chip>
      ))}
      {participants.length > 0 && (
        <Select
          label={say('pseudonyms.by.participant')}
          isLabelHidden
          kind="quiet"
          placeholder={say('pseudonyms.by.participant.none')}
          value={null}
          choices={participants.map(({ pseudonym }) => ({
            value: pseudonym,
            words: pseudonym,
          }))}
          onChange={props.onChoose}
        />
      )}
    </div>
  );
}

function useBy(identifier: Identifier) {
  const language = useApi('project.read', {}).data?.language ?? 'sv';
  const proposals = proposalsFor(identifier, wordsOf(language).say);
  const [typed, setTyped] = useState<string | null>(null);
  return { proposals, by: typed ?? proposals[0] ?? '', setBy: setTyped };
}

interface Choosing {
  readonly by: string;
  readonly setBy: (by: string) => void;
  readonly proposals: readonly string[];
  readonly taken: readonly IdentifierPlace[];
}

/** What to do about it, in the order of the hand: what to write, then whether. */
function Acts(props: IdentifierDetailProps & Choosing) {
  const { identifier, isBusy, field, by, setBy, proposals, taken } = props;
  const { say, language } = useWords();
  const replaceBy = (words: string) => {
    if (words.trim() !== '' && taken.length > 0 && !isBusy)
      props.onReplace(words.trim(), taken);
  };
  useCommands({
    'identifiers.leave': identifier.isLeft ? props.onTakeUp : props.onLeave,
    'identifiers.replace': () => replaceBy(by),
    'identifiers.by': () => field.current?.select(),
  });
  return (
    <>
      <div className="identifier-by">
        <TextField
          key={by}
          label={say('pseudonyms.by')}
          value={by}
          controlRef={field}
          onCommit={setBy}
          onEnter={() => replaceBy(field.current?.value ?? '')}
        />
        <Proposals proposals={proposals} onChoose={setBy} />
      </div>
      <div className="identifier-acts">
        <Button
          kind="primary"
          isBusy={isBusy}
          isDisabled={by.trim() === '' || taken.length === 0}
          onPress={() => replaceBy(field.current?.value ?? by)}
        >
          {say('pseudonyms.replace', {
            count: taken.length,
            n: sayNumber(language, taken.length),
          })}
        </Button>
        {identifier.isLeft ? (
          <Button onPress={props.onTakeUp}>{say('pseudonyms.takeUp')}</Button>
        ) : (
          <Button onPress={props.onLeave}>{say('pseudonyms.leave')}</Button>
        )}
      </div>
    </>
  );
}

/** One identifier with all its places, and what to do about it. Keyed by its words. */
export function IdentifierDetail(props: IdentifierDetailProps) {
  const { identifier, isReadOnly, problem } = props;
  const { say } = useWords();
  const choosing = useBy(identifier);
  const { data: places } = useApi('identifiers.places', { words: identifier.words });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const taken = places?.filter((place) => !leftOut.has(placeName(place))) ?? [];
  return (
    <div className="identifier-detail">
      <h2 className="type-l">{identifier.words}</h2>
      <Why identifier={identifier} />
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {!isReadOnly && <Acts {...props} {...choosing} taken={taken} />}
      {places && (
        <PlaceList
          words={identifier.words}
          places={places}
          leftOut={leftOut}
          isReadOnly={isReadOnly}
          onLeaveOut={setLeftOut}
        />
      )}
    </div>
  );
}
