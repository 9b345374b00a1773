import { call, useApi } from '../api.ts';
import { today } from '../dates.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useAttempt } from './useAttempt.ts';
import { Banner } from '../ui/Banner.tsx';
import { sayProblem, useWords } from '../words.ts';

/** Of which transcripts somebody has said that nobody can be pointed out in them, and when. */
export function PseudonymisedTranscripts({
  isReadOnly,
}: {
  readonly isReadOnly: boolean;
}) {
  const { say } = useWords();
  const transcripts = useApi('transcripts.list', {}).data;
  const { problem, attempt } = useAttempt();
  if (transcripts?.length === 0)
    return <EmptyState>{say('pseudonyms.empty')}</EmptyState>;
  const mark = (transcriptId: NonNullable<typeof transcripts>[number]['id']) =>
    void attempt(
      () => call('transcripts.markPseudonymised', { transcriptId, date: today() }),
      say('pseudonyms.status.marked'),
    );
  return (
    <div className="pseudonymised">
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <p>{say('pseudonyms.status.sentence')}</p>
      <table className="code-key-pairs">
        <caption className="visually-hidden">
          {say('pseudonyms.view.transcripts')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('shell.transcripts')}</th>
            <th scope="col">{say('pseudonyms.status')}</th>
            {!isReadOnly && (
              <th scope="col">
                <span className="visually-hidden">{say('participants.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {transcripts?.map(({ id: transcriptId, name, pseudonymisedOn }) => (
            <tr key={transcriptId}>
              <th scope="row">{name}</th>
              <td>
                {pseudonymisedOn
                  ? say('pseudonyms.status.on', { date: pseudonymisedOn })
                  : say('pseudonyms.status.none')}
              </td>
              {!isReadOnly && (
                <td>
                  {pseudonymisedOn ? (
                    <Button
                      kind="link"
                      onPress={() =>
                        void attempt(
                          () => call('transcripts.unmarkPseudonymised', { transcriptId }),
                          say('pseudonyms.status.unmarked'),
                        )
                      }
                    >
                      {say('pseudonyms.status.unmark')}
                    </Button>
                  ) : (
                    <Button kind="link" onPress={() => mark(transcriptId)}>
                      {say('pseudonyms.status.mark', { name })}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
