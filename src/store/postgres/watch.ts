import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../ports.ts';
import { jobsChannel, takeDutySql } from '../shared-database.ts';
import type { Session } from './postgres.ts';

/** What a process wants to hear of the others that share its store. */
export type Watching = {
  /** There may be a job to claim. */
  wake: () => void;
  /** Begins the timed work, which one process at a time does; gives what stops it. */
  duty: () => () => void;
};

const beatMs = 10_000;
const pausesMs = [250, 1000, 3000, 5000];

/**
 * Listens for jobs that other processes received, and takes over the timed work when nobody else does it, on a connection of its
 * own. When that is lost it is opened again; meanwhile the worker's own looks at the store find the jobs.
 *
 * @returns what ends it
 */
export function watchDatabase({
  wake,
  duty,
  openSession,
  onBeat,
  log,
}: Watching & {
  openSession: () => Promise<Session>;
  onBeat: () => Promise<void>;
  log?: Log | undefined;
}): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function watch(): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await holdSession(() => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) return;
        log?.warn({ err: error, failures }, 'database does not answer');
      }
      await wait(pausesMs[Math.min(failures, pausesMs.length - 1)], undefined, { signal }).catch(() => {});
    }
  }

  async function holdSession(onOpen: () => void): Promise<void> {
    const session = await openSession();
    const lost = new AbortController();
    session.onLost(() => lost.abort());
    let endDuty: (() => void) | undefined;
    try {
      const schema = (await session.query('select current_schema() as name'))[0]?.name;
      session.onNotification((of) => {
        if (of === schema) wake();
      });
      await session.query(`listen ${jobsChannel}`);
      onOpen();
      // Whatever was announced while nobody listened.
      wake();
      while (!signal.aborted && !lost.signal.aborted) {
        if (!endDuty && (await session.query(takeDutySql))[0]?.taken === true) endDuty = duty();
        else await session.query('select 1');
        await onBeat();
        await wait(beatMs, undefined, { signal: AbortSignal.any([signal, lost.signal]) }).catch(() => {});
      }
    } finally {
      // The lock went with the connection: somebody else may have the duty now.
      endDuty?.();
      await session.close();
    }
  }

  const watched = watch();
  return async () => {
    stopping.abort();
    await watched;
  };
}
