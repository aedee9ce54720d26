import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds what another job was answered to the same request. */
export const stepsByName: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('steps_by_name').on('steps').column('name').execute();
}
