import { afterEach, describe, expect, it } from 'vitest';
import { GiveUp, RetryLater } from '../../src/core/errors.ts';
import { createWorker, type Worker, type WorkerOptions } from '../../src/jobs/worker.ts';
import type { Job, JobStore, NewJob, Run } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createTestLog } from './test-log.ts';

const open: { store: Store; clock: FakeClock; workers: Worker[] }[] = [];
afterEach(async () => {
  for (const { store, clock, workers } of open.splice(0)) {
    for (const worker of workers) await stopAtOnce(worker, clock);
    await store.close();
  }
});

async function stopAtOnce(worker: Worker, clock: FakeClock): Promise<void> {
  const stop = worker.stop({ deadlineMs: 0 });
  await clock.advance(0);
  await stop;
}

type Given = { job: Job; code: string };
type Scene = {
  store: Store;
  clock: FakeClock;
  given: Given[];
  lines: ReturnType<typeof createTestLog>['lines'];
  add(...jobs: (Partial<NewJob> & { key: string })[]): Promise<void>;
  work(handler: (payload: unknown, run: Run) => Promise<void>, options?: Partial<WorkerOptions>): Worker;
};

async function createScene(wrap: (store: Store) => JobStore = (store) => store): Promise<Scene> {
  const store = await openStore({ path: ':memory:' });
  const workers: Worker[] = [];
  const clock = createFakeClock();
  open.push({ store, clock, workers });
  const given: Given[] = [];
  const { log, lines } = createTestLog();
  return {
    store,
    clock,
    given,
    lines,
    async add(...jobs) {
      for (const job of jobs) {
        const whole = { kind: 'work', team: 'T1', thread: job.key, payload: job.key, ...job };
        await store.receive({ key: `e-${job.key}`, team: whole.team, receivedAt: clock.now() }, [whole]);
      }
    },
    work(handler, options = {}) {
      const worker = createWorker({
        store: wrap(store),
        handlers: { work: handler },
        onGivenUp: async (job, code) => void given.push({ job, code }),
        log,
        now: clock.now,
        setTimer: clock.setTimer,
        random: () => 0,
        ...options,
      });
      workers.push(worker);
      return worker;
    },
  };
}

/** Work that ends when it is told to, or when its signal is aborted. */
function createGate() {
  const running: string[] = [];
  const doors = new Map<string, () => void>();
  return {
    running,
    open: (key: string) => doors.get(key)?.(),
    handler: (_payload: unknown, run: Run) =>
      new Promise<void>((resolve, reject) => {
        running.push(run.key);
        const leave = (end: () => void) => () => {
          running.splice(running.indexOf(run.key), 1);
          end();
        };
        doors.set(run.key, leave(resolve));
        run.signal.addEventListener(
          'abort',
          leave(() => reject(run.signal.reason)),
          { once: true },
        );
      }),
  };
}

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
    expect(await store.retryJob(failed?.id ?? '', clock.now())).toBe(true);
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
});
