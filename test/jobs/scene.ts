import { afterEach } from 'vitest';
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

/** Stops a worker without waiting for what it runs. */
export async function stopAtOnce(worker: Worker, clock: FakeClock): Promise<void> {
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

/** A store in memory, a clock that is moved by hand, and workers that are stopped with the test. */
export async function createScene(wrap: (store: Store) => JobStore = (store) => store): Promise<Scene> {
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
export function createGate() {
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
