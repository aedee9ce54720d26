import { isInvertible } from './cues.ts';
import { isTitle } from './names.ts';
import {
  auxiliary,
  complementizer,
  filler,
  isPartOfName,
  isPronoun,
  opener,
  type Part,
  preposition,
  readNounPhrase,
  relative,
  startsWithPreposition,
  type Voice,
} from './noun-phrase.ts';
import { isCapitalised, listWords, type Word } from './word-list.ts';

// "The builder, Tom Reyes, said the defendant": the verb has its subject before it.
const apposedSubject =
  /(?:^|,)\s*(?:the|an?|his|her|its|their)\s[\p{L}\s-]{2,60},\s(?:\p{Lu}[\p{L}.'’-]*\s?){2,4},\s*$/iu;

/** The subject of a reporting verb; undefined where it has none of its own. */
export function readSubject(before: Part, after: Part, cue: Word): Voice[] | undefined {
  const lead = stripFiller(before.text);
  const closesQuote = /[\uFFFC”"»’']\s*[,.]?\s*$/u.test(lead) || lead.trim() === '';
  if (isInvertible(cue.key) && (closesQuote || /,\s*$/u.test(lead))) {
    const behind = startsWithPreposition(after) ? [] : readNounPhrase(cutBehind(after));
    const isShort = listWords(after.text).length <= 14;
    if (behind.length > 0 && !apposedSubject.test(lead) && (closesQuote || (isShort && isBareSubject(behind, after))))
      return behind;
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
export function readBefore(lead: Part): Voice[] {
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

/** The one before "who", not the sentence's subject: "torn apart by a royal expert who said". */
export function readLastPhrase({ text, start }: Part): Voice[] {
  const stop = listWords(text).findLast(({ key }) => preposition.test(key) && key !== 'of');
  return stop ? readNounPhrase({ text: text.slice(stop.end), start: start + stop.end }) : [];
}

/** The sentence's first subject, for a verb that leans on it: the name it starts with, or its first noun phrase. */
export function readOpening(masked: string, end: number): Voice[] {
  const parts = [...masked.slice(0, end).matchAll(/[^,;:\uFFFC]+/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
  }));
  const part = parts.find(({ text }) => /\p{L}/u.test(text) && !startsWithPreposition({ text, start: 0 }));
  if (!part) return [];
  const words = listWords(part.text).filter(({ key }) => !opener.test(key));
  const length = words.findIndex((word, at) => !isPartOfName(word, at));
  const [first, last] = [words[0], words[(length < 0 ? words.length : length) - 1]];
  if (!first || !last || isPronoun(first)) return readNounPhrase(part);
  return [
    { start: part.start + first.start, end: part.start + last.end, headEnd: part.start + last.end, kind: 'named' },
  ];
}

/** What stands behind a verb, up to a clause of its own: "said a spokesperson when asked". */
export function cutBehind({ text, start }: Part): Part {
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

/** The words from a place on, up to the next comma, stop or quotation. */
export function cutClause(masked: string, from: number): Part {
  const stop = masked.slice(from).search(/[,.;:!?()–—\uFFFC]/u);
  return { text: masked.slice(from, stop < 0 ? masked.length : from + stop), start: from };
}
