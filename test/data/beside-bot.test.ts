import { type StdioOptions, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { briefPost } from '../../src/flows/brief-post.ts';
import { createWorker } from '../../src/jobs/worker.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { article, cannedDrafters, createRecorder, draft, silentLog } from '../flows/fakes.ts';
import { articleOf, briefOf, briefRecord, newJob } from '../store/records.ts';
import { closeWithTest, newSchema, openTestStore, serverUrl, temporaryFolder } from '../store/stores.ts';
import { runEntry } from './run-entry.ts';

const target = { team: 'T1', channel: 'C1', threadTs: '100.1', user: 'U1', responseUrl: null };
const task = {
  kind: 'brief-post',
  postTs: '100.1',
  asked: false,
  file: null,
  text: '',
  link: 'https://news.example/a',
};
const briefJob = (n: number) =>
  newJob(`T1:C1:${n}.1:link`, { channel: 'C1', payload: { ...task, target, postTs: `${n}.1` } });

/** A Byline at work on a store, with a Slack and a model that count. */
function startBot(store: Store, onPost: (key: string) => Promise<void> = async () => {}) {
  const recorder = createRecorder();
  const usage = { inputTokens: 90, outputTokens: 10, calls: 1, costMicros: 5 };
  const made = { kind: 'model', model: 'canned', promptVersion: '0', fellBack: null, usage } as const;
  const ports = {
    ...recorder,
    postReply: async (...[to, reply, options]: Parameters<typeof recorder.postReply>) => {
      const posted = await recorder.postReply(to, reply, options);
      await onPost(options.key);
      return posted;
    },
    readPage: async () => article,
    readFile: async () => article,
    offline: cannedDrafters(draft),
    model: cannedDrafters({ ...draft, drafter: made }),
    budgets: [{ of: 'channel', per: 'day', unit: 'tokens', amount: 100 } as const],
    store,
    maxModelWaitMs: 0,
    now: store.now,
    log: silentLog,
  };
  const worker = createWorker({
    store,
    handlers: {
      // A cast: the tests' own payload.
      'brief-post': async (payload, run) =>
        void (await briefPost(payload as Parameters<typeof briefPost>[0], ports, run)),
    },
    onGivenUp: async () => {},
    isShared: store.isShared,
    now: store.now,
    log: silentLog,
  });
  return { worker, replies: recorder.replies };
}

async function kindsOf(store: Store): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of store.exportPlace({ team: 'T1' })) kinds.push(kind);
  return kinds;
}

const engines = [
  {
    name: 'SQLite',
    async open() {
      const folder = temporaryFolder();
      const path = join(folder, 'byline.sqlite');
      return { folder, environment: { DATABASE_PATH: path }, store: await openTestStore(path) };
    },
  },
  ...(serverUrl
    ? [
        {
          name: 'a PostgreSQL server',
          async open() {
            const { url } = await newSchema();
            const store = await openStore({ path: '', url });
            closeWithTest(() => store.close());
            return { folder: temporaryFolder(), environment: { DATABASE_URL: url }, store };
          },
        },
      ]
    : []),
];

describe.each(engines)('beside a Byline at work on $name', ({ open }) => {
  it('a channel that is deleted while its brief is being posted stays deleted', async () => {
    const { folder, environment, store } = await open();
    const deleting = () =>
      runEntry('data', ['delete', '--workspace', 'T1', '--channel', 'C1', '--yes'], environment, folder);
    const ended: number[] = [];
    const { worker, replies } = startBot(store, async () => {
      // Two at once, as two operators do it.
      ended.push(...(await Promise.all([deleting(), deleting()])).map(({ code }) => code));
    });
    await worker.start();
    await store.receive({ key: 'e', team: 'T1', receivedAt: store.now() }, [briefJob(100)]);
    await worker.idle();
    await worker.stop({ deadlineMs: 1000 });
    expect(ended).toEqual([0, 0]);
    expect(replies).toHaveLength(1);
    // What it cost, as a number of the workspace's alone.
    expect(await kindsOf(store)).toEqual(['usage']);
    const ever = { team: 'T1', fromDay: '1970-01-01', toDay: '2999-01-01' };
    expect(await store.sumUsage(ever)).toMatchObject({ calls: 1 });
    expect(await store.sumUsage({ ...ever, channel: 'C1' })).toMatchObject({ calls: 0 });
    expect(await store.sumUsage({ ...ever, user: target.user })).toMatchObject({ calls: 0 });
  });

  it('an export is whole JSON lines, each row once, while rows come and go', async () => {
    const { folder, environment, store } = await open();
    for (let n = 0; n < 250; n += 1)
      await store.saveBrief(briefRecord(`stays-${n}`, { channel: 'C2', brief: briefOf(articleOf(`Text ${n}.`)) }));
    let stopped = false;
    const churn = async () => {
      for (let n = 0; !stopped; n += 1) {
        await store.saveBrief(briefRecord(`goes-${n}`, { channel: 'C3', brief: briefOf(articleOf(`Gone ${n}.`)) }));
        if (n % 5 === 4) await store.deletePlace({ team: 'T1', channel: 'C3' });
        await new Promise((settle) => setTimeout(settle, 5));
      }
    };
    const churning = churn();
    const { code, out } = await runEntry('data', ['export', '--workspace', 'T1'], environment, folder);
    stopped = true;
    await churning;
    expect(code).toBe(0);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; record: { id: string } })
      .filter(({ kind }) => kind === 'brief')
      .map(({ record }) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('stays-'))).toHaveLength(250);
  });
});

describe('a backup', () => {
  it('made under load is a Byline that goes on: each job of it is done, and what was posted since is looked for first', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    const copy = join(folder, 'copy.sqlite');
    const bot = await openStore({ path });
    const copied = Promise.withResolvers<void>();
    const { worker, replies } = startBot(bot, () => (replies.length > 8 ? copied.promise : Promise.resolve()));
    for (let n = 0; n < 60; n += 1)
      await bot.receive({ key: `e${n}`, team: 'T1', receivedAt: bot.now() }, [briefJob(n + 100)]);
    await worker.start();
    // Two to one name at once: one of them is the copy, the other says so.
    const codes = await Promise.all(
      [1, 2].map(() => runEntry('data', ['backup', copy], { DATABASE_PATH: path }, folder)),
    );
    expect(codes.map(({ code }) => code).sort()).toEqual([0, 78]);
    copied.resolve();
    await worker.idle();
    await worker.stop({ deadlineMs: 1000 });
    await bot.close();
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
    const answered = new Set(replies.map(({ key }) => key));
    expect(answered.size).toBe(60);

    expect((await runEntry('data', ['restore', copy, '--yes'], { DATABASE_PATH: path }, folder)).code).toBe(0);
    const again = await openTestStore(path);
    const open = await again.queueState(again.now());
    const second = startBot(again);
    await second.worker.start();
    await second.worker.idle();
    await second.worker.stop({ deadlineMs: 1000 });
    // Some had been posted when the copy was made, and only had to be ended.
    expect(second.replies.length).toBeGreaterThan(40);
    expect(second.replies.length).toBeLessThanOrEqual(open.pending + open.running);
    // Of a post that the copy did not know to be answered, the reply is looked for before another is posted.
    expect(second.replies.every(({ mayStand }) => mayStand)).toBe(true);
    expect((await kindsOf(again)).filter((kind) => kind === 'brief')).toHaveLength(60);

    await again.receive({ key: 'later', team: 'T1', receivedAt: again.now() }, [briefJob(999)]);
    const later = await again.claimJob({ owner: 'o', now: again.now(), leaseMs: 1000 });
    // No button of a brief that the copy did not have leads to another one.
    expect(Number(later?.id)).toBeGreaterThan(1_000_000);
    expect(await again.beginStep({ jobId: later?.id ?? '', owner: 'o', name: 'post' })).toBe('begun');
  }, 120_000);

  it('is restored from where nothing may be written, by whoever may only read it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    const shelf = join(folder, 'shelf');
    mkdirSync(shelf);
    const bot = await openStore({ path });
    await bot.saveBrief(briefRecord('one'));
    await bot.backup(join(shelf, 'copy.sqlite'));
    await bot.close();
    chmodSync(join(shelf, 'copy.sqlite'), 0o444);
    chmodSync(shelf, 0o555);
    closeWithTest(() => chmodSync(shelf, 0o755));
    const ended = await runEntry(
      'data',
      ['restore', join(shelf, 'copy.sqlite'), '--yes'],
      { DATABASE_PATH: path },
      folder,
    );
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(shelf)).toEqual(['copy.sqlite']);
    expect(await (await openTestStore(path)).findBrief('one')).toBeDefined();
  });
});

describe('a command that cannot be done', () => {
  const data = resolve(import.meta.dirname, '../../src/data.ts');
  // bash takes a piped input for a login from afar, and runs its owner's files.
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];

  // A limit on the size of a file makes its writes fail as a full disk does, without filling one.
  function runOnFullDisk(args: string[], path: string, folder: string) {
    const limited = `trap '' XFSZ; ulimit -f 60; exec "$0" "$@"`;
    const env = { PATH: process.env.PATH, DATABASE_PATH: path };
    const options = { cwd: folder, env, encoding: 'utf8', stdio } as const;
    return spawnSync('bash', ['-c', limited, process.execPath, data, ...args], options);
  }

  function expectOneLine({ status, stderr }: { status: number | null; stderr: string }, line: RegExp): void {
    expect(status, stderr).toBe(78);
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }

  it('on a full disk leaves no half of a file and what stood there as it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    const bot = await openStore({ path });
    for (let n = 0; n < 40; n += 1)
      await bot.saveBrief(briefRecord(`b${n}`, { brief: briefOf(articleOf(`Text ${n}. `.repeat(200))) }));
    await bot.backup(join(folder, 'copy.sqlite'));
    await bot.close();
    const before = readFileSync(path);
    const names = readdirSync(folder);
    expectOneLine(
      runOnFullDisk(['export', '--workspace', 'T1', '--to', 'out.jsonl'], path, folder),
      /^out\.jsonl .*room/,
    );
    expectOneLine(runOnFullDisk(['backup', 'second.sqlite'], path, folder), /^second\.sqlite .*room/);
    expectOneLine(runOnFullDisk(['restore', 'copy.sqlite', '--yes'], path, folder), /room/);
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(path)).toEqual(before);
  });

  it.runIf(existsSync('/dev/full'))('says that what it prints cannot be written', async () => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    await (await openStore({ path })).close();
    const env = { PATH: process.env.PATH, DATABASE_PATH: path };
    const words = ['-c', `exec "$0" "$1" queue > /dev/full`, process.execPath, data];
    const printing = spawnSync('bash', words, { env, encoding: 'utf8', stdio });
    expectOneLine(printing, /room/);
  });

  it('a restore of a newer, a cut, a foreign or an empty file, of a folder, or of nothing changes nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    const bot = await openStore({ path });
    await bot.saveBrief(briefRecord('one', { brief: briefOf(articleOf('Text. '.repeat(2000))) }));
    for (const name of ['newer', 'cut']) await bot.backup(join(folder, name));
    await bot.close();
    const newer = new DatabaseSync(join(folder, 'newer'));
    newer.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2036-01-01')");
    newer.close();
    const whole = readFileSync(join(folder, 'cut'));
    writeFileSync(join(folder, 'cut'), whole.subarray(0, Math.floor(whole.length / 8192) * 4096));
    const foreign = new DatabaseSync(join(folder, 'foreign'));
    foreign.exec('create table ledger (amount)');
    foreign.close();
    writeFileSync(join(folder, 'empty'), '');
    mkdirSync(join(folder, 'folder'));
    const before = readFileSync(path);
    const run = async (from: string) => {
      const { code, err } = await runEntry(
        'data',
        ['restore', join(folder, from), '--yes'],
        { DATABASE_PATH: path },
        folder,
      );
      return { status: code, stderr: err };
    };
    expectOneLine(await run('newer'), /newer version/);
    for (const from of ['cut', 'foreign', 'empty']) expectOneLine(await run(from), /damaged or not a Byline database/);
    expectOneLine(await run('folder'), /cannot be read/);
    expect((await run('nothing')).status).toBe(2);
    expect(readFileSync(path)).toEqual(before);
  });
});
