import type { Finding, ProjectState } from '../../shared/domain/projectState.ts';
import type { Say, WordKey } from '../../shared/words/words.ts';
import { changeSettings, useSettings } from '../computerSettings.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { sayProblem, useWords } from '../words.ts';
import { hideFindings, useHidden } from './hiddenNotices.ts';
import { saveCopy } from '../projectActs.ts';
import { TakeOver } from './TakeOver.tsx';
import { showProblem, useScreen } from '../screen.ts';

const isFindingKey = (key: string): key is Extract<WordKey, `finding.${string}`> =>
  key.startsWith('finding.');

function sayFinding(say: Say, finding: Finding): string {
  const key = `finding.${finding.code}`;
  return isFindingKey(key) ? say(key, { count: finding.count }) : finding.code;
}

function Problem() {
  const { say } = useWords();
  const problem = useScreen((screen) => screen.problem);
  if (!problem) return null;
  return (
    <Banner
      actions={
        <Button kind="link" onPress={() => showProblem(null)}>
          {say('shell.close')}
        </Button>
      }
    >
      {sayProblem(say, problem)}
    </Banner>
  );
}

function Findings({ state }: { readonly state: ProjectState }) {
  const { say } = useWords();
  return (
    <Banner
      kind="warning"
      actions={
        <Button kind="link" onPress={() => hideFindings(state.path)}>
          {say('shell.understood')}
        </Button>
      }
    >
      <p>{say('shell.findings')}</p>
      <ul>
        {state.findings.map((finding) => (
          <li key={finding.code}>{sayFinding(say, finding)}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** What the person should know about the project as a whole, under the top bar. */
export function Notices({ state }: { readonly state: ProjectState }) {
  const { say } = useWords();
  const hidden = useHidden();
  const { readAdvice } = useSettings();
  const readOnly = state.isReadOnly
    ? say('shell.readOnly', { who: state.heldBy ?? '–' })
    : null;
  return (
    <>
      <Problem />
      {readOnly && (
        <Banner
          kind="advice"
          actions={
            <>
              {state.mayTakeOver && <TakeOver state={state} />}
              <Button kind="link" onPress={() => void saveCopy(say)}>
                {say('shell.menu.saveCopy')}
              </Button>
            </>
          }
        >
          {readOnly}
        </Banner>
      )}
      {state.findings.length > 0 && !hidden.findings.includes(state.path) && (
        <Findings state={state} />
      )}
      {state.syncedBy !== null && !readAdvice.includes(state.path) && (
        <Banner
          kind="advice"
          actions={
            <Button
              kind="link"
              onPress={() =>
                void changeSettings({
                  readAdvice: [...readAdvice.slice(-499), state.path],
                })
              }
            >
              {say('shell.understood')}
            </Button>
          }
        >
          {say('shell.synced', { service: state.syncedBy })}
        </Banner>
      )}
    </>
  );
}
