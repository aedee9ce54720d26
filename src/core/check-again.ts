import type { Brief, Claim } from './brief.ts';
import { checkDraft } from './check.ts';
import type { Draft } from './draft.ts';

/**
 * What a second check of a part of a brief found. `fails`: it would not be shown today. `other-words`: it is shown on the strength
 * of its quote, and says more in its own words than the passage does by itself. `holds`: every word is borne out.
 */
export type SecondCheck = { outcome: 'holds' | 'other-words' | 'fails'; says: string | null };

/**
 * Holds a claim against the article once more, and then without its quote, which is stricter: its own words have to do alone.
 *
 * @param number  of the claim, from 1
 * @returns with the passage, so that a reader can judge; undefined where the brief has no such claim
 */
export function checkClaimAgain(brief: Brief, number: number): SecondCheck | undefined {
  const claim = brief.claims[number - 1];
  if (!claim) return undefined;
  const says = claim.passage.text;
  const holds = (quote: string | null) =>
    checkDraft(draftOf(brief, { claims: [toDraftClaim(claim, quote)] }), brief.article).claims.length > 0;
  if (!holds(claim.quote?.text ?? says)) return { outcome: 'fails', says };
  return { outcome: holds(null) ? 'holds' : 'other-words', says };
}

/** Holds every sentence of the summary against the article once more. */
export function checkSummaryAgain(brief: Brief): SecondCheck {
  const { summary } = checkDraft(draftOf(brief, { summary: brief.summary }), brief.article);
  return { outcome: summary.length === brief.summary.length ? 'holds' : 'fails', says: null };
}

function draftOf({ drafter }: Brief, parts: Partial<Draft>): Draft {
  return { summary: [], actors: [], claims: [], ...parts, drafter };
}

function toDraftClaim({ text, source, sentences }: Claim, quote: string | null): Draft['claims'][number] {
  return { text, source, sentences, quote };
}
