import { describe, expect, it } from 'vitest';
import { RetryLater } from '../../src/core/errors.ts';
import type { Store } from '../../src/store/open-store.ts';
import { createGate, createScene } from './scene.ts';

describe('worker', () => {
  it('runs what is due, hands on the payload, and is woken by a new job', async () => {
    const { add, work } = await createScene();
    const seen: unknown[] = [];
    const worker = work(async (payload) => void seen.push(payload));
    await add({ key: 'a', payload: { n: 1 } });
    await worker.start();
    await worker.idle();
    expect(seen).toEqual([{ n: 1 }]);
    await add({ key: 'b', payload: 'two' });
    worker.wake();
    await worker.idle();
    expect(seen).toEqual([{ n: 1 }, 'two']);
  });

  it('runs at most so many at once, and fills a place that gets free', async () => {
    const { add, work, clock } = await createScene();
    const gate = createGate();
    await add(...['a', 'b', 'c', 'd'].map((key) => ({ key })));
    await work(gate.handler, { concurrency: 2 }).start();
    await clock.settle();
    expect(gate.running).toEqual(['a', 'b']);
    gate.open('a');
    await clock.settle();
    expect(gate.running).toEqual(['b', 'c']);
  });

  it('gives free places to the workspace that has fewest, and no workspace more than its limit', async () => {
    const { add, work, clock } = await createScene();
    const gate = createGate();
    await add(...['a1', 'a2', 'a3', 'a4', 'a5'].map((key) => ({ key, team: 'A' })), { key: 'b1', team: 'B' });
    await work(gate.handler, { concurrency: 4, perTeam: 2 }).start();
    await clock.settle();
    expect([...gate.running].sort()).toEqual(['a1', 'a2', 'b1']);
    gate.open('a1');
    await clock.settle();
    expect([...gate.running].sort()).toEqual(['a2', 'a3', 'b1']);
  });

  it('is not alive once every job it runs has stood still for half an hour, and is again when one goes on', async () => {
    const { add, work, clock } = await createScene();
    const doors: (() => void)[] = [];
    await add({ key: 'a' }, { key: 'b' });
    const worker = work(
      async (_payload, run) => {
        for (const step of ['read', 'draft', 'post']) {
          await run.step(step, () => new Promise<void>((resolve) => void doors.push(resolve)));
        }
      },
      { concurrency: 2 },
    );
    await worker.start();
    await clock.advance(29 * 60_000);
    expect(worker.isAlive()).toBe(true);
    await clock.advance(2 * 60_000);
    expect(worker.isAlive()).toBe(false);
    doors[0]?.();
    await clock.settle();
    expect(worker.isAlive()).toBe(true);
  });

  it('is alive while the store fails, and not where the store has not answered for a minute', async () => {
    let claim: Store['claimJob'] = () => Promise.reject(new Error('away'));
    const { work, clock } = await createScene((store) => ({ ...store, claimJob: (of) => claim(of) }));
    const worker = work(async () => {}, { isShared: true });
    await worker.start();
    await clock.advance(10 * 60_000);
    expect(worker.isAlive()).toBe(true);
    claim = () => new Promise(() => {});
    await clock.advance(61_000);
    expect(worker.isAlive()).toBe(false);
  });

  it('keeps the order of a thread', async () => {
    const { add, work } = await createScene();
    const seen: unknown[] = [];
    let failures = 2;
    await add({ key: 'brief', thread: 'x' }, { key: 'question', thread: 'x' }, { key: 'second', thread: 'x' });
    const worker = work(async (payload) => {
      if (payload === 'brief' && failures-- > 0) throw new RetryLater('not-yet', 0);
      seen.push(payload);
    });
    await worker.start();
    await worker.idle();
    expect(seen).toEqual(['brief', 'question', 'second']);
  });

  it('sleeps until the next job is due, without asking the store meanwhile', async () => {
    let claims = 0;
    const { add, work, clock } = await createScene((store) => ({
      ...store,
      claimJob: (claim) => {
        claims++;
        return store.claimJob(claim);
      },
    }));
    await add({ key: 'a' });
    let tries = 0;
    const worker = work(async () => {
      if (++tries === 1) throw new RetryLater('later', 25_000);
    });
    await worker.start();
    await worker.idle();
    await clock.settle();
    const before = claims;
    await clock.advance(24_999);
    expect(claims).toBe(before);
    await clock.advance(1);
    expect(tries).toBe(2);
  });

  it('does not spin where due jobs wait for a place of their workspace', async () => {
    let claims = 0;
    const { add, work, clock } = await createScene((store) => ({
      ...store,
      claimJob: (claim) => {
        claims++;
        return store.claimJob(claim);
      },
    }));
    const gate = createGate();
    await add({ key: 'a' }, { key: 'b' });
    await work(gate.handler, { perTeam: 1 }).start();
    await clock.advance(60_000);
    expect(claims).toBeLessThan(100);
    gate.open('a');
    await clock.settle();
    expect(gate.running).toEqual(['b']);
  });

  it('a clock that is put back by an hour holds up no job that waits', async () => {
    const { add, work, clock } = await createScene();
    let back = 0;
    const seen: unknown[] = [];
    const gate = createGate();
    await add({ key: 'first' }, { key: 'second' });
    const worker = work(
      async (payload, run) => {
        seen.push(payload);
        if (payload === 'first') await gate.handler(payload, run);
      },
      { concurrency: 1, now: () => clock.now() - back },
    );
    await worker.start();
    await clock.settle();
    back = 3_600_000;
    gate.open('first');
    await clock.advance(31_000);
    expect(seen).toEqual(['first', 'second']);
  });

  it('finds a job that another process brought, without being woken', async () => {
    const { add, work, clock } = await createScene();
    const seen: unknown[] = [];
    await work(async (payload) => void seen.push(payload)).start();
    await clock.settle();
    await add({ key: 'a' });
    await clock.advance(30_000);
    expect(seen).toEqual(['a']);
  });
});
