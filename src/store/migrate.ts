import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { queueAndBriefs } from './migrations/0001-queue-and-briefs.ts';
import { usageAndChannels } from './migrations/0002-usage-and-channels.ts';
import { lanes } from './migrations/0003-lanes.ts';
import { settings } from './migrations/0004-settings.ts';
import { briefCounts } from './migrations/0005-brief-counts.ts';
import { drafts } from './migrations/0006-drafts.ts';
import { stepsByName } from './migrations/0007-steps-by-name.ts';
import { postgresError } from './postgres-errors.ts';
import { isShared, lock } from './shared-database.ts';
import type { Tables } from './tables.ts';

// Names are for ever and run in their order.
const migrations: Record<string, Migration> = {
  '0001-queue-and-briefs': queueAndBriefs,
  '0002-usage-and-channels': usageAndChannels,
  '0003-lanes': lanes,
  '0004-settings': settings,
  '0005-brief-counts': briefCounts,
  '0006-drafts': drafts,
  '0007-steps-by-name': stepsByName,
};

/** Brings the tables to this version, all or nothing: a crash half-way leaves the older version as it was. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Processes that start together wait for the first, and find nothing left to do.
    await lock(trx, 'migrations');
    if (isShared(trx)) await sql`set local statement_timeout = 0`.execute(trx);
    const schema = await currentSchema(trx);
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: async () => migrations },
      // Named, or kysely takes the table of another schema for ours.
      ...(schema !== undefined && { migrationTableSchema: schema }),
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
}

/**
 * What made the tables that stand in the database: `new` where there are none, `older` or `newer` where another version of Byline
 * did, `foreign` where another program did. Reads only.
 */
export async function whoseTables(db: Kysely<Tables>): Promise<'new' | 'older' | 'ours' | 'newer' | 'foreign'> {
  const schema = await currentSchema(db);
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).filter(
    // A view is no table of another program: hosters put some of their own there.
    (table) => table.schema === schema && !table.isView,
  );
  if (tables.length === 0) return 'new';
  if (!tables.some(({ name }) => name === 'kysely_migration')) return 'foreign';
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (rows.some(({ name }) => !(name in migrations))) return isOurs(rows) ? 'newer' : 'foreign';
  return rows.length < Object.keys(migrations).length ? 'older' : 'ours';
}

/** Where a name without a schema leads; undefined on SQLite, which has none. */
async function currentSchema(db: Kysely<Tables>): Promise<string | undefined> {
  if (!isShared(db)) return undefined;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  if (rows[0]?.name == null) throw postgresError('schema');
  return rows[0].name;
}

function isOurs(rows: { name: string }[]): boolean {
  return rows.some(({ name }) => name in migrations);
}
