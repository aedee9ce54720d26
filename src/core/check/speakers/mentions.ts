import type { Span } from '../../article.ts';
import { isDescription } from '../../grammar/description.ts';
import { isAcronym, isSameName, listNames } from '../../grammar/names.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import type { Reading } from '../reading.ts';
import { dropNamesakes } from './namesakes.ts';

const maxLength = 200; // characters; more is no name and no description

/** The places where the article names or describes a source, in reading order. */
export function findMentions(name: string, reading: Reading): Span[] {
  const words = listWords(name).filter(({ key, text }) => !isFunctionWord(key) || isAcronym(text));
  const keys = words.map(({ key }) => key);
  if (keys.length === 0 || name.length > maxLength) return [];
  if (isDescription(name)) return findDescribed(keys, listWords(name).length, reading);
  // "Mayor Ilse Brandt of Velden" is "Ilse Brandt" where no name of the article has all the words.
  const parts = listNames(name).filter(({ start, end }) => !/['’]s?$/.test(name.slice(start, end)));
  const whole = /['’]s\s/.test(name) ? [] : [keys];
  const forms = [...whole, ...parts.map((part) => part.keys).toSorted((one, other) => other.length - one.length)];
  const surname = reading.isEnglish ? undefined : keys.at(-1); // "Box-Experte Bernd Bönte" is one name as far as capitals tell
  for (const form of forms) {
    const named = reading.names.filter(
      (known) => isSameName(form, known.keys) || isShortForm(form, known.keys, surname, reading),
    );
    if (named.length > 0) return dropNamesakes(named, form, reading);
  }
  // The first name of one and the surname of another, side by side, are nobody.
  const { text } = reading.article;
  return findDescribed(keys, keys.length, reading).filter(
    ({ start, end }) =>
      parts.length === 0 || !/[.,!?;:\n()“”"]|\s(?:and|or|with|by|to|against|from)\s/u.test(text.slice(start, end)),
  );
}

function isShortForm(form: string[], known: string[], surname: string | undefined, { words }: Reading): boolean {
  if (surname === undefined || !known.includes(surname)) return false;
  if (form.length === 1 || known.some((key) => key !== surname && form.includes(key))) return true;
  return known.length === 1 && form.every((key) => words.some((word) => word.key === key));
}

/** Places where the words of a description stand close together, or its last word alone behind "the". */
function findDescribed(keys: string[], length: number, { words }: Reading): Span[] {
  const stems = new Set(keys.map(toStem));
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!stems.has(toStem(words[at]?.key ?? ''))) continue;
    // Up to the last of the words: one of them may stand again in the next sentence.
    const wanted = new Set(stems);
    const last = words.slice(at, at + length + 2).find(({ key }) => wanted.delete(toStem(key)) && wanted.size === 0);
    if (last) spans.push({ start: words[at]?.start ?? 0, end: last.end });
  }
  return spans;
}
