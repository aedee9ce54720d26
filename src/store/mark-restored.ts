import { type Kysely, sql } from 'kysely';
import { isShared, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** The step of a job that was open when a copy was made: whatever it does outside may have been done since. */
export const restoredStep = '.restored';

// More than came in between a copy and its restoring.
const idsApart = 1_000_000;

/**
 * Marks a database that a copy was put into, before a Byline starts on it. What its jobs had not done when the copy was made they may
 * have done since: each looks for its reply before it posts one. New jobs get numbers that no button of a lost brief has.
 *
 * @returns how many jobs were open, the given-up ones among them
 */
export async function markRestored(db: Kysely<Tables>): Promise<number> {
  return transact(db, async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('steps')
      .columns(['job_id', 'name', 'result'])
      .expression(({ selectFrom, val }) =>
        selectFrom('jobs')
          .select(['jobs.id', val(restoredStep).as('name'), sql<null>`null`.as('result')])
          .where('jobs.status', '!=', 'done'),
      )
      .onConflict((conflict) => conflict.columns(['job_id', 'name']).doNothing())
      .executeTakeFirst();
    await (isShared(trx)
      ? sql`select setval(seq, nextval(seq) + ${sql.lit(idsApart)}) from (select pg_get_serial_sequence('jobs', 'id')::regclass as seq) as of`
      : sql`update sqlite_sequence set seq = seq + ${sql.lit(idsApart)} where name = 'jobs'`
    ).execute(trx);
    return Number(numInsertedOrUpdatedRows ?? 0n);
  });
}
