import { german } from './de.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import type { Language } from './language.ts';
import type { Unspaced } from './unspaced.ts';
import { chinese } from './zh.ts';

// A new language is a file beside these and one name here.
const others: Language[] = [german, french, spanish];
const english =
  'the of and to that was is with for said has it by from are be this were have which his as they not but at who'.split(
    ' ',
  );
const sampleLength = 20_000;

/**
 * The language whose commonest words a text uses most; undefined where it uses too few of any. In prose a quarter of all
 * words are such; a short text with one of them passes, since a single sentence may hold no more.
 */
export function detectLanguage(text: string): 'en' | Language | undefined {
  const words =
    text
      .slice(0, sampleLength)
      // Words spelt with invisible characters between the letters would make any text one of an unknown language.
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const minCount = words.length < 30 ? 1 : words.length * 0.1;
  let best: { language: 'en' | Language; count: number } = { language: 'en', count: countWords(words, english) };
  for (const language of others) {
    const count = countWords(words, language.common);
    if (count > best.count) best = { language, count };
  }
  return best.count >= minCount ? best.language : undefined;
}

function countWords(words: string[], common: string[]): number {
  const wanted = new Set(common);
  return words.filter((word) => wanted.has(word)).length;
}

const minUnspacedShare = 0.3; // of all letters
const minKanaShare = 0.1; // of the letters of a language without spaces, for it to be Japanese

/** Chinese or Japanese, by their letters; undefined for any other text. */
export function detectUnspaced(text: string): Unspaced | undefined {
  const sample = text.slice(0, sampleLength);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const unspaced = kana + count(/\p{Script=Han}/gu);
  if (unspaced === 0 || unspaced < count(/\p{L}/gu) * minUnspacedShare) return undefined;
  return kana > unspaced * minKanaShare ? japanese : chinese;
}
