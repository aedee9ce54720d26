import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './program.ts';

const versions = '/usr/lib/postgresql';

/** A private PostgreSQL server on loopback, in a temporary folder; undefined where Debian's postgresql is not installed. */
export type PostgresServer = {
  url: string;
  start(): void;
  /** As a crash does it. */
  stop(): void;
  remove(): void;
};

/** Makes a server and starts it. */
export async function openPostgresServer(): Promise<PostgresServer | undefined> {
  const bin = findPrograms();
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'byline-postgres-'));
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const run = (program: string, ...args: string[]) => {
    const command = [join(bin, program), '-D', join(folder, 'data'), ...args];
    const [name = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    const { status, stderr } = spawnSync(name, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString()}`);
  };
  const port = await findFreePort();
  const start = () =>
    run(
      'pg_ctl',
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`,
      'start',
    );
  const stop = () => run('pg_ctl', '-w', '-m', 'immediate', 'stop');
  run('initdb', '-U', 'byline', '-A', 'trust', '-E', 'UTF8');
  start();
  return {
    url: `postgresql://byline@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove() {
      try {
        stop();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function findPrograms(): string | undefined {
  try {
    const [latest] = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
    return latest && join(versions, latest, 'bin');
  } catch {
    return undefined;
  }
}

function idOf(what: '-u' | '-g'): number {
  return Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout);
}
