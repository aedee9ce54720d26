import type { BriefCap } from '../core/budgets.ts';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Price } from './read-completion.ts';
import { reckonTokensAtMost } from './reckon-tokens.ts';

/** What is left to spend on one draft. */
export type Purse = {
  /**
   * The most tokens that the answer to a request may have.
   *
   * @param keptBack  share of the whole that is left for later
   * @throws DraftError `over-cap` where the request leaves no room for an answer; nothing was spent then
   */
  allow(asked: string, keptBack: number): number;
  /** Counts what a request cost. */
  pay(usage: Usage): void;
};

/** Below this no brief comes back whole. */
const leastAnswerTokens = 4_000;

/** Opens a purse that holds `cap`; money counts only where there is a price. */
export function openPurse(cap: BriefCap, price: Price | undefined): Purse {
  const tokens = cap.tokens ?? Infinity;
  const micros = (price && cap.micros) ?? Infinity;
  let spentTokens = 0;
  let spentMicros = 0;
  return {
    allow(asked, keptBack) {
      const input = reckonTokensAtMost(asked);
      const tokensLeft = tokens * (1 - keptBack) - spentTokens - input;
      const microsLeft = micros * (1 - keptBack) - spentMicros - input * (price?.input ?? 0);
      const room = Math.floor(Math.min(tokensLeft, price?.output ? microsLeft / price.output : tokensLeft));
      if (room < leastAnswerTokens || microsLeft < 0) throw new DraftError('over-cap');
      return room;
    },
    pay({ inputTokens, outputTokens, costMicros = 0 }) {
      spentTokens += inputTokens + outputTokens;
      spentMicros += costMicros;
    },
  };
}

/** What is left of a cap for another endpoint. */
export function leaveOf(cap: BriefCap, spent: Usage): BriefCap {
  return {
    tokens: cap.tokens === null ? null : Math.max(0, cap.tokens - spent.inputTokens - spent.outputTokens),
    micros: cap.micros === null ? null : Math.max(0, cap.micros - (spent.costMicros ?? 0)),
  };
}
