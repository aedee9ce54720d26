import { toDeed } from '../../grammar/converses.ts';
import { toVerbStem } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';

const maxRun = 4; // words; more than these in between are a clause of the drafter's own, judged by its share of words

/**
 * The first word that a statement puts in between two words which stand side by side in its passage, where the article never
 * uses it: "the stupid town" of "the town".
 *
 * @param known  stems of every word of the article
 */
export function findInsertedWord(statement: string, passage: string, known: Set<string>): string | undefined {
  const given = listWords(passage).map(({ key }) => key);
  const deeds = new Set(listWords(passage).map(({ key }) => toDeed(toVerbStem(key))));
  const pairs = new Set(given.slice(1).map((key, at) => `${given[at]} ${key}`));
  const words = listWords(statement);
  const isNew = words.map(
    ({ key }) =>
      !isFunctionWord(key) && !/\d/.test(key) && !known.has(toStem(key)) && !deeds.has(toDeed(toVerbStem(key))),
  );
  for (let at = 1; at < words.length - 1; at += 1) {
    if (!isNew[at] || isNew[at - 1]) continue;
    let end = at;
    while (isNew[end] && end - at < maxRun) end += 1;
    if (pairs.has(`${words[at - 1]?.key} ${words[end]?.key}`)) return words[at]?.text;
  }
  return undefined;
}
