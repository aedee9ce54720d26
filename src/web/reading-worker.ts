import { parentPort } from 'node:worker_threads';
import type { Article, Refusal } from '../core/article.ts';
import { readPaste } from '../core/paste.ts';
import { extractArticle } from './extract.ts';

// Runs in a worker thread: a page may be built so that taking it apart takes minutes, and events must be acknowledged
// meanwhile.

/** What the worker is given: a page, or a text without markup. */
export type ReadingTask = { kind: 'html'; html: string; pageUrl: string } | { kind: 'text'; text: string };

/** What it answers; undefined where the reader broke. */
export type ReadingResult = Article | Refusal | undefined;

parentPort?.on('message', (task: ReadingTask) => parentPort?.postMessage(read(task)));

function read(task: ReadingTask): ReadingResult {
  try {
    return task.kind === 'html' ? extractArticle(task.html, task.pageUrl) : readPaste(task.text);
  } catch {
    // What the reader choked on is the page's own text: nothing of it goes further.
    return undefined;
  }
}
