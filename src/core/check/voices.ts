import type { Span } from '../article.ts';
import { isInvertible, isReportingVerb } from './cues.ts';
import { isTitle } from './names.ts';
import {
  auxiliary,
  complementizer,
  filler,
  isPartOfName,
  nounMaker,
  opener,
  type Part,
  preposition,
  pronoun,
  readNounPhrase,
  relative,
  startsWithPreposition,
  type Voice,
} from './noun-phrase.ts';
import type { Reading } from './reading.ts';
import { isCapitalised, listWords, type Word } from './word-list.ts';

const passive = /^(?:was|were|is|are|be|been|being)$/;
const maxLength = 3000; // characters of a sentence that are looked at; a longer one is no sentence

/**
 * Who a sentence gives as speaking, thinking or finding, in reading order: the subject of every reporting verb that stands
 * outside quotation marks, before it or behind it, and whoever follows "according to". Words and word order alone are
 * looked at (English), so one verb may give several candidates; none where the sentence reports nothing.
 */
export function findVoices(sentence: Span, reading: Reading): Voice[] {
  const known = reading.voices.get(sentence.start);
  if (known) return known;
  const voices = readVoices(sentence, reading);
  reading.voices.set(sentence.start, voices);
  return voices;
}

function readVoices(sentence: Span, reading: Reading): Voice[] {
  const masked = maskedOf(sentence, reading);
  const words = listWords(masked);
  const voices: Voice[] = [];
  let clauseStart = 0;
  for (const [at, word] of words.entries()) {
    if (!isCue(at, words, masked)) continue;
    if (word.key === 'according') {
      voices.push(...readNounPhrase(cutClause(masked, words[at + 1]?.end ?? word.end)));
      continue;
    }
    const isAside = relative.test(words[at - 1]?.key ?? '');
    const lead = masked.slice(clauseStart, isAside ? words[at - 1]?.start : word.start);
    const before = { text: lead.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length)), start: clauseStart };
    const after = cutClause(masked, word.end);
    const found = isAside ? [...readBefore(before), ...readLastPhrase(before)] : readSubject(before, after, word);
    // "…, he added, saying": a verb without a subject of its own has the sentence's.
    voices.push(...(found ?? (voices.length > 0 ? voices.slice(0, 1) : readOpening(masked, word.start))));
    // "An official, who asked not to be named, said": the clause goes on behind the aside.
    if (!isAside) clauseStart = word.end;
  }
  const label = /^\s*([^:“"\n]{2,40}):\s/u.exec(masked)?.[1];
  if (label && voices.length === 0 && isLineStart(sentence.start, reading))
    voices.push(...readNounPhrase({ text: label, start: 0 }));
  const first = voices.findIndex(({ kind }) => kind !== 'pronoun');
  const own = voices.filter((voice, at) => first < 0 || at < first || !isTold(voice, masked));
  return toArticle(own, sentence);
}

// "Eastman says he is alarmed by what they found": those behind the one who says it are told about; "…, he said" is not.
function isTold({ kind, start, end }: Voice, masked: string): boolean {
  return (
    kind === 'pronoun' &&
    !/^(?:I|we)$/iu.test(masked.slice(start, end)) &&
    !/[,"”’»\uFFFC]\s*$/u.test(masked.slice(0, start))
  );
}

/** Whom a sentence that reports nothing speaks of first: its subject, whose own act or stance it may be. */
export function findSubject(sentence: Span, reading: Reading): Voice[] {
  const masked = maskedOf(sentence, reading);
  return toArticle(readOpening(masked, masked.length), sentence);
}

/** A sentence with every character inside quotation marks replaced; of a sentence that is none, its beginning. */
export function maskedOf({ start, end }: Span, { masked }: Reading): string {
  return masked.slice(start, Math.min(end, start + maxLength));
}

function toArticle(voices: Voice[], sentence: Span): Voice[] {
  return voices.map(({ start, end, headEnd, kind }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
    headEnd: headEnd + sentence.start,
    kind,
  }));
}

function isCue(at: number, words: Word[], masked: string): boolean {
  const word = words[at];
  if (!word) return false;
  const isNext = /^\s*$/u.test(masked.slice(words[at - 1]?.end ?? 0, word.start));
  const previous = (isNext && words[at - 1]?.key) || '';
  if (word.key === 'according') return words[at + 1]?.key === 'to';
  const isSign = /^reads?$/.test(word.key) && /^[\s:,]*["“«]?\uFFFC/u.test(masked.slice(word.end));
  if (!(isSign || isReportingVerb(word.key)) || isCapitalised(word.text)) return false;
  if (nounMaker.test(previous) || /['’]s$/.test(words[at - 1]?.text ?? '')) return false;
  // "was reported", "are separately known": nobody speaks; "was saying" somebody does.
  const before = words.slice(Math.max(0, at - 4), at).findLast(({ key }) => !/ly$|^not$/.test(key))?.key ?? '';
  return !(passive.test(before) && !word.key.endsWith('ing'));
}

/** The subject of a reporting verb; undefined where it has none of its own. */
function readSubject(before: Part, after: Part, cue: Word): Voice[] | undefined {
  const lead = stripFiller(before.text);
  const closesQuote = /[\uFFFC”"»’']\s*[,.]?\s*$/u.test(lead) || lead.trim() === '';
  if (isInvertible(cue.key) && (closesQuote || /,\s*$/u.test(lead))) {
    const behind = startsWithPreposition(after) ? [] : readNounPhrase(cutBehind(after));
    const isShort = listWords(after.text).length <= 14;
    if (behind.length > 0 && (closesQuote || (isShort && isBareSubject(behind, after)))) return behind;
  }
  if (closesQuote || (cue.key.endsWith('ing') && /,\s*$/u.test(lead))) return undefined;
  if (/\b(?:and|or|but|while|whilst|by|after|before|when|for|in|without|of|instead)\s*$/iu.test(lead)) return undefined;
  const subject = readBefore({ text: lead, start: before.start });
  return subject.length > 0 ? subject : undefined;
}

// "…, said Zamili." and not "Zamili, a politician, said each of the four members…"
function isBareSubject(voices: Voice[], after: Part): boolean {
  const [first, last] = [voices[0], voices.at(-1)];
  if (!first || !last) return false;
  const words = listWords(after.text);
  if (words.some(({ key }) => auxiliary.test(key))) return false;
  if (first.kind === 'described' && words.length > 2 && !/^(?:the|an?|one|his|her|their)$/.test(words[0]?.key ?? ''))
    return false;
  return /^\s*(?:$|who\b|in\b|at\b|on\b|of\b|during\b)/u.test(after.text.slice(last.end - after.start));
}

/** The subject in the words before a verb: the last part between commas, or the parts before an apposition. */
function readBefore(lead: Part): Voice[] {
  const parts: Part[] = [];
  for (const { 0: text, index } of lead.text.matchAll(/[^,;:()–—\uFFFC]+/gu))
    parts.push({ text, start: lead.start + index });
  if (!/,\s*$/u.test(lead.text)) {
    const last = parts.at(-1);
    const subject = last ? readNounPhrase(last) : [];
    return subject.length > 0 || !last ? subject : parts.slice(-2, -1).flatMap(readNounPhrase);
  }
  const voices: Voice[] = [];
  for (const part of parts.toReversed().filter(({ text }) => text.trim() !== '')) {
    const first = listWords(part.text)[0];
    const isAside = !first || preposition.test(first.key) || relative.test(first.key) || /^\d/.test(first.key);
    if (!isAside) voices.unshift(...readNounPhrase(part));
    if (isFullName(part.text)) break;
  }
  return voices;
}

// "Cynthia Thompson" ends the way back through appositions; "Fayetteville" and "Director of exhibits" do not.
function isFullName(text: string): boolean {
  const words = listWords(text);
  return (
    words.length > 1 &&
    words.length < 7 &&
    !isTitle(words[0]?.key ?? '') &&
    words.every((word, at) => isPartOfName(word, at))
  );
}

// "torn apart by a royal expert who said": the one before "who", not the sentence's subject.
function readLastPhrase({ text, start }: Part): Voice[] {
  const stop = listWords(text).findLast(({ key }) => preposition.test(key) && key !== 'of');
  return stop ? readNounPhrase({ text: text.slice(stop.end), start: start + stop.end }) : [];
}

/** The sentence's first subject, for a verb that leans on it: the name it starts with, or its first noun phrase. */
function readOpening(masked: string, end: number): Voice[] {
  const parts = [...masked.slice(0, end).matchAll(/[^,;:\uFFFC]+/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
  }));
  const part = parts.find(({ text }) => /\p{L}/u.test(text) && !startsWithPreposition({ text, start: 0 }));
  if (!part) return [];
  const words = listWords(part.text).filter(({ key }) => !opener.test(key));
  const length = words.findIndex((word, at) => !isPartOfName(word, at));
  const [first, last] = [words[0], words[(length < 0 ? words.length : length) - 1]];
  if (!first || !last || pronoun.test(first.key)) return readNounPhrase(part);
  return [
    { start: part.start + first.start, end: part.start + last.end, headEnd: part.start + last.end, kind: 'named' },
  ];
}

// "said a spokesperson when asked"
function cutBehind({ text, start }: Part): Part {
  const stop = listWords(text).find(({ key }) => complementizer.test(key) || relative.test(key));
  return { text: text.slice(0, stop?.start), start };
}

function stripFiller(text: string): string {
  let words = listWords(text);
  let end = text.length;
  while (
    words.length > 0 &&
    filler.test(words.at(-1)?.key ?? '') &&
    !isCapitalised(words.at(-1)?.text ?? '') &&
    /^\s*$/u.test(text.slice(words.at(-1)?.end ?? 0, end))
  ) {
    end = words.at(-1)?.start ?? 0;
    words = words.slice(0, -1);
  }
  return text.slice(0, end);
}

function cutClause(masked: string, from: number): Part {
  const stop = masked.slice(from).search(/[,.;:!?()–—\uFFFC]/u);
  return { text: masked.slice(from, stop < 0 ? masked.length : from + stop), start: from };
}

function isLineStart(at: number, { article }: Reading): boolean {
  return at === 0 || /[\n\r]\s*$/u.test(article.text.slice(Math.max(0, at - 3), at));
}
