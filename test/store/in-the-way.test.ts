import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createTestLog } from '../jobs/test-log.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { newJob } from './records.ts';
import { closeWithTest, temporaryFolder } from './stores.ts';

const receiveAt = (store: Store, key: string) =>
  store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 0 }, [newJob(key)]);

async function openBusyStore(patienceMs?: number) {
  const path = join(temporaryFolder(), 'byline.sqlite');
  const store = await openStore({ path, ...(patienceMs !== undefined && { patienceMs }) });
  closeWithTest(() => store.close());
  await receiveAt(store, 'first');
  const other = new DatabaseSync(path);
  closeWithTest(() => other.close());
  other.exec('begin immediate');
  return { store, other };
}

describe('another program that writes the file', () => {
  it('is waited for while everything else goes on', async () => {
    const { store, other } = await openBusyStore(60_000);
    const receiving = receiveAt(store, 'a');
    const proving = store.proveWritable();
    const job = store.claimJob({ owner: 'w', now: 0, leaseMs: 1 });
    // In the same thread as the store: where that waited, this line would not come.
    await new Promise((resolve) => setTimeout(resolve, 10));
    other.exec('commit');
    expect(await receiving).toBe(true);
    await proving;
    expect((await job)?.key).toBe('first');
  });

  it('is not waited for by each in its turn: once one has waited in vain the others are refused, until it is gone', async () => {
    const { store, other } = await openBusyStore(30);
    const events = ['a', 'b', 'c'].map((key) => receiveAt(store, key));
    for (const event of await Promise.allSettled(events))
      expect(event).toMatchObject({
        status: 'rejected',
        reason: { code: 'busy', message: expect.stringMatching(/written by another program/) },
      });
    const step = { jobId: '1', owner: 'w', name: 'asked', result: 1 };
    await expect(store.saveStep(step)).rejects.toMatchObject({ code: 'busy' });
    // Who only reads is never in its way.
    expect(await store.queueState(0)).toMatchObject({ pending: 1 });
    other.exec('rollback');
    expect(await receiveAt(store, 'a')).toBe(true);
  });
});

describe('a file that is taken away under a Byline', () => {
  async function openWatched() {
    const folder = join(temporaryFolder(), 'deep');
    const path = join(folder, 'byline.sqlite');
    const { log, lines } = createTestLog();
    const store = await openStore({ path, log });
    closeWithTest(() => store.close());
    await receiveAt(store, 'first');
    const told = () => lines.filter(({ event }) => event.startsWith('database file'));
    return { folder, path, store, told };
  }

  it.each([
    ['moved away', (path: string) => renameSync(path, `${path}.aside`)],
    [
      'replaced by a copy',
      (path: string) => {
        cpSync(path, `${path}.copy`);
        renameSync(path, `${path}.aside`);
        renameSync(`${path}.copy`, path);
      },
    ],
    ['parted from its log file', (path: string) => renameSync(`${path}-wal`, `${path}.aside`)],
    ['parted from its index', (path: string) => renameSync(`${path}-shm`, `${path}.aside`)],
  ])('%s, it takes no event and is not ready, and says why once', async (_how, take) => {
    const { path, store, told } = await openWatched();
    take(path);
    for (const key of ['a', 'b']) await expect(receiveAt(store, key)).rejects.toMatchObject({ code: 'moved' });
    await expect(store.proveWritable()).rejects.toMatchObject({ code: 'moved' });
    // Nor does it work on: another Byline may have the file where it is now.
    await expect(store.claimJob({ owner: 'w', now: 0, leaseMs: 1 })).rejects.toMatchObject({ code: 'moved' });
    expect(told()).toHaveLength(1);
  });

  it('put back, it goes on where it was', async () => {
    const { folder, path, store, told } = await openWatched();
    renameSync(folder, `${folder}-aside`);
    await expect(receiveAt(store, 'a')).rejects.toMatchObject({ code: 'moved' });
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-aside`, folder);
    expect(await receiveAt(store, 'a')).toBe(true);
    expect(await receiveAt(store, 'first')).toBe(false);
    expect(told()).toHaveLength(2);
    expect(existsSync(path)).toBe(true);
  });

  it('an event that was stored as the file went is not taken for stored', async () => {
    const { path, store } = await openWatched();
    const aside = `${path}.aside`;
    const lost: string[] = [];
    // Later and later, from before the store looks to after it answered.
    for (let turns = 0; turns < 60; turns += 1) {
      const key = `a${turns}`;
      let answered: boolean | undefined;
      const receiving = receiveAt(store, key).then(
        () => (answered = true),
        () => (answered = false),
      );
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      if (answered !== undefined) break;
      renameSync(path, aside);
      await receiving;
      renameSync(aside, path);
      if (answered === false && (await store.wasReceived(`e-${key}`))) lost.push(key);
    }
    expect(lost.length).toBeGreaterThan(0);
  });

  it('a lock that somebody removed is taken anew', async () => {
    const { path, store } = await openWatched();
    rmSync(`${path}.lock`);
    expect(await receiveAt(store, 'a')).toBe(true);
    expect(await openElsewhere(path)).toMatch(/^locked /);
  });

  it('a lock that somebody removed and another Byline took ends the work of the first', async () => {
    const { path, store } = await openWatched();
    rmSync(`${path}.lock`);
    expect(await openElsewhere(path)).toBe('open');
    await expect(receiveAt(store, 'a')).rejects.toMatchObject({ code: 'locked' });
    await expect(store.claimJob({ owner: 'w', now: 0, leaseMs: 1 })).rejects.toMatchObject({ code: 'locked' });
  });
});
