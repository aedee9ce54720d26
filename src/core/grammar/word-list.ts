import type { Span } from '../article.ts';

/** A word of a text: `key` is what it is compared by, without case, accents, points, apostrophes and a possessive "s". */
export type Word = Span & { text: string; key: string };

const word = /(?:\p{L}\.){2,}|\p{L}(?:\.\p{L})+(?![\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+(?:['’‘ʼ](?=\p{L})[\p{L}\p{M}]+)*/gu;

/** The words of a text in reading order; a hyphen parts two. */
export function listWords(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: text, index }) => ({
    text,
    key: toKey(text),
    start: index,
    end: index + text.length,
  }));
}

/** What a word is compared by. */
export function toKey(text: string): string {
  const bare = text.replace(/['’‘ʼ]s$/iu, '');
  return bare
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘ʼ]/gu, '')
    .toLowerCase();
}

/** True where a word is written like a name: a capital at its start, or inside it as in "eBay". */
export function isCapitalised(text: string): boolean {
  return /^\p{Lu}|^\p{Lt}|^\p{Ll}+\p{Lu}/u.test(text);
}

// Words that carry no statement of their own. English, since other languages' drafts are compared with all their words.
const functionWords = new Set(
  (
    'a an the this that these those it its he she they we you i his her hers their theirs our your my him them us me who whom whose which what ' +
    'and or but nor so yet for of in on at by to from with as than then into onto over under after before between about against during through since until within upon amid among ' +
    'is are was were be been being am has have had having do does did doing will would shall should can could may might must ' +
    'there here when where while how why if because although though also just only still even very more most much many some any all each both such own same other another ' +
    'said says say saying told tells tell according'
  ).split(' '),
);

/** True for a word that carries no statement of its own. */
export function isFunctionWord(key: string): boolean {
  return functionWords.has(key);
}

/** The beginning of a word that its inflected forms share; for comparing only. */
export function toStem(key: string): string {
  if (key.length <= 4 || /\d/.test(key)) return key;
  const stem = key
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[^s])(?:'s|es|s|ed|ing|ly|er|ers|or|ors|ion|ions|ation|ations|ment|ments)$/, '');
  const short = stem.length < 3 ? key : stem;
  return short.replace(/e$/, '').replace(/([^aeiou])\1$/, '$1');
}
