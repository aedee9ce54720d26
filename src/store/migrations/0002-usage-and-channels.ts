import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What drafts cost, and the channel of a job, so that a channel can be deleted with all that waits for it. */
export const usageAndChannels: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('jobs').addColumn('channel', 'text').execute();
  await schema
    .createTable('usage')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('calls', 'bigint', (column) => column.notNull())
    .addColumn('input_tokens', 'bigint', (column) => column.notNull())
    .addColumn('output_tokens', 'bigint', (column) => column.notNull())
    .addColumn('cost_micros', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('usage_by_day').on('usage').columns(['team', 'day']).execute();
}
