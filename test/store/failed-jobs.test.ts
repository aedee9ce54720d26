import { describe, expect, it } from 'vitest';
import type { Queries } from '../../src/store/queries.ts';
import { newJob } from './records.ts';
import { engines } from './stores.ts';

async function failJob(store: Queries, key: string, now: number): Promise<string> {
  await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 0 }, [newJob(key)]);
  const jobId = (await store.claimJob({ owner: key, now, leaseMs: 1000 }))?.id ?? '';
  await store.saveStep({ jobId, owner: key, name: 'draft', result: 'paid' });
  await store.saveStep({ jobId, owner: key, name: '!given-up', result: 'x' });
  await store.finishJob({ jobId, owner: key, status: 'failed', errorCode: 'slack-down', now });
  return jobId;
}

describe.each(engines)('failed jobs on $name', ({ open }) => {
  it('are listed with why they failed, the latest first, and without their payload', async () => {
    const store = await open();
    const first = await failJob(store, 'a', 10);
    const second = await failJob(store, 'b', 20);
    const [latest, ...others] = await store.failedJobs(10);
    expect(latest).toEqual({
      id: second,
      key: 'b',
      kind: 'brief-post',
      team: 'T1',
      thread: 'thread-of-b',
      attempts: 1,
      errorCode: 'slack-down',
      createdAt: 0,
      failedAt: 20,
      canRetry: true,
    });
    expect(others.map(({ id }) => id)).toEqual([first]);
    expect(await store.failedJobs(1)).toHaveLength(1);
  });

  it('start anew with all their tries and with what they had finished', async () => {
    const store = await open();
    const jobId = await failJob(store, 'a', 10);
    expect(await store.claimJob({ owner: 'w', now: 99, leaseMs: 1000 })).toBeUndefined();
    expect(await store.retryJob(jobId, 100)).toBe('started');
    expect(await store.retryJob(jobId, 100)).toBe('not-failed');
    expect(await store.failedJobs(10)).toEqual([]);
    const job = await store.claimJob({ owner: 'w', now: 100, leaseMs: 1000 });
    expect(job).toMatchObject({ id: jobId, attempts: 1, payload: { key: 'a' } });
    expect(await store.readStep(jobId, 'draft')).toEqual({ result: 'paid' });
    expect(await store.readStep(jobId, '!given-up')).toBeUndefined();
  });

  it('cannot be started where the job did not fail, is unknown, or its text was deleted', async () => {
    const store = await open();
    await store.receive({ key: 'e', team: 'T1', receivedAt: 0 }, [newJob('done')]);
    const done = (await store.claimJob({ owner: 'w', now: 0, leaseMs: 1000 }))?.id ?? '';
    expect(await store.retryJob(done, 0)).toBe('not-failed');
    await store.finishJob({ jobId: done, owner: 'w', status: 'done', errorCode: null, now: 0 });
    expect(await store.retryJob(done, 0)).toBe('not-failed');
    expect(await store.retryJob('77', 0)).toBe('gone');
    expect(await store.retryJob('no number', 0)).toBe('gone');

    const failed = await failJob(store, 'a', 10);
    expect(await store.retryJob(failed, 15, { team: 'T1', channel: 'elsewhere' })).toBe('gone');
    await store.deleteOldText({ before: 11, keepBriefs: true });
    expect((await store.failedJobs(10)).map(({ canRetry }) => canRetry)).toEqual([false]);
    expect(await store.retryJob(failed, 20)).toBe('gone');
  });

  it('that still hold text are found by their channel, and lose it for good', async () => {
    const store = await open();
    const first = await failJob(store, 'a', 10);
    const second = await failJob(store, 'b', 20);
    const place = { team: 'T1', channel: '' };
    expect(await store.textsOfFailedJobs({ ...place, channel: 'C2' })).toEqual([]);
    const about = { kind: 'brief-post', thread: 'thread-of-a', payload: { key: 'a' } };
    expect(await store.textsOfFailedJobs(place)).toEqual([
      { id: first, key: 'a', ...about },
      { id: second, key: 'b', ...about, thread: 'thread-of-b', payload: { key: 'b' } },
    ]);
    await store.emptyFailedJobs([first]);
    await store.emptyFailedJobs([]);
    expect((await store.textsOfFailedJobs(place)).map(({ id }) => id)).toEqual([second]);
    expect(await store.readStep(first, 'draft')).toBeUndefined();
    expect(await store.retryJob(first, 100)).toBe('gone');
    expect((await store.failedJobs(9)).map(({ id }) => id)).toEqual([second, first]);
  });

  it('that were started anew keep what they hold', async () => {
    const store = await open();
    const jobId = await failJob(store, 'a', 10);
    await store.retryJob(jobId, 100);
    await store.emptyFailedJobs([jobId]);
    const job = await store.claimJob({ owner: 'w', now: 100, leaseMs: 1000 });
    expect(job).toMatchObject({ id: jobId, payload: { key: 'a' } });
    expect(await store.readStep(jobId, 'draft')).toEqual({ result: 'paid' });
  });
});
