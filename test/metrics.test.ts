import { afterEach, describe, expect, it } from 'vitest';
import { DraftError, SlackError } from '../src/core/errors.ts';
import { createHealth, type Health } from '../src/health.ts';
import { createMetrics } from '../src/metrics.ts';
import type { UsageSum } from '../src/ports.ts';
import { article, cannedDrafters, draft, refusal } from './flows/fakes.ts';
import { articleOf, briefOf, briefRecord } from './store/records.ts';
import { openTestStore } from './store/stores.ts';

let health: Health | undefined;
afterEach(() => health?.stop());

const none: UsageSum = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };
const canary = 'zqcanary7731';
const { signal } = new AbortController();
const target = { team: canary, channel: canary, threadTs: '1.1', user: canary, responseUrl: null };
const options = { key: canary, mayStand: false, signal };
const reply = { kind: 'notice', notice: 'how-to-use' } as const;

function setUp(model = cannedDrafters(draft), counted: () => UsageSum = () => none) {
  const metrics = createMetrics({
    queueState: async () => ({ pending: 3, running: 1, failed: 2, waitingSince: 5_000 }),
    now: () => 65_000,
  });
  const watched: Parameters<typeof metrics.watch>[0] = {
    readPage: async (url) => (url.includes('wall') ? refusal('paywall') : article),
    model,
    store: { countUsage: async () => counted(), saveBrief: async () => {} },
  };
  return { metrics, ports: metrics.watch(watched) };
}

describe('metrics', () => {
  it('count a cost once, however often its job is tried: what the store counted, and no more', async () => {
    const store = await openTestStore(':memory:');
    const { metrics, ports } = setUp();
    const watched = metrics.watch({ ...ports, store });
    const key = { key: 'k', team: 'T1', channel: 'C1', user: 'U1', day: '2026-11-22', model: 'm' };
    const spent = { calls: 1, inputTokens: 900, outputTokens: 80, costMicros: 250_000 };
    for (let tries = 1; tries <= 5; tries += 1) await watched.store.countUsage({ ...key, ...spent });
    const gone = { jobId: '7', owner: 'nobody' };
    await watched.store.countUsage({ ...key, ...spent, key: 'of-a-deleted-job' }, gone);
    const text = await metrics.text();
    expect(text).toContain('byline_model_cost_dollars_total 0.25');
    expect(text).toContain('byline_model_tokens_total{direction="in"} 900');
    expect(text).toContain('byline_model_tokens_total{direction="out"} 80');
  });

  it('tell the queue, the steps by outcome, refusals, quotes and cost, and nothing from outside', async () => {
    const spent = { calls: 1, inputTokens: 900, outputTokens: 80, costMicros: 250_000 };
    const limited = cannedDrafters(new DraftError('rate-limited', { cause: new Error(canary) }));
    const { metrics, ports } = setUp(limited, () => spent);
    await ports.readPage(`https://${canary}.example/a?token=${canary}`, signal);
    await ports.readPage(`https://${canary}.example/wall`, signal);
    await expect(ports.model?.draftBrief(article, signal)).rejects.toThrow('rate-limited');
    const failing = metrics.watchPosting(() => Promise.reject(new SlackError('channel-gone')));
    await expect(failing(target, reply, options)).rejects.toThrow('channel-gone');
    await expect(metrics.watchPosting(() => Promise.reject(new Error(canary)))(target, reply, options)).rejects.toThrow(
      canary,
    );
    const usage = { key: canary, team: canary, channel: canary, user: canary, day: '2026-11-22', model: canary };
    await ports.store.countUsage({ ...usage, ...spent });
    const brief = briefOf(articleOf(canary));
    const checks = { ...brief.checks, quotesOffered: 3, quotesFound: 2 };
    await ports.store.saveBrief(briefRecord(canary, { brief: { ...brief, checks } }));
    await ports.store.saveBrief(
      briefRecord('b2', { brief: { ...brief, drafter: { ...brief.drafter, isReused: true } } }),
    );

    const text = await metrics.text();
    expect(text).toContain('byline_queue_age_seconds 60');
    expect(text).toContain('byline_jobs{state="failed"} 2');
    expect(text).toContain('byline_refusals_total{why="paywall"} 1');
    expect(text).toContain('byline_step_seconds_count{step="read",outcome="article"} 1');
    expect(text).toContain('byline_step_seconds_count{step="draft",outcome="rate-limited"} 1');
    expect(text).toContain('byline_step_seconds_count{step="post",outcome="channel-gone"} 1');
    expect(text).toContain('byline_step_seconds_count{step="post",outcome="failed"} 1');
    expect(text).toContain('byline_quotes_total{outcome="found"} 2');
    expect(text).toContain('byline_quotes_total{outcome="dropped"} 1');
    expect(text).toContain('byline_drafts_reused_total 1');
    expect(text).toContain('byline_model_cost_dollars_total 0.25');
    expect(text).toContain('byline_model_tokens_total{direction="in"} 900');
    expect(text).not.toContain(canary);
  });

  it('are given on the health port, and only where there are some', async () => {
    const here = { host: '127.0.0.1', port: 0, alive: {}, ready: {} };
    health = createHealth({ ...here, metrics: setUp().metrics.text });
    const response = await fetch(`http://127.0.0.1:${(await health.start()).port}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await response.text()).toContain('byline_jobs');
    await health.stop();
    health = createHealth({ ...here, metrics: () => Promise.reject(new Error('store gone')) });
    expect((await fetch(`http://127.0.0.1:${(await health.start()).port}/metrics`)).status).toBe(503);
    await health.stop();
    health = createHealth(here);
    expect((await fetch(`http://127.0.0.1:${(await health.start()).port}/metrics`)).status).toBe(404);
  });

  it.each([
    ['does not answer', () => new Promise<never>(() => {})],
    ['fails', () => Promise.reject(new Error('store gone'))],
  ])('are what this process counts where the store %s, and that is asked once at a time', async (how, answer) => {
    let asked = 0;
    const queueState = async () => {
      asked += 1;
      return asked === 1 ? { pending: 3, running: 1, failed: 2, waitingSince: null } : answer();
    };
    const metrics = createMetrics({ queueState, now: () => 0, storeTimeoutMs: 20 });
    expect(await metrics.text()).toContain('byline_queue_age_seconds 0');
    for (let scrape = 0; scrape < 2; scrape += 1) {
      const text = await metrics.text();
      expect(text).toContain('byline_drafts_reused_total 0');
      // Not what it was when the store last answered.
      expect(text).not.toMatch(/^byline_(?:jobs|queue_age_seconds)[ {]/m);
    }
    if (how === 'does not answer') expect(asked).toBe(2);
  });
});
