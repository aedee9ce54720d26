import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, vi } from 'vitest';
import type { JobStore } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { openTables } from '../../src/store/postgres/open-postgres.ts';
import { plainText } from '../../src/store/postgres/postgres.ts';
import type { Queries } from '../../src/store/queries.ts';

type CleanUp = () => Promise<void> | void;
// PostgreSQL in process takes three seconds to start, and many times that on a machine that has other work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const cleanUps: CleanUp[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Does something when the test has ended, before what was asked for earlier. */
export function closeWithTest(cleanUp: CleanUp): void {
  cleanUps.push(cleanUp);
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'byline-store-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a store that is closed with the test. */
export async function openTestStore(path: string): Promise<Store> {
  const store = await openStore({ path });
  cleanUps.push(() => store.close());
  return store;
}

/** Where a PostgreSQL server for tests is; undefined: the tests that need one are left out. */
export const serverUrl = process.env.TEST_DATABASE_URL || undefined;

/** A schema of its own on the server, that goes with the test. */
export async function newSchema(): Promise<{
  url: string;
  run: (sql: string) => Promise<void>;
  read: (sql: string) => Promise<Record<string, unknown>[]>;
}> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create schema ${schema}`);
  cleanUps.push(() => runOnServer(`drop schema ${schema} cascade`));
  const url = new URL(serverUrl ?? '');
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    url: url.href,
    run: (sql) => runOnServer(`set search_path to ${schema}; ${sql}`),
    read: (sql) => readOnServer(url.href, sql),
  };
}

/** Runs SQL on the server, in no transaction where it is one statement. */
export async function runOnServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl ?? '' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function readOnServer(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Opens stores on a server that are closed with the test. */
export async function openServerStores(count: number): Promise<Store[]> {
  const { url } = await newSchema();
  const stores: Store[] = [];
  for (let n = 0; n < count; n += 1) {
    const store = await openStore({ path: '', url });
    cleanUps.push(() => store.close());
    stores.push(store);
  }
  return stores;
}

// It takes seconds to start: one for a file of tests, and a schema for each.
let pglite: Promise<PGlite> | undefined;
afterAll(async () => {
  await (await pglite)?.close();
  pglite = undefined;
});

async function openInProcess(): Promise<Queries> {
  pglite ??= PGlite.create();
  const database = await pglite;
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await database.exec(`create schema ${schema}; set search_path to ${schema}`);
  const dialect = new PGliteDialect({ pglite: database });
  const { db, queries } = await openTables(
    plainText({
      createAdapter: () => dialect.createAdapter(),
      // Closing a store must not close the database of the tests that follow.
      createDriver: () => Object.assign(dialect.createDriver(), { destroy: async () => {} }),
      createIntrospector: (of) => dialect.createIntrospector(of),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    }),
  );
  cleanUps.push(async () => {
    await db.destroy();
    await database.exec(`drop schema ${schema} cascade`);
  });
  return queries;
}

export type Engine = {
  name: string;
  open: () => Promise<Queries>;
  /** What brings back the jobs of a process that died; gives the time at which they are due again. */
  afterDeath: (store: JobStore, now: number, leaseMs: number) => Promise<number>;
};

const recover: Engine['afterDeath'] = async (store, now) => {
  await store.recoverJobs(now);
  return now;
};
const waitForLease: Engine['afterDeath'] = async (_store, now, leaseMs) => now + leaseMs;

/** The engines that every store test runs on. */
export const engines: Engine[] = [
  { name: 'memory', open: () => openTestStore(':memory:'), afterDeath: recover },
  { name: 'file', open: () => openTestStore(join(temporaryFolder(), 'byline.db')), afterDeath: recover },
  { name: 'PostgreSQL in process', open: openInProcess, afterDeath: waitForLease },
  ...(serverUrl
    ? [
        {
          name: 'a PostgreSQL server',
          open: async () => (await openServerStores(1))[0] as Store,
          afterDeath: waitForLease,
        },
      ]
    : []),
];
