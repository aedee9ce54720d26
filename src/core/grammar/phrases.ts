import { isCalendar } from './names.ts';
import { isBroken, isDeterminer, isJoint, isPreposition, type Token, type VerbGroup } from './verb-groups.ts';
import { isFunctionWord, toStem } from './word-list.ts';

/** Words with content, as stems; `isNamed` where one of them is written like a name. */
export type Phrase = { stems: Set<string>; isNamed: boolean; isPronoun: boolean };
export const nothing: Phrase = { stems: new Set(), isNamed: false, isPronoun: false };
const skipped = /^(?:\p{L}{2,}ly|also|then|now|still|already|just|not|never|once|again|later)$/u;
const pronouns = /^(?:i|we|he|she|they|it|you|him|her|them|us|me|this|these|those|who|which|himself|herself|itself)$/;
/** Verbs that have two objects: "gave Pike the watch". */
export const giving =
  /^(?:giv|send|lend|pay|sell|off|award|hand|grant|ow|teach|show|promis|bring|buy|leav|lent|allot|deny|charg|fin|cost|tell)$/;

const accusing = /^(?:accus|convict|acquit|clear|rob|strip|suspect|inform|remind|warn|assur|deprive|cur)$/;
// "closed last year", "met Moss on Monday": when is no object.
const time =
  /^(?:years?|months?|weeks?|weekend|days?|hours?|nights?|mornings?|evenings?|afternoons?|today|yesterday|tomorrow|tonight|time|spring|summer|autumn|winter|noon|midnight)$/;

/** The words of a phrase up to its first preposition. */
export function toPhrase(tokens: Token[]): Phrase {
  const cut = tokens.findIndex(({ key }, at) => at > 0 && isPreposition(key));
  const words = (cut < 0 ? tokens : tokens.slice(0, cut)).filter(({ key }) => !skipped.test(key));
  const content = words.filter(({ key }) => !isFunctionWord(key));
  return {
    stems: new Set(content.map(({ key }) => toStem(key))),
    isNamed: content.some(({ isName }) => isName),
    isPronoun: content.length === 0 && words.some(({ key }) => pronouns.test(key)),
  };
}

/** What stands behind a verb without a preposition: its object, of two the one who gets it first. */
export function readObjects({ at, stem }: VerbGroup, end: number, tokens: Token[]): { direct: Phrase; second: Phrase } {
  const words: Token[] = [];
  for (let next = at + 1; next < end; next += 1) {
    const token = tokens[next];
    if (!token || isBroken(token) || isPreposition(token.key) || (isJoint(token.key) && token.key !== 'and')) break;
    // "accused Moss of lying": what of is no part of whom.
    if (token.key === 'of' && (accusing.test(stem) || /ing$/.test(tokens[next + 1]?.key ?? ''))) break;
    words.push(token);
  }
  const isTime = words.some(({ key }) => time.test(key) || isCalendar(key)) && words.length <= 4;
  if (isTime) return { direct: nothing, second: nothing };
  const split = giving.test(stem)
    ? words.findIndex(
        ({ key, text }, index) =>
          index > 0 &&
          (isDeterminer(key) || /^\d/.test(text)) &&
          words[index - 1]?.key !== 'of' &&
          words[index - 1]?.key !== 'and',
      )
    : -1;
  return split < 0
    ? { direct: toPhrase(words), second: nothing }
    : { direct: toPhrase(words.slice(0, split)), second: toPhrase(words.slice(split)) };
}

/** What each preposition among some words brings. */
export function readSlots(places: number[], tokens: Token[]): Map<string, Phrase[]> {
  const slots: Map<string, Phrase[]> = new Map();
  let [key, words]: [string, Token[]] = ['', []];
  const close = (): void => {
    if (key !== '' && words.length > 0) slots.set(key, [...(slots.get(key) ?? []), toPhrase(words)]);
    words = [];
  };
  for (const [index, place] of places.entries()) {
    const token = tokens[place];
    if (!token) continue;
    const isApart = index > 0 && places[index - 1] !== place - 1;
    if (isPreposition(token.key)) {
      close();
      key = token.key;
    } else if (isApart || isBroken(token) || (isJoint(token.key) && token.key !== 'and')) {
      close();
      key = '';
    } else words.push(token);
  }
  close();
  return slots;
}
