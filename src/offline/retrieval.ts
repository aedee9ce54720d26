import { stem } from './stems.ts';
import type { TaggedText } from './tokens.ts';

/** A sentence with its BM25 score and the share of the question's weight whose words it holds (0 to 1). */
export type RankedSentence = { index: number; score: number; coverage: number };

const saturation = 1.2;
const lengthPenalty = 0.5;

/**
 * Ranks the sentences that share a stem with the question, best first.
 *
 * @param speakers  for a sentence's index, the names of who speaks in it: "she said" is found by her name
 */
export function rankSentences(
  { text, sentences }: TaggedText,
  terms: Map<string, number>,
  speakers: Map<number, string>,
): RankedSentence[] {
  if (terms.size === 0) return [];
  const counts: Map<string, number>[] = [];
  const lengths: number[] = [];
  const holders = new Map<string, number>();
  for (const [index, { start, end }] of sentences.entries()) {
    const words =
      `${text.slice(start, end)} ${speakers.get(index) ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
    const found = new Map<string, number>();
    for (const word of words) {
      const key = stem(word);
      if (terms.has(key)) found.set(key, (found.get(key) ?? 0) + 1);
    }
    for (const key of found.keys()) holders.set(key, (holders.get(key) ?? 0) + 1);
    counts.push(found);
    lengths.push(words.length);
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const rarity = new Map<string, number>();
  let total = 0;
  for (const [term, weight] of terms) {
    // A word the article never uses weighs most: it is what makes a question unanswerable.
    const holding = holders.get(term) ?? 0;
    const value = weight * Math.log(1 + (sentences.length - holding + 0.5) / (holding + 0.5));
    rarity.set(term, value);
    total += value;
  }
  const ranked: RankedSentence[] = [];
  for (const [index, found] of counts.entries()) {
    if (found.size === 0) continue;
    let score = 0;
    let held = 0;
    const norm = 1 - lengthPenalty + (lengthPenalty * (lengths[index] ?? 0)) / Math.max(1, mean);
    for (const [term, count] of found) {
      const value = rarity.get(term) ?? 0;
      held += value;
      score += (value * (count * (saturation + 1))) / (count + saturation * norm);
    }
    ranked.push({ index, score, coverage: total > 0 ? held / total : 0 });
  }
  return ranked.sort((a, b) => b.score - a.score || a.index - b.index);
}
