import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Log } from '../ports.ts';
import type { Message, ModelAnswer, ModelEndpoint, ResponseFormat } from './call-model.ts';
import type { KeepRaw } from './keep-answers.ts';
import type { Purse } from './purse.ts';
import { AnswerCut } from './read-completion.ts';
import type { Fault } from './read-fault.ts';
import { reckonTokens } from './reckon-tokens.ts';
import { addUsage, withUsage } from './usage.ts';

// A bound on the answer is money that some servers hold back and context that others keep free: one that is far too high gets a small
// request refused. So it is what a draft can need, and less where the server says so.

/** What was learned about an endpoint's answers. Lives as long as the drafter. */
export type Bounds = {
  /** The most tokens that the model writes, as the server said; 0: the server takes no bound. */
  mostTokens?: number;
  /** Its answers have been cut with most of their tokens spent on what is not shown. */
  thinks?: boolean;
};

/** Room for 24 claims with their quotes and translations in any script; a usual draft of English takes 2,000 to 4,000. */
const draftTokens = 12_000;
/** The same with thinking before it. */
const thoughtTokens = 48_000;
/** Below this no claim comes back whole. */
const leastTokens = 1_000;
/** Tried where the request is too long and the server does not say by how much. */
const scantTokens = 2_500;
const maxTries = 4;

type Within = {
  endpoint: ModelEndpoint;
  ladder: Bounds;
  log: Log;
  model: string;
  purse?: Purse | undefined;
  keptBack?: number;
  keepRaw: KeepRaw | undefined;
};

/**
 * Asks once, with a bound on the answer's length where there is a purse or the server wants one: a smaller one where the server
 * refuses it, a larger one where thinking used it up.
 *
 * @throws DraftError with what was spent; where the signal is aborted, its reason
 */
export async function callWithin(
  within: Within,
  messages: Message[],
  format: ResponseFormat | undefined,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const { endpoint, ladder, log, model, purse, keepRaw } = within;
  let spent: Usage | undefined;
  let bound = chooseBound();
  for (let tries = 1; ; tries += 1) {
    try {
      const request = { messages, format, keepRaw, maxTokens: bound };
      const answer = await payFor(purse, () => endpoint.call(request, signal));
      if (answer.kind === 'answer') return spent ? { ...answer, usage: addUsage(spent, answer.usage) } : answer;
      const less = tries < maxTries ? lowerBound(bound, answer.fault) : undefined;
      if (less === undefined) return answer;
      log.info({ model, tokens: bound, less }, 'bound on the answer’s length refused');
      if (answer.fault.kind === 'answer-bound') ladder.mostTokens = less;
      bound = less || undefined;
    } catch (error) {
      if (!(error instanceof AnswerCut) || !isThoughtAway(error, bound) || ladder.thinks) throw addSpent(error, spent);
      ladder.thinks = true;
      spent = addUsage(spent, error.usage);
      log.info({ model, tokens: bound }, 'answer cut while the model was thinking');
      bound = chooseBound(error);
    }
  }

  // Undefined: as many as the model likes.
  function chooseBound(cut?: AnswerCut): number | undefined {
    const room = roomLeft(cut);
    if (room === undefined || ladder.mostTokens === 0) return undefined;
    return Math.min(room, ladder.thinks ? thoughtTokens : draftTokens, ladder.mostTokens ?? Infinity);
  }

  function roomLeft(cut: AnswerCut | undefined): number | undefined {
    try {
      return purse?.allow(JSON.stringify([messages, format ?? null]), within.keptBack ?? 0);
    } catch (error) {
      // What was cut is all that there is money for.
      throw cut ?? error;
    }
  }
}

/** Does the work and pays what it cost, also where it fails. */
export async function payFor<T extends ModelAnswer>(purse: Purse | undefined, work: () => Promise<T>): Promise<T> {
  try {
    const answer = await work();
    if (answer.kind === 'answer') purse?.pay(answer.usage);
    return answer;
  } catch (error) {
    if (error instanceof DraftError && error.usage?.calls) purse?.pay(error.usage);
    throw error;
  }
}

/** The bound to try next, 0 for none at all; undefined where no other bound helps. */
function lowerBound(bound: number | undefined, { kind, most, over }: Fault): number | undefined {
  const said = most ?? (bound !== undefined && over !== undefined ? bound - over : undefined);
  if (said !== undefined) return said >= leastTokens && said < (bound ?? Infinity) ? said : undefined;
  if (bound === undefined) return undefined;
  if (kind === 'answer-bound') return 0;
  return kind === 'too-long' && bound > scantTokens ? scantTokens : undefined;
}

// Only part of what was paid for is there: the rest was thought.
function isThoughtAway({ written }: AnswerCut, bound: number | undefined): boolean {
  return bound !== undefined && reckonTokens(written) < bound / 2;
}

function addSpent(error: unknown, spent: Usage | undefined): unknown {
  return error instanceof DraftError && spent ? withUsage(error, addUsage(spent, error.usage)) : error;
}
