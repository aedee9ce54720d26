import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { PostgresServer } from './postgres-server.ts';
import { postOfThread } from './program.ts';

/** The database under a bench, seen from outside the program. */
export type BenchDatabase = {
  name: string;
  /** What the program is told. */
  environment: Record<string, string>;
  /** Posts of which a model's answer is on the disk, or whose job has ended. */
  postsWithAnswer(): Promise<number[]>;
  close(): Promise<void>;
};

const withAnswer = `select thread from jobs where status = 'done' or id in
  (select job_id from steps where result is not null and (name = 'draft' or name like 'asked-%'))`;

function toPosts(rows: { thread?: unknown }[]): number[] {
  return rows.map(({ thread }) => postOfThread(String(thread).split(':').at(-1) ?? ''));
}

/** An SQLite file in a folder of its own. */
export function openSqlite(): BenchDatabase & { path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'byline-durability-'));
  const path = join(folder, 'byline.db');
  return {
    name: 'SQLite',
    path,
    environment: { DATABASE_PATH: path },
    async postsWithAnswer() {
      const database = new DatabaseSync(path, { readOnly: true });
      const rows = database.prepare(withAnswer).all();
      database.close();
      return toPosts(rows);
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let schemas = 0;

/** A schema of its own on a server. */
export async function openSchema(server: PostgresServer): Promise<BenchDatabase> {
  schemas += 1;
  const schema = `bench_${schemas}`;
  const url = `${server.url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<{ thread?: unknown }>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await ask(`create schema ${schema}`);
  return {
    name: 'PostgreSQL',
    environment: { DATABASE_URL: url },
    postsWithAnswer: async () => toPosts(await ask(withAnswer)),
    close: async () => {},
  };
}
