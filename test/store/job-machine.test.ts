import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { newJob } from './records.ts';

// The queue as a machine: random receipts, claims, ends, expiries and crashes against a model that a reader can check by eye.

const leaseMs = 100;
const teams = ['A', 'B'];

type ModelJob = {
  key: string;
  team: string;
  channel: string;
  thread: string;
  status: 'pending' | 'running' | 'done' | 'failed';
  due: number;
  attempts: number;
  steps: Set<string>;
};
type Model = { now: number; owners: number; events: Set<string>; jobs: ModelJob[] };
/** Every claim ever made, also those whose lease has gone. */
type Claim = { jobId: string; owner: string; job: ModelJob; live: boolean };
type Real = { store: Store; claims: Claim[] };

const isOpen = (job: ModelJob) => job.status === 'pending' || job.status === 'running';
const runs = (job: ModelJob, now: number) => job.status === 'running' && job.due > now;

function claimable(model: Model, perTeam: number): ModelJob[] {
  return model.jobs.filter(
    (job, index) =>
      isOpen(job) &&
      job.due <= model.now &&
      !model.jobs.slice(0, index).some((earlier) => earlier.thread === job.thread && isOpen(earlier)) &&
      running(model, job.team) < perTeam,
  );
}

function running(model: Model, team: string, channel?: string): number {
  const ofPlace = model.jobs.filter((job) => job.team === team && (channel === undefined || job.channel === channel));
  return ofPlace.filter((job) => runs(job, model.now)).length;
}

type Command = fc.AsyncCommand<Model, Real>;

function command(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return { check: () => true, run, toString: () => name };
}

function receive(event: number, key: number, thread: number): Command {
  return command(`receive e${event} j${key} in t${thread}`, async (model, { store }) => {
    const team = teams[thread % teams.length] ?? 'A';
    const isNew = !model.events.has(`e${event}`);
    const channel = `c${thread % 2}`;
    const job = newJob(`j${key}`, { team, channel, thread: `t${thread}` });
    expect(await store.receive({ key: `e${event}`, team, receivedAt: model.now }, [job])).toBe(isNew);
    if (!isNew) return;
    model.events.add(`e${event}`);
    if (model.jobs.some((known) => known.key === job.key)) return;
    model.jobs.push({
      key: job.key,
      team,
      channel,
      thread: job.thread,
      status: 'pending',
      due: model.now,
      attempts: 0,
      steps: new Set(),
    });
  });
}

function claim(perTeam: number): Command {
  return command(`claim, ${perTeam} a team`, async (model, real) => {
    const owner = `owner-${model.owners++}`;
    const got = await real.store.claimJob({ owner, now: model.now, leaseMs, perTeam });
    const possible = claimable(model, perTeam);
    // Nothing that could run waits, and nothing runs that may not.
    expect(got !== undefined).toBe(possible.length > 0);
    if (!got) return;
    const job = possible.find(({ key }) => key === got.key);
    if (!job) throw new Error(`${got.key} was claimed and must not be`);
    const fewest = Math.min(...possible.map(({ team }) => running(model, team)));
    expect(running(model, job.team)).toBe(fewest);
    const fewestInTeam = Math.min(
      ...possible.filter(({ team }) => team === job.team).map(({ team, channel }) => running(model, team, channel)),
    );
    expect(running(model, job.team, job.channel)).toBe(fewestInTeam);
    for (const earlier of real.claims) if (earlier.job === job) earlier.live = false;
    Object.assign(job, { status: 'running', due: model.now + leaseMs, attempts: job.attempts + 1 });
    expect(got.attempts).toBe(job.attempts);
    for (const step of job.steps) expect(await real.store.readStep(got.id, step)).toEqual({ result: step });
    real.claims.push({ jobId: got.id, owner, job, live: true });
  });
}

/** What any claim, live or not, tries to do; only a live one may succeed. */
function act(pick: number, what: 'renew' | 'step' | 'done' | 'failed' | 'delay'): Command {
  return command(`${what} by claim ${pick}`, async (model, { store, claims }) => {
    const made = claims[pick % Math.max(claims.length, 1)];
    if (!made) return;
    const { jobId, owner, job, live } = made;
    const { now } = model;
    if (what === 'renew') {
      expect(await store.renewLease({ jobId, owner, until: now + leaseMs })).toBe(live);
      if (live) job.due = now + leaseMs;
    } else if (what === 'step') {
      const name = `step-${owner}`;
      expect(await store.saveStep({ jobId, owner, name, result: name })).toBe(live);
      if (live) job.steps.add(name);
    } else if (what === 'delay') {
      expect(await store.delayJob({ jobId, owner, runAt: now + 50, errorCode: null })).toBe(live);
      if (live) Object.assign(job, { status: 'pending', due: now + 50 });
      made.live = false;
    } else {
      expect(await store.finishJob({ jobId, owner, status: what, errorCode: null, now })).toBe(live);
      if (live) job.status = what;
      made.live = false;
    }
  });
}

function wait(ms: number): Command {
  return command(`wait ${ms}`, async (model) => {
    model.now += ms;
  });
}

const crash = command('crash and recover', async (model, { store, claims }) => {
  const dead = model.jobs.filter(({ status }) => status === 'running');
  expect(await store.recoverJobs(model.now)).toBe(dead.length);
  let apart = 0;
  for (const job of dead) {
    const isSuspect = job.attempts > 4;
    Object.assign(job, { status: 'pending', due: model.now + (isSuspect ? 10_000 * apart++ : 0) });
  }
  for (const made of claims) made.live = false;
});

const commands = fc.commands(
  [
    fc.tuple(fc.nat(12), fc.nat(9), fc.nat(5)).map(([event, key, thread]) => receive(event, key, thread)),
    fc.integer({ min: 1, max: 3 }).map(claim),
    fc.tuple(fc.nat(30), fc.constantFrom('renew', 'step', 'done', 'failed', 'delay')).map(([n, what]) => act(n, what)),
    fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(10_000)).map(wait),
    fc.constant(crash),
  ],
  { size: 'max', maxCommands: 60 },
);

describe('the queue as a machine', () => {
  it('loses no job, runs none twice at a time, and lets only the owner write, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const real: Real = { store: await openStore({ path: ':memory:' }), claims: [] };
        const model: Model = { now: 1000, owners: 0, events: new Set(), jobs: [] };
        try {
          await fc.asyncModelRun(() => ({ model, real }), steps);
          await drain(model, real);
        } finally {
          await real.store.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Runs everything that is left; then every job that was ever received has ended. */
async function drain(model: Model, { store }: Real): Promise<void> {
  model.now += 1_000_000;
  for (const job of model.jobs.filter(isOpen)) {
    const owner = `drain-${job.key}`;
    const got = await store.claimJob({ owner, now: model.now, leaseMs });
    expect(got).toBeDefined();
    const ended = { jobId: got?.id ?? '', owner, status: 'done' as const, errorCode: null, now: model.now };
    expect(await store.finishJob(ended)).toBe(true);
  }
  expect(await store.claimJob({ owner: 'last', now: model.now, leaseMs })).toBeUndefined();
  expect(await store.nextRunAt()).toBeUndefined();
}
