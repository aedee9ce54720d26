import { toVerbStem } from './verb-forms.ts';
import { isFunctionWord, listWords, toStem } from './word-list.ts';

/** How many of a statement's words with content its passage has, 0 to 1; 1 where it has none. Inflected forms count as one. */
export function shareOfWords(statement: string, passage: string): number {
  const stems = new Set(listWords(passage).flatMap(({ key }) => [toStem(key), toVerbStem(key)]));
  const words = listWords(statement).filter(({ key }) => !isFunctionWord(key));
  if (words.length === 0) return 1;
  return words.filter(({ key }) => stems.has(toStem(key)) || stems.has(toVerbStem(key))).length / words.length;
}
