import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { orderLines, type PdfSegment } from './pdf-columns.ts';
import { joinPdfLines, type PdfLine } from './pdf-text.ts';

// Runs in a worker thread: a PDF is a program, and this is where it may loop or eat memory until it is stopped.

/** What the worker is given. */
export type PdfTask = { bytes: Uint8Array<ArrayBuffer>; maxPages: number; maxCharacters: number };

/** What the worker answers, once. `info` holds the document's own entries, unchecked. */
export type PdfResult =
  | {
      kind: 'text';
      headline: string | null;
      paragraphs: string[];
      info: Record<string, unknown>;
      language: string | null;
      isWhole: boolean;
    }
  | { kind: 'encrypted' }
  | { kind: 'broken' };

parentPort?.on('message', (task: PdfTask) => {
  readPages(task).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => {
      const name = error instanceof Error ? error.name : '';
      const result: PdfResult = { kind: name === 'PasswordException' ? 'encrypted' : 'broken' };
      parentPort?.postMessage(result);
    },
  );
});

async function readPages({ bytes, maxPages, maxCharacters }: PdfTask): Promise<PdfResult> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  const { info } = await document.getMetadata();
  const known = toRecord(info);
  const language = known.Language;
  const pages: PdfLine[][] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(document.numPages, maxPages) && characters < maxCharacters; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = toLines(items);
    for (const line of lines) characters += line.text.length;
    pages.push(lines);
    page.cleanup();
  }
  return {
    kind: 'text',
    ...joinPdfLines(pages),
    info: { Title: known.Title, Author: known.Author, CreationDate: known.CreationDate },
    language: typeof language === 'string' ? language : null,
    isWhole: pages.length === document.numPages,
  };
}

function toRecord(value: object): Record<string, unknown> {
  return { ...value };
}

// Wider than any gap between words, in letters.
const wideGap = 1.5;

/** Runs of text on one height become a line, in the order in which they are read. */
function toLines(items: readonly unknown[]): PdfLine[] {
  const lines: PdfSegment[] = [];
  let line: PdfSegment | undefined;
  let font = '';
  for (const item of items) {
    const run = toRun(item);
    if (!run) continue;
    const sameHeight = line && Math.abs(run.y - line.y) <= Math.max(run.size, line.size) * 0.5;
    const gap = line ? run.x - line.right : 0;
    const isApart = line !== undefined && sameHeight === true && gap > line.size * wideGap && run.text.trim() !== '';
    if (line && !isApart && (sameHeight || !run.text.trim())) {
      const isSpaced = /\s$/.test(line.text) || /^\s/.test(run.text);
      // A term in bold and what it means may touch: another font and a capital letter begin another word.
      const isOther =
        run.font !== font && run.size === line.size && /\p{L}$/u.test(line.text) && /^\p{Lu}/u.test(run.text);
      if (run.text) line.text += !isSpaced && (isOther || gap > line.size * 0.2) ? ` ${run.text}` : run.text;
      // The space that stands for a gap is as wide as the gap.
      if (run.text.trim()) line.right = Math.max(line.right, run.x + run.width);
      line.size = Math.max(line.size, run.text.trim() ? run.size : 0);
    } else if (run.text.trim()) {
      line = { text: run.text, x: run.x, right: run.x + run.width, y: run.y, size: run.size, apart: isApart };
      lines.push(line);
    }
    if (run.text.trim()) font = run.font;
    if (run.endsLine) line = undefined;
  }
  return orderLines(lines);
}

type Run = { text: string; x: number; y: number; width: number; size: number; font: string; endsLine: boolean };

function toRun(item: unknown): Run | undefined {
  if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item)) return undefined;
  const { str, transform } = item;
  if (typeof str !== 'string' || !Array.isArray(transform)) return undefined;
  const [, , c, d, x, y] = transform.map(Number);
  const width = 'width' in item ? Number(item.width) : 0;
  const size = Math.hypot(c ?? 0, d ?? 0);
  const font = 'fontName' in item ? String(item.fontName) : '';
  const endsLine = 'hasEOL' in item && item.hasEOL === true;
  return { text: str, x: x ?? 0, y: y ?? 0, width, size, font, endsLine };
}
