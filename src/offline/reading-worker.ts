import { parentPort } from 'node:worker_threads';
import type { Article } from '../core/article.ts';
import type { AnswerDraft, Draft } from '../core/draft.ts';
import type { Question } from '../ports.ts';
import { answerOffline } from './answer.ts';
import { draftOffline } from './draft.ts';

// Runs in a worker thread: a long article takes seconds, and Slack waits three.

/** What the worker is given. */
export type OfflineTask =
  | { kind: 'brief'; article: Article }
  | { kind: 'answer'; question: Question; article: Article };

/** What the worker answers, once. */
export type OfflineResult = Draft | AnswerDraft;

parentPort?.on('message', (task: OfflineTask) => {
  const draft = task.kind === 'brief' ? draftOffline(task.article) : answerOffline(task.question, task.article);
  parentPort?.postMessage(draft);
});
