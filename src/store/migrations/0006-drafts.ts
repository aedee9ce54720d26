import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Models' drafts of public pages, kept for the next post of the same article; each goes with the article it was made of. */
export const drafts: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('drafts')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('drafts_key', ['key', 'article_id'])
    .execute();
  await schema.createIndex('drafts_of_article').on('drafts').column('article_id').execute();
}
