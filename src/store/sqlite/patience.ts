import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../errors.ts';

const pauseMs = 25;

/** Runs something that another program's writing may be in the way of; gives what it gave. */
export type WhenFree = <T>(work: () => T, kind: 'read' | 'write') => Promise<T>;

/**
 * Makes what waits for another program's lock on the file while this process goes on with everything else: SQLite's own wait stops all
 * of it. Time counts from the first write that found the file busy, over all that follow: of ten events that stand in line behind
 * one lock each would wait in its turn.
 *
 * @param longestMs  after it a write is refused at once, until one has succeeded; the work then throws StoreError `busy`
 */
export function createPatience(longestMs: number, now = () => performance.now()): WhenFree {
  let busySince: number | undefined;
  return async (work, kind) => {
    for (;;) {
      try {
        const done = work();
        if (kind === 'write') busySince = undefined;
        return done;
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'busy')) throw error;
        busySince ??= now();
        if (now() - busySince >= longestMs) throw error;
      }
      await wait(pauseMs);
    }
  };
}
