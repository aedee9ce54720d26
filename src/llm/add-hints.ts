import type { Article } from '../core/article.ts';
import type { DraftClaim } from '../core/draft.ts';
import { addMissedClaims } from './merge-drafts.ts';

/** What another reader finds in an article; an empty list where it finds nothing or fails. */
export type FindHints = (article: Article, signal: AbortSignal) => Promise<DraftClaim[]>;

/** When the model's claims are filled up with another reader's: `auto` decides article by article. */
export type HintUse = 'on' | 'off' | 'auto';

// On nine annotated articles the models that gain by hints (Llama 3.1 70B, Llama 4, GPT-4o and Claude 3.5 of 2024) found
// 48 to 72 % of the sentences with somebody's words in them, those that lose by them (GPT-4.1, Gemini 2.5, Claude Sonnet 4)
// 82 to 95 %. A draft that leaves out more than this of what the other reader finds is a weak model's, whatever its name.
const weakBelow = 0.75;
// A draft with so many claims is full: what it leaves out, it left out on purpose.
const fullDraft = 20;
const fewHints = 4;

/** A model's claims with those of another reader that it left out, where hints are used. */
export function addHints(claims: DraftClaim[], hints: DraftClaim[], use: HintUse): DraftClaim[] {
  if (use === 'off' || (use === 'auto' && !leavesMuchOut(claims, hints))) return claims;
  return addMissedClaims(claims, hints);
}

function leavesMuchOut(claims: DraftClaim[], hints: DraftClaim[]): boolean {
  const sourced = hints.filter(({ source }) => source.kind !== 'article');
  if (sourced.length < fewHints || claims.length >= fullDraft) return false;
  const covered = new Set(claims.flatMap(({ sentences }) => sentences));
  const found = sourced.filter(({ sentences }) => sentences.some((id) => covered.has(id)));
  return found.length / sourced.length < weakBelow;
}
