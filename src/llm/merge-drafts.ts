import type { z } from 'zod';
import type { DraftClaim, draftSchema } from '../core/draft.ts';

/** A draft without who drafted it. */
export type DraftBody = Omit<z.infer<typeof draftSchema>, 'claims'> & { claims: DraftClaim[] };

/**
 * Joins the drafts of an article's parts, in reading order. A claim is the same as one of an earlier part where their
 * source is the same and their sentences overlap by half; an actor where the name is the same.
 */
export function mergeDrafts(drafts: DraftBody[]): DraftBody {
  const merged: DraftBody = { summary: [], actors: [], claims: [] };
  for (const draft of drafts) {
    const fresh = draft.claims.filter((claim) => !merged.claims.some((earlier) => isSameClaim(earlier, claim)));
    merged.claims.push(...fresh);
    merged.summary.push(...draft.summary);
    merged.actors = mergeActors([...merged.actors, ...draft.actors]);
  }
  return merged;
}

/** The claims of merged drafts by their place in their own draft: the first of each part, then the second of each. */
export function rankClaims(drafts: DraftBody[], claims: DraftClaim[]): DraftClaim[] {
  const places = new Map(drafts.flatMap((draft) => draft.claims.map((claim, place) => [claim, place] as const)));
  return claims.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

const maxClaims = 60;

/** As many merged claims as a brief takes, the first ones of each part, in reading order. */
export function boundClaims(drafts: DraftBody[], claims: DraftClaim[]): DraftClaim[] {
  const kept = new Set(rankClaims(drafts, claims).slice(0, maxClaims));
  return claims.filter((claim) => kept.has(claim));
}

function isSameClaim(a: DraftClaim, b: DraftClaim): boolean {
  if (a.source.kind !== b.source.kind || foldName(a.source.name) !== foldName(b.source.name)) return false;
  return shareSentences(a.sentences, b.sentences) >= 0.5;
}

/** How much of both lists is in both: 0 to 1. */
function shareSentences(a: number[], b: number[]): number {
  const both = new Set([...a, ...b]);
  const other = new Set(b);
  const shared = new Set(a.filter((id) => other.has(id)));
  return both.size === 0 ? 0 : shared.size / both.size;
}

function mergeActors(actors: DraftBody['actors']): DraftBody['actors'] {
  const byName = new Map<string, DraftBody['actors'][number]>();
  for (const actor of actors) {
    const name = foldName(actor.name);
    const earlier = byName.get(name);
    if (!earlier) {
      byName.set(name, actor);
      continue;
    }
    // What was said first stays; a later part fills what was open, and its sentences come with it.
    const adds = (earlier.role === null && actor.role !== null) || (earlier.stance === null && actor.stance !== null);
    byName.set(name, {
      ...earlier,
      role: earlier.role ?? actor.role,
      stance: earlier.stance ?? actor.stance,
      sentences: adds ? [...new Set([...earlier.sentences, ...actor.sentences])] : earlier.sentences,
    });
  }
  return [...byName.values()];
}

function foldName(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

/** What of a claim must be on sentences that the model's claims leave out, for the claim to be added: four fifths. */
const coveredBelow = 0.2;
const maxAdded = 24;

/**
 * Adds what another reader found and a weak model left out: claims of which less than a fifth of the sentences is covered by
 * the model's own. Measured on 34 articles with small models this gains up to 16 points of sentence F1; strong models lose
 * 1 to 2, so it is not for them.
 */
export function addMissedClaims(claims: DraftClaim[], found: DraftClaim[]): DraftClaim[] {
  const covered = new Set(claims.flatMap(({ sentences }) => sentences));
  const missed = found.filter(({ sentences }) => {
    const held = sentences.filter((id) => covered.has(id)).length;
    return sentences.length > 0 && held / sentences.length < coveredBelow;
  });
  return [...claims, ...missed.slice(0, maxAdded)];
}
