import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/ports.ts';
import type { Queries } from '../../src/store/queries.ts';
import { answerRecord, briefRecord, newJob } from './records.ts';
import { engines, openServerStores, serverUrl } from './stores.ts';

const now = 1000;
const usage = { team: 'T1', channel: 'C1', user: 'U1', day: '2026-11-22', model: 'm', calls: 1 };
const spent = { ...usage, inputTokens: 1, outputTokens: 1, costMicros: 1 };

async function claimOne(store: Queries, key = 'one'): Promise<Claim> {
  const job = newJob(key, { channel: 'C1', thread: `T1:C1:${key}` });
  await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: now }, [job]);
  const owner = `owner-${key}`;
  return { jobId: (await store.claimJob({ owner, now, leaseMs: 60_000 }))?.id ?? '', owner };
}

/** All that a job stores beside its steps. */
async function storeAll(store: Queries, claim: Claim, n = ''): Promise<void> {
  const draft = { summary: [], actors: [], claims: [], drafter: briefRecord('x').brief.drafter };
  await store.countUsage({ ...spent, key: `usage${n}` }, claim);
  await store.receive({ key: `news${n}`, team: 'T1', receivedAt: now }, [newJob(`next${n}`, { channel: 'C1' })], claim);
  await store.saveBrief(briefRecord(claim.jobId), { key: `draft${n}`, draft }, claim);
  await store.saveAnswer(answerRecord(claim.jobId), claim);
}

async function kindsOf(store: Queries): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of store.exportPlace({ team: 'T1' })) kinds.push(kind);
  return kinds;
}

describe.each(engines)('what is stored by a job on $name', ({ open }) => {
  it('is stored while its claim stands', async () => {
    const store = await open();
    await storeAll(store, await claimOne(store));
    expect(await kindsOf(store)).toEqual(['brief', 'draft', 'answer', 'usage', 'job', 'job']);
    expect(await store.wasReceived('news')).toBe(true);
  });

  it.each([{ team: 'T1' }, { team: 'T1', channel: 'C1' }])('does not come back after %j was deleted', async (place) => {
    const store = await open();
    const claim = await claimOne(store);
    await store.deletePlace(place);
    await storeAll(store, claim);
    expect(await kindsOf(store)).toEqual([]);
    expect(await store.wasReceived('news')).toBe(false);
    expect((await store.sumBriefs({ team: 'T1', fromDay: '1970-01-01', toDay: '2036-01-01' })).briefs).toBe(0);
  });

  it('is not stored by a process whose lease went to another', async () => {
    const store = await open();
    const late = await claimOne(store);
    const next = await store.claimJob({ owner: 'next', now: now + 60_001, leaseMs: 60_000 });
    expect(next?.id).toBe(late.jobId);
    await storeAll(store, late);
    expect(await kindsOf(store)).toEqual(['job']);
    await storeAll(store, { jobId: late.jobId, owner: 'next' });
    expect(await kindsOf(store)).toEqual(['brief', 'draft', 'answer', 'usage', 'job', 'job']);
  });

  it('an opinion on a brief that was deleted meanwhile is not kept', async () => {
    const store = await open();
    await store.saveBrief(briefRecord('one'));
    await store.deletePlace({ team: 'T1', channel: 'C1' });
    const opinion = { briefId: 'one', user: 'U1', claim: null, team: 'T1', channel: 'C1' };
    await store.saveFeedback({ ...opinion, verdict: 'bad', comment: 'Wrong.', createdAt: now });
    expect(await kindsOf(store)).toEqual([]);
  });

  it('two deletions at once both end, and nothing is left', async () => {
    const store = await open();
    for (let n = 0; n < 5; n += 1) await storeAll(store, await claimOne(store, `job-${n}`), `-${n}`);
    const deleted = await Promise.all([
      store.deletePlace({ team: 'T1' }),
      store.deletePlace({ team: 'T1' }),
      store.deletePlace({ team: 'T1', channel: 'C1' }),
    ]);
    expect(await kindsOf(store)).toEqual([]);
    expect(deleted.reduce((sum, { briefs }) => sum + briefs, 0)).toBe(5);
  });
});

describe.runIf(serverUrl)('deleting on a PostgreSQL server while other processes work', () => {
  it('leaves nothing of what they were storing at that moment', async () => {
    const [operator, ...bots] = await openServerStores(3);
    if (!operator) return;
    for (let round = 0; round < 15; round += 1) {
      const claims: Claim[] = [];
      for (let n = 0; n < 6; n += 1) claims.push(await claimOne(operator, `${round}-${n}`));
      const storing = claims.map(async (claim, n) => {
        const store = bots[n % bots.length] as Queries;
        await storeAll(store, claim, `-${round}-${n}`);
        const opinion = { briefId: claim.jobId, user: 'U1', claim: null, team: 'T1', channel: 'C1' };
        await store.saveFeedback({ ...opinion, verdict: 'bad', comment: 'Wrong.', createdAt: now });
      });
      await new Promise((settle) => setTimeout(settle, round * 3));
      await Promise.all([operator.deletePlace({ team: 'T1' }), (bots[0] as Queries).deletePlace({ team: 'T1' })]);
      await Promise.all(storing);
      // A job that was received is a claim's own act of before; nothing that rests on a deleted job is left.
      expect(await kindsOf(operator), `round ${round}`).toEqual([]);
    }
  });
});
