import { useApi } from '../api.ts';
import { showProblem, useScreen } from '../screen.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { sayProblem, useWords } from '../words.ts';

/** What could not be opened or made from here; where it is about a recent project, its row says it instead. */
export function StartProblem() {
  const { say } = useWords();
  const { problem, tried } = useScreen();
  const recent = useApi('recent.list', {}).data;
  if (!problem || recent?.some(({ path }) => path === tried)) return null;
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
