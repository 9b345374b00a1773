import { Refusal } from '../../../shared/errors.ts';
import { pdfLimits, pdfUnsafe } from './pdfLimits.ts';
import type { PdfContent, PdfPage, PdfPiece } from './pdfPages.ts';

// Loaded when a PDF is read. The worker's half registers itself, so that both halves run here and nothing is started.
async function pdfJs() {
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

type PdfJs = Awaited<ReturnType<typeof pdfJs>>;
type Task = ReturnType<PdfJs['getDocument']>;
type Document = Awaited<Task['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Viewport = ReturnType<Page['getViewport']>;

// Nothing is fetched, no font is looked for, no other thread is started and no picture is unpacked.
function open(js: PdfJs, bytes: Uint8Array): Task {
  return js.getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableWorkerRendering: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
}

function refusalOf(error: unknown, file: string): Refusal {
  if (error instanceof Refusal) return error;
  const name = error instanceof Error ? error.name : '';
  const code = name === 'PasswordException' ? 'import.locked' : 'import.archiveBroken';
  return new Refusal(code, { file }, { file });
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

const at = (numbers: readonly number[], place: number) => numbers[place] ?? 0;

function piece(item: Item, { transform: page }: Viewport): PdfPiece {
  const [x, y] = [at(item.transform, 4), at(item.transform, 5)];
  const left = at(page, 0) * x + at(page, 2) * y + at(page, 4);
  const size =
    Math.hypot(at(item.transform, 2), at(item.transform, 3)) || item.height || 1;
  return {
    text: item.str,
    x: left,
    right: left + item.width,
    y: at(page, 1) * x + at(page, 3) * y + at(page, 5),
    size,
  };
}

const isPlaced = ({ x, right, y, size }: PdfPiece) =>
  [x, right, y, size].every((number) => Number.isFinite(number));

class Reader {
  readonly #file: string;
  readonly #end = performance.now() + pdfLimits.time;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async page(page: Page): Promise<PdfPage> {
    const viewport = page.getViewport({ scale: 1 });
    const pieces: PdfPiece[] = [];
    const reader = page.streamTextContent().getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      for (const item of value.items) {
        this.#characters += item.str?.length ?? 0;
        if (item.str) pieces.push(piece(item, viewport));
      }
      if (this.#characters > pdfLimits.characters || performance.now() > this.#end)
        throw pdfUnsafe(this.#file);
    }
    const { width, height } = viewport;
    return { width, height, pieces: pieces.filter(isPlaced) };
  }
}

async function commentsOn(page: Page): Promise<number> {
  const annotations = await page.getAnnotations();
  return annotations.filter(
    ({ subtype, contentsObj }) =>
      !['Link', 'Widget', 'Popup'].includes(subtype ?? '') && contentsObj?.str,
  ).length;
}

async function contentOf(document: Document, file: string): Promise<PdfContent> {
  if (document.numPages > pdfLimits.pages) throw pdfUnsafe(file);
  const reader = new Reader(file);
  const pages: PdfPage[] = [];
  let comments = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await reader.page(page));
    comments += await commentsOn(page);
    page.cleanup();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { pages, comments };
}

/** Reads a PDF where it is called; pagesOfPdf does it in a thread of its own. */
export async function readPdfDocument(
  bytes: Uint8Array,
  file: string,
): Promise<PdfContent> {
  const task = open(await pdfJs(), bytes);
  try {
    return await contentOf(await task.promise, file);
  } catch (error) {
    throw refusalOf(error, file);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}
