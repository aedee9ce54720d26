import type { Span } from '../../article.ts';
import { isDescription } from '../../grammar/description.ts';
import { isGivenName } from '../../grammar/given-names.ts';
import { isBody, isSameName, type Name, withoutTitles } from '../../grammar/names.ts';
import { spokesPerson, type Voice } from '../../grammar/noun-phrase.ts';
import { isFunctionWord, listWords, toStem, type Word } from '../../grammar/word-list.ts';
import { findInterviewee } from '../../turns/interviewee.ts';
import { turnAt } from '../../turns.ts';
import { type Reading, sentencesIn, stretchOf } from '../reading.ts';
import { isAboutAnother, isRelation, nounsNear } from './displaced.ts';
import { speaksIn } from './turn-speaker.ts';
import { findVoices } from './voices.ts';

const maxChain = 12; // sentences that "he said" may lie behind the name it stands for
const openingSentences = 9;
const maxOpening = 4000; // characters
const maxPassed = 3; // sentences with an actor but no speaker that a pronoun may reach over
const titleReach = 60; // characters between a name and the words that say what its bearer is

/**
 * Who is looked for: the words the drafter gave, the places where the article has them, and what is known of voices so far
 * (a pronoun may lead to a description, that to a pronoun, and so on back through the article; each is followed once).
 */
export type Speaker = { name: string; mentions: Span[]; known: Map<number, Span | undefined> };

/** The mention of a speaker that a voice is, or stands for by a pronoun or a description; undefined where it is somebody else. */
export function standsFor(voice: Voice, speaker: Speaker, reading: Reading): Span | undefined {
  const { known } = speaker;
  if (known.has(voice.start)) return known.get(voice.start);
  known.set(voice.start, undefined);
  const found = followVoice(voice, speaker, reading);
  known.set(voice.start, found);
  return found;
}

const maxTried = 12; // names shortly before a pronoun that it is asked of

/** The name that a pronoun stands for, of those shortly before it; undefined where the text does not say. */
export function findAntecedent(voice: Voice, reading: Reading): Span | undefined {
  const before = reading.names.filter(({ end }) => end <= voice.start).slice(-maxTried);
  return before.findLast((name) => {
    const speaker = { name: reading.article.text.slice(name.start, name.end), mentions: [name], known: new Map() };
    return standsFor(voice, speaker, reading) !== undefined;
  });
}

function followVoice(voice: Voice, speaker: Speaker, reading: Reading): Span | undefined {
  const same = speaker.mentions.find((mention) => touches(mention, voice));
  if (voice.kind === 'named') return same;
  if (voice.kind === 'pronoun')
    return readsAsSelf(voice, reading) ? findSelfAt(voice, speaker, reading) : followPronoun(voice, speaker, reading);
  const [first, last] = readPair(voice, reading);
  if (first && last) {
    const isFormer = /former$/iu.test(reading.article.text.slice(voice.start, voice.headEnd));
    return speaker.mentions.find((mention) => touches(mention, isFormer ? first : last));
  }
  if (same && (isDescription(speaker.name) || speaksFor(same, voice, speaker, reading))) return same;
  if (same && isAnotherOf(same, voice, reading)) return undefined;
  return followDescription(voice, speaker, reading);
}

// "The former", "the latter": of the two named last.
function readPair(voice: Voice, { article, names, sentences, masked }: Reading): Name[] {
  if (!/^the (?:former|latter)$/iu.test(article.text.slice(voice.start, voice.end))) return [];
  const here = sentences.findIndex(({ end }) => end > voice.start);
  const from = sentences[Math.max(0, here - 1)]?.start ?? 0;
  const before = names.filter(({ start, end }) => start >= from && end <= voice.start);
  return before.filter(({ start }) => masked.charAt(start) !== '\uFFFC').slice(-2);
}

function readsAsSelf({ start, end }: Voice, { article }: Reading): boolean {
  return /^(?:I|we)$/iu.test(article.text.slice(start, end));
}

function findSelfAt(voice: Voice, speaker: Speaker, reading: Reading): Span | undefined {
  const turn = turnAt(voice, reading.turns);
  return turn ? speaksIn(turn, speaker.mentions) : findSelf(speaker, reading);
}

/**
 * Who "I" is where it stands outside quotation marks in a text without turns: the one whom headline or opening gives as
 * interviewed, or an author of the page; undefined where neither is named.
 */
export function findSelf({ mentions }: Speaker, { article, sentences, turns }: Reading): Span | undefined {
  if (turns.length > 0) return undefined;
  const opening = article.text.slice(0, Math.min(sentences[openingSentences - 1]?.end ?? maxOpening, maxOpening));
  const interviewed = findInterviewee(opening, article.title);
  const selves = [...(interviewed ? [interviewed.name] : []), ...article.authors].map(keysOf);
  return mentions.find(({ start, end }) =>
    selves.some((keys) => keys.length > 1 && isSameName(keys, keysOf(article.text.slice(start, end)))),
  );
}

function keysOf(name: string): string[] {
  return listWords(name).map(({ key }) => key);
}

// "The rival of Dunn" is not Dunn; "the report of the ministry" may be the ministry's word.
function isAnotherOf(mention: Span, voice: Voice, reading: Reading): boolean {
  const { text } = reading.article;
  if (isDescription(text.slice(mention.start, mention.end)) || mention.start < voice.headEnd) return false;
  const head = listWords(text.slice(voice.start, voice.headEnd)).at(-1)?.key ?? '';
  return (
    (/\b(?:of|for|about|to|against|behind)\s(?:the\s)?$/u.test(text.slice(voice.start, mention.start)) ||
      isRelation({ start: voice.start, end: voice.headEnd }, mention, reading)) &&
    !standsForOwner(head)
  );
}

const ownWords = /^(?:statement|letters?|report|book|tweets?|post|office|team|remarks)$/;

function standsForOwner(head: string): boolean {
  return ownWords.test(head) || members.test(head) || paper.test(head) || isBody([head]) || spokesPerson.test(head);
}

const members = /^(?:officials|authorities|leaders|sources|lawmakers|forces)$/;

/**
 * True where a description that has a speaker's name in it is the speaker: "Yonhap news agency" is Yonhap, "Cornyn's
 * statement" Cornyn, "Trump continues" Trump; "a second-year Yonhap intern" and "Yonhap's rival" are somebody else.
 */
function speaksFor(mention: Span, voice: Voice, speaker: Speaker, { article: { text } }: Reading): boolean {
  if (mention.end > voice.headEnd) return false;
  const head = listWords(text.slice(voice.start, voice.headEnd)).at(-1)?.key ?? '';
  const leads = mention.start === voice.start;
  if (/['’]s?$/.test(text.slice(mention.start, mention.end))) return leads && ownWords.test(head);
  const isPerson = speaker.mentions.some((place) => /\s/.test(text.slice(place.start, place.end)));
  // "The Moss family" is not Ann Moss.
  return (
    mention.end === voice.headEnd || (isBody([head]) && head !== 'family') || members.test(head) || (leads && isPerson)
  );
}

/**
 * Goes back from a pronoun, sentence by sentence, to the first that has a speaker or, once or twice, an actor; the pronoun
 * stands for whoever is meant there.
 */
function followPronoun(voice: Voice, speaker: Speaker, reading: Reading): Span | undefined {
  const here = sentencesIn(voice, reading)[0] ?? 1;
  const taken = findTakenUp(voice, here, reading);
  if (taken) return speaker.mentions.find((mention) => touches(taken, mention));
  const word = reading.article.text.slice(voice.start, voice.end);
  const isHeOrShe = /^(?:he|she)$/iu.test(word);
  const isCalledSo = (noun: string): boolean =>
    speaker.mentions.some((mention) => isCalled(toStem(noun), mention, reading));
  let passed = 0;
  for (let id = here; id >= Math.max(1, here - maxChain) && passed < maxPassed; id -= 1) {
    const sentence = stretchOf([id], reading);
    if (isHeOrShe && id < here && isAboutAnother(sentence, word, speaker.mentions, reading, isCalledSo))
      return undefined;
    const before = { start: sentence.start, end: Math.min(sentence.end, voice.start) };
    const named = actorsIn(before, voice, reading);
    const met = speaker.mentions.findLast((mention) => named.some((actor) => touches(actor, mention)));
    if (met) return met;
    const voices = findVoices(sentence, reading).filter(({ kind, end }) => kind !== 'pronoun' && end <= voice.start);
    for (const earlier of voices.toReversed()) {
      const meant = standsFor(earlier, speaker, reading);
      if (meant) return meant;
    }
    // "…, he said" stands behind what he said, so that others named in it do not come between.
    if (id === here) continue;
    if (voices.length > 0) return undefined;
    if (named.length > 0) passed += 1;
  }
  return undefined;
}

// "And the head of the port, Piet Maas, he has explained": the name that a pronoun takes up.
function findTakenUp(voice: Voice, here: number, { article, names, sentences }: Reading): Name | undefined {
  const from = sentences[here - 1]?.start ?? 0;
  const name = names.findLast(({ start, end }) => start >= from && end <= voice.start);
  if (!name || article.text.slice(name.end, voice.start) !== ', ') return undefined;
  return /(?:^|,\s)$/u.test(article.text.slice(from, name.start)) ? name : undefined;
}

/** The people and bodies named in a stretch where the one that a pronoun stands for may be named. */
function actorsIn(stretch: Span, voice: Voice, reading: Reading): Name[] {
  const isPerson = /^(?:he|she)$/iu.test(reading.article.text.slice(voice.start, voice.end));
  const inside = reading.names.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  const named = inside.filter(
    ({ start, keys }) => reading.masked.charAt(start) !== '\uFFFC' && !(isPerson && isBody(keys)),
  );
  const actors = named.filter((name) => isActorPlace(name, isPerson, reading));
  return actors.length > 0
    ? actors
    : named.filter((name) => !isAfter(/\b(?:in|at|from|near|on|the)\s+$/iu, name, reading));
}

function isAfter(words: RegExp, { start }: Span, { article }: Reading): boolean {
  return words.test(article.text.slice(Math.max(0, start - 8), start));
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

// "in Washington" and "told Reuters" are no places where the one that "he" stands for is named; "Russia's" is none for "it".
function isActorPlace(name: Name, isPerson: boolean, reading: Reading): boolean {
  const { article } = reading;
  const isPossessive =
    /['’]s?$/u.test(article.text.slice(name.start, name.end)) || /^['’]/.test(article.text.charAt(name.end));
  return (isPerson || !isPossessive) && !isAfter(/\b(?:in|at|from|of|to|near|on|told|the)\s+$/iu, name, reading);
}

const definite = /^(?:the|this|that|these|those|his|her|their|its|both)\s/iu;
const paper = /^(?:report|study|survey|poll|paper|statement|letter|document|research|article|analysis|review)$/;

function followDescription(voice: Voice, speaker: Speaker, reading: Reading): Span | undefined {
  const { name, mentions } = speaker;
  const words = reading.article.text.slice(voice.start, voice.end);
  const head = headOf(words);
  const before = mentions.findLast(({ end }) => end <= voice.start) ?? mentions[0];
  if (head === undefined || before === undefined) return undefined;
  const [said, own] = [contentOf(words), contentOf(name)];
  const ownHead = headOf(name) ?? '';
  if (ownHead === head && (isWithin(said, own) || isWithin(own, said))) return before;
  if (!definite.test(words)) return undefined;
  const noun = headWord(words)?.key ?? '';
  const isOne = isPerson(speaker);
  if ((isOne && group.test(noun)) || (isBody([noun]) && (isOne || areMany(speaker, reading)))) return undefined;
  if (own.includes(head) || (paper.test(head) && paper.test(ownHead))) return before;
  if (isBody([head]) || /^(?:city|town|village|countr|state|nation|region|province|count|island)/.test(head)) {
    const nearest = followPlace(voice, mentions, reading);
    if (nearest) return nearest;
  }
  const called = mentions.find((mention) => isCalled(head, mention, reading));
  if (called) return called;
  // "The adviser" behind "an adviser to Okafor" is not Okafor.
  const isRelated = mentions.some((mention) => placesOf(head, mention, reading).length > 0);
  return thing.test(head) || isRelated ? undefined : followPronoun(voice, speaker, reading);
}

function isPerson({ name }: Speaker): boolean {
  const keys = keysOf(name);
  return keys.length > 1 && isGivenName(withoutTitles(keys)[0] ?? '') && !isBody(keys);
}

// "Campaigners": no company is called so, where the word is no name of somebody.
function areMany({ name, mentions }: Speaker, { article: { text }, sentences }: Reading): boolean {
  const last = headWord(name)?.key ?? '';
  if (!/(?:ers|ors|ists|ants|ents|ians|ees|officials|activists|people|men|women|families)$/.test(last)) return false;
  const starts = new Set(sentences.map(({ start }) => start));
  return mentions.every(({ start }) => /\p{Ll}/u.test(text.charAt(start)) || starts.has(start));
}

// Stems of what shows and means, and is nobody: "the main point of the pact is to show".
const thing =
  /^(?:point|plan|deal|pact|idea|aim|goal|purpos|result|reason|problem|issu|fact|mov|step|measur|law|bill|evid|evidenc|figur|numb|increas|fall|chang|crisi|war|attack|incident|event|cas|trial|propos|proposal|system|project|programm|program|price|pric|cost|tax)$/;

// "the city" is Livorno although "in Livorno" is no place for an actor; nearby only.
function followPlace(voice: Voice, mentions: Span[], reading: Reading): Span | undefined {
  const here = sentencesIn(voice, reading)[0] ?? 1;
  const near = stretchOf([Math.max(1, here - 2), here], reading);
  return mentions.findLast(({ start, end }) => start >= near.start && end <= voice.start);
}

/** True where a sentence calls the bearer of a name by this noun: "Ilse Brandt, the mayor", "team manager Ilse Brandt". */
export function isCalled(head: string, mention: Span, reading: Reading): boolean {
  return placesOf(head, mention, reading).some((place) => !isRelation(place, mention, reading));
}

function placesOf(head: string, mention: Span, reading: Reading): Span[] {
  const around = nounsNear(mention, titleReach, reading);
  return listWords(around.text).flatMap(({ key, start, end }) =>
    toStem(key) === head ? [{ start: around.start + start, end: around.start + end }] : [],
  );
}

function contentOf(words: string): string[] {
  return listWords(words)
    .filter(({ key }) => !isFunctionWord(key))
    .map(({ key }) => toStem(key));
}

// "The crowd", "the protesters": no one person.
const group = /(?:[^s]s|people|police|media|crowd|public|mob|audience|jury|family|couple|children|men|women)$/;

/** The noun that a description is about, as it is compared. */
function headOf(words: string): string | undefined {
  const head = headWord(words);
  return head && toStem(head.key);
}

/** The noun that a description is about: its last word before a preposition or "who". */
function headWord(words: string): Word | undefined {
  const phrase = words.split(/\s(?:of|for|from|at|in|with|to|by|on|who|whose|that|which|near|about)\s|,/iu)[0] ?? '';
  return listWords(phrase).findLast(({ key }) => !isFunctionWord(key));
}

function isWithin(some: string[], all: string[]): boolean {
  return some.every((word) => all.includes(word));
}
