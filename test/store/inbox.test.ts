import { describe, expect, it } from 'vitest';
import { newJob } from './records.ts';
import { engines } from './stores.ts';

describe.each(engines)('an event’s key on $name', ({ open }) => {
  it('can be taken again once a job that holds its claim has given it back', async () => {
    const store = await open();
    await store.receive({ key: 'post', team: 'T1', receivedAt: 0 }, [newJob('a')]);
    const job = await store.claimJob({ owner: 'w', now: 0, leaseMs: 15_000 });
    const claim = { jobId: job?.id ?? '', owner: 'w' };
    const take = () => store.receive({ key: 'news', team: 'T1', receivedAt: 0 }, [], claim);
    expect(await take()).toBe(true);
    await store.forgetEvent('news', { ...claim, owner: 'another' });
    expect(await take()).toBe(false);
    await store.forgetEvent('news', claim);
    expect(await store.wasReceived('news')).toBe(false);
    expect(await store.wasReceived('post')).toBe(true);
    expect(await take()).toBe(true);
  });
});
