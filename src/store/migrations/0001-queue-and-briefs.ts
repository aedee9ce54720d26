import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addCountingKey } from './counting-key.ts';

/** The queue (inbox, jobs, turns, steps) and what was answered (articles, briefs, answers). */
export const queueAndBriefs: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('inbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .execute();

  await addCountingKey(db, schema.createTable('jobs'), 'id')
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('payload', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('error_code', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  // Partial, so that the queue stays as quick after a million ended jobs as on its first day.
  await schema
    .createIndex('jobs_due')
    .on('jobs')
    .columns(['team', 'due_at', 'id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await schema
    .createIndex('jobs_in_thread')
    .on('jobs')
    .columns(['thread', 'id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await schema
    .createIndex('jobs_running')
    .on('jobs')
    .columns(['team'])
    .where(sql.ref('owner'), 'is not', null)
    .execute();

  await schema
    .createTable('turns')
    .addColumn('team', 'text', (column) => column.primaryKey())
    .addColumn('turn', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('steps')
    .addColumn('job_id', 'bigint', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('result', 'text')
    .addPrimaryKeyConstraint('steps_key', ['job_id', 'name'])
    .execute();

  await schema
    .createTable('articles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('articles_by_url').on('articles').columns(['team', 'channel', 'url']).execute();

  await addCountingKey(db, schema.createTable('briefs'), 'seq')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('brief', 'text', (column) => column.notNull())
    .addColumn('reply_ts', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('briefs_in_thread').on('briefs').columns(['team', 'channel', 'thread_ts']).execute();
  await schema.createIndex('briefs_by_article').on('briefs').columns(['article_id']).execute();

  await addCountingKey(db, schema.createTable('answers'), 'seq')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread_ts', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('answers_in_thread').on('answers').columns(['team', 'channel', 'thread_ts']).execute();
}
