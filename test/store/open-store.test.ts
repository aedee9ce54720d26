import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { briefRecord, newJob } from './records.ts';
import { openTestStore, temporaryFolder } from './stores.ts';

async function refusalOf(path: string): Promise<StoreError> {
  try {
    await (await openStore({ path })).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('the store opened');
}

describe('opening the store', () => {
  it('an older file is copied as it is, and left alone by other commands', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.db');
    await (await openStore({ path })).close();
    const versions = (file: string) => {
      const database = new DatabaseSync(file);
      const names = database.prepare('select name from kysely_migration order by name').all();
      database.close();
      return names.map(({ name }) => name);
    };
    const older = new DatabaseSync(path);
    older.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)');
    older.close();
    const before = versions(path);
    const refused = await openStore({ path, besideBot: true, older: 'refuse' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'older-schema' });
    const left = await openStore({ path, besideBot: true, older: 'leave' });
    await left.backup(join(folder, 'copy.db'));
    await left.close();
    expect([versions(path), versions(join(folder, 'copy.db'))]).toEqual([before, before]);
  });

  it('creates the folder and keeps everything across a close', async () => {
    const path = join(temporaryFolder(), 'deep', 'er', 'byline.db');
    const first = await openStore({ path });
    await first.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    await first.saveBrief(briefRecord('b'));
    await first.close();

    const second = await openTestStore(path);
    expect(await second.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')])).toBe(false);
    expect((await second.claimJob({ owner: 'w', now: 0, leaseMs: 1 }))?.key).toBe('a');
    const thread = { team: 'T1', channel: 'C1', threadTs: '100.1' };
    expect(await second.briefsInThread(thread)).toEqual([briefRecord('b')]);
  });

  it('a step’s result is in the file before the call that stores it has returned, and joins no open transaction', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const store = await openTestStore(path);
    await store.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    const job = await store.claimJob({ owner: 'w', now: 0, leaseMs: 1 });
    const step = { jobId: job?.id ?? '', owner: 'w', name: 'asked-1', result: 'paid' };
    const saving = store.saveStep(step);
    const beside = new DatabaseSync(path, { readOnly: true });
    expect(beside.prepare('select name, result from steps').all()).toEqual([{ name: 'asked-1', result: '"paid"' }]);
    beside.close();
    expect(await saving).toBe(true);

    const others = [1, 2, 3].map((n) => store.receive({ key: `E${n}`, team: 'T1', receivedAt: 0 }, [newJob(`b${n}`)]));
    // Whatever of the others is under way by then.
    const steps = [0, 1, 2, 3, 4, 5].map(async (ticks) => {
      for (let tick = 0; tick < ticks * 3; tick += 1) await Promise.resolve();
      return store.saveStep({ ...step, name: `later-${ticks}` });
    });
    expect(await Promise.all(steps)).toEqual(Array(6).fill(true));
    expect(await Promise.all(others)).toEqual([true, true, true]);
    expect(await store.saveStep({ ...step, owner: 'another' })).toBe(false);
  });

  it('a file that is open is refused, and free again after a close', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const first = await openStore({ path });
    const refusal = await refusalOf(path);
    expect(refusal.code).toBe('locked');
    expect(refusal.message).toContain(path);
    // The refusal did not disturb the one that holds it.
    expect(await first.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [])).toBe(true);
    await first.close();
    await openTestStore(path);
  });

  it('one lock guards one file by whatever link it is reached', async () => {
    const folder = temporaryFolder();
    await (await openStore({ path: join(folder, 'byline.db') })).close();
    symlinkSync(join(folder, 'byline.db'), join(folder, 'link.db'));
    await openTestStore(join(folder, 'byline.db'));
    expect((await refusalOf(join(folder, 'link.db'))).code).toBe('locked');
  });

  it("an operator's command reads and changes a store that is open, and takes no job from it", async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const bot = await openTestStore(path);
    await bot.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    const jobId = (await bot.claimJob({ owner: 'bot', now: 0, leaseMs: 9999 }))?.id ?? '';
    const operator = await openStore({ path, besideBot: true });
    expect(await operator.recoverJobs(0)).toBe(0);
    expect(await operator.queueState(0)).toMatchObject({ running: 1 });
    await bot.finishJob({ jobId, owner: 'bot', status: 'failed', errorCode: 'x', now: 1 });
    expect(await operator.retryJob(jobId, 2)).toBe('started');
    expect((await bot.claimJob({ owner: 'bot', now: 2, leaseMs: 9999 }))?.id).toBe(jobId);
    await operator.close();
    // And the bot still has it alone.
    expect((await refusalOf(path)).code).toBe('locked');
  });

  it("an operator's command leaves an older file to the one that has it, and makes one where nobody has", async () => {
    const path = join(temporaryFolder(), 'byline.db');
    await openTestStore(path);
    const older = new DatabaseSync(path);
    older.exec("delete from kysely_migration where name > '0001z'");
    older.close();
    await expect(openStore({ path, besideBot: true })).rejects.toMatchObject({ code: 'locked' });
    const fresh = join(temporaryFolder(), 'byline.db');
    await (await openStore({ path: fresh, besideBot: true })).close();
    await openTestStore(fresh);
  });

  it('commits are on the disk before they are reported', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    await openTestStore(path);
    const reader = new DatabaseSync(path);
    expect(reader.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    reader.close();
  });

  it.each([
    ['no database', Buffer.from('Dear diary, this is a text file.\n'.repeat(300))],
    ['a header and rubbish', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176, 0x5a)])],
  ])('%s is refused as corrupt and left as it is', async (_name, bytes) => {
    const path = join(temporaryFolder(), 'byline.db');
    writeFileSync(path, bytes);
    expect((await refusalOf(path)).code).toBe('corrupt');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    // And it is not locked by the attempt.
    expect((await refusalOf(path)).code).toBe('corrupt');
  });

  it('a store with damaged pages is refused as corrupt and left as it is', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const store = await openStore({ path });
    for (let n = 0; n < 50; n++) await store.saveBrief(briefRecord(`b${n}`, { threadTs: `${n}` }));
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 3, bytes.length - 4096);
    writeFileSync(path, bytes);
    expect((await refusalOf(path)).code).toBe('corrupt');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("another program's database is refused and left as it is", async () => {
    const path = join(temporaryFolder(), 'other.db');
    const other = new DatabaseSync(path);
    other.exec('create table jobs(id integer); insert into jobs values (7)');
    other.close();
    const bytes = readFileSync(path);
    expect((await refusalOf(path)).code).toBe('corrupt');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each([
    ['an empty list of migrations beside tables of its own', 'create table orders (id integer)'],
    [
      'an empty list of migrations beside tables that are called like ours',
      'create table jobs (id integer); create table steps (id integer)',
    ],
    [
      'migrations of its own',
      "create table orders (id integer); insert into kysely_migration values ('001-orders', '')",
    ],
  ])("another program's database with %s is left as it is", async (_name, sql) => {
    const path = join(temporaryFolder(), 'other.db');
    const other = new DatabaseSync(path);
    other.exec(
      `create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null); ${sql}`,
    );
    other.close();
    const bytes = readFileSync(path);
    expect((await refusalOf(path)).code).toBe('corrupt');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each([
    ['lacks a table', 'drop table steps'],
    [
      'lacks a table that no migration of late made',
      "drop table inbox; delete from kysely_migration where name > '0006'",
    ],
    ['lacks what the next migration builds on', "drop table steps; delete from kysely_migration where name > '0006z'"],
    ['lacks a migration in between', "delete from kysely_migration where name like '0003%'"],
  ])('a Byline file that %s is refused as damaged and left as it is', async (_name, sql) => {
    const path = join(temporaryFolder(), 'byline.db');
    await (await openStore({ path })).close();
    const cut = new DatabaseSync(path);
    cut.exec(`${sql}; pragma journal_mode = delete`);
    cut.close();
    const tables = () => {
      const database = new DatabaseSync(path, { readOnly: true });
      const rows = database.prepare('select sql from sqlite_schema union all select name from kysely_migration').all();
      database.close();
      return JSON.stringify(rows);
    };
    const before = tables();
    expect((await refusalOf(path)).code).toBe('corrupt');
    expect(tables()).toBe(before);
  });

  it('an empty file is a new database', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    writeFileSync(path, '');
    expect(await (await openTestStore(path)).receive({ key: 'E', team: 'T1', receivedAt: 0 }, [])).toBe(true);
  });

  it('a file of a newer version is refused and left as it is', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    await (await openStore({ path })).close();
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration values ('9999-from-tomorrow', '2030-01-01T00:00:00.000Z')");
    newer.close();
    const bytes = readFileSync(path);
    const refusal = await refusalOf(path);
    expect(refusal.code).toBe('newer-schema');
    expect(refusal.message).toMatch(/newer version/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('a file of an older version is brought up to date with all that is in it', async () => {
    const path = join(temporaryFolder(), 'byline.db');
    const store = await openStore({ path });
    await store.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    await store.close();
    // What the later migrations changed, taken back.
    const older = new DatabaseSync(path);
    older.exec(`
      drop table uninstalls; drop index jobs_failed; drop index steps_by_name; drop table drafts; drop table brief_counts; drop index briefs_by_age;
      drop table settings; drop table feedback; drop index briefs_of_post; drop index answers_of_post;
      alter table briefs drop column post_ts; alter table briefs drop column user_id;
      alter table answers drop column post_ts; alter table answers drop column user_id;
      alter table answers drop column reply_ts;
      drop table usage; drop table lanes; drop index jobs_due; alter table jobs drop column channel;
      create table turns (team text primary key, turn bigint not null); insert into turns values ('T1', 1);
      create index jobs_due on jobs (team, due_at, id) where ended_at is null;
      delete from kysely_migration where name > '0001z'`);
    older.close();

    const upgraded = await openTestStore(path);
    expect((await upgraded.claimJob({ owner: 'w', now: 0, leaseMs: 1 }))?.key).toBe('a');
    expect(await upgraded.receive({ key: 'E2', team: 'T1', receivedAt: 0 }, [newJob('b', { channel: 'C1' })])).toBe(
      true,
    );
    expect((await upgraded.claimJob({ owner: 'w', now: 0, leaseMs: 1 }))?.channel).toBe('C1');
  });

  it('the file, what stands beside it and a backup are for their owner’s eyes', async () => {
    const folder = temporaryFolder();
    const store = await openTestStore(join(folder, 'byline.db'));
    await store.receive({ key: 'E', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    await store.backup(join(folder, 'copy.db'));
    const names = ['byline.db', 'byline.db-wal', 'copy.db'];
    expect(names.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    await expect(store.backup(join(folder, 'copy.db'))).rejects.toMatchObject({ code: 'exists' });
  });

  it.skipIf(process.platform !== 'linux')('a folder that cannot be made is said at once', async () => {
    await expect(openStore({ path: '/proc/nope/deep/byline.sqlite' })).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('a place that cannot be written is named', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'folder.db'));
    for (const path of [join(folder, 'file', 'byline.db'), join(folder, 'folder.db')]) {
      const refusal = await refusalOf(path);
      expect(refusal.code).toBe('unwritable');
      expect(refusal.message).toContain(path);
    }
    expect(readdirSync(join(folder, 'folder.db'))).toEqual([]);
  });

  it('is backed up while it is in use, and the copy opens', async () => {
    const folder = temporaryFolder();
    const store = await openTestStore(join(folder, 'byline.db'));
    for (let n = 0; n < 50; n++) await store.saveBrief(briefRecord(`b${n}`));
    const copying = store.backup(join(folder, 'backups', 'copy.db'));
    await store.saveBrief(briefRecord('meanwhile'));
    await copying;
    const copy = await openTestStore(join(folder, 'backups', 'copy.db'));
    expect(await copy.findBrief('b49')).toEqual(briefRecord('b49'));
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('a backup overwrites nothing', async () => {
    const folder = temporaryFolder();
    const store = await openTestStore(join(folder, 'byline.db'));
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await expect(store.backup(join(folder, 'letter.txt'))).rejects.toMatchObject({ code: 'exists' });
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('dear');
  });
});
