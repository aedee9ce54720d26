import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// The import table of docs/architecture.md. A folder not named here may import nothing of ours.
const adapter = ['core', 'ports'];
const threaded = [...adapter, 'threads'];
const allowed: Record<string, string[]> = {
  core: [],
  config: [],
  ports: ['core'],
  prompts: ['core'],
  log: [],
  metrics: adapter,
  health: [],
  flows: ['core', 'ports'],
  threads: [],
  checking: threaded,
  web: threaded,
  llm: adapter,
  offline: threaded,
  slack: adapter,
  store: adapter,
  jobs: adapter,
  demo: adapter,
  'explain-failure': ['config', 'core', 'demo', 'store'],
};
const entries = ['main', 'cli', 'data'];

// What only one room may touch.
const reserved: { what: RegExp; only: string[] }[] = [
  { what: /^@slack\//, only: ['slack'] },
  { what: /^openai/, only: ['llm'] },
  { what: /^(kysely|node:sqlite|pg)$/, only: ['store'] },
  { what: /^dotenv/, only: ['config'] },
  { what: /^(undici|linkedom|unpdf|@mozilla\/readability)/, only: ['web'] },
  { what: /^wink-/, only: ['offline'] },
  { what: /^pino/, only: ['log'] },
  { what: /^prom-client/, only: ['metrics'] },
];
// The core has no I/O, no clock and no SDK.
const pure = /^(zod|\..*)$/;

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = files.flatMap((file) => {
  const code = readFileSync(join(root, file), 'utf8');
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|(?:\bimport\(|(?:^|\n)import\s+)['"]([^'"]+)['"]/g,
    ),
  ].map((match) => ({ file, room: roomOf(file), from: match[1] ?? match[2] ?? '' }));
});

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

describe('import boundaries', () => {
  it('finds the files and their imports', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(imports.length).toBeGreaterThan(5);
  });

  it('every room imports only what the table allows', () => {
    const broken = imports
      .filter(({ room, from }) => from.startsWith('.') && !entries.includes(room))
      .map((found) => ({ ...found, target: roomOf(relative(root, resolve(root, dirname(found.file), found.from))) }))
      .filter(({ room, target }) => target !== room && !(allowed[room] ?? []).includes(target));
    expect(broken).toEqual([]);
  });

  it('the core imports nothing but itself and zod', () => {
    expect(imports.filter(({ room, from }) => room === 'core' && !pure.test(from))).toEqual([]);
  });

  it('only its own room names an SDK', () => {
    const broken = imports.filter(({ room, from }) =>
      reserved.some(({ what, only }) => what.test(from) && !only.includes(room)),
    );
    expect(broken).toEqual([]);
  });

  it('only config sees the environment and only main, cli and data exit', () => {
    for (const file of files) {
      const code = readFileSync(join(root, file), 'utf8');
      if (roomOf(file) !== 'config') expect(code, file).not.toMatch(/process\.env\b/);
      if (!entries.includes(roomOf(file))) expect(code, file).not.toMatch(/process\.exit\b|process\.exitCode\b/);
    }
  });
});
