import { isAttendant } from '../check/speakers/spoken-for.ts';
import { isCapitalised, isFunctionWord, listWords } from './word-list.ts';

/** True where a source is described instead of named: "an Iraqi official", "officials", "a person familiar with the matter". */
export function isDescription(name: string): boolean {
  if (!/[\p{Lu}\p{Ll}]/u.test(name)) return false; // a script without capitals
  const words = listWords(name);
  const first = words.findIndex(({ key }) => !isFunctionWord(key));
  const last = words.at(-1);
  // "Cheuk Hau-yip"
  const isSecondHalf = /\p{Lu}\p{L}*-\p{Ll}+$/u.test(name);
  if (!last || !(isCapitalised(last.text) || isSecondHalf) || isAttendant(name)) return true;
  const capital = words.findIndex(({ text }, at) => at >= first && isCapitalised(text));
  return words
    .slice(Math.max(0, first), capital)
    .some(({ key }) => /^(?:of|at|in|from|for|with|to|near|by|on)$/.test(key));
}
