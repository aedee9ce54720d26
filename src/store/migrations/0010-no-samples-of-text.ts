import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * PostgreSQL samples every column for its planner and keeps values as they are, also long after their rows were deleted. Of what people
 * wrote and read it takes none: nothing is looked up by it.
 */
export const noSamplesOfText: Migration = { up };

const textColumns = [
  ['jobs', 'payload'],
  ['steps', 'result'],
  ['articles', 'url'],
  ['articles', 'facts'],
  ['articles', 'text'],
  ['briefs', 'brief'],
  ['drafts', 'draft'],
  ['answers', 'shown'],
  ['feedback', 'comment'],
] as const;

async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return;
  for (const [table, column] of textColumns)
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
}
