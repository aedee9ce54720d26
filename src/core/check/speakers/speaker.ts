import type { Span } from '../../article.ts';
import type { DropReason } from '../../brief.ts';
import { isDescription } from '../../grammar/description.ts';
import { isGivenName } from '../../grammar/given-names.ts';
import { isBody, withoutTitles } from '../../grammar/names.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { listWords } from '../../grammar/word-list.ts';
import type { Turn } from '../../turns.ts';
import type { Ground } from '../passage.ts';
import { type Reading, sentenceAt, sentencesIn, stretchOf } from '../reading.ts';
import { findSelf, type Speaker, standsFor } from './antecedents.ts';
import { findMentions } from './mentions.ts';
import { isSpokenForAt } from './spoken-for.ts';
import { isOnlyAsked, isQuotedInside, isRetold, speaksIn, turnOf } from './turn-speaker.ts';
import { findSubject, findVoices } from './voices.ts';
import { findTeller, isOwnStatement, isRefuted, wasTold } from './whose-words.ts';

const minWordsPerFirstPerson = 90;
const sentencesBack = 4; // in a language whose word order is not read, how far behind its speaker a quotation may stand
const maxSteps = 6; // sentences between words and the verb that says whose they are

/**
 * Where a speaker stands: the mention that ties the speaker to the passage, and every mention in the article. `teller`: who
 * tells that the speaker said it, where it is not the article itself. `voice`: where the speaker is given as speaking.
 */
export type Tie = { mention: Span; mentions: Span[]; teller?: Voice | undefined; voice?: Voice };

/**
 * Ties a speaker to a passage by the text: the passage, or the nearest sentence of its paragraph that reports something,
 * gives the speaker as the one who says it, by name, by description or by a pronoun that leads back to the name. Where
 * nothing there is reported, it is enough that the passage or the sentence before names the speaker.
 */
export function tieSpeaker(
  name: string,
  statement: string,
  ground: Ground,
  reading: Reading,
): Tie | { why: Extract<DropReason, 'speaker-not-in-article' | 'speaker-not-tied'> } {
  const mentions = findMentions(name, reading);
  const [first] = mentions;
  if (!first) return { why: 'speaker-not-in-article' };
  const speaker = { name, mentions, known: new Map<number, Span | undefined>() };
  const turn = turnOf(ground, reading);
  if (turn && (turn.isQuestion || turn.speaker)) return tieInTurn(turn, statement, ground, speaker, reading);
  // In a language whose word order is not read, the name must stand close by.
  const candidates = reading.isEnglish ? findVoicesOf(ground, reading) : [];
  const words = { statement, found: ground.found };
  const voices = candidates.filter((voice) => isOwnStatement(voice, words, speaker, reading));
  if (reading.isEnglish && isRefuted(words, ground.sentences, reading)) return { why: 'speaker-not-tied' };
  const isNobodys =
    voices.length < candidates.length || (reading.isEnglish && wasTold(words, ground.sentences, reading));
  const back = reading.isEnglish ? 1 : sentencesBack;
  const near = stretchOf([Math.max(1, Math.min(...ground.sentences) - back), ...ground.sentences], reading);
  const self = isInterview(reading) && !isQuoted(ground, reading) ? findSelf(speaker, reading) : undefined;
  if (self) return { mention: self, mentions };
  for (const voice of voices) {
    const mention = standsFor(voice, speaker, reading);
    if (mention && isPersonSpokenFor(voice, name, reading)) continue;
    if (mention) return { mention, mentions, voice, teller: findTeller(voice, words, speaker, reading) };
  }
  if (voices.length > 0 || isNobodys) return { why: 'speaker-not-tied' };
  if (!reading.isEnglish && isGivenToAnother(speaker, ground, reading)) return { why: 'speaker-not-tied' };
  const mention = mentions.find(({ start, end }) => start >= near.start && end <= near.end);
  return mention ? { mention, mentions } : { why: 'speaker-not-tied' };
}

/** True where the sentence of the words names the speaker only as whom somebody speaks for, or names a namesake. */
function isGivenToAnother({ name, mentions }: Speaker, { sentences, found }: Ground, reading: Reading): boolean {
  if (isDescription(name)) return false;
  const core = stretchOf(found ? sentencesIn(found, reading) : sentences, reading);
  const isHere = ({ start, end }: Span): boolean =>
    start >= core.start && end <= core.end && reading.masked.charAt(start) !== '\uFFFC';
  const here = mentions.filter(isHere);
  if (here.length > 0) return here.every((mention) => isSpokenForAt(mention, reading));
  const surname = listWords(name).at(-1)?.key;
  return reading.names.some((other) => isHere(other) && other.keys.at(-1) === surname);
}

/**
 * In an interview or a transcript a passage is the words of whoever's turn it is; others must be given as saying it by a
 * sentence of the turn. A question states nothing.
 */
function tieInTurn(
  turn: Turn,
  statement: string,
  ground: Ground,
  speaker: Speaker,
  reading: Reading,
): Tie | { why: 'speaker-not-tied' } {
  const { mentions } = speaker;
  const own = speaksIn(turn, mentions);
  if (own) {
    const isSomeones = isOnlyAsked(turn, ground, reading) || isRetold(statement, ground, turn, reading);
    return isSomeones ? { why: 'speaker-not-tied' } : { mention: own, mentions };
  }
  const words = { statement, found: ground.found };
  const core = ground.found ? sentencesIn(ground.found, reading) : ground.sentences;
  if (!reading.isEnglish) {
    const near = stretchOf(core, reading);
    const here = mentions.find(({ start, end }) => start >= near.start && end <= near.end);
    return here && ground.found && isQuotedInside(ground.found, turn, reading)
      ? { mention: here, mentions }
      : { why: 'speaker-not-tied' };
  }
  // "It implies" in somebody's answer is no one's speech.
  const isIt = ({ start, end }: Voice) => /^it$/iu.test(reading.article.text.slice(start, end));
  const voices = voicesIn(core, reading).filter((voice) => !isIt(voice));
  for (const voice of voices.filter((one) => isOwnStatement(one, words, speaker, reading))) {
    const mention = standsFor(voice, speaker, reading);
    if (mention) return { mention, mentions, voice, teller: findTeller(voice, words, speaker, reading) };
  }
  return { why: 'speaker-not-tied' };
}

/**
 * Who may have said what a passage says: the voices of its own sentences, of those where the check quote stands if it was
 * found; else of the sentences its quotation runs over, then of the nearest ones before and after in the paragraph; for a
 * quotation that fills its paragraph, of the paragraphs before.
 */
function findVoicesOf({ sentences, found }: Ground, reading: Reading): Voice[] {
  const core = found ? sentencesIn(found, reading) : sentences;
  const own = voicesIn(core, reading);
  if (own.length > 0) return found ? voicesOf(found, own, reading) : own;
  const subjects = core.flatMap((id) => {
    const sentence = sentenceAt(id, reading);
    return sentence ? findSubject(sentence, reading) : [];
  });
  const others = findVoicesAround(core, reading);
  return others.length > 0 ? [...others, ...subjects] : [];
}

// A ministry speaks by its spokesman; a person's lawyer or spokesman is somebody else.
function isPersonSpokenFor(voice: Voice, name: string, { article: { text }, names }: Reading): boolean {
  if (voice.kind !== 'named' || isDescription(name)) return false;
  const lead = text.slice(Math.max(0, voice.start - 60), voice.start);
  if (!/\b(?:spokes\p{L}+|representatives?|lawyers?|attorneys?) (?:of|for) (?:\p{Lu}?\p{Ll}+ ){0,2}$/u.test(lead))
    return false;
  const own = names.find(({ start, end }) => start <= voice.start && end >= voice.end);
  const last = own?.keys.at(-1);
  if (!own || last === undefined || isBody(own.keys)) return false;
  // Titles and a surname of its own tell a person from a company.
  const keys = withoutTitles(own.keys);
  return (
    keys.length < own.keys.length ||
    (keys.length > 1 && isGivenName(keys[0] ?? '')) ||
    (keys.length > 1 && names.some((one) => withoutTitles(one.keys).join(' ') === last))
  );
}

/**
 * Whose voice a quotation is where its sentence has several: "Quill said the lock was “safe” but Finch called it “a disaster”".
 * Those between it and the quotation before it, or, where none stands before it, those up to the next one; else all of them.
 */
function voicesOf(found: Span, own: Voice[], { quotations }: Reading): Voice[] {
  const at = quotations.findIndex(({ start, end }) => start <= found.start && found.end <= end + 1);
  const quotation = quotations[at];
  if (!quotation || own.length < 2) return own;
  const [last, next] = [quotations[at - 1]?.end ?? 0, quotations[at + 1]?.start ?? Number.POSITIVE_INFINITY];
  const between = own.filter(({ start, end }) => start >= last && end <= quotation.start);
  if (between.length > 0) return between;
  const isFirst = own.every(({ start }) => start > quotation.start);
  const behind = own.filter(({ start, end }) => start >= quotation.end && end <= next);
  return isFirst && behind.length > 0 ? behind : own;
}

function findVoicesAround(core: number[], reading: Reading): Voice[] {
  const { start, end } = stretchOf(core, reading);
  const around = reading.quotations.filter((quotation) => quotation.start < end && quotation.end > start);
  const spoken = voicesIn(
    around.flatMap((quotation) => sentencesIn(quotation, reading)),
    reading,
  );
  if (spoken.length > 0) return spoken;
  const [first, last] = [Math.min(...core), Math.max(...core)];
  for (let step = 1; step <= maxSteps; step += 1) {
    const before = isSameParagraph(first - step, first, reading) ? voicesIn([first - step], reading) : [];
    if (before.length > 0) return before;
  }
  for (let step = 1; step <= maxSteps; step += 1) {
    const after = isSameParagraph(last, last + step, reading) ? voicesIn([last + step], reading) : [];
    if (after.length > 0) return after;
  }
  if (around.length === 0) return [];
  const under = Math.max(last, ...around.flatMap((quotation) => sentencesIn(quotation, reading))) + 1;
  const isSigned = /^[—–―-]/u.test(reading.article.text.charAt(sentenceAt(under, reading)?.start ?? 0));
  if (isSigned) return voicesIn([under], reading);
  for (let id = first - 1; id >= Math.max(1, first - maxSteps); id -= 1) {
    const before = voicesIn([id], reading);
    if (before.length > 0) return before;
  }
  return [];
}

function voicesIn(ids: number[], reading: Reading): Voice[] {
  return [...new Set(ids)].flatMap((id) => {
    const sentence = sentenceAt(id, reading);
    return sentence ? findVoices(sentence, reading) : [];
  });
}

function isSameParagraph(one: number, other: number, { sentences, article }: Reading): boolean {
  const [first, last] = [sentences[one - 1], sentences[other - 1]];
  return first !== undefined && last !== undefined && !/[\n\r]/.test(article.text.slice(first.end, last.start));
}

function isQuoted({ sentences }: Ground, reading: Reading): boolean {
  const { start, end } = stretchOf(sentences, reading);
  return reading.quotations.some((quotation) => quotation.start < end && quotation.end > start);
}

/** True where the article speaks in the first person outside quotation marks, often enough to be somebody's words as a whole. */
function isInterview({ masked, words }: Reading): boolean {
  const firstPersons = masked.match(/\b(?:I|me|my|we|our)\b/gu)?.length ?? 0;
  return firstPersons > 4 && firstPersons * minWordsPerFirstPerson > words.length;
}
