import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Settings, feedback, and what a reply answers: the post may be deleted, and the reply goes with it. */
export const settings: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('settings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['team', 'channel'])
    .execute();
  await schema
    .createTable('feedback')
    .addColumn('brief_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('claim', 'integer', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['brief_id', 'user_id', 'claim'])
    .execute();
  await schema.createIndex('feedback_of_team').on('feedback').columns(['team', 'channel']).execute();
  for (const table of ['briefs', 'answers']) {
    await schema.alterTable(table).addColumn('post_ts', 'text').execute();
    await schema.alterTable(table).addColumn('user_id', 'text').execute();
  }
  await schema.alterTable('answers').addColumn('reply_ts', 'text').execute();
  await schema.createIndex('briefs_of_post').on('briefs').columns(['team', 'channel', 'post_ts']).execute();
  await schema.createIndex('answers_of_post').on('answers').columns(['team', 'channel', 'post_ts']).execute();
}
