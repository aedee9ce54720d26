import { setTimeout as wait } from 'node:timers/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DraftError, SlackError } from './core/errors.ts';
import type { BriefStore, Drafters, PostReply, ReadPage, UsageStore } from './ports.ts';

type Watched = {
  readPage: ReadPage;
  model: Drafters | undefined;
  store: Pick<UsageStore, 'countUsage'> & Pick<BriefStore, 'saveBrief'>;
};

export type Metrics = {
  /** The same ports, counted: every value of a label is one of the program's own codes, never anything from outside. */
  watch<Ports extends Watched>(ports: Ports): Ports;
  watchPosting(postReply: PostReply): PostReply;
  /** In Prometheus' text form. */
  text(): Promise<string>;
};

type QueueState = { pending: number; running: number; failed: number; waitingSince: number | null };

/**
 * Counts for an operator's Prometheus. Counters are this process's; the queue is everybody's.
 *
 * @param storeTimeoutMs  a scrape waits no longer for the store; Prometheus itself gives up after ten seconds
 */
export function createMetrics({
  queueState,
  now,
  storeTimeoutMs = 1500,
}: {
  queueState: () => Promise<QueueState>;
  now: () => number;
  storeTimeoutMs?: number;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const steps = new Histogram({
    name: 'byline_step_seconds',
    help: 'How long a step took, by its outcome',
    labelNames: ['step', 'outcome'] as const,
    buckets: [0.1, 0.3, 1, 3, 10, 30, 100, 300],
    registers,
  });
  const count = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `byline_${name}`, help, labelNames, registers });
  const refusals = count('refusals_total', 'Pages that were not summarised, by why', 'why');
  const briefs = count(
    'briefs_total',
    'Briefs, by who drafted and why the offline reader stood in',
    'drafter',
    'fell_back',
  );
  const reused = count('drafts_reused_total', 'Briefs of an article that was drafted for an earlier post, at no cost');
  const quotes = count('quotes_total', 'Quotes of drafts, found in the article or dropped', 'outcome');
  const statements = count('dropped_total', 'Parts of drafts that the check left out', 'part');
  const cost = count('model_cost_dollars_total', 'What models cost, where prices are set');
  const tokens = count('model_tokens_total', 'Tokens, in and out', 'direction');
  watchQueue(registers, shareWithin(storeTimeoutMs, queueState), now);

  async function time<T>(step: string, work: () => Promise<T>, outcomeOf: (result: T) => string = () => 'ok') {
    const begun = performance.now();
    const end = (outcome: string) => steps.observe({ step, outcome }, (performance.now() - begun) / 1000);
    try {
      const result = await work();
      end(outcomeOf(result));
      return result;
    } catch (error) {
      end(error instanceof DraftError || error instanceof SlackError ? error.code : 'failed');
      throw error;
    }
  }

  const watchModel = ({ draftBrief, draftAnswer }: Drafters): Drafters => ({
    draftBrief: (...asked) => time('draft', () => draftBrief(...asked)),
    draftAnswer: (...asked) => time('answer', () => draftAnswer(...asked)),
  });

  return {
    watch: (ports) => ({
      ...ports,
      readPage: (url, signal) =>
        time(
          'read',
          async () => {
            const page = await ports.readPage(url, signal);
            if (page.kind === 'refusal') refusals.inc({ why: page.why });
            return page;
          },
          ({ kind }) => kind,
        ),
      model: ports.model && watchModel(ports.model),
      store: {
        ...ports.store,
        countUsage: async (usage, claim) => {
          const added = await ports.store.countUsage(usage, claim);
          cost.inc(added.costMicros / 1e6);
          tokens.inc({ direction: 'in' }, added.inputTokens);
          tokens.inc({ direction: 'out' }, added.outputTokens);
          return added;
        },
        saveBrief: async (record, kept, claim) => {
          await ports.store.saveBrief(record, kept, claim);
          const { checks, drafter } = record.brief;
          briefs.inc({ drafter: drafter.kind, fell_back: drafter.fellBack ?? 'no' });
          if (drafter.isReused) reused.inc();
          quotes.inc({ outcome: 'found' }, checks.quotesFound);
          quotes.inc({ outcome: 'dropped' }, Math.max(0, checks.quotesOffered - checks.quotesFound));
          for (const { part } of checks.drops) statements.inc({ part });
        },
      },
    }),
    watchPosting: (postReply) => (target, reply, options) => time('post', () => postReply(target, reply, options)),
    text: () => registry.metrics(),
  };
}

// Asked when somebody looks. Where the store does not answer, these two have no value, and all that this process counts is given.
function watchQueue(registers: Registry[], queueState: () => Promise<QueueState | undefined>, now: () => number): void {
  new Gauge({
    name: 'byline_jobs',
    help: 'Jobs, by what they wait for; failed ones that can be tried again',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      this.reset();
      const state = await queueState();
      if (!state) return;
      this.set({ state: 'pending' }, state.pending);
      this.set({ state: 'running' }, state.running);
      this.set({ state: 'failed' }, state.failed);
    },
  });
  new Gauge({
    name: 'byline_queue_age_seconds',
    help: 'How long the job that has been due longest waits',
    registers,
    async collect() {
      this.remove();
      const state = await queueState();
      if (!state) return;
      this.set(state.waitingSince === null ? 0 : Math.max(0, now() - state.waitingSince) / 1000);
    },
  });
}

/** Asks once at a time, however many want to know; undefined where that fails or takes too long, and it is not asked again meanwhile. */
function shareWithin<T>(timeoutMs: number, ask: () => Promise<T>): () => Promise<T | undefined> {
  let asking: Promise<T | undefined> | undefined;
  return async () => {
    asking ??= ask()
      .catch(() => undefined)
      .finally(() => {
        asking = undefined;
      });
    const done = new AbortController();
    const late = wait(timeoutMs, undefined, { signal: done.signal }).catch(() => undefined);
    try {
      return await Promise.race([asking, late]);
    } finally {
      done.abort();
    }
  };
}
