import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Drafters, DraftOptions, Log } from '../ports.ts';
import { leaveOf } from './purse.ts';
import { addUsage, withUsage } from './usage.ts';

/** How long an endpoint that failed is asked last, unless it named a time itself. A wrong key does not mend itself soon. */
const restMs: Record<DraftError['code'], number> = {
  'bad-key': 600_000,
  'no-credit': 600_000,
  'not-served': 600_000,
  'unknown-model': 600_000,
  'model-down': 60_000,
  'model-slow': 60_000,
  'rate-limited': 30_000,
  // Said of one article, not of the endpoint.
  'model-refused': 0,
  'request-refused': 0,
  'over-context': 0,
  'bad-answer': 0,
  'over-cap': 0,
  budget: 0,
};

/**
 * `limitedUntil`: the server named the time itself; before it, asking again would only prolong the limit. `limits`: how often in a
 * row it was met since.
 */
type Resting = { drafters: Drafters; until: number; limitedUntil: number; limits: number };

/**
 * Several endpoints or keys as one: the first that is not resting drafts; where it fails, the next. One that failed rests
 * for a while, so that a server that hangs does not cost every article its timeout; where all rest, all are tried, but for
 * those whose server said when it will take requests again: of these what they answered before is used, and no more.
 *
 * The draft's usage holds what the failed ones spent. Throws the last DraftError where all fail, but a rate limit before
 * any other, since that one passes, with the shortest time to wait; the signal's reason where it is aborted.
 *
 * @param now  epoch milliseconds
 */
export function createFallbackDrafters(endpoints: Drafters[], log: Log, now: () => number = Date.now): Drafters {
  const resting: Resting[] = endpoints.map((drafters) => ({
    drafters,
    until: 0,
    limitedUntil: 0,
    limits: 0,
  }));

  async function tryEach<T extends { drafter: { usage?: Usage | null } }>(
    options: DraftOptions | undefined,
    work: (drafters: Drafters, options: DraftOptions, spent: Usage | undefined) => Promise<T>,
  ): Promise<T> {
    const start = now();
    // What a limited one answered before costs nothing, so they come first; then the rested. Sorting is stable: among these the order of
    // the settings holds.
    const rank = ({ until, limitedUntil }: Resting) => (limitedUntil > start ? 0 : Math.max(until, start));
    const order = resting.toSorted((a, b) => rank(a) - rank(b));
    let spent: Usage | undefined;
    let failed: DraftError | undefined;
    for (const endpoint of order) {
      const limited = new DraftError('rate-limited', { retryAfterMs: endpoint.limitedUntil - start });
      const keptOnly = options?.keptOnly ?? (endpoint.limitedUntil > start ? 'rate-limited' : undefined);
      if (keptOnly && !options?.keep) {
        failed = goOnWith(failed, keptOnly === 'budget' ? new DraftError(keptOnly) : limited);
        continue;
      }
      try {
        const draft = await work(endpoint.drafters, { ...options, keptOnly }, spent);
        if (!keptOnly) Object.assign(endpoint, { until: 0, limits: 0 });
        return spent
          ? { ...draft, drafter: { ...draft.drafter, usage: addUsage(spent, draft.drafter.usage ?? undefined) } }
          : draft;
      } catch (error) {
        if (!(error instanceof DraftError)) throw error;
        spent = addUsage(spent, error.usage);
        if (keptOnly) {
          failed = goOnWith(failed, error.code === 'rate-limited' ? limited : error);
          continue;
        }
        const failure = waitLonger(error, endpoint);
        const rest = failure.retryAfterMs ?? restMs[failure.code];
        endpoint.until = now() + rest;
        if (failure.code === 'rate-limited') endpoint.limitedUntil = now() + (failure.retryAfterMs ?? 0);
        log.warn({ code: error.code, endpoint: resting.indexOf(endpoint) + 1, restMs: rest }, 'model endpoint failed');
        failed = goOnWith(failed, failure);
      }
    }
    throw failed ? withUsage(failed, addUsage(spent, undefined)) : new DraftError('model-down');
  }

  return {
    draftBrief: (article, signal, options) =>
      tryEach(options, (drafters, given, spent) => {
        const cap = given.cap && spent ? leaveOf(given.cap, spent) : given.cap;
        return drafters.draftBrief(article, signal, { ...given, cap });
      }),
    draftAnswer: (question, article, signal, options) =>
      tryEach(options, (drafters, given) => drafters.draftAnswer(question, article, signal, given)),
  };
}

// A server that says "in two seconds" again and again is not believed: each time the wait is twice as long.
const firstWaitMs = 4_000;
const longestWaitMs = 300_000;

function waitLonger(error: DraftError, endpoint: Resting): DraftError {
  if (error.code !== 'rate-limited' || error.retryAfterMs === undefined) return error;
  endpoint.limits += 1;
  const leastMs = endpoint.limits === 1 ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (endpoint.limits - 1));
  const { cause, usage, retryAfterMs } = error;
  return new DraftError('rate-limited', {
    cause,
    retryAfterMs: Math.max(retryAfterMs, leastMs),
    ...(usage && { usage }),
  });
}

/** What was said of the article, not of the endpoint: a person can do something about it, or at least knows. */
const ofArticle = new Set<DraftError['code']>(['model-refused', 'over-context', 'over-cap']);

/**
 * Of two failures the one to go on with: a rate limit before any other, and of two the one that passes first; then what was said of
 * the article; otherwise the last.
 */
function goOnWith(failed: DraftError | undefined, next: DraftError): DraftError {
  if (failed && next.code !== 'rate-limited' && ofArticle.has(failed.code) && !ofArticle.has(next.code)) return failed;
  if (failed?.code !== 'rate-limited') return next;
  if (next.code !== 'rate-limited') return failed;
  return (next.retryAfterMs ?? Infinity) < (failed.retryAfterMs ?? Infinity) ? next : failed;
}
