import { endAnalysis, useAskedAnalysis } from './askAnalysis.ts';
import { AnalysisDialog } from './existingAnalysis/AnalysisDialog.tsx';

/** The dialog for taking in an analysis that was made elsewhere, while something in the window asks for it. */
export function TakingInAnalysis() {
  const { asked } = useAskedAnalysis();
  if (asked === null) return null;
  return (
    <AnalysisDialog
      key={asked.fileId}
      fileId={asked.fileId}
      onTaken={() => asked.onTaken?.()}
      onClose={endAnalysis}
    />
  );
}
