import { type Dialect, Kysely, sql } from 'kysely';
import type { Log } from '../../ports.ts';
import { migrate, whoseTables } from '../migrate.ts';
import type { Older, Store } from '../open-store.ts';
import { proveWritable } from '../prove-writable.ts';
import { createQueries, type Queries } from '../queries.ts';
import type { Tables } from '../tables.ts';
import { createPostgres } from './postgres.ts';
import { openingError, postgresError } from './postgres-errors.ts';
import { createVacuum } from './vacuum.ts';
import { watchDatabase } from './watch.ts';

/**
 * Opens the store in a PostgreSQL database, which several processes may share.
 *
 * @param besideBot  for an operator's command, which may only want to look
 * @param older  what is done with the tables of an older version, which a process of that version may be working on
 * @throws StoreError, whose message is a sentence for the operator; the database is then as it was
 */
export async function openPostgresStore(
  url: string,
  { besideBot = false, older = 'update', log }: { besideBot?: boolean; older?: Older; log?: Log | undefined } = {},
): Promise<Store> {
  const postgres = createPostgres(url, log);
  const { db, queries } = await openTables(postgres.dialect, older);
  const clock = createServerClock(db);
  try {
    await clock.read();
    // Tables that are there may be another user's, or a copy's.
    if (!besideBot) await proveWritable(db);
  } catch (error) {
    await db.destroy();
    throw openingError(error);
  }
  log?.info({}, 'store opened on PostgreSQL');
  const { vacuum, close: endVacuum } = createVacuum({ openSession: postgres.openPatientSession, log });
  // An operator is told when it is done; Slack does not wait for it.
  const andVacuum = async <T>(deleted: T): Promise<T> => {
    if (besideBot) await vacuum();
    else void vacuum();
    return deleted;
  };
  return {
    ...queries,
    isShared: true,
    now: clock.now,
    watch: (watching) => watchDatabase({ ...watching, openSession: postgres.openSession, onBeat: clock.read, log }),
    backup: async () => {
      throw postgresError('unsupported');
    },
    deletePlace: (place) => queries.deletePlace(place).then(andVacuum),
    // The last part of the daily clean-up.
    forgetOldKeys: (before) => queries.forgetOldKeys(before).then(andVacuum),
    async close() {
      await endVacuum();
      await db.destroy();
    },
  };
}

/** Opens the tables in whatever speaks PostgreSQL. */
export async function openTables(
  dialect: Dialect,
  older: Older = 'update',
): Promise<{ db: Kysely<Tables>; queries: Queries }> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await checkEncoding(db);
    const whose = await whoseTables(db);
    if (whose === 'foreign' || whose === 'incomplete') throw postgresError(whose);
    if (whose === 'newer') throw postgresError('newer-schema');
    if (whose === 'older' && older !== 'update') throw postgresError('older-schema');
    if (whose !== 'ours') await migrate(db);
    // Who else has the database open is not known: what a dead process ran comes back when its leases run out.
    return { db, queries: { ...createQueries(db), recoverJobs: async () => 0 } };
  } catch (error) {
    await db.destroy();
    throw openingError(error);
  }
}

// In any other one a post in a script that it lacks could not be stored, and would never be answered.
async function checkEncoding(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_setting('server_encoding') as name`.execute(db);
  if (rows[0]?.name !== 'UTF8') throw postgresError('encoding');
}

/** The server's time, carried on by this process's own steady clock: leases of several machines are held against one clock. */
function createServerClock(db: Kysely<Tables>): { now: () => number; read: () => Promise<void> } {
  let ahead = Date.now() - performance.now();
  return {
    now: () => Math.round(performance.now() + ahead),
    async read() {
      const asked = performance.now();
      const { rows } = await sql<{ ms: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db);
      const answered = performance.now();
      if (rows[0]) ahead = rows[0].ms - (asked + answered) / 2;
    },
  };
}
