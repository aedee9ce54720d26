import { describe, expect, it } from 'vitest';
import { readWorkspaceSettings } from '../../src/core/settings.ts';
import type { Exported } from '../../src/store/export.ts';
import type { Queries } from '../../src/store/queries.ts';
import { answerRecord, briefRecord, newJob } from './records.ts';
import { engines } from './stores.ts';

const day = '2026-11-22';
const used = { user: 'U', day, model: 'm', calls: 1, inputTokens: 10, outputTokens: 2, costMicros: 30 };

async function fill(store: Queries, team: string, channel: string, name: string): Promise<void> {
  await store.saveBrief(briefRecord(`brief-${name}`, { team, channel }));
  await store.saveAnswer(answerRecord(`answer-${name}`, { team, channel }));
  await store.countUsage({ ...used, key: `usage-${name}`, team, channel });
  await store.receive({ key: `e-${name}`, team, receivedAt: 0 }, [newJob(`job-${name}`, { team, channel })]);
}

async function collect(lines: AsyncIterable<Exported>): Promise<Exported[]> {
  const all: Exported[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const nameOf = ({ record }: Exported) => String(record.id ?? record.key);

describe.each(engines)('export on $name', ({ open }) => {
  it('gives what is kept of a channel or a workspace, and nothing of another', async () => {
    const store = await open();
    await fill(store, 'T1', 'C1', 'here');
    await fill(store, 'T1', 'C2', 'beside');
    await fill(store, 'T2', 'C1', 'elsewhere');
    const channel = await collect(store.exportPlace({ team: 'T1', channel: 'C1' }));
    expect(channel.map(nameOf)).toEqual(['brief-here', 'answer-here', 'usage-here', 'job-here']);
    const workspace = await collect(store.exportPlace({ team: 'T1' }));
    expect(workspace.map(nameOf).sort()).toEqual(
      ['brief', 'answer', 'usage', 'job'].flatMap((kind) => [`${kind}-beside`, `${kind}-here`]).sort(),
    );
    const [brief, answer, usage, job] = channel.map(({ record }) => record);
    expect(brief).toMatchObject(briefRecord('brief-here'));
    expect(answer).toEqual(answerRecord('answer-here'));
    expect(usage).toEqual({ ...used, key: 'usage-here', team: 'T1', channel: 'C1' });
    expect(job).toMatchObject({ payload: { key: 'job-here' }, status: 'pending' });
  });

  it('gives what running and failed jobs have finished: the article that was read, the model’s draft', async () => {
    const store = await open();
    const stepsOf = async () =>
      (await collect(store.exportPlace({ team: 'T1' }))).map(({ record }) => [record.key, record.steps]);
    for (const key of ['failed', 'running', 'waiting']) {
      await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 1 }, [newJob(key, { team: 'T1' })]);
      if (key === 'waiting') break;
      const jobId = (await store.claimJob({ owner: key, now: 1, leaseMs: 60_000 }))?.id ?? '';
      await store.saveStep({ jobId, owner: key, name: 'read', result: { text: `The article of the ${key} job.` } });
      await store.beginStep({ jobId, owner: key, name: 'post' });
      if (key === 'failed') await store.finishJob({ jobId, owner: key, status: 'failed', errorCode: 'x', now: 2 });
    }
    expect(await stepsOf()).toEqual([
      ['failed', { read: { text: 'The article of the failed job.' } }],
      ['running', { read: { text: 'The article of the running job.' } }],
      ['waiting', {}],
    ]);
  });

  it('gives every row where there are many pages', async () => {
    const store = await open();
    for (let n = 0; n < 205; n++) {
      await store.saveAnswer(answerRecord(`a${n}`));
      await store.countUsage({ ...used, key: `u${n}`, team: 'T1', channel: 'C1' });
    }
    const names = (await collect(store.exportPlace({ team: 'T1' }))).map(nameOf);
    expect(names).toHaveLength(410);
    expect(new Set(names).size).toBe(410);
  });

  it('gives settings and feedback, a page at a time', async () => {
    const store = await open();
    const by = { team: 'T1', user: 'U1', now: 5 };
    await store.saveBrief(briefRecord('b'));
    await store.saveWorkspaceSettings({ ...by, settings: readWorkspaceSettings(undefined) });
    for (let n = 0; n < 105; n++) {
      await store.saveChannelSettings({ ...by, channel: `C${n}`, settings: { reading: 'off' } });
      const opinion = { briefId: 'b', claim: n, team: 'T1', channel: 'C1', comment: null, createdAt: 9 } as const;
      await store.saveFeedback({ ...opinion, user: 'U1', verdict: 'wrong' });
    }
    const lines = await collect(store.exportPlace({ team: 'T1' }));
    expect(lines.filter(({ kind }) => kind === 'settings')).toHaveLength(106);
    expect(new Set(lines.filter(({ kind }) => kind === 'feedback').map(({ record }) => record.claim)).size).toBe(105);
    const channel = await collect(store.exportPlace({ team: 'T1', channel: 'C7' }));
    expect(channel.map(({ record }) => record)).toEqual([
      { team: 'T1', channel: 'C7', settings: { reading: 'off' }, user: 'U1', changedAt: 5 },
    ]);
  });

  it('says that a text was deleted', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('b'));
    await store.deleteOldText({ before: 99_999, keepBriefs: true });
    const [line] = await collect(store.exportPlace({ team: 'T1' }));
    expect(line?.record).toMatchObject({ id: 'b', brief: { article: { title: 'Harbour to close', text: null } } });
  });
});

describe.each(engines)('queue state on $name', ({ open }) => {
  it('counts jobs by what they wait for, and tells since when the first one waits', async () => {
    const store = await open();
    expect(await store.queueState(0)).toEqual({ pending: 0, running: 0, failed: 0, waitingSince: null });
    for (const [n, key] of ['a', 'b', 'c', 'd'].entries())
      await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: n }, [newJob(key)]);
    const a = await store.claimJob({ owner: 'a', now: 10, leaseMs: 100 });
    const b = await store.claimJob({ owner: 'b', now: 10, leaseMs: 100 });
    await store.finishJob({ jobId: a?.id ?? '', owner: 'a', status: 'failed', errorCode: 'x', now: 11 });
    expect(await store.queueState(20)).toEqual({ pending: 2, running: 1, failed: 1, waitingSince: 2 });
    await store.finishJob({ jobId: b?.id ?? '', owner: 'b', status: 'done', errorCode: null, now: 12 });
    for (const owner of ['c', 'd']) {
      const job = await store.claimJob({ owner, now: 20, leaseMs: 100 });
      await store.delayJob({ jobId: job?.id ?? '', owner, runAt: 500, errorCode: null });
    }
    expect(await store.queueState(30)).toEqual({ pending: 2, running: 0, failed: 1, waitingSince: null });
  });
});
