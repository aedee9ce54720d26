import type { Draft } from '../core/draft.ts';
import type { Reading } from './attributions.ts';
import type { RankedClaim } from './claims.ts';
import { skipDateline } from './furniture.ts';
import type { NamedThing } from './names.ts';
import { findRoles } from './roles.ts';

type DraftActor = Draft['actors'][number];

const maxActors = 8;
const maxStanceLength = 280;

/**
 * Ranks who the story is about: how often they are named, how early, in the title, as the one who acts, and above all as
 * one who speaks. A place is an actor only where it speaks or acts, as a government.
 *
 * @returns at most eight, the most important first; roles are cut from the text, a stance is what they say
 */
export function rankActors(reading: Reading, title: string | null, claims: RankedClaim[]): DraftActor[] {
  const scored = scoreThings(reading, title);
  const actors: (DraftActor & { score: number })[] = [];
  for (const { thing, score, statements } of scored) {
    if (actors.length === maxActors) break;
    if (statements === 0 && (thing.kind === 'place' || onlyReports(reading, thing))) continue;
    actors.push({ ...toActor(reading, thing, claims, statements > 0), score });
  }
  for (const actor of unnamedActors(claims)) actors.push(actor);
  return actors
    .sort((a, b) => b.score - a.score)
    .slice(0, maxActors)
    .map(({ score: _, ...actor }) => actor);
}

/** A news desk that is only told things, or only stands in the dateline. */
function onlyReports({ tagged, statements }: Reading, thing: NamedThing): boolean {
  if (thing.mentions.length > 6) return false;
  return thing.mentions.every((mention) => {
    const sentence = tagged.tokens[mention.first]?.sentence ?? -1;
    const body = tagged.sentences[sentence];
    if (body && mention.first < skipDateline(tagged, body)) return true;
    return statements.some(({ via }) => via && via.start <= mention.start && mention.end <= via.end);
  });
}

/** Names with how much of the story is theirs, best first; `statements` is how many they make. */
export function scoreThings(
  reading: Reading,
  title: string | null,
): { thing: NamedThing; score: number; statements: number }[] {
  const { tagged, things, voices } = reading;
  const titleWords = new Set((title ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const spoken = new Map<NamedThing, number>();
  for (const voice of voices) if (voice?.thing) spoken.set(voice.thing, (spoken.get(voice.thing) ?? 0) + 1);
  const length = Math.max(1, tagged.text.length);
  const scored = things.map((thing) => {
    const statements = spoken.get(thing) ?? 0;
    const first = thing.mentions[0];
    const lead = 1 - (first?.start ?? length) / length;
    let score = Math.sqrt(thing.mentions.length) * 2 + Math.min(4, statements * 1.2) + lead * 2.5;
    if (first && (tagged.tokens[first.first]?.sentence ?? 99) < 2) score += 1.5;
    if (first?.words.some((word) => word.length > 2 && titleWords.has(word))) score += 2.5;
    if (thing.kind === 'place') score -= 1.5;
    return { thing, score, statements };
  });
  return scored.sort((a, b) => b.score - a.score);
}

function toActor({ tagged }: Reading, thing: NamedThing, claims: RankedClaim[], speaks: boolean): DraftActor {
  const role = findRoles(tagged, thing)[0];
  const own = claims.filter((claim) => claim.voice?.thing === thing && claim.claim.text.length <= maxStanceLength);
  const stance = own.sort((a, b) => b.score - a.score)[0]?.claim;
  const roleSentence = role && thing.mentions.find((m) => Math.abs(m.start - role.start) < 300);
  const ids = new Set<number>();
  const seen = roleSentence ?? thing.mentions[0];
  if (seen) ids.add((tagged.tokens[seen.first]?.sentence ?? 0) + 1);
  for (const id of stance?.sentences ?? []) ids.add(id);
  return {
    name: thing.name,
    kind: thing.kind === 'place' && speaks ? 'government' : thing.kind,
    role: role ? tagged.text.slice(role.start, role.end) : null,
    stance: stance ? stance.text : null,
    sentences: [...ids].sort((a, b) => a - b),
  };
}

/** Sources the article does not name but quotes: one actor for each. */
function unnamedActors(claims: RankedClaim[]): (DraftActor & { score: number })[] {
  const actors = new Map<string, DraftActor & { score: number }>();
  for (const { claim, voice } of claims) {
    if (!voice || voice.thing || voice.kind === 'document' || voice.kind.startsWith('named')) continue;
    const known = actors.get(voice.name);
    if (known) known.score += 1.2;
    else {
      const kind = voice.kind === 'unnamed-group' ? 'group' : 'person';
      const stance = claim.text.length <= maxStanceLength ? claim.text : null;
      actors.set(voice.name, { name: voice.name, kind, role: null, stance, sentences: claim.sentences, score: 3.5 });
    }
  }
  return [...actors.values()];
}
