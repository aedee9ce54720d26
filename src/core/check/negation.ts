import { negationPattern } from './negation-words.ts';
import { isFunctionWord, listWords, toStem, type Word } from './word-list.ts';

// Verbs and nouns that deny without a "not": a claim may put one for the other.
const denial =
  /^(?:den(?:y|ies|ied|ying|ial)|refus|reject|fail|lack|dismiss|disput|disagre|oppos|prevent|avoid|ban|bar|un|in|im|dis|non)/;
const reach = 6; // content words on either side that tell one negation from another

/** A negation and the words with content next to it; they say what it negates. */
type Negation = { left: string | undefined; right: string | undefined };

/**
 * True where a statement says "not" of what its passage affirms, or affirms what the passage says "not" of: the words on
 * both sides of a negation stand in the other text in the same order without one.
 */
export function changesNegation(statement: string, passage: string): boolean {
  const [said, given] = [readPolarity(statement), readPolarity(passage)];
  const added = said.negations.some(
    (negation) => !given.negations.some((other) => isSamePlace(negation, other)) && !softens(negation, given),
  );
  const lost = given.negations.some((negation) => affirms(negation, said) && !affirms(negation, given));
  return added || lost;
}

type Polarity = { words: { stem: string; at: number }[]; negations: Negation[]; gaps: Set<number> };

function readPolarity(text: string): Polarity {
  const negated = [...text.matchAll(negationPattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const isInNegation = (word: Word): boolean => negated.some(({ start, end }) => word.start < end && word.end > start);
  const content = listWords(text).filter((word) => !isFunctionWord(word.key) && !isInNegation(word));
  const words = content.map((word, at) => ({ stem: toStem(word.key), at }));
  const gaps = new Set<number>();
  const negations = negated.map(({ start }) => {
    const next = content.findIndex((word) => word.start >= start);
    const at = next < 0 ? content.length : next;
    gaps.add(at);
    return { left: words[at - 1]?.stem, right: words[at]?.stem };
  });
  return { words, negations, gaps };
}

function isSamePlace(one: Negation, other: Negation): boolean {
  return (one.right !== undefined && one.right === other.right) || (one.left !== undefined && one.left === other.left);
}

/** True where the passage denies by a verb ("refused to") what the statement says "not" of. */
function softens(negation: Negation, given: Polarity): boolean {
  const right = given.words.filter(({ stem }) => stem === negation.right);
  if (right.length === 0 && given.negations.length > 0) return true;
  const near = right.length > 0 ? right : given.words;
  return near.some(({ at }) =>
    given.words.slice(Math.max(0, at - reach), at + 1).some(({ stem }) => denial.test(stem)),
  );
}

/** True where the words on both sides of a negation stand next to one another without one. */
function affirms({ left, right }: Negation, { words, gaps }: Polarity): boolean {
  if (right === undefined) return false;
  return words.some(({ stem, at }) => {
    if (stem !== right || gaps.has(at)) return false;
    if (left === undefined) return at === 0;
    return words[at - 1]?.stem === left;
  });
}
