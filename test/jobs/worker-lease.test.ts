import { describe, expect, it } from 'vitest';
import { createGate, createScene } from './scene.ts';

describe('worker, its leases and its end', () => {
  it('a long run keeps its lease', async () => {
    const { add, work, clock, store } = await createScene();
    const gate = createGate();
    await add({ key: 'a' });
    await work(gate.handler).start();
    await clock.advance(120_000);
    expect(gate.running).toEqual(['a']);
    expect(await store.claimJob({ owner: 'other', now: clock.now(), leaseMs: 1 })).toBeUndefined();
  });

  it('a run whose lease went to another is told to stop and stores nothing', async () => {
    const { add, work, clock, store } = await createScene();
    await add({ key: 'a' });
    const reached: string[] = [];
    let go = () => {};
    await work(async (_payload, run) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      reached.push(`aborted ${run.signal.aborted}`);
      await run.step('draft', async () => 'mine');
      reached.push('went on');
    }).start();
    await clock.settle();
    const stolen = await store.claimJob({ owner: 'other', now: clock.now() + 60_000, leaseMs: 600_000 });
    expect(stolen?.key).toBe('a');
    await clock.advance(6000);
    go();
    await clock.settle();
    expect(reached).toEqual(['aborted true']);
    expect(await store.readStep(stolen?.id ?? '', 'draft')).toBeUndefined();
    expect(await store.renewLease({ jobId: stolen?.id ?? '', owner: 'other', until: 0 })).toBe(true);
  });

  it('after a sleep of the machine a run goes on and is not started a second time', async () => {
    const { add, work, clock } = await createScene();
    let starts = 0;
    const gate = createGate();
    await add({ key: 'a' });
    // Timers that stand still while the clock runs on: what a closed laptop does.
    let asleep = 0;
    const worker = work(
      (payload, run) => {
        starts++;
        return gate.handler(payload, run);
      },
      { now: () => clock.now() + asleep },
    );
    await worker.start();
    await clock.settle();
    asleep = 3_600_000;
    worker.wake();
    await clock.settle();
    expect(starts).toBe(1);
    expect(gate.running).toEqual(['a']);
  });

  it('what a dead process ran goes on within ten seconds in another one that shares the store', async () => {
    const { add, work, clock, store } = await createScene();
    const seen: unknown[] = [];
    await work(async (payload) => void seen.push(payload), { isShared: true }).start();
    await clock.advance(20_000);
    await add({ key: 'a' });
    await store.claimJob({ owner: 'dead', now: clock.now(), leaseMs: 8000 });
    await clock.advance(10_000);
    expect(seen).toEqual(['a']);
  });

  it('after the store was away, a process that shares it waits until the others have renewed their leases', async () => {
    let away = false;
    const { add, work, clock, store } = await createScene((real) => ({
      ...real,
      claimJob: async (claim) => {
        if (away) throw new Error('no connection');
        return real.claimJob(claim);
      },
    }));
    const seen: unknown[] = [];
    await work(async (payload) => void seen.push(payload), { isShared: true }).start();
    await clock.advance(20_000);
    await add({ key: 'a' });
    const jobId = (await store.claimJob({ owner: 'alive', now: clock.now(), leaseMs: 8000 }))?.id ?? '';
    away = true;
    await clock.advance(30_000);
    away = false;
    await add({ key: 'new' });
    await clock.advance(2700);
    expect(seen).toEqual(['new']);
    expect(await store.renewLease({ jobId, owner: 'alive', until: clock.now() + 8000 })).toBe(true);
    await clock.advance(7000);
    expect(seen).toEqual(['new']);
    await clock.advance(3000);
    expect(seen).toEqual(['new', 'a']);
  });

  it('stops after what runs has ended, and claims no more', async () => {
    const { add, work, clock } = await createScene();
    const gate = createGate();
    await add({ key: 'a' }, { key: 'b' });
    const worker = work(gate.handler, { concurrency: 1 });
    await worker.start();
    await clock.settle();
    let stopped = false;
    const stop = worker.stop({ deadlineMs: 20_000 }).then(() => {
      stopped = true;
    });
    await clock.advance(10_000);
    expect(stopped).toBe(false);
    gate.open('a');
    await stop;
    expect(gate.running).toEqual([]);
    expect(clock.timers()).toBe(0);
  });

  it('gives back at the deadline what still runs, and the next process starts it at once', async () => {
    const { add, work, clock } = await createScene();
    const gate = createGate();
    await add({ key: 'a' });
    const first = work(gate.handler);
    await first.start();
    await clock.settle();
    const stop = first.stop({ deadlineMs: 20_000 });
    await clock.advance(20_000);
    await stop;
    expect(gate.running).toEqual([]);
    expect(clock.timers()).toBe(0);
    const seen: unknown[] = [];
    await work(async (payload) => void seen.push(payload)).start();
    await clock.settle();
    expect(seen).toEqual(['a']);
  });
});
