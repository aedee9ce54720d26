import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds the failed jobs of a channel that still hold text, without a look at every job that ended. */
export const failedByChannel: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('jobs_failed')
    .on('jobs')
    .columns(['team', 'channel'])
    .where(sql.ref('status'), '=', sql.lit('failed'))
    .where(sql.ref('payload'), 'is not', null)
    .execute();
}
