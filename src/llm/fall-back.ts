import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Drafters, Log } from '../ports.ts';
import { addUsage, withUsage } from './ask-model.ts';
import { leaveOf } from './purse.ts';

/** How long an endpoint that failed is asked last, unless it named a time itself. A wrong key does not mend itself soon. */
const restMs: Record<DraftError['code'], number> = {
  'bad-key': 600_000,
  'model-down': 60_000,
  'model-slow': 60_000,
  'rate-limited': 30_000,
  // Said of one article, not of the endpoint.
  'model-refused': 0,
  'bad-answer': 0,
  'over-cap': 0,
};

/** `limitedUntil`: the server named the time itself; before it, asking again would only prolong the limit. */
type Resting = { drafters: Drafters; until: number; limitedUntil: number };

/**
 * Several endpoints or keys as one: the first that is not resting drafts; where it fails, the next. One that failed rests
 * for a while, so that a server that hangs does not cost every article its timeout; where all rest, all are tried, but for
 * those whose server said when it will take requests again.
 *
 * The draft's usage holds what the failed ones spent. Throws the last DraftError where all fail, but a rate limit before
 * any other, since that one passes, with the shortest time to wait; the signal's reason where it is aborted.
 *
 * @param now  epoch milliseconds
 */
export function createFallbackDrafters(endpoints: Drafters[], log: Log, now: () => number = Date.now): Drafters {
  const resting: Resting[] = endpoints.map((drafters) => ({ drafters, until: 0, limitedUntil: 0 }));

  async function tryEach<T extends { drafter: { usage?: Usage | null } }>(
    work: (drafters: Drafters, spent: Usage | undefined) => Promise<T>,
  ): Promise<T> {
    const start = now();
    // Sorting is stable: the order of the settings holds among the rested.
    const order = resting.toSorted((a, b) => Math.max(a.until, start) - Math.max(b.until, start));
    let spent: Usage | undefined;
    let failed: DraftError | undefined;
    for (const endpoint of order) {
      if (endpoint.limitedUntil > start) {
        failed = goOnWith(failed, new DraftError('rate-limited', { retryAfterMs: endpoint.limitedUntil - start }));
        continue;
      }
      try {
        const draft = await work(endpoint.drafters, spent);
        endpoint.until = 0;
        return spent
          ? { ...draft, drafter: { ...draft.drafter, usage: addUsage(spent, draft.drafter.usage ?? undefined) } }
          : draft;
      } catch (error) {
        if (!(error instanceof DraftError)) throw error;
        const rest = error.retryAfterMs ?? restMs[error.code];
        endpoint.until = now() + rest;
        if (error.code === 'rate-limited') endpoint.limitedUntil = now() + (error.retryAfterMs ?? 0);
        log.warn({ code: error.code, endpoint: resting.indexOf(endpoint) + 1, restMs: rest }, 'model endpoint failed');
        spent = addUsage(spent, error.usage);
        failed = goOnWith(failed, error);
      }
    }
    throw failed ? withUsage(failed, addUsage(spent, undefined)) : new DraftError('model-down');
  }

  return {
    draftBrief: (article, signal, options) =>
      tryEach((drafters, spent) => {
        const cap = options?.cap && spent ? leaveOf(options.cap, spent) : options?.cap;
        return drafters.draftBrief(article, signal, { ...options, cap });
      }),
    draftAnswer: (question, article, signal, options) =>
      tryEach((drafters) => drafters.draftAnswer(question, article, signal, options)),
  };
}

/** Of two failures the one to go on with: the last, but a rate limit before any other, and of two the one that passes first. */
function goOnWith(failed: DraftError | undefined, next: DraftError): DraftError {
  if (failed?.code !== 'rate-limited') return next;
  if (next.code !== 'rate-limited') return failed;
  return (next.retryAfterMs ?? Infinity) < (failed.retryAfterMs ?? Infinity) ? next : failed;
}
