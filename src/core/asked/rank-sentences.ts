import type { Span } from '../article.ts';
import { toTerm } from './stems.ts';
import type { Term } from './terms.ts';

/** A text cut into sentences; furniture (captions, credits, bylines) holds no answer. */
export type CutText = { text: string; sentences: (Span & { isFurniture?: boolean })[] };

/** A sentence with its BM25 score, the share of the question's weight whose words it holds (0 to 1), and its own words. */
export type RankedSentence = { index: number; score: number; coverage: number; words: ReadonlySet<string> };

const saturation = 1.2;
const lengthPenalty = 0.5;

/**
 * Ranks the sentences that share a word with the question, best first; captions, credits and bylines are none.
 *
 * @param context  for a sentence's index, other words that count as its own
 */
export function rankSentences(
  { text, sentences }: CutText,
  terms: Term[],
  context: ReadonlyMap<number, string> = new Map(),
): RankedSentence[] {
  if (terms.length === 0) return [];
  const read = sentences.map(({ start, end, isFurniture }, index) => {
    if (isFurniture) return { counts: new Map<string, number>(), length: 0 };
    const words =
      `${text.slice(start, end)} ${context.get(index) ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
    const counts = new Map<string, number>();
    for (const word of words) counts.set(toTerm(word), (counts.get(toTerm(word)) ?? 0) + 1);
    return { counts, length: words.length };
  });
  const mean = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length);
  const holders = terms.map((term) => read.filter(({ counts }) => countOf(term, counts) > 0).length);
  // A word the article never uses weighs most: it is what makes a question unanswerable.
  const rarity = terms.map(({ weight }, n) => {
    const holding = holders[n] ?? 0;
    return weight * Math.log(1 + (sentences.length - holding + 0.5) / (holding + 0.5));
  });
  const total = rarity.reduce((sum, value) => sum + value, 0);
  const ranked = read.flatMap(({ counts, length }, index): RankedSentence[] => {
    const norm = 1 - lengthPenalty + (lengthPenalty * length) / Math.max(1, mean);
    let score = 0;
    let held = 0;
    for (const [n, term] of terms.entries()) {
      const count = countOf(term, counts);
      if (count === 0) continue;
      held += rarity[n] ?? 0;
      score += ((rarity[n] ?? 0) * (count * (saturation + 1))) / (count + saturation * norm);
    }
    if (held === 0) return [];
    return [{ index, score, coverage: total > 0 ? held / total : 0, words: new Set(counts.keys()) }];
  });
  return ranked.sort((a, b) => b.score - a.score || a.index - b.index);
}

/** How often a term occurs: a name by its last word, or by half of its words. */
function countOf({ words }: Term, counts: Map<string, number>): number {
  const last = counts.get(words.at(-1) ?? '') ?? 0;
  if (last > 0 || words.length === 1) return last;
  return words.filter((word) => counts.has(word)).length * 2 >= words.length ? 1 : 0;
}

/** True where a sentence holds a term. */
export function holdsTerm(term: Term, words: ReadonlySet<string>): boolean {
  return countOf(term, new Map([...words].map((word) => [word, 1]))) > 0;
}
