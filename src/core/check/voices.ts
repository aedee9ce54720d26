import type { Span } from '../article.ts';
import { isInvertible, isReportingVerb } from './cues.ts';
import { isAcronym, isTitle, listNames } from './names.ts';
import type { Reading } from './reading.ts';
import { isCapitalised, listWords, type Word } from './word-list.ts';

/**
 * Who a sentence gives as speaking: the words that stand for them ("Zamili", "she", "the Iraqi official"). `headEnd` is
 * where what they are ends and what they are of begins ("the head | of the union").
 */
export type Voice = Span & { kind: 'named' | 'pronoun' | 'described'; headEnd: number };

const pronoun = /^(?:i|we|he|she|they|it|you|who)$/;
const preposition =
  /^(?:of|for|from|at|in|with|to|by|on|about|after|before|during|near|under|over|against|into|among|amid|between|since|until|upon|via|despite|without|within|outside|inside|per)$/;
const opener =
  /^(?:but|and|or|so|yet|however|meanwhile|moreover|furthermore|that|while|whilst|as|when|because|if|whether|where|though|although|later|also|then|still|now|once|earlier|today|yesterday|both|only|even|indeed|instead|separately|which)$/;
const relative = /^(?:who|whom|whose|which|where|that)$/;
const filler =
  /^(?:has|have|had|will|would|could|can|may|might|must|should|shall|did|does|do|is|are|am|was|were|be|been|being|also|later|then|previously|recently|further|repeatedly|once|yet|not|never|however|again|still|now|just|already|both|all|had|always|often|sometimes|further|went|on|to|declined|refused|\p{L}+ly)$/u;
const auxiliary = /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)$/;
const complementizer =
  /^(?:that|because|whether|if|when|while|whilst|although|though|but|so|since|until|nevertheless)$/;
const passive = /^(?:was|were|is|are|be|been|being)$/;
const nounMaker =
  /^(?:the|an?|this|that|these|those|his|her|their|its|our|my|your|of|in|for|any|some|such|no|new|recent|several|many|same|own|other)$/;
const spokesPerson =
  /^(?:spokes\p{L}*|representatives?|statement|report|letter|release|officials?|lawyers?|attorneys?)$/u;

type Part = { text: string; start: number };

/**
 * Who a sentence gives as speaking, thinking or finding, in reading order: the subject of every reporting verb that stands
 * outside quotation marks, before it or behind it, and whoever follows "according to". Words and word order alone are
 * looked at (English), so one verb may give several candidates; none where the sentence reports nothing.
 */
export function findVoices(sentence: Span, reading: Reading): Voice[] {
  const masked = reading.masked.slice(sentence.start, sentence.end);
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
    const found = readSubject(before, after, word);
    // "…, he added, saying": a verb without a subject of its own has the sentence's.
    voices.push(...(found ?? (voices.length > 0 ? voices.slice(0, 1) : readOpening(masked, word.start))));
    // "An official, who asked not to be named, said": the clause goes on behind the aside.
    if (!isAside) clauseStart = word.end;
  }
  const label = /^\s*([^:“"\n]{2,40}):\s/u.exec(masked)?.[1];
  if (label && voices.length === 0 && isLineStart(sentence.start, reading))
    voices.push(...readNounPhrase({ text: label, start: 0 }));
  return toArticle(voices, sentence);
}

/** Whom a sentence that reports nothing speaks of first: its subject, whose own act or stance it may be. */
export function findSubject(sentence: Span, reading: Reading): Voice[] {
  const masked = reading.masked.slice(sentence.start, sentence.end);
  return toArticle(readOpening(masked, masked.length), sentence);
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
  const previous = words[at - 1]?.key ?? '';
  if (!word) return false;
  if (word.key === 'according') return words[at + 1]?.key === 'to';
  const isSign = /^reads?$/.test(word.key) && /^[\s:,]*["“«]?\uFFFC/u.test(masked.slice(word.end));
  if (!(isSign || isReportingVerb(word.key)) || isCapitalised(word.text)) return false;
  if (nounMaker.test(previous) || /['’]s$/.test(words[at - 1]?.text ?? '')) return false;
  // "was reported", "are separately known": nobody speaks; "was saying" somebody does.
  const before = words.slice(0, at).findLast(({ key }) => !/ly$|^not$/.test(key))?.key ?? '';
  return !(passive.test(before) && !word.key.endsWith('ing'));
}

/** The subject of a reporting verb; undefined where it has none of its own. */
function readSubject(before: Part, after: Part, cue: Word): Voice[] | undefined {
  const lead = stripFiller(before.text);
  const closesQuote = /[\uFFFC”"»’']\s*[,.]?\s*$/u.test(lead) || lead.trim() === '';
  if (isInvertible(cue.key) && (closesQuote || /,\s*$/u.test(lead))) {
    const behind = startsWithPreposition(after) ? [] : readNounPhrase(after);
    const isShort = listWords(after.text).length <= 14;
    if (behind.length > 0 && (closesQuote || (isShort && isBareSubject(behind, after)))) return behind;
  }
  if (closesQuote) return undefined;
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
  if (first.kind === 'described' && !/^(?:the|an?|one|his|her|their)$/.test(words[0]?.key ?? '')) return false;
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
  return words.length > 1 && words.length < 7 && words.every((word, at) => isPartOfName(word, at));
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

/** A noun phrase's head: its names, or else its words up to a preposition; a body's spokesperson stands for the body. */
function readNounPhrase(part: Part): Voice[] {
  const all = listWords(part.text);
  // "The agreement was that Gorbachev" speaks of Gorbachev.
  const words = all.slice(all.slice(0, -1).findLastIndex(({ key }) => complementizer.test(key)) + 1);
  let from = words.findIndex(({ key }) => !opener.test(key));
  if (from < 0) return [];
  if (preposition.test(words[from]?.key ?? '')) {
    const name = words.findLastIndex(({ key, text }) => isCapitalised(text) && key !== 'i');
    if (name < 0) return [];
    from = name;
    while (from > 0 && isCapitalised(words[from - 1]?.text ?? '')) from -= 1;
  }
  const phrase = words.slice(from);
  const stop = phrase.findIndex((word, at) => at > 0 && endsHead(word, phrase[at - 1], phrase[at + 1]));
  const head = stop < 0 ? phrase : phrase.slice(0, stop);
  const [first, last] = [head[0], head.at(-1)];
  if (!first || !last) return [];
  if (filler.test(first.key)) return [];
  const toVoice = (start: Word, end: Word, kind: Voice['kind']): Voice => ({
    start: part.start + start.start,
    end: part.start + end.end,
    headEnd: part.start + Math.min(end.end, last.end),
    kind,
  });
  if (pronoun.test(first.key) && !isAcronym(first.text)) return [toVoice(first, first, 'pronoun')];
  // "Velden mayor Ilse Brandt": the name at the end speaks; "the Velden mayor": nobody is named.
  const nameAt = head.findLastIndex((word, at) => !isPartOfName(word, at)) + 1;
  const name = head[nameAt];
  const whole = toVoice(first, phrase.at(-1) ?? last, 'described');
  const voices = name ? [toVoice(name, last, 'named')] : [whole];
  // "CEO of the Refugee Council Enver Solomon": a title, and the name behind what it is the title in.
  const tail = phrase.slice(phrase.findLastIndex((word, at) => !isPartOfName(word, at)) + 1);
  const [tailStart, tailEnd] = [tail.find(({ text }) => isCapitalised(text)), tail.at(-1)];
  if (stop > 0 && tailStart && tailEnd && tailStart !== tailEnd && !spokesPerson.test(last.key) && isTitle(last.key))
    voices.push(toVoice(tailStart, tailEnd, 'named'));
  if (head.some(({ key }) => spokesPerson.test(key))) {
    const isOfBody = /^(?:of|for|from|at|in)$/.test(phrase[stop]?.key ?? 'of');
    const represented = isOfBody
      ? listNames(part.text).filter(({ start }) => start >= first.start && start !== name?.start)
      : [];
    voices.push(
      ...represented.map(({ start, end }) => ({
        start: part.start + start,
        end: part.start + end,
        headEnd: part.start + end,
        kind: 'named' as const,
      })),
    );
  }
  return voices;
}

// "University of Texas" goes on behind "of"; "the head of the union" does not.
function endsHead(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (relative.test(word.key) || auxiliary.test(word.key)) return true;
  if (!preposition.test(word.key)) return false;
  return !(word.key === 'of' && isCapitalised(before?.text ?? '') && isCapitalised(after?.text ?? ''));
}

function isPartOfName(word: Word, at: number): boolean {
  if (at === 0 && nounMaker.test(word.key) && !isAcronym(word.text)) return false;
  if (/['’]s$/.test(word.text) || word.key === 'i') return false;
  return (
    isCapitalised(word.text) || /^(?:al|el|bin|ibn|de|del|della|di|da|der|den|du|la|le|van|von|of)$/.test(word.key)
  );
}

function startsWithPreposition({ text }: Part): boolean {
  return preposition.test(listWords(text)[0]?.key ?? '');
}

function stripFiller(text: string): string {
  let words = listWords(text);
  let end = text.length;
  while (
    words.length > 0 &&
    filler.test(words.at(-1)?.key ?? '') &&
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
