import type { Worker } from 'node:worker_threads';
import type { Article, Refusal } from '../core/article.ts';
import { refuse } from './fetch-refusals.ts';
import type { ReadingResult, ReadingTask } from './reading-worker.ts';
import { runInThread, startThread, type ThreadFailure, type ThreadLimits } from './thread.ts';
import { createTurns } from './turns.ts';

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
/** A thread without work is let go after this long, for its memory. */
const idleMs = 60_000;

const failures: Record<ThreadFailure, Refusal> = {
  'timed-out': refuse('timed-out', 'The page is built in a way that takes too long to read.'),
  'out-of-memory': refuse('too-large', 'The page needs too much memory to be read.'),
  broken: refuse('error-page', 'The page is built in a way that I cannot read.'),
};

/**
 * Readers that work in a thread of their own, one page after the other, each within limits. The thread is started when it
 * is first needed and does not keep the process alive.
 */
export function createReadingThread(limits: ThreadLimits = defaultLimits): TextReaders {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const takeTurn = createTurns();

  async function read(task: ReadingTask, signal: AbortSignal): Promise<Article | Refusal> {
    signal.throwIfAborted();
    clearTimeout(idle);
    const used = worker ?? startThread(new URL('./reading-worker.ts', import.meta.url), limits);
    // Until it has proved healthy it is nobody's: a failure and an abort put it down.
    worker = undefined;
    used.ref();
    const ended = await runInThread<ReadingResult>(used, task, { limits, signal });
    if ('failure' in ended) return failures[ended.failure];
    used.unref();
    worker = used;
    idle = setTimeout(letGo, idleMs).unref();
    return ended.result ?? failures.broken;
  }

  function letGo(): void {
    const unused = worker;
    worker = undefined;
    void unused?.terminate();
  }

  return {
    extractArticle: (html, pageUrl, signal) => takeTurn(() => read({ kind: 'html', html, pageUrl }, signal)),
    readPaste: (text, signal) => takeTurn(() => read({ kind: 'text', text }, signal)),
  };
}
