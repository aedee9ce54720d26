import type { Log } from '../../ports.ts';
import type { Tables } from '../tables.ts';
import type { Session } from './postgres.ts';

/** All that hold text, the largest first. */
const tables = [
  'articles',
  'steps',
  'jobs',
  'briefs',
  'drafts',
  'answers',
  'feedback',
] as const satisfies (keyof Tables)[];

/**
 * Makes what frees the rows that were deleted: PostgreSQL itself does so only where a table has fifty of them and a fifth of its rows, so
 * that the text of a small installation would stand in the server's files for ever. Fails softly.
 *
 * @returns `vacuum`, which resolves when it is done; asked for again meanwhile, once more after it. `close` ends it where it is
 */
export function createVacuum({ openSession, log }: { openSession: () => Promise<Session>; log?: Log | undefined }): {
  vacuum: () => Promise<void>;
  close: () => Promise<void>;
} {
  let session: Session | undefined;
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  let isClosed = false;

  async function run(): Promise<void> {
    try {
      session = await openSession();
      // One by one: where another one is at a table, this waits for it alone. In no transaction, since it may stand in none.
      for (const table of tables) if (!isClosed) await session.query(`vacuum ${table}`);
    } catch (error) {
      if (!isClosed) log?.warn({ err: error }, 'deleted rows not freed; PostgreSQL does it in its own time');
    } finally {
      await session?.close();
      session = undefined;
    }
  }

  async function vacuum(): Promise<void> {
    if (isClosed) return;
    if (!running) {
      running = run().finally(() => {
        running = undefined;
      });
      return running;
    }
    // What was deleted since it began may be in a table that it is done with.
    waiting ??= running.then(() => {
      waiting = undefined;
      return vacuum();
    });
    return waiting;
  }

  return {
    vacuum,
    async close() {
      isClosed = true;
      await session?.close();
      await running;
    },
  };
}
