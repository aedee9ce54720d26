import { type DraftError, RetryLater } from '../core/errors.ts';
import type { Log, Run } from '../ports.ts';

/** Tries that a job may spend on waiting; it needs the others for posting its reply. */
const maxWaits = 4;
const minPauseMs = 1_000;

/** Throws RetryLater where it is worth waiting until the model takes requests again; otherwise does nothing. */
export type WaitForModel = (error: DraftError) => Promise<void>;

/**
 * Lets a job wait for a model whose server named the time: the job gets another run time and this process works on. All waits
 * of a job together last `maxModelWaitMs` at most; then, or where no time was named, it goes on without the model.
 */
export function createModelWait(
  run: Run,
  { maxModelWaitMs, now, log }: { maxModelWaitMs: number; now: () => number; log: Log },
): WaitForModel {
  return async ({ code, retryAfterMs, cause }) => {
    if (code !== 'rate-limited' || retryAfterMs === undefined || maxModelWaitMs === 0) return;
    const since = await run.step('limited-since', async () => now());
    if (now() - since + retryAfterMs > maxModelWaitMs) return;
    for (let wait = 1; wait <= maxWaits; wait += 1) {
      if (await run.beginOnce(`model-wait-${wait}`)) continue;
      log.info({ retryAfterMs, wait }, 'waiting for the model');
      throw new RetryLater(code, Math.max(retryAfterMs, minPauseMs), { cause });
    }
  };
}

/** Shows that work goes on while it does, over a wait as well: the sign stays until the job's last try has ended. */
export async function showWhile<T>(show: (working: boolean) => Promise<void>, work: () => Promise<T>): Promise<T> {
  await show(true);
  let isWaiting = false;
  try {
    return await work();
  } catch (error) {
    isWaiting = error instanceof RetryLater;
    throw error;
  } finally {
    if (!isWaiting) await show(false);
  }
}
