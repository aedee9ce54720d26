import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';
import { failureCode, thrownAt } from './retry.ts';
import { type Hold, LeaseLost } from './run.ts';
import { type JobTools, runJob } from './run-job.ts';

export type WorkerOptions = Omit<JobTools, 'maxAttempts' | 'clock' | 'random'> &
  Partial<Clock> & {
    /** Jobs at once in this process; 4 unless told. */
    concurrency?: number;
    /** Jobs at once for one workspace, over all processes; unless told `concurrency`, or where the store is shared no limit. The next free place goes to whoever runs fewest in any case. */
    perTeam?: number;
    /** How long a claim stands without a sign of life; 15 s unless told, 5 s where the store is shared. Signs come three times as often. */
    leaseMs?: number;
    /** Whether other processes work on the same store: the leases of those that died are then taken over. */
    isShared?: boolean;
    /** The workspace whose jobs this process can do, asked at the start; all of them unless told. Others' wait for their own process. */
    ofTeam?: () => Promise<string>;
    /** Tries before a job is given up; 8 unless told. */
    maxAttempts?: number;
    /** In [0, 1). */
    random?: () => number;
  };

export type Worker = {
  /** Takes back the jobs of dead processes and begins to claim. */
  start(): Promise<void>;
  /** Claims at once; call it when a job was received. */
  wake(): void;
  /** Claims no more, waits for what runs, and gives back what still runs at the deadline for the next process to start at once. */
  stop(options: { deadlineMs: number }): Promise<void>;
  /** Whether it works: started, not stopped, and the store was asked lately or, where every place is taken, one of the jobs moves. */
  isAlive(): boolean;
  /** Settles once nothing runs and nothing is due. */
  idle(): Promise<void>;
};

type Held = Hold & { renewedAt: number; ended: Promise<void> };

// Longer than any step takes: a model's answer with its retries, from two endpoints, at their longest time limit.
const longestStepMs = 30 * 60_000;
// Longer than the longest sleep, or a question that the store does not answer.
const longestLookMs = 60_000;
// The pause after a look at the store that failed, or where due jobs wait for a place.
const shortPauseMs = 1000;
// A clock is put right by less all the time.
const clockSlackMs = 2000;
// A lease, and the longest sleep between two looks at the store. Shared: so that the jobs of a dead process go on within 10 s.
const paces = {
  alone: { leaseMs: 15_000, longestSleepMs: 30_000 },
  shared: { leaseMs: 5000, longestSleepMs: 2000 },
};

/** Runs the store's jobs, a bounded number at once, each under a lease that it keeps alive. */
export function createWorker(options: WorkerOptions): Worker {
  const { store, log, concurrency = 4, maxAttempts = 8, isShared = false, ofTeam } = options;
  const { longestSleepMs, ...pace } = isShared ? paces.shared : paces.alone;
  const { leaseMs = pace.leaseMs, perTeam = isShared ? Number.POSITIVE_INFINITY : concurrency } = options;
  const { now = systemClock.now, setTimer = systemClock.setTimer, random = Math.random } = options;
  const clock: Clock = { now, setTimer };
  const tools: JobTools = { ...options, maxAttempts, clock, random };
  const held = new Set<Held>();
  const onIdle: (() => void)[] = [];
  let state: 'new' | 'running' | 'stopped' = 'new';
  let claiming: Promise<void> | undefined;
  let wokenMeanwhile = false;
  let lookedAt = 0;
  let team: string | undefined;
  let cancelSleep = () => {};
  let cancelBeat = () => {};
  let latest = Number.NEGATIVE_INFINITY;
  let heardAt = Number.NEGATIVE_INFINITY;
  let patientUntil = Number.NEGATIVE_INFINITY;

  function wake(): void {
    if (state !== 'running') return;
    if (claiming) {
      wokenMeanwhile = true;
      return;
    }
    cancelSleep();
    claiming = claimAll().finally(() => {
      claiming = undefined;
      if (wokenMeanwhile) wake();
    });
  }

  async function claimAll(): Promise<void> {
    wokenMeanwhile = false;
    try {
      while (state === 'running' && held.size < concurrency) {
        await heedClock();
        // After a long sleep of the machine our own leases have run out: renew them before the claim takes them for dead.
        await renewLeases();
        const owner = randomUUID();
        const claimedAt = now();
        const claim = { owner, now: claimedAt, leaseMs, perTeam, takeExpired: mayTakeExpired(), ...(team && { team }) };
        const job = await store.claimJob(claim);
        heardAt = now();
        lookedAt = now();
        if (!job) {
          await sleepUntilNext();
          return;
        }
        const leaseUntil = isShared ? claimedAt + leaseMs : Number.POSITIVE_INFINITY;
        hold({ job, owner, controller: new AbortController(), movedAt: now(), leaseUntil });
      }
    } catch (error) {
      // Asked, if in vain: a database that is away is no fault of this process.
      lookedAt = now();
      log.error({ code: failureCode(error), at: thrownAt(error) }, 'store failed, no job claimed');
      sleep(shortPauseMs);
    }
  }

  async function heedClock(): Promise<void> {
    if (now() < latest - clockSlackMs) {
      log.warn({ ms: latest - now() }, 'clock was put back');
      await store.hurryJobs(now());
      latest = now();
    }
    latest = Math.max(latest, now());
  }

  // Who has not heard from the store for a while cannot tell a dead process from one that could not renew its leases either: that
  // one gets the time to, or what it has paid for would be paid again.
  function mayTakeExpired(): boolean {
    if (isShared && now() - heardAt > (leaseMs * 2) / 3) patientUntil = now() + leaseMs / 2;
    return now() >= patientUntil;
  }

  async function sleepUntilNext(): Promise<void> {
    const next = await store.nextRunAt(team);
    if (held.size === 0 && (next === undefined || next > now())) for (const settle of onIdle.splice(0)) settle();
    // An operator's command may bring jobs without waking us.
    if (next === undefined) return rest(longestSleepMs);
    // Due and yet not claimed: its workspace is at its limit, and the end of a run wakes us.
    rest(next > now() ? Math.min(next - now(), longestSleepMs) : shortPauseMs);
  }

  // Nothing is to be heard from the store until then: a pause of our own is no silence of the store's, however short the leases.
  function rest(ms: number): void {
    heardAt = now() + ms;
    sleep(ms);
  }

  function sleep(ms: number): void {
    if (state === 'running') cancelSleep = setTimer(wake, ms);
  }

  function hold(claim: Hold): void {
    const entry: Held = Object.assign(claim, { renewedAt: now(), ended: Promise.resolve() });
    held.add(entry);
    if (held.size === 1) beatLater();
    entry.ended = runJob(claim, tools).finally(() => {
      held.delete(entry);
      if (held.size === 0) cancelBeat();
      wake();
    });
  }

  function beatLater(): void {
    cancelBeat = setTimer(() => {
      void renewLeases().finally(() => {
        if (held.size > 0) beatLater();
      });
    }, leaseMs / 3);
  }

  async function renewLeases(): Promise<void> {
    for (const entry of held) {
      const { job, owner, controller, renewedAt } = entry;
      if (now() - renewedAt < leaseMs / 4) continue;
      try {
        entry.renewedAt = now();
        const until = now() + leaseMs;
        const kept = await store.renewLease({ jobId: job.id, owner, until });
        if (now() - heardAt <= leaseMs / 2) heardAt = now();
        if (kept && isShared) entry.leaseUntil = until;
        if (!kept && held.has(entry)) controller.abort(new LeaseLost());
      } catch (error) {
        // Not a lost lease: it may still stand, and the writes are fenced in any case.
        entry.renewedAt = renewedAt;
        log.warn({ job: job.id, code: failureCode(error) }, 'lease not renewed');
      }
    }
  }

  async function stop({ deadlineMs }: { deadlineMs: number }): Promise<void> {
    state = 'stopped';
    cancelSleep();
    await settledWithin(
      [...held].map(({ ended }) => ended),
      deadlineMs,
    );
    cancelBeat();
    await Promise.all([...held].map(giveBack));
    for (const settle of onIdle.splice(0)) settle();
  }

  async function giveBack({ job, owner, controller }: Held): Promise<void> {
    controller.abort(new LeaseLost());
    try {
      await store.delayJob({ jobId: job.id, owner, runAt: now(), errorCode: null });
    } catch (error) {
      log.warn({ job: job.id, code: failureCode(error) }, 'job not given back; its lease will run out');
    }
  }

  function settledWithin(ends: Promise<void>[], deadlineMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = setTimer(resolve, deadlineMs);
      void Promise.allSettled(ends).then(() => {
        cancel();
        resolve();
      });
    });
  }

  const hasLooked = () => now() - lookedAt < longestLookMs;
  const hasMoved = () => [...held].some(({ movedAt }) => now() - movedAt < longestStepMs);

  return {
    async start() {
      team = await ofTeam?.();
      const recovered = await store.recoverJobs(now());
      if (recovered > 0) log.info({ jobs: recovered }, 'jobs taken back from a process that ended');
      state = 'running';
      wake();
    },
    wake,
    stop,
    isAlive: () => state === 'running' && (held.size < concurrency ? hasLooked() : hasMoved()),
    idle: () =>
      new Promise((resolve) => {
        if (state === 'stopped') return resolve();
        onIdle.push(resolve);
        wake();
      }),
  };
}
