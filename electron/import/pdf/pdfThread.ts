// The thread that PDF files are read in; see pdfPages.ts.
import { parentPort } from 'node:worker_threads';

import { Refusal } from '../../../shared/errors.ts';
import { readPdfDocument } from './pdfDocument.ts';
import type { PdfAnswer, PdfQuestion } from './pdfPages.ts';

// In a damaged file PDF.js leaves promises behind that nobody waits for. What it could read is read all the same.
process.on('unhandledRejection', () => undefined);

async function answerTo({ bytes, file }: PdfQuestion): Promise<PdfAnswer> {
  try {
    return { content: await readPdfDocument(bytes, file) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

parentPort?.on('message', (question: PdfQuestion) => {
  answerTo(question).then(
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    (answer) => parentPort?.postMessage(answer),
    // A defect of ours ends the thread, and whoever waits is told.
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
