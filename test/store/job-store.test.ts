import { describe, expect, it } from 'vitest';
import type { Job, JobStore } from '../../src/ports.ts';
import { newJob } from './records.ts';
import { engines } from './stores.ts';

const leaseMs = 15_000;

function claim(store: JobStore, owner: string, now: number, perTeam?: number): Promise<Job | undefined> {
  return store.claimJob({ owner, now, leaseMs, ...(perTeam === undefined ? {} : { perTeam }) });
}

async function receive(store: JobStore, ...jobs: ReturnType<typeof newJob>[]): Promise<void> {
  for (const job of jobs) await store.receive({ key: `event-${job.key}`, team: job.team, receivedAt: 0 }, [job]);
}

describe.each(engines)('job store on $name', ({ open, afterDeath }) => {
  it('who can do one workspace’s jobs is given no other’s', async () => {
    const store = await open();
    await receive(store, newJob('a', { team: 'T1' }), newJob('b', { team: 'T2' }));
    const next = (team: string) => store.claimJob({ owner: `w-${team}`, now: 10, leaseMs, team });
    expect((await next('T2'))?.key).toBe('b');
    expect(await next('T2')).toBeUndefined();
    expect(await store.nextRunAt('T3')).toBeUndefined();
    expect(await store.nextRunAt('T1')).toBe(0);
    expect((await next('T1'))?.key).toBe('a');
  });

  it('the same event twice is received once', async () => {
    const store = await open();
    const event = { key: 'E1', team: 'T1', receivedAt: 0 };
    expect(await store.receive(event, [newJob('a')])).toBe(true);
    expect(await store.receive(event, [newJob('a'), newJob('b')])).toBe(false);
    expect((await claim(store, 'w1', 0))?.key).toBe('a');
    expect(await claim(store, 'w2', 0)).toBeUndefined();
  });

  it('another event with the same job key adds no second job, also after the first has ended', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const job = await claim(store, 'w', 0);
    await store.finishJob({ jobId: job?.id ?? '', owner: 'w', status: 'done', errorCode: null, now: 0 });
    expect(await store.receive({ key: 'another', team: 'T1', receivedAt: 0 }, [newJob('a')])).toBe(true);
    expect(await claim(store, 'w', 0)).toBeUndefined();
  });

  it('a claimed job comes back whole and counts its attempts', async () => {
    const store = await open();
    const payload = { text: 'a "b" \u{1F600} \u0000 \ud800', nested: [1, null, { deep: true }] };
    await receive(store, newJob('a', { payload, thread: 'C1:1.1' }));
    const job = await claim(store, 'w', 0);
    expect(job).toEqual({
      id: expect.any(String),
      key: 'a',
      kind: 'brief-post',
      team: 'T1',
      thread: 'C1:1.1',
      payload,
      attempts: 1,
    });
    await store.delayJob({ jobId: job?.id ?? '', owner: 'w', runAt: 0, errorCode: 'x' });
    expect((await claim(store, 'w2', 0))?.attempts).toBe(2);
  });

  it('a job whose lease ran out is claimed by another and the first can write nothing any more', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const jobId = (await claim(store, 'w1', 0))?.id ?? '';
    expect(await claim(store, 'w2', leaseMs - 1)).toBeUndefined();
    expect((await claim(store, 'w2', leaseMs))?.id).toBe(jobId);

    expect(await store.renewLease({ jobId, owner: 'w1', until: 99_999 })).toBe(false);
    expect(await store.saveStep({ jobId, owner: 'w1', name: 'draft', result: 1 })).toBe(false);
    expect(await store.beginStep({ jobId, owner: 'w1', name: 'post' })).toBe('lease-lost');
    expect(await store.delayJob({ jobId, owner: 'w1', runAt: 0, errorCode: null })).toBe(false);
    const end = { jobId, status: 'done' as const, errorCode: null, now: 0 };
    expect(await store.finishJob({ ...end, owner: 'w1' })).toBe(false);

    expect(await store.readStep(jobId, 'draft')).toBeUndefined();
    expect(await store.beginStep({ jobId, owner: 'w2', name: 'post' })).toBe('begun');
    expect(await store.finishJob({ ...end, owner: 'w2' })).toBe(true);
  });

  it('a renewed lease keeps a job from being claimed', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const jobId = (await claim(store, 'w1', 0))?.id ?? '';
    expect(await store.renewLease({ jobId, owner: 'w1', until: leaseMs * 2 })).toBe(true);
    expect(await claim(store, 'w2', leaseMs)).toBeUndefined();
    expect(await claim(store, 'w2', leaseMs * 2)).toBeDefined();
  });

  it('a step keeps its result, and that it was begun, across claims', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const jobId = (await claim(store, 'w1', 0))?.id ?? '';
    expect(await store.readStep(jobId, 'draft')).toBeUndefined();
    expect(await store.saveStep({ jobId, owner: 'w1', name: 'draft', result: { words: [1, 'two', null] } })).toBe(true);
    expect(await store.saveStep({ jobId, owner: 'w1', name: 'nothing', result: undefined })).toBe(true);
    expect(await store.beginStep({ jobId, owner: 'w1', name: 'post' })).toBe('begun');
    expect(await store.beginStep({ jobId, owner: 'w1', name: 'post' })).toBe('begun-before');

    expect((await claim(store, 'w2', leaseMs))?.id).toBe(jobId);
    expect(await store.readStep(jobId, 'draft')).toEqual({ result: { words: [1, 'two', null] } });
    expect(await store.readStep(jobId, 'nothing')).toEqual({ result: null });
    expect(await store.readStep(jobId, 'post')).toBeUndefined();
    expect(await store.beginStep({ jobId, owner: 'w2', name: 'post' })).toBe('begun-before');
    expect(await store.saveStep({ jobId, owner: 'w2', name: 'post', result: '1.2' })).toBe(true);
    expect(await store.readStep(jobId, 'post')).toEqual({ result: '1.2' });
  });

  it('a done job loses its steps', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const jobId = (await claim(store, 'w', 0))?.id ?? '';
    await store.saveStep({ jobId, owner: 'w', name: 'draft', result: 'text' });
    await store.finishJob({ jobId, owner: 'w', status: 'done', errorCode: null, now: 0 });
    expect(await store.readStep(jobId, 'draft')).toBeUndefined();
  });

  it('a delayed job is due at its time', async () => {
    const store = await open();
    await receive(store, newJob('a'));
    const jobId = (await claim(store, 'w', 0))?.id ?? '';
    expect(await store.delayJob({ jobId, owner: 'w', runAt: 5000, errorCode: 'rate-limited' })).toBe(true);
    expect(await store.nextRunAt()).toBe(5000);
    expect(await claim(store, 'w2', 4999)).toBeUndefined();
    expect((await claim(store, 'w2', 5000))?.id).toBe(jobId);
  });

  it('the next run is the end of a lease where only a running job and those behind it are left', async () => {
    const store = await open();
    expect(await store.nextRunAt()).toBeUndefined();
    await receive(store, newJob('a', { thread: 'one' }), newJob('b', { thread: 'one' }));
    expect(await store.nextRunAt()).toBe(0);
    await claim(store, 'w', 100);
    expect(await store.nextRunAt()).toBe(100 + leaseMs);
  });

  it('jobs of a thread run one at a time in the order they came', async () => {
    const store = await open();
    await receive(store, newJob('brief', { thread: 'one' }), newJob('question', { thread: 'one' }), newJob('other'));
    const brief = await claim(store, 'w1', 0);
    expect(brief?.key).toBe('brief');
    expect((await claim(store, 'w2', 0))?.key).toBe('other');
    expect(await claim(store, 'w3', 0)).toBeUndefined();
    // Also while the earlier one waits for another try.
    await store.delayJob({ jobId: brief?.id ?? '', owner: 'w1', runAt: 8000, errorCode: null });
    expect(await claim(store, 'w3', 7999)).toBeUndefined();
    const again = await claim(store, 'w3', 8000);
    expect(again?.key).toBe('brief');
    await store.finishJob({ jobId: again?.id ?? '', owner: 'w3', status: 'failed', errorCode: 'x', now: 8000 });
    expect((await claim(store, 'w4', 8000))?.key).toBe('question');
  });

  it('tells whether a thread has another open job of a kind', async () => {
    const store = await open();
    await receive(store, newJob('brief', { thread: 'one' }), newJob('q', { thread: 'one', kind: 'answer-question' }));
    const brief = await claim(store, 'w', 0);
    expect(await store.hasOpenJob('one', 'brief-post', 'none')).toBe(true);
    expect(await store.hasOpenJob('one', 'brief-post', brief?.id ?? '')).toBe(false);
    expect(await store.hasOpenJob('two', 'brief-post', 'none')).toBe(false);
    await store.finishJob({ jobId: brief?.id ?? '', owner: 'w', status: 'done', errorCode: null, now: 0 });
    expect(await store.hasOpenJob('one', 'brief-post', 'none')).toBe(false);
    expect(await store.hasOpenJob('one', 'answer-question', 'none')).toBe(true);
  });

  it('a workspace with a long queue does not keep another waiting', async () => {
    const store = await open();
    for (let n = 0; n < 20; n++) await receive(store, newJob(`busy-${n}`, { team: 'busy' }));
    await receive(store, newJob('calm-0', { team: 'calm' }), newJob('calm-1', { team: 'calm' }));
    const teams: (string | undefined)[] = [];
    // One place only: every job ends before the next claim, so running jobs cannot tell the two apart.
    for (let n = 0; n < 5; n++) {
      const job = await claim(store, `w${n}`, 10);
      teams.push(job?.team);
      await store.finishJob({ jobId: job?.id ?? '', owner: `w${n}`, status: 'done', errorCode: null, now: 10 });
    }
    expect(teams.slice(0, 4).filter((team) => team === 'calm')).toHaveLength(2);
    expect(teams[4]).toBe('busy');
  });

  it('a channel with a long queue does not keep another of its workspace waiting', async () => {
    const store = await open();
    for (let n = 0; n < 20; n++) await receive(store, newJob(`busy-${n}`, { channel: 'C1' }));
    await receive(store, newJob('calm-0', { channel: 'C2' }), newJob('calm-1', { channel: 'C2' }), newJob('none'));
    const keys: (string | undefined)[] = [];
    for (let n = 0; n < 6; n++) {
      const job = await claim(store, `w${n}`, 10);
      keys.push(job?.key);
      await store.finishJob({ jobId: job?.id ?? '', owner: `w${n}`, status: 'done', errorCode: null, now: 10 });
    }
    expect(keys.slice(0, 5).sort()).toEqual(['busy-0', 'busy-1', 'calm-0', 'calm-1', 'none']);
    expect(keys[5]).toBe('busy-2');
  });

  it('the workspace that runs fewest comes first, also where its last claim was later', async () => {
    const store = await open();
    for (const n of [1, 2]) await receive(store, newJob(`slow-${n}`, { team: 'slow' }));
    for (const n of [1, 2]) await receive(store, newJob(`swift-${n}`, { team: 'swift' }));
    const first = [await claim(store, 'w1', 0), await claim(store, 'w2', 0)];
    const swift = first.find((job) => job?.team === 'swift');
    const owner = swift === first[0] ? 'w1' : 'w2';
    await store.finishJob({ jobId: swift?.id ?? '', owner, status: 'done', errorCode: null, now: 0 });
    expect((await claim(store, 'w3', 0))?.key).toBe('swift-2');
    expect((await claim(store, 'w4', 0))?.key).toBe('slow-2');
  });

  it('a workspace runs at most its limit, and the others go on', async () => {
    const store = await open();
    for (let n = 0; n < 8; n++) await receive(store, newJob(`a${n}`, { team: 'A' }));
    for (let n = 0; n < 2; n++) await receive(store, newJob(`b${n}`, { team: 'B' }));
    const teams: (string | undefined)[] = [];
    for (let n = 0; n < 6; n++) teams.push((await claim(store, `w${n}`, 0, 2))?.team);
    expect(teams.filter((team) => team === 'A')).toHaveLength(2);
    expect(teams.filter((team) => team === 'B')).toHaveLength(2);
    expect(teams.filter((team) => team === undefined)).toHaveLength(2);
    // A dead process does not hold a place for ever.
    expect(await claim(store, 'later', leaseMs, 2)).toBeDefined();
  });

  it('what a dead process ran is claimed again, and its owner is powerless', async () => {
    const store = await open();
    await receive(store, newJob('a'), newJob('b'));
    const jobId = (await claim(store, 'dead', 0))?.id ?? '';
    const later = await afterDeath(store, 50, leaseMs);
    const claimed = [await claim(store, 'w1', later), await claim(store, 'w2', later)].map((job) => job?.key);
    expect(claimed.sort()).toEqual(['a', 'b']);
    expect(await store.saveStep({ jobId, owner: 'dead', name: 's', result: 1 })).toBe(false);
  });

  it.each([0, 1, 2])(
    'a job that kills the process, %i others before it, does not use up their tries',
    async (place) => {
      const store = await open();
      const keys = ['a', 'b'].toSpliced(place, 0, 'poison');
      await receive(store, ...keys.map((key) => newJob(key)));
      const ended = new Map<string, number>();
      const workMs = 4000;
      let now = 0;
      // One turn is one process: it claims what is due, second by second, until the poison takes it down.
      for (let process = 0; process < 20 && ended.size < keys.length; process++) {
        now = await afterDeath(store, now, leaseMs);
        const held: { job: Job; owner: string; endsAt: number }[] = [];
        let alive = true;
        for (const end = now + 60_000; alive && now < end; now += 1000) {
          for (const done of held.filter(({ endsAt }) => endsAt <= now)) {
            held.splice(held.indexOf(done), 1);
            const { job, owner } = done;
            await store.finishJob({ jobId: job.id, owner, status: 'done', errorCode: null, now });
            ended.set(job.key, job.attempts);
          }
          for (let job: Job | undefined; ; ) {
            const owner = `${process}-${now}-${held.length}`;
            job = await store.claimJob({ owner, now, leaseMs });
            if (!job) break;
            held.push({ job, owner, endsAt: job.attempts > 8 ? now : now + workMs });
            if (job.key === 'poison' && job.attempts <= 8) alive = false;
          }
        }
      }
      expect([...ended.keys()].sort()).toEqual(['a', 'b', 'poison']);
      expect(ended.get('poison')).toBe(9);
      expect(Math.max(ended.get('a') ?? 99, ended.get('b') ?? 99)).toBeLessThanOrEqual(6);
    },
  );
});
