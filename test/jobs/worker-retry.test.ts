import { describe, expect, it } from 'vitest';
import { GiveUp, RetryLater, SlackError } from '../../src/core/errors.ts';
import { toVerdict } from '../../src/flows/reply-once.ts';
import { createScene, stopAtOnce } from './scene.ts';

describe('worker, when a try fails', () => {
  it('does not do a finished step again, and gives the same value', async () => {
    const { add, work, clock } = await createScene();
    let drafts = 0;
    const results: unknown[] = [];
    await add({ key: 'a' });
    const worker = work(async (_payload, run) => {
      results.push(await run.step('draft', async () => ({ n: ++drafts, gone: undefined })));
      results.push(await run.step('nothing', async () => {}));
      if (results.length < 4) throw new Error('slack is down');
    });
    await worker.start();
    await clock.advance(1000);
    await worker.idle();
    expect(drafts).toBe(1);
    expect(results).toEqual([{ n: 1 }, null, { n: 1 }, null]);
  });

  it('tells a later try that an effect was begun', async () => {
    const { add, work, clock } = await createScene();
    const begun: boolean[] = [];
    await add({ key: 'a' });
    const worker = work(async (_payload, run) => {
      begun.push(await run.beginOnce('post'));
      if (begun.length === 1) throw new Error('timed out');
    });
    await worker.start();
    await clock.advance(1000);
    await worker.idle();
    expect(begun).toEqual([false, true]);
  });

  it('tries again after growing pauses and gives up after the last try', async () => {
    const { add, work, clock, given } = await createScene();
    const tries: number[] = [];
    await add({ key: 'a' });
    const worker = work(async () => {
      tries.push(clock.now());
      throw Object.assign(new Error('secret article text'), { code: 'flaky' });
    });
    await worker.start();
    await clock.advance(600_000);
    const gaps = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(gaps).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000]);
    expect(given.map(({ job, code }) => [job.key, job.payload, code])).toEqual([['a', 'a', 'flaky']]);
  });

  it.each([
    ['fails', () => toVerdict(new SlackError('unavailable'))],
    ['asks for pauses', () => toVerdict(new SlackError('rate-limited', { retryAfterMs: 5000 }))],
  ])('waits out a Slack that %s for the best part of an hour, whatever restarts come meanwhile', async (_, toError) => {
    const { add, work, clock, given } = await createScene();
    const backAt = clock.now() + 55 * 60_000;
    let tries = 0;
    let done = 0;
    await add({ key: 'a' });
    const startWorker = async () => {
      const worker = work(async () => {
        tries += 1;
        if (clock.now() < backAt) throw toError();
        done += 1;
      });
      await worker.start();
      return worker;
    };
    for (let restart = 0; restart < 20; restart += 1) {
      const worker = await startWorker();
      await clock.advance(150_000);
      await stopAtOnce(worker, clock);
    }
    await startWorker();
    await clock.advance(10 * 60_000);
    expect([done, given]).toEqual([1, []]);
    expect(tries).toBeLessThan(100);
  });

  it('gives up what Slack has not taken for over an hour', async () => {
    const { add, work, clock, given } = await createScene();
    const tries: number[] = [];
    await add({ key: 'a' });
    const worker = work(async () => {
      tries.push(clock.now());
      throw toVerdict(new SlackError('unavailable'));
    });
    await worker.start();
    await clock.advance(59 * 60_000);
    expect(given).toEqual([]);
    await clock.advance(10 * 60_000);
    expect(given.map(({ code }) => code)).toEqual(['unavailable']);
    const gaps = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(gaps.slice(0, 3)).toEqual([1000, 1000, 1000]);
    expect(Math.max(...gaps)).toBe(100_000);
  });

  it('says nothing of an error but its code and place', async () => {
    const { add, work, clock, lines } = await createScene();
    await add({ key: 'a' });
    const worker = work(async () => {
      JSON.parse('secret article text');
    });
    await worker.start();
    await clock.advance(600_000);
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('waits as long as it was asked to', async () => {
    const { add, work, clock } = await createScene();
    const tries: number[] = [];
    await add({ key: 'a' });
    const worker = work(async () => {
      tries.push(clock.now());
      if (tries.length === 1) throw new RetryLater('rate-limited', 45_000);
    });
    await worker.start();
    await clock.advance(44_999);
    expect(tries).toHaveLength(1);
    await clock.advance(1);
    expect(tries).toHaveLength(2);
  });

  it('ends without a word where the post is gone, and keeps nothing of it', async () => {
    const { add, work, given, store } = await createScene();
    await add({ key: 'a' });
    const worker = work(async (_payload, run) => {
      await run.step('read', async () => 'text');
      throw toVerdict(new SlackError('post-gone'));
    });
    await worker.start();
    await worker.idle();
    expect(given).toEqual([]);
    expect(await store.failedJobs(9)).toEqual([]);
    expect(await store.readStep('1', 'read')).toBeUndefined();
  });

  it('gives up at once where it is told to, and where nobody handles the kind', async () => {
    const { add, work, given } = await createScene();
    await add({ key: 'a' }, { key: 'b', kind: 'from-the-future' }, { key: 'c', kind: 'toString' });
    const worker = work(async () => {
      throw new GiveUp('channel-gone');
    });
    await worker.start();
    await worker.idle();
    expect(given.map(({ job, code }) => `${job.key} ${code}`).sort()).toEqual([
      'a channel-gone',
      'b unknown-kind',
      'c unknown-kind',
    ]);
  });

  it('a job that takes its process down ends too', async () => {
    const { add, work, clock, given } = await createScene();
    await add({ key: 'poison' });
    let started = 0;
    for (let restart = 0; restart < 12; restart++) {
      const worker = work(() => {
        started++;
        return new Promise(() => {});
      });
      await worker.start();
      await clock.settle();
      await stopAtOnce(worker, clock);
    }
    expect(started).toBe(8);
    expect(given.map(({ code }) => code)).toEqual(['too-many-attempts']);
  });

  it('the last word is tried again, and the work is not', async () => {
    const { add, work, clock } = await createScene();
    let works = 0;
    let words = 0;
    await add({ key: 'a' });
    const worker = work(
      async () => {
        works++;
        throw new GiveUp('brief-failed');
      },
      {
        onGivenUp: async (_job, code) => {
          words++;
          expect(code).toBe('brief-failed');
          if (words < 3) throw new Error('slack is down');
        },
      },
    );
    await worker.start();
    await clock.advance(60_000);
    expect({ works, words }).toEqual({ works: 1, words: 3 });
  });

  it('a failed job that an operator starts anew has all its tries and its finished steps', async () => {
    const { add, work, clock, store, given } = await createScene();
    let drafts = 0;
    let posts = 0;
    await add({ key: 'a' });
    const worker = work(async (_payload, run) => {
      await run.step('draft', async () => ++drafts);
      if (++posts === 1) throw new GiveUp('not-in-channel');
      if (posts === 2) throw new Error('flaky');
    });
    await worker.start();
    await worker.idle();
    const [failed] = await store.failedJobs(9);
    expect(failed?.errorCode).toBe('not-in-channel');
    expect(await store.retryJob(failed?.id ?? '', clock.now())).toBe('started');
    worker.wake();
    await clock.advance(1000);
    await worker.idle();
    expect({ drafts, posts, given: given.length }).toEqual({ drafts: 1, posts: 3, given: 1 });
    expect(await store.failedJobs(9)).toEqual([]);
  });

  it('a failed commit is tried again as a commit', async () => {
    let failures = 6;
    const { add, work, clock } = await createScene((store) => ({
      ...store,
      saveStep: async (step) => {
        if (failures-- > 0) throw new Error('disk full');
        return store.saveStep(step);
      },
    }));
    let drafts = 0;
    await add({ key: 'a' });
    const seen: unknown[] = [];
    const worker = work(async (_payload, run) => {
      seen.push(await run.step('draft', async () => ++drafts));
    });
    await worker.start();
    await clock.advance(30_000);
    await worker.idle();
    expect({ drafts, seen }).toEqual({ drafts: 1, seen: [1] });
  });

  it('a commit that never succeeds holds no place for ever', async () => {
    const { add, work, clock, store } = await createScene((real) => ({
      ...real,
      saveStep: async () => {
        throw new Error('never');
      },
    }));
    await add({ key: 'a' });
    await work(async (_payload, run) => {
      await run.step('draft', async () => 'paid');
    }).start();
    await clock.advance(5 * 60_000);
    expect(await store.queueState(clock.now())).toMatchObject({ running: 1 });
    await clock.advance(20 * 60_000);
    expect((await store.claimJob({ owner: 'other', now: clock.now() + 60_000, leaseMs: 1 }))?.attempts).toBeGreaterThan(
      2,
    );
  });

  it('a store that is away for a while is asked again, and nothing is lost', async () => {
    let away = true;
    const { add, work, clock } = await createScene((store) => ({
      ...store,
      claimJob: async (claim) => {
        if (away) throw new Error('no connection');
        return store.claimJob(claim);
      },
    }));
    await add({ key: 'a' });
    const seen: unknown[] = [];
    await work(async (payload) => void seen.push(payload)).start();
    await clock.advance(30_000);
    expect(seen).toEqual([]);
    away = false;
    await clock.advance(1000);
    expect(seen).toEqual(['a']);
  });
});
