import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Queries } from '../../src/store/queries.ts';
import { emptyLogFile, openDatabase } from '../../src/store/sqlite/sqlite.ts';
import { createTestLog } from '../jobs/test-log.ts';
import { articleOf, briefOf, briefRecord, newJob } from './records.ts';
import { closeWithTest, temporaryFolder } from './stores.ts';

const canary = 'zqcanary';

function isOnDisk(path: string): boolean {
  return ['', '-wal'].some((end) => readFileSync(path + end, 'latin1').includes(canary));
}

/** A job that read the canary, and what ends it. */
async function readInJob(store: Queries): Promise<(status: 'done' | 'failed') => Promise<string>> {
  const job = newJob('one', { payload: { text: canary } });
  await store.receive({ key: 'e-one', team: 'T1', receivedAt: 1 }, [job]);
  const jobId = (await store.claimJob({ owner: 'w', now: 1, leaseMs: 60_000 }))?.id ?? '';
  await store.saveStep({ jobId, owner: 'w', name: 'read', result: canary });
  return async (status) => {
    await store.finishJob({ jobId, owner: 'w', status, errorCode: null, now: 2 });
    return jobId;
  };
}

const post = { team: 'T1', channel: 'C1', postTs: '100.1' };
const opinion = { briefId: 'one', user: 'U1', claim: null, team: 'T1', channel: 'C1', createdAt: 1 } as const;

describe('the log file of a bot that falls idle loses', () => {
  it.each<[string, (store: Queries) => Promise<unknown>]>([
    ['a deleted post', (store) => store.deleteReplies(post)],
    ['a brief whose link was edited out', (store) => store.deleteBriefs(['one'])],
  ])('what is kept of %s', async (_what, remove) => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    const store = await openStore({ path, logRestMs: 1 });
    closeWithTest(() => store.close());
    await store.saveBrief(briefRecord('one', { brief: briefOf(articleOf(`The ${canary} text.`)) }));
    expect(isOnDisk(path)).toBe(true);
    await remove(store);
    await vi.waitUntil(() => !isOnDisk(path), { timeout: 30_000 });
  });

  it.each(['done', 'failed'] as const)('what a job held that is %s', async (end) => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    const store = await openStore({ path, logRestMs: 1 });
    closeWithTest(() => store.close());
    const jobId = await (await readInJob(store))(end);
    if (end === 'failed') await store.emptyFailedJobs([jobId]);
    await vi.waitUntil(() => !isOnDisk(path), { timeout: 30_000 });
  });

  it('a comment that was taken back', async () => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    const store = await openStore({ path, logRestMs: 1 });
    closeWithTest(() => store.close());
    await store.saveBrief(briefRecord('one'));
    await store.saveFeedback({ ...opinion, verdict: 'bad', comment: canary });
    await store.saveFeedback({ ...opinion, verdict: 'good', comment: null });
    await vi.waitUntil(() => !isOnDisk(path), { timeout: 30_000 });
  });

  it('nothing while another program reads, and all of it once that has ended', async () => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    const { log, lines } = createTestLog();
    const store = await openStore({ path, logRestMs: 1, log });
    closeWithTest(() => store.close());
    await store.saveBrief(briefRecord('one', { brief: briefOf(articleOf(`The ${canary} text.`)) }));
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from briefs').get();
    await store.deleteReplies(post);
    await vi.waitUntil(() => lines.some(({ event }) => event === 'deleted text still in the log file'), {
      timeout: 30_000,
    });
    expect(isOnDisk(path)).toBe(true);
    reader.close();
    await vi.waitUntil(() => !isOnDisk(path), { timeout: 30_000 });
  });
});

it('deleted text that somebody still reads is not called gone, and is once they have ended', async () => {
  const path = join(temporaryFolder(), 'byline.sqlite');
  const store = await openStore({ path });
  closeWithTest(() => store.close());
  await store.saveBrief(briefRecord('one', { brief: briefOf(articleOf('The zqcanary text.')) }));
  const reader = new DatabaseSync(path, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from briefs').get();
  const database = openDatabase(path);
  closeWithTest(() => database.close());
  database.exec('pragma foreign_keys = on; pragma secure_delete = on; delete from articles');

  const once = { tries: 2, pauseMs: 1 };
  await expect(emptyLogFile(database, path, once)).rejects.toMatchObject({ code: 'held' });
  reader.close();
  await emptyLogFile(database, path, once);
  const onDisk = ['', '-wal'].map((end) => readFileSync(path + end, 'latin1')).join('');
  expect(onDisk).not.toContain('zqcanary');
});
