import { GiveUp, RetryLater } from '../core/errors.ts';
import type { Job, JobStore, Log, Run } from '../ports.ts';
import type { Clock } from './clock.ts';
import { failureCode, isSlackAway, judgeFailure, pauseWhileAway, thrownAt, type Verdict } from './retry.ts';
import { createRun, type Hold, LeaseLost, persist } from './run.ts';

/** Does one kind of job. Throws RetryLater, GiveUp, or anything else for another try. */
export type Handler = (payload: unknown, run: Run) => Promise<void>;

export type JobTools = {
  store: JobStore;
  handlers: Record<string, Handler>;
  /** Tells the person that nothing will come. It may be tried again, so what it posts goes through `run` as well. */
  onGivenUp: (job: Job, code: string, run: Run) => Promise<void>;
  maxAttempts: number;
  clock: Clock;
  random: () => number;
  log: Log;
};

// More tries than a job has, so that the last word reaches a person although Slack was what failed.
const lastWordAttempts = 4;
const givenUpStep = '!given-up';
// Longer than most of Slack's outages, and not so long that nobody wants the brief any more.
const slackPatienceMs = 60 * 60_000;
const slackAwayStep = '!slack-away-since';

/** Runs a claimed job to its end, to another time, or until its lease is lost. Never throws. */
export async function runJob(hold: Hold, tools: JobTools): Promise<void> {
  const { job, controller } = hold;
  const { log } = tools;
  try {
    const verdict = await tryJob(hold, tools);
    const stored = await settle(hold, verdict, tools);
    if (!stored) throw new LeaseLost();
  } catch (error) {
    if (error instanceof LeaseLost || controller.signal.aborted) log.info({ job: job.id }, 'job let go');
    else log.error({ job: job.id, code: failureCode(error), at: thrownAt(error) }, 'job not settled');
  }
}

async function tryJob(hold: Hold, tools: JobTools): Promise<Verdict | { kind: 'done' }> {
  const { job, controller } = hold;
  const { store, handlers, maxAttempts, random, log } = tools;
  const { signal } = controller;

  const givenUp =
    job.attempts > 1 ? await persist(() => store.readStep(job.id, givenUpStep), { ...tools, signal }) : undefined;
  if (givenUp) return { kind: 'give-up', code: String(givenUp.result) };
  // All tries before ended with their process: this job kills it.
  if (job.attempts > maxAttempts) return { kind: 'give-up', code: 'too-many-attempts' };
  const handle = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined;
  if (!handle) return { kind: 'give-up', code: 'unknown-kind' };

  try {
    await handle(job.payload, createRun(hold, tools));
    return { kind: 'done' };
  } catch (error) {
    if (signal.aborted) throw error;
    // Whoever posted it took it back: there is nobody to tell, and nothing of it to keep.
    if (error instanceof GiveUp && error.code === 'post-gone') return { kind: 'done' };
    const verdict = isSlackAway(error)
      ? await waitOut(error, hold, tools)
      : judgeFailure(error, job.attempts, maxAttempts, random);
    const fields = { job: job.id, kind: job.kind, attempt: job.attempts, code: verdict.code, next: verdict.kind };
    // Asked for, by a limit or to see whether another event follows: nothing failed.
    if (error instanceof RetryLater && error.code !== 'unavailable') log.debug(fields, 'job waits');
    else log.warn({ ...fields, at: thrownAt(error) }, 'job failed');
    return verdict;
  }
}

// What Slack's absence fails uses up no try, or an hour of it would end every job.
async function waitOut(error: RetryLater, hold: Hold, tools: JobTools): Promise<Verdict> {
  const { clock, maxAttempts, random } = tools;
  const since = await createRun(hold, tools).step(slackAwayStep, async () => clock.now());
  const awayMs = clock.now() - since;
  if (awayMs >= slackPatienceMs) return judgeFailure(error, hold.job.attempts, maxAttempts, random);
  return { kind: 'later', ...pauseWhileAway(error, awayMs, random), isUncounted: true };
}

/** Stores what became of a try; false where the lease is lost. */
async function settle(hold: Hold, verdict: Verdict | { kind: 'done' }, tools: JobTools): Promise<boolean> {
  if (verdict.kind === 'done') return finish(hold, tools, null);
  if (verdict.kind === 'later') return delay(hold, tools, verdict);

  const refusal = await sayGivenUp(hold, verdict.code, tools);
  if (refusal?.kind === 'later') return delay(hold, tools, { ...refusal, code: verdict.code });
  const { id, kind, attempts } = hold.job;
  tools.log.error({ job: id, kind, code: verdict.code, attempts }, 'job given up');
  return finish(hold, tools, verdict.code);
}

// The decision is stored before the word is given: a crash in between must not start the job's work again.
async function sayGivenUp(hold: Hold, code: string, tools: JobTools): Promise<Verdict | undefined> {
  const { job, owner, controller } = hold;
  const { store, onGivenUp, maxAttempts, random, log } = tools;
  const { signal } = controller;
  const attempts = maxAttempts + lastWordAttempts;
  if (job.attempts > attempts) return undefined;

  const step = { jobId: job.id, owner, name: givenUpStep, result: code };
  if (!(await persist(() => store.saveStep(step), { ...tools, signal }))) throw new LeaseLost();
  try {
    await onGivenUp(job, code, createRun(hold, tools));
    return undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    log.warn({ job: job.id, code: failureCode(error), at: thrownAt(error) }, 'last word failed');
    return judgeFailure(error, job.attempts, attempts, random);
  }
}

function finish({ job, owner, controller }: Hold, tools: JobTools, errorCode: string | null): Promise<boolean> {
  const { store, clock } = tools;
  const status = errorCode === null ? 'done' : 'failed';
  return persist(() => store.finishJob({ jobId: job.id, owner, status, errorCode, now: clock.now() }), {
    ...tools,
    signal: controller.signal,
  });
}

function delay(
  { job, owner, controller }: Hold,
  tools: JobTools,
  { afterMs, code, isUncounted = false }: Extract<Verdict, { kind: 'later' }>,
): Promise<boolean> {
  const { store, clock } = tools;
  const runAt = clock.now() + afterMs;
  return persist(() => store.delayJob({ jobId: job.id, owner, runAt, errorCode: code, isUncounted }), {
    ...tools,
    signal: controller.signal,
  });
}
