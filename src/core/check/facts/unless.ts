import { negationPattern } from '../../grammar/negation-words.ts';
import { toVerbStem } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';

const conditional = /\b(if|unless)\s([^,;:.!?]{2,200})/iu;
const hinders = /\b(?:fail(?:s|ed)?|refus(?:es?|ed)|declin(?:es?|ed))\sto\b/giu;
const minShare = 0.6; // of the shorter condition's words, for two to be the same

/**
 * True where a statement has "if" for its passage's "unless", or the other way round, without a "not" that rights it: "closes
 * if the city pays" of "closes unless the city pays".
 */
export function turnsUnless(statement: string, passage: string): boolean {
  const said = readCondition(statement);
  if (!said) return false;
  return passage.split(/(?<=[.!?]["”’»]*)\s+|\n+/u).some((sentence) => {
    const given = readCondition(sentence);
    if (!given || given.isUnless === said.isUnless) return false;
    const shared = [...said.stems].filter((stem) => given.stems.has(stem)).length;
    const isSame = shared > 0 && shared >= minShare * Math.min(said.stems.size, given.stems.size);
    return isSame && said.isTurned !== given.isTurned;
  });
}

type Condition = { isUnless: boolean; stems: Set<string>; isTurned: boolean };

function readCondition(sentence: string): Condition | undefined {
  const [, opener = '', clause = ''] = conditional.exec(sentence) ?? [];
  if (opener === '') return undefined;
  const isUnless = /^unless$/i.test(opener);
  const negations = [...sentence.matchAll(negationPattern), ...sentence.matchAll(hinders)].length;
  const content = listWords(clause).filter(({ key }) => !isFunctionWord(key));
  const stems = new Set(content.map(({ key }) => toStem(toVerbStem(key))));
  return { isUnless, stems, isTurned: (negations + Number(isUnless)) % 2 === 1 };
}
