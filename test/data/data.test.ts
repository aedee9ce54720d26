import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { articleOf, briefOf, briefRecord, newJob } from '../store/records.ts';
import { closeWithTest, newSchema, openTestStore, serverUrl, temporaryFolder } from '../store/stores.ts';
import { runEntry } from './run-entry.ts';

function inFolder(environment: Record<string, string> = {}) {
  const folder = temporaryFolder();
  const path = join(folder, 'byline.sqlite');
  const data = (...args: string[]) => runEntry('data', args, { DATABASE_PATH: path, ...environment }, folder);
  return { folder, path, data };
}

const about = (text: string, id: string, fields: { team?: string; channel?: string } = {}) =>
  briefRecord(id, { brief: briefOf(articleOf(text)), ...fields });

async function failOne(store: Store): Promise<void> {
  const payload = { text: 'canary-4711' };
  await store.receive({ key: 'e', team: 'T1', receivedAt: 1 }, [
    newJob('T1:C1:1.1:https://x.example', { payload, thread: 'T1:C1:1.1' }),
  ]);
  const jobId = (await store.claimJob({ owner: 'o', now: 2, leaseMs: 1000 }))?.id ?? '';
  await store.finishJob({ jobId, owner: 'o', status: 'failed', errorCode: 'channel-gone', now: 3 });
}

describe('npm run data', () => {
  it('exports, lists, retries and deletes beside a Byline that has the file open', async () => {
    const { folder, path, data } = inFolder();
    const bot = await openTestStore(path);
    await bot.saveBrief(about('Text of one.', 'one', { channel: 'C1' }));
    await bot.saveBrief(about('Text of two.', 'two', { channel: 'C2' }));
    await failOne(bot);

    const whole = await data('export', '--workspace', 'T1');
    expect(whole).toMatchObject({ code: 0, err: '' });
    const kinds = whole.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds).toEqual(['brief', 'brief', 'job']);
    const file = join(folder, 'one.jsonl');
    expect((await data('export', '--workspace', 'T1', '--channel', 'C1', '--to', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/Text of one/);
    expect(readFileSync(file, 'utf8')).not.toMatch(/Text of two/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await data('export', '--workspace', 'T1', '--to', file)).toMatchObject({ code: 78, out: '' });

    const told = await data('failed');
    expect(told.out).toMatch(/^\d+ {2}\S+Z {2}brief-post in T1:C1:1\.1: channel-gone after 1 try\n$/);
    const failed = await data('failed', '--json');
    expect(failed.out).not.toMatch(/canary|x\.example/);
    const { id } = JSON.parse(failed.out) as { id: string };
    expect(JSON.parse(failed.out)).toMatchObject({ errorCode: 'channel-gone', kind: 'brief-post', canRetry: true });
    const retried = await data('retry', id);
    expect(retried).toMatchObject({ code: 0, out: expect.stringMatching(/due again; .*within half a minute/) });
    expect(await data('retry', id)).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse((await data('queue', '--json')).out)).toMatchObject({ pending: 1, running: 0, failed: 0 });

    expect((await data('queue')).out).toMatch(/^1 job waits, the oldest due since \S+Z; 0 running; 0 given up\.\n$/);
    expect(await data('delete', '--workspace', 'T1', '--channel', 'C1')).toMatchObject({ code: 2 });
    expect(await bot.findBrief('one')).toBeDefined();
    expect((await data('delete', '--workspace', 'T1', '--channel', 'C1', '--yes')).out).toMatch(
      /1 brief, 1 article, 0 answers/,
    );
    expect(await bot.findBrief('one')).toBeUndefined();
    expect(await bot.findBrief('two')).toBeDefined();
  }, 60_000);

  it('backs up while Byline runs, and puts the copy back once it has stopped; the file before it is kept', async () => {
    const { folder, path, data } = inFolder();
    const copy = join(folder, 'copy.sqlite');
    const bot = await openStore({ path });
    await bot.saveBrief(about('In the copy.', 'before'));
    expect((await data('backup', copy)).code).toBe(0);
    expect(await data('backup', copy)).toMatchObject({ code: 78 });
    await bot.saveBrief(about('After the copy.', 'after'));
    expect(await data('restore', copy, '--yes')).toMatchObject({ code: 78, err: expect.stringMatching(/in use/) });
    await bot.close();

    expect(await data('restore', copy)).toMatchObject({ code: 2 });
    const restored = await data('restore', copy, '--yes');
    expect(restored.code).toBe(0);
    const again = await openTestStore(path);
    expect(await again.findBrief('before')).toBeDefined();
    expect(await again.findBrief('after')).toBeUndefined();
    const aside = /file before it is (.*)\./.exec(restored.out)?.[1] ?? '';
    expect(await (await openTestStore(aside)).findBrief('after')).toBeDefined();
  }, 60_000);

  it('a damaged copy is not put in the place of anything', async () => {
    const { folder, path, data } = inFolder();
    await (await openStore({ path })).close();
    const before = readFileSync(path);
    const copy = join(folder, 'copy.sqlite');
    writeFileSync(copy, 'no database at all');
    expect(await data('restore', copy, '--yes')).toMatchObject({ code: 78, out: '' });
    expect(readFileSync(path)).toEqual(before);
    expect(readFileSync(copy, 'utf8')).toBe('no database at all');
  }, 60_000);

  it.each([
    [[], /a command is missing/],
    [['frobnicate'], /frobnicate/],
    [['export'], /--workspace/],
    [['export', '--workspace', 'acme'], /--workspace/],
    [['export', '--workspace', 'T1', '--channel', '#news'], /--channel/],
    [['delete', '--workspce', 'T1'], /--workspce/],
    [['retry'], /ids/],
    [['retry', 'x'], /ids/],
    [['failed', '--limit', 'all'], /--limit/],
    [['backup'], /file/],
    [['restore', 'a', 'b'], /file/],
    [['queue'], /no database at/],
  ])(
    '%j is one line that says what is wrong, exit 2, and no file is made',
    async (args, line) => {
      const { path, data } = inFolder();
      const ended = await data(...args);
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.err).toMatch(line);
      expect(ended.err.trim().split('\n')).toHaveLength(1);
      expect(existsSync(path)).toBe(false);
    },
    60_000,
  );

  it('--help lists the commands', async () => {
    expect((await inFolder().data('--help')).out).toMatch(/export.*delete.*failed.*retry.*backup.*restore/s);
  });

  it.runIf(serverUrl)(
    'works on PostgreSQL',
    async () => {
      const { url } = await newSchema();
      const { data } = inFolder({ DATABASE_URL: url });
      const bot = await openStore({ path: '', url });
      closeWithTest(() => bot.close());
      await bot.saveBrief(about('Text of one.', 'one'));
      expect((await data('export', '--workspace', 'T1')).out).toMatch(/Text of one/);
      expect(await data('backup', 'x')).toMatchObject({ code: 78, err: expect.stringMatching(/pg_dump/) });
      expect((await data('delete', '--workspace', 'T1', '--yes')).code).toBe(0);
      expect(await bot.findBrief('one')).toBeUndefined();
    },
    60_000,
  );
});
