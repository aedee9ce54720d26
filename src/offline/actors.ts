import type { Article } from '../core/article.ts';
import type { Draft } from '../core/draft.ts';
import { isGivenName } from '../core/grammar/given-names.ts';
import type { Reading } from './attributions.ts';
import type { RankedClaim } from './claims.ts';
import { skipDateline } from './furniture.ts';
import { isNewsroom, kindOfKnownBody } from './names/organisations.ts';
import type { NamedThing } from './names/things.ts';
import { findRoles } from './roles.ts';
import type { TaggedText } from './tokens.ts';

type DraftActor = Draft['actors'][number];

const maxActors = 10;
const maxLeading = 5;
const maxStanceLength = 280;
const minSentenceTokens = 6;
// Whoever comments at length is still seldom whom the story is about.
const maxSpeech = 2;
const maxSilentPlaces = 3;

/**
 * Ranks who the story is about: how often they are named, how early, in the title, as the one who acts, and as one
 * who speaks. A place counts where it speaks, as a government, or where the title or the lead names it.
 *
 * @returns at most ten, the most important first; roles are cut from the text, a stance is what they say
 */
export function rankActors(
  reading: Reading,
  { title, publisher }: Pick<Article, 'title' | 'publisher'>,
  claims: RankedClaim[],
): DraftActor[] {
  const scored = scoreThings(reading, title).filter(
    ({ thing }) => !thing.isShared && !thing.variants.has(publisher ?? ''),
  );
  const actors: (DraftActor & { score: number })[] = [];
  let places = 0;
  for (const { thing, score, statements, isCentral } of scored) {
    if (actors.length === maxActors + maxSilentPlaces) break;
    if (statements === 0 && (thing.kind === undefined || onlyReports(reading, thing) || isGuess(thing))) continue;
    if (statements === 0 && thing.kind === 'place' && (!isCentral || places++ >= maxSilentPlaces)) continue;
    actors.push({ ...toActor(reading, thing, claims, statements > 0), score });
  }
  for (const actor of unnamedActors(claims)) actors.push(actor);
  const ranked = actors.sort((a, b) => b.score - a.score);
  // Past the first few, a place that says nothing only keeps out somebody who does.
  const kept = ranked.filter(({ kind, stance }, i) => i < maxLeading || kind !== 'place' || stance !== null);
  return kept.slice(0, maxActors).map(({ score: _, ...actor }) => actor);
}

/** Two unknown words with capitals ("Bela Bela") may be a person; where nobody by that name speaks, more likely not. */
function isGuess({ kind, mentions, name, variants }: NamedThing): boolean {
  // "CX", "VFX": capitals that are never written out and come up once or twice are as likely a thing.
  if (kind === 'organisation' && variants.size === 1 && /^[\p{Lu}&.]{2,5}$/u.test(name) && !kindOfKnownBody(name))
    return mentions.length < 4;
  if (kind !== 'person' || isGivenName(name.split(/[\s-]/)[0] ?? '')) return false;
  return mentions.every(({ hint }) => (hint?.weight ?? 0) < 2);
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

type ScoredThing = { thing: NamedThing; score: number; statements: number; isCentral: boolean };

/** Names with how much of the story is theirs, best first; `isCentral`: named in the title or in the first two sentences. */
function scoreThings(reading: Reading, title: string | null): ScoredThing[] {
  const { tagged, things, voices } = reading;
  const titleWords = plainWords(title ?? '');
  const spoken = new Map<NamedThing, number>();
  for (const [i, voice] of voices.entries())
    if (voice?.thing && !reading.statements[i]?.within) spoken.set(voice.thing, (spoken.get(voice.thing) ?? 0) + 1);
  const places = placeInStory(tagged);
  const last = Math.max(1, ...places);
  const scored = things.flatMap((thing) => {
    const told = thing.mentions
      .flatMap(({ first }) => places[tagged.tokens[first]?.sentence ?? -1] ?? [])
      .filter((place) => place >= 0);
    const [earliest] = told;
    if (earliest === undefined) return [];
    const statements = spoken.get(thing) ?? 0;
    const surname = thing.kind === 'person' ? thing.name.toLowerCase().split(/[\s-]/).at(-1) : undefined;
    const inTitle =
      [...thing.variants].some((name) => ` ${titleWords} `.includes(` ${plainWords(name)} `)) ||
      (surname !== undefined && ` ${titleWords} `.includes(` ${surname} `));
    let score =
      2 * Math.sqrt(Math.min(told.length, 16)) +
      Math.min(maxSpeech, statements > 0 ? 0.8 + statements * 0.8 : 0) +
      1.5 * (1 - earliest / last);
    if (earliest < 2) score += 2.5;
    else if (earliest < 4) score += 1;
    if (inTitle) score += 3;
    if (thing.kind === 'place') score -= 1;
    if (!inTitle && isNewsroom(thing.name)) score -= 3;
    return [{ thing, score, statements, isCentral: inTitle || earliest < 2 }];
  });
  return scored.sort((a, b) => b.score - a.score);
}

/** Letters and digits in lower case with one space between words; capitals kept where they are all a word has ("US", "IT"). */
function plainWords(words: string): string {
  const found = words.match(/(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => (/^[\p{Lu}.]{2,}$/u.test(word) ? word : word.toLowerCase())).join(' ');
}

/** For each sentence, how many of the story's own sentences stand before it; -1 for furniture, headings and datelines. */
function placeInStory({ text, sentences }: TaggedText): number[] {
  let place = 0;
  return sentences.map(({ isFurniture, first, last, end }) => {
    const isOwn = !isFurniture && last - first >= minSentenceTokens && /[.!?…。"”»’)]/.test(text.charAt(end - 1));
    return isOwn ? place++ : -1;
  });
}

function toActor({ tagged }: Reading, thing: NamedThing, claims: RankedClaim[], speaks: boolean): DraftActor {
  const role = thing.kind === 'place' ? undefined : findRoles(tagged, thing)[0];
  const own = claims.filter((claim) => claim.voice?.thing === thing && claim.claim.text.length <= maxStanceLength);
  const stance = own.sort((a, b) => b.score - a.score)[0]?.claim;
  const roleSentence = role && thing.mentions.find((m) => Math.abs(m.start - role.start) < 300);
  const ids = new Set<number>();
  const seen = roleSentence ?? thing.mentions[0];
  if (seen) ids.add((tagged.tokens[seen.first]?.sentence ?? 0) + 1);
  for (const id of stance?.sentences ?? []) ids.add(id);
  return {
    name: thing.name,
    kind: thing.kind === 'place' && speaks ? 'government' : (thing.kind ?? 'organisation'),
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
    // A share of a poll is a figure, nobody's part in the story.
    if (/\d|\b(?:percent|per cent|majority|half|third|quarter)\b/i.test(voice.name)) continue;
    const known = actors.get(voice.name);
    if (known) known.score += 0.8;
    else {
      const kind = voice.kind === 'unnamed-group' ? 'group' : 'person';
      const stance = claim.text.length <= maxStanceLength ? claim.text : null;
      actors.set(voice.name, { name: voice.name, kind, role: null, stance, sentences: claim.sentences, score: 3.8 });
    }
  }
  return [...actors.values()];
}
