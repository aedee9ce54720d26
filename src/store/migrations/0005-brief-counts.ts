import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the check counted in each brief, which outlives the brief's text; comments to feedback; and the briefs of a workspace by age. */
export const briefCounts: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('brief_counts')
    .addColumn('brief_id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('claims_offered', 'bigint', (column) => column.notNull())
    .addColumn('claims_shown', 'bigint', (column) => column.notNull())
    .addColumn('quotes_offered', 'bigint', (column) => column.notNull())
    .addColumn('quotes_found', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('brief_counts_by_day').on('brief_counts').columns(['team', 'day']).execute();
  await schema.createIndex('briefs_by_age').on('briefs').columns(['team', 'created_at']).execute();
  await schema.alterTable('feedback').addColumn('comment', 'text').execute();
}
