import type { BriefCap } from '../core/budgets.ts';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Price } from './call-model.ts';

/** What is left to spend on one draft. */
export type Purse = {
  /**
   * The most tokens that the answer to a request may have.
   *
   * @param keptBack  share of the whole that is left for later
   * @throws DraftError `over-cap` where the request leaves no room for an answer; nothing was spent then
   */
  allow(asked: string, keptBack: number): number;
  /** Counts what a request cost; where the server did not count, what it may have cost. */
  pay(usage: Usage, asked: string, answered: string): void;
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
      const input = tokensAtMost(asked);
      const tokensLeft = tokens * (1 - keptBack) - spentTokens - input;
      const microsLeft = micros * (1 - keptBack) - spentMicros - input * (price?.input ?? 0);
      const room = Math.floor(Math.min(tokensLeft, price?.output ? microsLeft / price.output : tokensLeft));
      if (room < leastAnswerTokens || microsLeft < 0) throw new DraftError('over-cap');
      return room;
    },
    pay({ inputTokens, outputTokens, costMicros }, asked, answered) {
      const input = inputTokens || tokensAtMost(asked);
      const output = outputTokens || tokensAtMost(answered);
      spentTokens += input + output;
      spentMicros += costMicros || input * (price?.input ?? 0) + output * (price?.output ?? 0);
    },
  };
}

// More than tokenizers usually make of text: of English a token of about four characters, of a sign or a digit one at most, of letters
// beyond ASCII one or two.
const perLetter = 0.34;

// Tokens that a text has at most, before any server has counted them.
function tokensAtMost(text: string): number {
  const letters = text.match(/[a-z ]/gi)?.length ?? 0;
  const beyond = text.match(/[\u0800-\uffff]/g)?.length ?? 0;
  return Math.ceil(letters * perLetter + (text.length - letters) + beyond);
}

/** What is left of a cap for another endpoint. */
export function leaveOf(cap: BriefCap, spent: Usage): BriefCap {
  return {
    tokens: cap.tokens === null ? null : Math.max(0, cap.tokens - spent.inputTokens - spent.outputTokens),
    micros: cap.micros === null ? null : Math.max(0, cap.micros - (spent.costMicros ?? 0)),
  };
}
