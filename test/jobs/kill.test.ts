import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newSchema, serverUrl, temporaryFolder } from '../store/stores.ts';

const child = fileURLToPath(import.meta.resolve('./burst-child.ts'));
const rounds = 6;

/** Runs the child and kills it after so many promises and milliseconds; gives what it promised and how it ended. */
async function runChild(args: string[], kill?: { afterPromises: number; ms: number }) {
  const spawned = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  spawned.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  spawned.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (kill && out.split('\n').length > kill.afterPromises) {
      const { ms } = kill;
      kill = undefined;
      setTimeout(() => spawned.kill('SIGKILL'), ms);
    }
  });
  const [code, signal] = (await once(spawned, 'close')) as [number | null, NodeJS.Signals | null];
  // A line cut short was no promise.
  return { promised: out.split('\n').slice(0, -1), code, signal, errors };
}

/** What was promised and not done, and which finished steps were done again. */
function judge(promised: string[], effects: string) {
  const lines = existsSync(effects) ? readFileSync(effects, 'utf8').trim().split('\n') : [];
  const kept = new Set<string>();
  const doneAgain: string[] = [];
  for (const line of lines) {
    const [what, ...step] = line.split(' ');
    if (what === 'kept') kept.add(step.join(' '));
    else if (kept.has(step.join(' '))) doneAgain.push(line);
  }
  return { doneAgain, lost: promised.filter((key) => !kept.has(`${key} post`)) };
}

const randomKill = () => ({ afterPromises: Math.floor(Math.random() * 12), ms: Math.random() * 120 });

describe('kill -9', () => {
  it('loses no promised job and does no stored step again', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const database = join(folder, 'byline.db');
    const effects = join(folder, 'effects.log');
    const promised: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const run = await runChild([database, effects, '5000', String(round)], randomKill());
      expect(run).toMatchObject({ signal: 'SIGKILL', errors: '' });
      promised.push(...run.promised);
    }
    expect(await runChild([database, effects, '0', 'last'])).toMatchObject({ code: 0, errors: '' });
    expect(promised.length).toBeGreaterThan(rounds);
    expect(judge(promised, effects)).toEqual({ doneAgain: [], lost: [] });
  });

  it.skipIf(!serverUrl)('of two processes that share a store loses nothing either', { timeout: 120_000 }, async () => {
    const { url } = await newSchema();
    const effects = join(temporaryFolder(), 'effects.log');
    const promised: string[] = [];
    for (let round = 0; round < rounds / 2; round++) {
      const runs = await Promise.all(
        ['a', 'b'].map((name) => runChild([url, effects, '5000', `${round}${name}`], randomKill())),
      );
      for (const run of runs) {
        expect(run).toMatchObject({ signal: 'SIGKILL', errors: '' });
        promised.push(...run.promised);
      }
    }
    const last = ['c', 'd'].map((name) => runChild([url, effects, '0', name]));
    for (const run of await Promise.all(last)) expect(run).toMatchObject({ code: 0, errors: '' });
    expect(promised.length).toBeGreaterThan(rounds);
    expect(judge(promised, effects)).toEqual({ doneAgain: [], lost: [] });
  });
});
