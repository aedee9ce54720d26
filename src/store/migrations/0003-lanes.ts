import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Turns by channel, no longer by workspace alone: a busy channel does not keep the others of its workspace waiting. */
export const lanes: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await sql`update jobs set channel = '' where channel is null`.execute(db);
  await schema.dropIndex('jobs_due').execute();
  await schema
    .createIndex('jobs_due')
    .on('jobs')
    .columns(['team', 'channel', 'due_at', 'id'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await schema.dropTable('turns').execute();
  await schema
    .createTable('lanes')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('turn', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lanes_key', ['team', 'channel'])
    .execute();
  await sql`insert into lanes (team, channel, turn)
    select distinct team, channel, 0 from jobs where ended_at is null`.execute(db);
}
