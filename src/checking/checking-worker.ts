import { parentPort } from 'node:worker_threads';
import type { Article } from '../core/article.ts';
import type { Question } from '../core/asked/follow-up.ts';
import type { Answer, Brief } from '../core/brief.ts';
import { checkDraft } from '../core/check.ts';
import { checkAnswer } from '../core/check-answer.ts';
import type { AnswerDraft, Draft } from '../core/draft.ts';

// Runs in a worker thread: a hostile article takes a second to check, and Slack waits three.

/** What the worker is given. */
export type CheckingTask =
  | { kind: 'brief'; draft: Draft; article: Article }
  | { kind: 'answer'; question: Question; draft: AnswerDraft; article: Article };

/** What the worker answers, once. */
export type CheckingResult = Brief | Answer;

parentPort?.on('message', (task: CheckingTask) => {
  const checked =
    task.kind === 'brief'
      ? checkDraft(task.draft, task.article)
      : checkAnswer(task.question.text, task.draft, task.article, task.question.earlier);
  parentPort?.postMessage(checked);
});
