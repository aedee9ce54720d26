import { Worker } from 'node:worker_threads';
import type { Article, Refusal } from '../core/article.ts';
import { countWords } from '../core/words.ts';
import { refuse } from './fetch-refusals.ts';
import { readPdfInfo } from './pdf-info.ts';
import { joinPdfLines } from './pdf-text.ts';
import type { PdfResult, PdfTask } from './pdf-worker.ts';

/** Bounds of reading one PDF. */
export type PdfLimits = { timeoutMs: number; maxPages: number; maxCharacters: number; maxMemoryMb: number };

export const defaultPdfLimits: PdfLimits = {
  timeoutMs: 10_000,
  maxPages: 200,
  maxCharacters: 1_000_000,
  maxMemoryMb: 160,
};

/** Fewer words than this are a cover or a form, not an article. */
const minWords = 25;

/**
 * The article of a PDF, read in a worker thread that is stopped at the limits. A protected PDF and one that only holds
 * pictures of pages are refused.
 *
 * @throws only where `signal` is aborted
 */
export async function readPdf(
  bytes: Uint8Array,
  url: string | null,
  signal: AbortSignal,
  limits: PdfLimits = defaultPdfLimits,
): Promise<Article | Refusal> {
  const outcome = await runWorker(bytes, limits, signal);
  if (outcome === 'timed-out') return refuse('timed-out', 'The PDF took too long to read.');
  if (outcome === 'too-large') return refuse('too-large', 'The PDF needs too much memory to be read.');
  if (outcome.kind === 'encrypted') return refuse('not-text', 'The PDF is protected by a password.');
  if (outcome.kind === 'broken') return refuse('not-text', 'The PDF is damaged, so I could not read it.');
  const { headline, paragraphs } = joinPdfLines(outcome.pages);
  const text = paragraphs.join('\n\n');
  const wordCount = countWords(text);
  if (!/\p{L}{2}/u.test(text)) return refuse('not-text', 'The PDF holds pictures of pages and no text.');
  if (wordCount < minWords) return refuse('too-short', `The PDF has only ${wordCount} words of text.`);
  const facts = readPdfInfo(outcome.info);
  return {
    kind: 'article',
    url,
    canonicalUrl: null,
    title: facts.title ?? headline,
    dek: null,
    authors: facts.authors,
    publisher: facts.publisher,
    publishedAt: facts.createdAt,
    language: toLanguage(outcome.language),
    wordCount,
    text,
    marks: outcome.pageCount > outcome.pages.length ? ['partial'] : [],
  };
}

type Outcome = PdfResult | 'timed-out' | 'too-large';

function runWorker(bytes: Uint8Array, limits: PdfLimits, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  // A copy: handed over to the thread without copying again, while the caller's bytes stay whole.
  const task: PdfTask = {
    bytes: new Uint8Array(bytes),
    maxPages: limits.maxPages,
    maxCharacters: limits.maxCharacters,
  };
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: task,
    transferList: [task.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb, maxYoungGenerationSizeMb: 32 },
    // The PDF library talks; none of it is for the operator.
    stdout: true,
    stderr: true,
    env: {},
  });
  return new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve('timed-out')), limits.timeoutMs);
    const watch = setInterval(
      () => watchMemory(worker, limits.maxMemoryMb, () => settle(() => resolve('too-large'))),
      50,
    );
    const onAbort = () => settle(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });

    function settle(answer: () => void): void {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener('abort', onAbort);
      worker.removeAllListeners('exit');
      void worker.terminate().then(answer, answer);
    }
    worker.once('message', (result: PdfResult) => settle(() => resolve(result)));
    worker.once('error', (error) => settle(() => resolve(isOutOfMemory(error) ? 'too-large' : { kind: 'broken' })));
    worker.once('exit', () => settle(() => resolve({ kind: 'broken' })));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** The thread's own limit does not count buffers, which is where an inflated stream goes. */
function watchMemory(worker: Worker, maxMemoryMb: number, stop: () => void): void {
  worker.getHeapStatistics().then(
    ({ external_memory, used_heap_size }) => {
      if (external_memory + used_heap_size > maxMemoryMb * 1_000_000) stop();
    },
    () => {},
  );
}

function toLanguage(language: string | null): string | null {
  return language && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(language) ? language : null;
}
