import { negationPattern } from '../../grammar/negation-words.ts';
import { toVerbStem } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import { turnsUnless } from './unless.ts';

// Words that deny or hinder without a "not"; a statement may put a "not" in their place.
const denial =
  /^(?:den(?:y|i|ial)|refus|reject|fail|lack|dismiss|disput|disagre|oppos|prevent|prohibit|forb[ia]d|unable|unlik|impossibl|stop|ceas|declin|halt|block|exclud|rar(?:e|ely)?$|seldom|unless$|forg[eo]t|neglect|omit|avoid|avert|kept$|keep|thwart|foil|escap|spar(?:e|ed)$)/;
const scope = 2; // words with content behind a negation that it may be about: "no reported injuries", "reported no injuries"
const reach = 4; // words with content between a denial and what it denies

/** A negation: the words with content before and behind it, as stems. */
type Negation = { left: string | undefined; right: string[] };

/** `denies`: for every word with content, whether it denies or hinders; `unless`: which words with content an "unless" is before. */
type Polarity = { stems: string[]; denies: boolean[]; unless: number[]; negations: Negation[]; negated: Set<number> };

/**
 * True where a statement says "not" of what its passage affirms, or affirms what its passage says "not" of. Every negation
 * of the statement needs one of the passage's own about the same words; one of the passage's that the statement leaves out
 * may not leave its two neighbours standing side by side.
 */
export function changesNegation(statement: string, passage: string): boolean {
  if (turnsUnless(statement, passage) || turnsLimit(statement, passage) || affirmsContrast(statement, passage))
    return true;
  const [said, given] = [readPolarity(statement), readPolarity(passage)];
  const free = [...given.negations];
  for (const negation of said.negations) {
    const match = bestMatch(negation, free, given);
    if (match >= 0) free.splice(match, 1);
    else if (!isDenied(negation, given)) return true;
  }
  return free.some((negation) => affirms(negation, said) && !affirms(negation, given));
}

function readPolarity(whole: string): Polarity {
  // "has yet to find" has not found.
  const text = whole.replace(/\byet\sto\b/giu, 'not to');
  const found = [...text.matchAll(negationPattern)]
    .filter((match) => !isAddition(match))
    .map(({ index, 0: match }) => ({
      start: index,
      end: index + match.length,
    }));
  const words = listWords(text).filter(
    (word) => !isFunctionWord(word.key) && !found.some(({ start, end }) => word.start < end && word.end > start),
  );
  const stems = words.map(({ key }) => toStem(toVerbStem(key)));
  const negated = new Set<number>();
  const negations = found.map(({ start }) => {
    const next = words.findIndex((word) => word.start >= start);
    const at = next < 0 ? words.length : next;
    negated.add(at);
    return { left: stems[at - 1], right: stems.slice(at, at + scope) };
  });
  const denies = words.map(({ key }) => denial.test(toStem(key)) && key !== 'stops'); // two stops of a train
  const unless = [...text.matchAll(/\bunless\b/giu)].map(({ index }) => words.findIndex(({ start }) => start > index));
  return { stems, denies, unless, negations, negated };
}

// "not only", "not least", "no more than": what follows is so.
function isAddition({ index, input, 0: { length } }: RegExpExecArray): boolean {
  return /^\s+(?:only|just|merely|simply|least|(?:more|fewer|less|later) than)\b/iu.test(
    input.slice(index + length, index + length + 12),
  );
}

// "fined for delay, not for negligence", "praised for courage rather than skill": what is named only to be left out.
const contrast =
  /(?:[,;—–]\s(?:and\s|but\s)?not|\bbut\snot|\brather\sthan|\binstead\sof|\bas\sopposed\sto)\s(?:(?:for|in|by|at|on|to|from|with|of|because of)\s)?(?:the\s|an?\s|its\s|his\s|her\s|their\s)?([\p{L}\p{N}-]+)/giu;

function affirmsContrast(statement: string, passage: string): boolean {
  const left = [...passage.matchAll(contrast)].flatMap(([, word = '']) =>
    isFunctionWord(word.toLowerCase()) ? [] : [toStem(word.toLowerCase())],
  );
  if (left.length === 0) return false;
  const given = listWords(passage).map(({ key }) => toStem(key));
  const said = listWords(statement);
  return left.some((stem) => {
    // "not only", "not yet", "not found": a verb or an adverb that the negation belongs to is held elsewhere.
    if (
      /^(?:on|yet|just|mere|simp|least|necessari|al)/.test(stem) ||
      given.filter((other) => other === stem).length > 1
    )
      return false;
    const at = said.findIndex(({ key }) => toStem(key) === stem);
    if (at < 0) return false;
    return !said.some(({ key }) =>
      /^(?:not|no|never|without|rather|instead|opposed|except|nor|neither)$|nt$/.test(key),
    );
  });
}

type Limit = { adverb: string; isDenied: boolean; beside: (string | undefined)[] };

/** True where a statement has "only" for the passage's "not only", or the other way round. */
function turnsLimit(statement: string, passage: string): boolean {
  const said = listLimits(statement);
  if (said.length === 0) return false;
  const given = listLimits(passage);
  return said.some(({ adverb, isDenied, beside }) => {
    const same = given.filter(
      (other) => other.adverb === adverb && other.beside.some((key, at) => key !== undefined && key === beside[at]),
    );
    return same.length > 0 && same.every((other) => other.isDenied !== isDenied);
  });
}

function listLimits(text: string): Limit[] {
  const words = listWords(text);
  return words.flatMap(({ key }, at) => {
    if (!/^(?:only|just|merely|simply)$/.test(key)) return [];
    const before = words[at - 1]?.key;
    const isDenied = before !== undefined && /^not$|n['’]?t$/.test(before);
    const beside = [words[at - (isDenied ? 2 : 1)]?.key, words[at + 1]?.key];
    return [{ adverb: key, isDenied, beside }];
  });
}

/** The passage's negation that a statement's can be: about the same word, or behind the same word with another one after it. */
function bestMatch({ left, right }: Negation, free: Negation[], given: Polarity): number {
  const [about] = right;
  const exact = free.findIndex((other) => about !== undefined && other.right[0] === about && other.left === left);
  if (exact >= 0) return exact;
  const same = free.findIndex((other) => about !== undefined && other.right[0] === about);
  if (same >= 0) return same;
  const near = free.findIndex((other) => right.some((stem) => other.right.includes(stem)));
  if (near >= 0) return near;
  const isReworded = about === undefined || !given.stems.includes(about);
  return free.findIndex((other) => isReworded && left !== undefined && other.left === left);
}

/** True where the passage denies by another word what a statement says "not" of: "refused to sign", "did not sign". */
function isDenied({ right: [about] }: Negation, { stems, denies, unless }: Polarity): boolean {
  const places = stems.flatMap((stem, at) => (stem === about ? [at] : []));
  if (places.length === 0) return denies.includes(true);
  // "unless it pays" is "if it does not pay".
  const isUnder = (at: number): boolean => unless.some((first) => first >= 0 && first <= at && at - first < reach);
  return places.some((at) => isUnder(at) || denies.slice(Math.max(0, at - reach), at).includes(true));
}

/**
 * True where the words on both sides of a negation, or the two behind it, stand side by side without one: "Lund, the minister,
 * did not visit Dorn" is affirmed by "Lund visited Dorn".
 */
function affirms({ left, right: [about, next] }: Negation, { stems, negated }: Polarity): boolean {
  return stems.some((stem, at) => {
    if (stem !== about || negated.has(at)) return false;
    const isBehind = left === undefined ? at === 0 : stems[at - 1] === left;
    return isBehind || (next !== undefined && stems[at + 1] === next);
  });
}
