import { Component, type ReactNode } from 'react';

import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';

interface DefectBoundaryProps {
  readonly children: ReactNode;
}

interface DefectBoundaryState {
  readonly defect: Error | null;
}

function Defect({
  defect,
  onRetry,
}: {
  readonly defect: Error;
  readonly onRetry: () => void;
}) {
  const { say } = useWords();
  // The stack names places in the program and no words of the project.
  const copy = () => void navigator.clipboard.writeText(defect.stack ?? defect.name);
  return (
    <main className="workspace" data-pane tabIndex={-1} aria-label={say('shell.defect')}>
      <Banner
        actions={
          <>
            <Button onPress={onRetry}>{say('shell.defect.retry')}</Button>
            <Button kind="link" onPress={copy}>
              {say('shell.defect.copy')}
            </Button>
          </>
        }
      >
        {say('problem.unknown')}
      </Banner>
    </main>
  );
}

/** A defect in one workspace leaves the others, and the way to them, standing. */
export class DefectBoundary extends Component<DefectBoundaryProps, DefectBoundaryState> {
  override readonly state: DefectBoundaryState = { defect: null };

  static getDerivedStateFromError(defect: Error): DefectBoundaryState {
    return { defect };
  }

  override render() {
    const { defect } = this.state;
    if (defect === null) return this.props.children;
    return <Defect defect={defect} onRetry={() => this.setState({ defect: null })} />;
  }
}
