import { negationPattern } from './negation-words.ts';
import { isFunctionWord, listWords, toStem, type Word } from './word-list.ts';

const reach = 4; // words with content on each side by which a word's places are told apart
const isNegation = new RegExp(negationPattern.source, 'iu');
const clauseBreak =
  /[,;:—–()]|[.!?](?:\s|$)|\n|\b(?:and|but|or|while|whereas|if|when|although|though|because|who|which|where|that)\b/iu;

/** A text's words, and where its clauses end. */
export type Clauses = { text: string; words: Word[] };

/** A word with the stems of the words with content beside it in its clause, the nearest first. */
export type Place = { before: string[]; after: string[]; isNegated: boolean };

/** Reads a text once for all its places. */
export function readClauses(text: string): Clauses {
  return { text, words: listWords(text) };
}

/** What stands around the word at `at`. */
export function placeAt(at: number, { text, words }: Clauses): Place {
  const word = words[at];
  const lead = text.slice(words[Math.max(0, at - 3)]?.start ?? 0, word?.start);
  return {
    before: side(at, -1, { text, words }),
    after: side(at, 1, { text, words }),
    isNegated: isNegation.test(lead.split(/[,;:.]/).at(-1) ?? ''),
  };
}

function side(at: number, step: 1 | -1, { text, words }: Clauses): string[] {
  const stems: string[] = [];
  for (let next = at + step; next >= 0 && next < words.length && stems.length < reach; next += step) {
    const [one, other] = [words[Math.min(next, next - step)], words[Math.max(next, next - step)]];
    if (!one || !other || clauseBreak.test(text.slice(one.end, other.start))) break;
    const key = words[next]?.key ?? '';
    if (clauseBreak.test(key)) break;
    if (!isFunctionWord(key)) stems.push(toStem(key));
  }
  return stems;
}

/**
 * How much of what stands around is the same: near words count for more, and those on the same side twice.
 *
 * @param ignoresBefore  where a rival place has nothing before it in its clause, which then decides nothing
 * @param ignoresAfter  where one has nothing but a pronoun behind it
 */
export function likeness(one: Place, other: Place, ignoresBefore = false, ignoresAfter = false): number {
  const shared = (left: string[], right: string[]): number =>
    left.reduce((sum, stem, at) => {
      const met = right.indexOf(stem);
      return met < 0 ? sum : sum + 1 / ((at + 1) * (met + 1)) ** 0.5;
    }, 0);
  const before = ignoresBefore ? [] : other.before;
  const after = ignoresAfter ? [] : other.after;
  return (
    2 * shared(one.before, before) +
    2 * shared(one.after, after) +
    shared(one.before, after) +
    shared(one.after, before)
  );
}
