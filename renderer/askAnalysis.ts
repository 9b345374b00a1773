import { create } from 'zustand';

import type { Say } from '../shared/words/words.ts';
import { call, problemIn } from './api.ts';
import { chooseToOpen } from './chooseFiles.ts';
import { showToast } from './ui/toasts.ts';
import { sayProblem } from './words.ts';

/** A staged file whose analysis the person is asked about. */
interface AskedAnalysis {
  readonly fileId: string;
  /** The analysis is in; whoever had the file lets go of it. */
  readonly onTaken?: (() => void) | undefined;
  /** Whether the file is let go of when the person changes their mind. */
  readonly isOurs: boolean;
}

/** Whether the person is asked what to take in of an analysis; the dialog lies over whatever workspace is shown. */
export const useAskedAnalysis = create<{ readonly asked: AskedAnalysis | null }>(() => ({
  asked: null,
}));

export function askAnalysis(asked: AskedAnalysis): void {
  useAskedAnalysis.setState({ asked });
}

export function endAnalysis(): void {
  const { asked } = useAskedAnalysis.getState();
  useAskedAnalysis.setState({ asked: null });
  if (asked?.isOurs) void call('imports.discard', { fileIds: [asked.fileId] });
}

const analysisEndings: readonly string[] = [
  '.docx',
  '.xlsx',
  '.csv',
  '.tsv',
  '.txt',
  '.odt',
  '.ods',
];

/** Lets the person point out a file with an analysis, and asks what of it to take in. */
export async function chooseAnalysis(say: Say): Promise<void> {
  const [path] = await chooseToOpen({
    title: say('analysis.choose'),
    endings: analysisEndings,
  });
  if (path === undefined) return;
  try {
    const { fileId } = await call('imports.stage', { path });
    askAnalysis({ fileId, isOurs: true });
  } catch (error) {
    const problem = problemIn(error);
    if (problem) showToast({ words: sayProblem(say, problem) });
  }
}
