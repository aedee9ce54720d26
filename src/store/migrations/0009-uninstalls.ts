import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Workspaces that took Byline out: events of theirs may still come. */
export const uninstalls: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('uninstalls')
    .addColumn('team', 'text', (column) => column.primaryKey())
    .addColumn('event', 'text')
    .addColumn('installed_at', 'bigint')
    .execute();
}
