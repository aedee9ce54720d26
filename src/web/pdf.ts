import type { Article, Refusal } from '../core/article.ts';
import { countWords } from '../core/words.ts';
import { runInThread, startThread, type ThreadFailure, type ThreadLimits } from '../threads/run-in-thread.ts';
import { createTurns } from '../threads/turns.ts';
import { refuse } from './fetch-refusals.ts';
import { readPdfInfo } from './pdf-info.ts';
import { isGarbled } from './pdf-text.ts';
import type { PdfResult, PdfTask } from './pdf-worker.ts';

/** Bounds of reading one PDF. */
export type PdfLimits = ThreadLimits & { maxPages: number; maxCharacters: number };

export const defaultPdfLimits: PdfLimits = {
  timeoutMs: 10_000,
  maxPages: 200,
  maxCharacters: 1_000_000,
  maxMemoryMb: 160,
};

/** Fewer words than this are a cover or a form, not an article. */
const minWords = 25;

const failures: Record<ThreadFailure, Refusal> = {
  'timed-out': refuse('timed-out', 'The PDF took too long to read.'),
  'out-of-memory': refuse('too-large', 'The PDF needs too much memory to be read.'),
  broken: refuse('not-text', 'The PDF is damaged, so I could not read it.'),
};

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
  const ended = await takeTurn(() => runTask(bytes, limits, signal));
  if ('failure' in ended) return failures[ended.failure];
  const outcome = ended.result;
  if (outcome.kind === 'encrypted') return refuse('not-text', 'The PDF is protected by a password.');
  if (outcome.kind === 'broken') return failures.broken;
  const text = outcome.paragraphs.join('\n\n');
  const wordCount = countWords(text);
  if (!/\p{L}{2}/u.test(text)) return refuse('not-text', 'The PDF holds pictures of pages and no text.');
  if (isGarbled(text)) return refuse('not-text', 'The PDF does not say which letters its signs stand for.');
  if (wordCount < minWords) return refuse('too-short', `The PDF has only ${wordCount} words of text.`);
  const facts = readPdfInfo(outcome.info);
  return {
    kind: 'article',
    url,
    canonicalUrl: null,
    title: facts.title ?? outcome.headline,
    dek: null,
    authors: facts.authors,
    publisher: facts.publisher,
    publishedAt: facts.createdAt,
    language: toLanguage(outcome.language),
    wordCount,
    text,
    marks: outcome.isWhole ? [] : ['first-pages'],
  };
}

// One at a time: each may take all the memory that is allowed.
const takeTurn = createTurns();

async function runTask(bytes: Uint8Array, limits: PdfLimits, signal: AbortSignal) {
  signal.throwIfAborted();
  // A copy: handed over to the thread without copying again, while the caller's bytes stay whole.
  const task: PdfTask = {
    bytes: new Uint8Array(bytes),
    maxPages: limits.maxPages,
    maxCharacters: limits.maxCharacters,
  };
  const worker = startThread(new URL('./pdf-worker.ts', import.meta.url), limits);
  const ended = await runInThread<PdfResult>(worker, task, { limits, signal, transfer: [task.bytes.buffer] });
  await worker.terminate();
  return ended;
}

function toLanguage(language: string | null): string | null {
  return language && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(language) ? language : null;
}
