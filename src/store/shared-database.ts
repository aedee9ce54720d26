import { type Kysely, SqliteAdapter, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

// SQLite runs one transaction at a time. On PostgreSQL they run side by side, at "read committed": each statement sees what was
// committed before it began. What that needs is here, and does nothing on SQLite.

/** Whether several processes may have the database open, and transactions run side by side. */
export function isShared(db: Kysely<Tables>): boolean {
  return !(db.getExecutor().adapter instanceof SqliteAdapter);
}

// PostgreSQL's words for two transactions that waited for each other, and for one that came too late: neither has done anything.
const goAgain: readonly unknown[] = ['40P01', '40001'];
const mostTries = 5;

/** Runs a transaction; again where the database ended it in favour of another one. */
export async function transact<T>(db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!goAgain.includes(code) || tries >= mostTries) throw error;
    }
  }
}

// The second number of an advisory lock; the first is the schema's, so that two Bylines in one database do not wait for each other.
const locks = { claims: 1, lanes: 2, migrations: 3, duty: 4 } as const;

/** Waits until no other transaction holds the lock, or holds it but `shared`, and keeps it to the end of this one. */
export async function lock(
  trx: Kysely<Tables>,
  name: 'claims' | 'lanes' | 'migrations',
  mode: 'alone' | 'shared' = 'alone',
): Promise<void> {
  if (!isShared(trx)) return;
  const take = sql.raw(mode === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  await sql`select ${take}(${schemaKey}, ${sql.lit(locks[name])})`.execute(trx);
}

const schemaKey = sql.raw("hashtext('byline ' || current_schema())");

/** What a session asks for to be the one that does the timed work; it has it until its connection ends. */
export const takeDutySql = `select pg_try_advisory_lock(hashtext('byline ' || current_schema()), ${locks.duty}) as taken`;

/** The channel on which processes tell one another of new jobs; the message is the schema. */
export const jobsChannel = 'byline_jobs';

/** Tells every process that there may be a job to claim, once the transaction is committed. */
export async function announceJobs(db: Kysely<Tables>): Promise<void> {
  if (isShared(db)) await sql`select pg_notify(${jobsChannel}, current_schema())`.execute(db);
}
