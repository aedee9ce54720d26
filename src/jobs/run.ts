import { RetryLater } from '../core/errors.ts';
import type { Job, JobStore, Log, Run } from '../ports.ts';
import { type Clock, pause } from './clock.ts';
import { failureCode } from './retry.ts';

/** The lease went to another, or the process stops: whatever the job still does is not stored. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * One claim of a job: who holds it, what ends it early, when it last came to or from a step, and until when nobody else can have taken
 * it (Infinity where there is nobody else).
 */
export type Hold = { job: Job; owner: string; controller: AbortController; movedAt: number; leaseUntil: number };

type Tools = { store: JobStore; clock: Clock; log: Log };

const sentStep = (name: string) => `${name}-sent`;

const firstPauseMs = 250;
const longestPauseMs = 5000;
const longestAskingMs = 10 * 60_000;

/** What a handler works with: steps whose results are stored before they are used, fenced by the claim's owner. */
export function createRun(hold: Hold, { store, clock, log }: Tools): Run {
  const { job, owner, controller } = hold;
  const { signal } = controller;
  const claim = { jobId: job.id, owner };
  const loseLease = () => {
    controller.abort(new LeaseLost());
    signal.throwIfAborted();
  };

  const ask = <T>(question: () => Promise<T>): Promise<T> => {
    hold.movedAt = clock.now();
    return persist(question, { signal, clock, log });
  };
  const recall: Run['recall'] = (name) => ask(() => store.readStep(job.id, name));
  // Nothing is waited for before the store has it.
  const keep: Run['keep'] = async (name, result) => {
    const saved = await ask(() => store.saveStep({ ...claim, name, result }));
    if (!saved) loseLease();
  };

  return {
    jobId: job.id,
    key: job.key,
    claim,
    signal,
    recall,
    keep,
    async step<T>(name: string, work: () => Promise<T>): Promise<T> {
      signal.throwIfAborted();
      const earlier = await recall(name);
      // A cast: an earlier try of the same step stored it; the name stands for the type.
      if (earlier) return earlier.result as T;
      // As it would be read back, so that a first try and a later one go on with the same value.
      const result: unknown = JSON.parse(JSON.stringify((await work()) ?? null));
      await keep(name, result);
      return result as T;
    },
    async beginOnce(name) {
      signal.throwIfAborted();
      const begun = await ask(() => store.beginStep({ ...claim, name }));
      if (begun === 'lease-lost') loseLease();
      return begun === 'begun-before';
    },
    async beginSend(name, settleMs) {
      signal.throwIfAborted();
      const sentAt = (await recall(sentStep(name)))?.result;
      const agoMs = typeof sentAt === 'number' ? clock.now() - sentAt : settleMs;
      if (agoMs >= 0 && agoMs < settleMs) throw new RetryLater('may-still-arrive', settleMs - agoMs);
      await keep(sentStep(name), clock.now());
      if (clock.now() >= hold.leaseUntil) loseLease();
    },
    endSend: (name) => keep(sentStep(name), null),
  };
}

/**
 * Asks the store until it answers. A failed commit is never a failed step: the work before it is done and paid for, so it is the
 * commit that is tried again.
 *
 * @throws the signal's reason once it is aborted; the store's error after ten minutes: the lease then runs out and the job counts a try
 */
export async function persist<T>(
  ask: () => Promise<T>,
  { signal, clock, log }: { signal: AbortSignal; clock: Clock; log: Log },
): Promise<T> {
  const end = clock.now() + longestAskingMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (clock.now() >= end) throw error;
      log.warn({ code: failureCode(error), pauseMs }, 'store failed, asking again');
    }
    await pause(clock, pauseMs, signal);
  }
}
