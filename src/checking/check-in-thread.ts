import type { Answer, Brief } from '../core/brief.ts';
import { GiveUp } from '../core/errors.ts';
import type { Checkers } from '../ports.ts';
import { createHeldThread } from '../threads/held-thread.ts';
import type { ThreadLimits } from '../threads/run-in-thread.ts';
import type { CheckingResult, CheckingTask } from './checking-worker.ts';

/** A 700-word article takes 30 ms, the longest ones a second or two; what takes longer is built to. */
const defaultLimits: ThreadLimits = { timeoutMs: 20_000, maxMemoryMb: 500 };

/**
 * The check in a thread of its own, so that events are acknowledged meanwhile; the thread starts with the first draft.
 *
 * Both functions throw GiveUp where an article passes the limits, and the signal's reason where it is aborted.
 */
export function createCheckers(limits: ThreadLimits = defaultLimits): Checkers {
  const run = createHeldThread<CheckingTask, CheckingResult>(new URL('./checking-worker.ts', import.meta.url), limits);

  async function check<Result extends CheckingResult>(task: CheckingTask, signal: AbortSignal): Promise<Result> {
    const ended = await run(task, signal);
    if ('failure' in ended) throw new GiveUp(`check-${ended.failure}`);
    // The worker answers a brief's task with a brief and an answer's with an answer.
    return ended.result as Result;
  }

  return {
    checkBrief: (draft, article, signal) => check<Brief>({ kind: 'brief', draft, article }, signal),
    checkAnswer: (question, draft, article, signal) =>
      check<Answer>({ kind: 'answer', question, draft, article }, signal),
  };
}
