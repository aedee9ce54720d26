import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { queueAndBriefs } from './migrations/0001-queue-and-briefs.ts';
import { usageAndChannels } from './migrations/0002-usage-and-channels.ts';
import { lanes } from './migrations/0003-lanes.ts';
import { settings } from './migrations/0004-settings.ts';
import { briefCounts } from './migrations/0005-brief-counts.ts';
import { drafts } from './migrations/0006-drafts.ts';
import { stepsByName } from './migrations/0007-steps-by-name.ts';
import { failedByChannel } from './migrations/0008-failed-by-channel.ts';
import { uninstalls } from './migrations/0009-uninstalls.ts';
import { noSamplesOfText } from './migrations/0010-no-samples-of-text.ts';
import { postgresError } from './postgres/postgres-errors.ts';
import { isShared, lock } from './shared-database.ts';
import { type Tables, tableNames } from './tables.ts';

// Names are for ever and run in their order.
const migrations: Record<string, Migration> = {
  '0001-queue-and-briefs': queueAndBriefs,
  '0002-usage-and-channels': usageAndChannels,
  '0003-lanes': lanes,
  '0004-settings': settings,
  '0005-brief-counts': briefCounts,
  '0006-drafts': drafts,
  '0007-steps-by-name': stepsByName,
  '0008-failed-by-channel': failedByChannel,
  '0009-uninstalls': uninstalls,
  '0010-no-samples-of-text': noSamplesOfText,
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
    // What an older version had made, and somebody dropped since, no migration makes again.
    if (!hasAllTables(await tablesHere(trx)))
      throw isShared(trx) ? postgresError('incomplete') : new Error('tables lack');
  });
}

/** What stands in a database, as `whoseTables` says it. */
export type Whose = 'new' | 'older' | 'ours' | 'newer' | 'incomplete' | 'foreign';

/**
 * What made the tables that stand in the database: `new` where there are none, `older` or `newer` where another version of Byline
 * did, `incomplete` where this one did and some are gone, `foreign` where another program did. Reads only.
 */
export async function whoseTables(db: Kysely<Tables>): Promise<Whose> {
  const tables = await tablesHere(db);
  if (tables.length === 0) return 'new';
  if (!tables.includes('kysely_migration')) return 'foreign';
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const names = rows.map(({ name }) => name);
  // Kysely is others' too; a list without a name of ours says nothing of the tables beside it.
  if (!names.some((name) => name in migrations))
    return tables.every(isMigrators) && names.length === 0 ? 'new' : 'foreign';
  if (names.some((name) => !(name in migrations))) return 'newer';
  const known = Object.keys(migrations).toSorted();
  if (names.some((name, at) => name !== known[at])) return 'incomplete';
  if (names.length < known.length) return 'older';
  return hasAllTables(tables) ? 'ours' : 'incomplete';
}

async function tablesHere(db: Kysely<Tables>): Promise<string[]> {
  const schema = await currentSchema(db);
  return (
    (await db.introspection.getTables({ withInternalKyselyTables: true }))
      // A view is no table of another program: hosters put some of their own there.
      .filter((table) => table.schema === schema && !table.isView)
      .map(({ name }) => name)
  );
}

const isMigrators = (table: string) => /^kysely_migration(?:_lock)?$/.test(table);

function hasAllTables(tables: string[]): boolean {
  return tableNames.every((name) => tables.includes(name));
}

/** Where a name without a schema leads; undefined on SQLite, which has none. */
async function currentSchema(db: Kysely<Tables>): Promise<string | undefined> {
  if (!isShared(db)) return undefined;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  if (rows[0]?.name == null) throw postgresError('schema');
  return rows[0].name;
}
