import { negationPattern } from '../grammar/negation-words.ts';
import { shareOfWords } from '../grammar/overlap.ts';
import { listQuantities } from '../grammar/quantities.ts';
import { isCapitalised, listWords } from '../grammar/word-list.ts';
import type { Reading } from './reading.ts';

// What can be held of a statement in another language than its passage: its digits, its names and whether it says "not".
// Its other words cannot be compared; a claim therefore needs its check quote, copied from the article.

const ownLanguage = 0.5;

/** True where a statement hardly has its passage's words: it is written in the reply's language, not the article's. */
export function isTranslated(statement: string, passage: string, { writtenIn }: Reading): boolean {
  return writtenIn !== null && shareOfWords(statement, passage) < ownLanguage;
}

/** What a translated statement says that its passage does not; the first that is found. */
export function findTranslatedFault(
  statement: string,
  passage: string,
  licensed: string[][],
  reading: Reading,
): 'number-not-in-passage' | 'name-not-in-passage' | 'negation-changed' | undefined {
  if (hasForeignDigits(statement, passage)) return 'number-not-in-passage';
  if (hasForeignName(statement, passage, licensed, reading)) return 'name-not-in-passage';
  // Of a negation that the statement leaves out, only the language's own words could tell.
  if (isNegated(statement) && !isNegated(passage)) return 'negation-changed';
  return undefined;
}

const denial =
  /\b(?:den(?:y|ies|ied)|refus|reject|fail|lack|dismiss|disput|oppos|prevent|prohibit|unable|unlikely|ban(?:s|ned)?|halt|stop)/iu;

function isNegated(text: string): boolean {
  return new RegExp(negationPattern.source, negationPattern.flags).test(text) || denial.test(text);
}

// Scale words of the languages that newsrooms commonly ask for, by the beginning that their forms share.
const scales: [RegExp, number][] = [
  [/^\s*(?:mil millones|milliard|miliard|mld|mrd|bn|billion|bilh|miljard)/iu, 1e9],
  [/^\s*(?:million|mill[oó]n|milion|milh|miljoen|mio|mln|m\b)/iu, 1e6],
  [/^\s*(?:tausend|mille\b|mil\b|mila\b|duizend|thousand|k\b)/iu, 1e3],
];

function hasForeignDigits(statement: string, passage: string): boolean {
  const given = new Set(listQuantities(passage).flatMap(({ values }) => values));
  for (const [digits] of passage.matchAll(/\d+/gu)) given.add(Number(digits));
  return [...statement.matchAll(grouped)].some(({ 0: digits, index }) => {
    const scale = scales.find(([word]) => word.test(statement.slice(index + digits.length)))?.[1] ?? 1;
    return !readingsOf(digits).some((value) => given.has(value * scale) || given.has(Math.round(value * scale)));
  });
}

/** True where a translation leaves out a number that its passage has in digits. */
export function losesNumber(passage: string, translation: string): boolean {
  const kept = new Set((translation.match(grouped) ?? []).flatMap(readingsOf));
  return (passage.match(grouped) ?? []).some((digits) => !readingsOf(digits).some((value) => kept.has(value)));
}

/** "1.200" is 1200 in German and 1.2 in English. */
function readingsOf(digits: string): number[] {
  const bare = digits.replace(/[\u00a0\u202f']/gu, '');
  return [
    Number(bare.replace(/[.,]/g, '')),
    Number(bare.replace(/,/g, '')),
    Number(bare.replace(/\./g, '').replace(',', '.')),
  ];
}

const grouped = /\d+(?:[.,\u00a0\u202f']\d+)*/gu;

const sharedLength = 4; // letters that "Italien" and "Italy" share

/**
 * True where a statement names what its passage does not: a capitalised word of no name there, none of the article's other
 * forms of it and no country of it. German writes every noun so: there, two such words in a row.
 */
function hasForeignName(
  statement: string,
  passage: string,
  licensed: string[][],
  { article, writtenIn }: Reading,
): boolean {
  const known = new Set([...listWords(`${passage} ${article.text}`).map(({ key }) => key), ...licensed.flat()]);
  const places = countriesIn(article.text, article.language, writtenIn);
  const words = listWords(statement);
  const isForeign = words.map(({ text, key }, at) => {
    if (!isCapitalised(text) || at === 0 || known.has(key)) return false;
    if (places.some((place) => place.includes(key))) return false;
    return ![...known].some(
      (other) => other.length > sharedLength && other.slice(0, sharedLength) === key.slice(0, sharedLength),
    );
  });
  const capitalisesNouns = /^(?:de|lb)\b/i.test(writtenIn ?? '');
  return isForeign.some((foreign, at) => foreign && (!capitalisesNouns || isForeign[at + 1] === true));
}

/** The countries that a text names, by their names in another language: "Frankreich" of "France". */
function countriesIn(text: string, from: string | null, to: string | null): string[] {
  const [own, other] = [namesOf(from ?? 'en'), namesOf(to ?? 'en')];
  const lower = text.toLowerCase();
  return regions().flatMap((code) => {
    const name = own?.of(code)?.toLowerCase();
    const translated = other?.of(code)?.toLowerCase();
    return name && translated && name !== code.toLowerCase() && lower.includes(name) ? [translated] : [];
  });
}

function namesOf(language: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  } catch {
    return undefined;
  }
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function regions(): string[] {
  return letters.flatMap((first) => letters.map((second) => first + second));
}
