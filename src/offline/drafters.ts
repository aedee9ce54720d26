import type { Article } from '../core/article.ts';
import type { AnswerDraft, Draft, DraftClaim } from '../core/draft.ts';
import { GiveUp } from '../core/errors.ts';
import type { Drafters, Question } from '../ports.ts';
import { createHeldThread } from '../threads/held-thread.ts';
import type { ThreadLimits } from '../threads/run-in-thread.ts';
import { answerOffline } from './answer.ts';
import { draftOffline } from './draft.ts';
import type { OfflineResult, OfflineTask } from './reading-worker.ts';

/** A 700-word article takes 20 ms, the longest ones seconds; what takes longer is built to. */
const defaultLimits: ThreadLimits = { timeoutMs: 20_000, maxMemoryMb: 700 };

/**
 * The offline reader behind the same ports as a model: no key, no network, no cost. It reads in a thread of its own, so that
 * events are acknowledged meanwhile; the thread starts with the first article.
 *
 * Both functions throw GiveUp where an article passes the limits, and the signal's reason where it is aborted.
 */
export function createOfflineDrafters(limits: ThreadLimits = defaultLimits): Drafters {
  const run = createHeldThread<OfflineTask, OfflineResult>(new URL('./reading-worker.ts', import.meta.url), limits);

  async function draft<Result extends OfflineResult>(task: OfflineTask, signal: AbortSignal): Promise<Result> {
    const ended = await run(task, signal);
    if ('failure' in ended) throw new GiveUp(`offline-${ended.failure}`);
    // The worker answers a brief's task with a draft and an answer's with an answer.
    return ended.result as Result;
  }

  return {
    draftBrief: (article: Article, signal) => draft<Draft>({ kind: 'brief', article }, signal),
    draftAnswer: (question: Question, article: Article, signal) =>
      draft<AnswerDraft>({ kind: 'answer', question, article }, signal),
  };
}

/** The same in the caller's thread, for a program that has nothing else to do. */
export const directOfflineDrafters: Drafters = {
  draftBrief: async (article) => draftOffline(article),
  draftAnswer: async (question, article) => answerOffline(question, article),
};

/** The offline reader's claims, for what a model leaves out; none where the article passes the reader's limits. */
export function hintsOf(offline: Drafters): (article: Article, signal: AbortSignal) => Promise<DraftClaim[]> {
  return async (article, signal) => {
    try {
      return (await offline.draftBrief(article, signal)).claims;
    } catch (error) {
      if (error instanceof GiveUp) return [];
      throw error;
    }
  };
}
