import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ArgumentError, readArguments } from '../../bench/eval/arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'eval-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'gum-wikinews.dev.jsonl'), '');
writeFileSync(join(folder, 'other.json'), '{}');
const run = JSON.stringify({
  name: 'a',
  model: null,
  promptVersions: { brief: '', answer: '' },
  briefs: [],
  answers: [],
});
writeFileSync(join(folder, 'run.json'), run);

const read = (...argv: string[]) => readArguments(argv, folder);
const messageOf = (...argv: string[]) => {
  try {
    read(...argv);
  } catch (error) {
    if (error instanceof ArgumentError) return error.message;
    throw error;
  }
  return 'taken';
};

describe('the arguments of eval', () => {
  it('are read, the usual folder where none is given', () => {
    expect(read('--offline', '--limit', '3')).toMatchObject({ folder, offline: true, limit: 3, parallel: 2 });
    expect(
      read('--model', 'm', '--price-in', '2', '--price-out', '8.5', '--base-url', 'http://127.0.0.1:1/v1'),
    ).toMatchObject({
      model: { name: 'm', price: { input: 2, output: 8.5 }, baseUrl: 'http://127.0.0.1:1/v1' },
    });
    const file = join(folder, 'run.json');
    expect(read('--compare', file, file).replayed).toHaveLength(2);
  });

  it.each([
    [['--limit', 'abc', '--offline'], /^--limit must be/],
    [['--limit', '0', '--offline'], /^--limit must be/],
    [['--limit', '-1', '--offline'], /limit/],
    [['--parallel', '0', '--offline'], /^--parallel must be/],
    [['--model', 'm', '--price-in', 'abc', '--price-out', '1'], /^--price-in must be dollars/],
    [['--model', 'm', '--price-in', '2'], /belong together/],
    [['--model', 'm', '--base-url', 'notaurl'], /^--base-url must be/],
    [['--model'], /model/],
    [['--modle', 'm'], /modle/],
    [['--help'], /^usage: /],
    [[], /^usage: /],
    [['--offline', '/no/such/folder'], /^no gum-wikinews\.dev\.jsonl in \/no\/such\/folder/],
    [['--compare', 'a.json'], /^--compare needs two/],
    [['--compare', 'a.json', 'b.json'], /^no file a\.json/],
    [['--replay', 'nothing.json'], /^no file nothing\.json/],
    [['--replay', join(folder, 'other.json')], /is no recorded run/],
    [['--offline', '--record', '/no/such/folder/run.json'], /^--record cannot write/],
  ])('%j is refused in one line, before anything is paid for', (argv, message) => {
    expect(messageOf(...argv)).toMatch(message);
    expect(messageOf(...argv)).not.toContain('\n');
  });
});
