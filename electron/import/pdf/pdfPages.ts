import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { Refusal, type Problem } from '../../../shared/errors.ts';
import { keptThread } from '../../keptThread.ts';
import { pdfLimits, pdfUnsafe } from './pdfLimits.ts';

/** A piece of text as it was drawn; `y` grows downwards, `size` is the height of its letters. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly comments: number;
}

export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly file: string;
}

export type PdfAnswer = { readonly content: PdfContent } | { readonly problem: Problem };

/** Milliseconds beyond its own limit after which a thread that does not answer is ended. */
const patience = 5000;

const thread = keptThread(import.meta.url, 'pdfThread', 1024);

async function ask(question: PdfQuestion): Promise<PdfAnswer> {
  const { file } = question;
  const worker = thread.worker();
  const waiting = new AbortController();
  const { signal } = waiting;
  worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(question);
  const answered = once(worker, 'message', { signal }) as Promise<[PdfAnswer]>;
  const ended = once(worker, 'exit', { signal }).then((): never => {
    throw new Refusal('import.archiveBroken', { file }, { file });
  });
  const late = wait(pdfLimits.time + patience, null, { signal }).then((): never => {
    throw pdfUnsafe(file);
  });
  try {
    const [answer] = await Promise.race([answered, ended, late]);
    worker.unref();
    return answer;
  } catch (error) {
    await thread.end();
    throw error;
  } finally {
    waiting.abort();
    for (const promise of [answered, ended, late]) promise.catch(() => undefined);
  }
}

let before: Promise<unknown> = Promise.resolve();

/**
 * The pieces of text on every page, in the order they were drawn. They are read in a thread of their own, one file
 * after the other: what PDF.js does with a damaged or hostile file must not touch the process that has the project.
 */
export async function pagesOfPdf(bytes: Uint8Array, file: string): Promise<PdfContent> {
  const answer = before.then(() => ask({ bytes, file }));
  before = answer.catch(() => undefined);
  const found = await answer;
  if ('content' in found) return found.content;
  const { code, params, where } = found.problem;
  throw new Refusal(code, params, { file, ...(where === undefined ? {} : { where }) });
}
