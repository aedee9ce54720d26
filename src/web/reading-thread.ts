import type { Article, Refusal } from '../core/article.ts';
import { createHeldThread } from '../threads/held-thread.ts';
import type { ThreadFailure, ThreadLimits } from '../threads/run-in-thread.ts';
import { refuse } from './fetch-refusals.ts';
import type { ReadingResult, ReadingTask } from './reading-worker.ts';

/** What makes an article of a text, by the form it comes in. */
export type TextReaders = {
  extractArticle: (
    html: string,
    pageUrl: string,
    signal: AbortSignal,
  ) => Article | Refusal | Promise<Article | Refusal>;
  readPaste: (text: string, signal: AbortSignal) => Article | Refusal | Promise<Article | Refusal>;
};

/** An ordinary page takes 15 ms, the largest ones under a second; what takes longer is built to. */
const defaultLimits: ThreadLimits = { timeoutMs: 5_000, maxMemoryMb: 400 };

const failures: Record<ThreadFailure, Refusal> = {
  'timed-out': refuse('timed-out', 'The page is built in a way that takes too long to read.'),
  'out-of-memory': refuse('too-large', 'The page needs too much memory to be read.'),
  broken: refuse('error-page', 'The page is built in a way that I cannot read.'),
};

/** Readers that work in a thread of their own, one page after the other, each within limits. */
export function createReadingThread(limits: ThreadLimits = defaultLimits): TextReaders {
  const run = createHeldThread<ReadingTask, ReadingResult>(new URL('./reading-worker.ts', import.meta.url), limits);

  async function read(task: ReadingTask, signal: AbortSignal): Promise<Article | Refusal> {
    const ended = await run(task, signal);
    if ('failure' in ended) return failures[ended.failure];
    return ended.result ?? failures.broken;
  }

  return {
    extractArticle: (html, pageUrl, signal) => read({ kind: 'html', html, pageUrl }, signal),
    readPaste: (text, signal) => read({ kind: 'text', text }, signal),
  };
}
