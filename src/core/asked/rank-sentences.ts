import type { Span } from '../article.ts';
import { toTerm } from './stems.ts';
import type { Term } from './terms.ts';

/** A text cut into sentences; furniture (captions, credits, bylines) holds no answer. */
export type CutText = { text: string; sentences: (Span & { isFurniture?: boolean })[] };

/** A sentence with its BM25 score, the share of the question's weight whose words it holds (0 to 1), and its own words. */
export type RankedSentence = { index: number; score: number; coverage: number; words: ReadonlySet<string> };

const saturation = 1.2;
const lengthPenalty = 0.5;

/** Weighs an article's words by how rare they are, once for a question. */
export type Ranking = {
  ranked: RankedSentence[];
  /** The share of the question's weight that some words hold. */
  coverageOf(words: ReadonlySet<string>): number;
};

/**
 * Ranks the sentences that share a word with the question, best first; captions, credits and bylines are none.
 *
 * @param context  for a sentence's index, other words that count as its own
 */
export function rankSentences(
  { text, sentences }: CutText,
  terms: Term[],
  context: ReadonlyMap<number, string> = new Map(),
): Ranking {
  if (terms.length === 0) return { ranked: [], coverageOf: () => 0 };
  const read = sentences.map(({ start, end, isFurniture }, index) => {
    if (isFurniture) return { counts: new Map<string, number>(), length: 0 };
    const words = listTermsOf(`${text.slice(start, end)} ${context.get(index) ?? ''}`);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
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
  const shareOf = (held: number) => (total > 0 ? held / total : 0);
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
    return held === 0 ? [] : [{ index, score, coverage: shareOf(held), words: new Set(counts.keys()) }];
  });
  return {
    ranked: ranked.sort((a, b) => b.score - a.score || a.index - b.index),
    coverageOf: (words) =>
      shareOf(terms.reduce((sum, term, n) => sum + (holdsTerm(term, words) ? (rarity[n] ?? 0) : 0), 0)),
  };
}

/** A text's words as they are compared, small ones too, with the initials of its names: "SEC" for a commission in full. */
export function listTermsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  const names = text.match(/\p{Lu}\p{Ll}+(?:\s(?:(?:of|and|for|the)\s){0,2}\p{Lu}\p{Ll}+)+/gu) ?? [];
  return [...words.map(toTerm), ...names.flatMap((name) => toTerm(initialsOf(name.split(/\s+/))))];
}

function initialsOf(words: string[]): string {
  return words
    .filter((word) => !/^(?:of|and|for|the)$/i.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}

const sentencesBack = 2;
const pronoun = /(?<!\p{L})(?:he|she|they|it|him|them|his|her|hers|its|their|who)(?!\p{L})/iu;

/** The names shortly before a stretch of sentences, where it has a pronoun that may stand for one of them; else nothing. */
export function namesBefore(first: number, last: number, { text, sentences }: CutText): string {
  const own = text.slice(sentences[first]?.start, sentences[last]?.end);
  const from = sentences[Math.max(0, first - sentencesBack)]?.start ?? 0;
  if (first === 0 || !pronoun.test(own)) return '';
  const before = text.slice(from, sentences[first]?.start);
  return (before.match(/(?<![.!?]\s+)(?<=\s)\p{Lu}[\p{L}\p{N}’'-]*|^\p{Lu}[\p{L}\p{N}’'-]*(?=\s\p{Lu})/gmu) ?? []).join(
    ' ',
  );
}

/** How often a term occurs: a name by its last word, by half of its words, or by its initials. */
function countOf({ words }: Term, counts: Map<string, number>): number {
  const last = counts.get(words.at(-1) ?? '') ?? 0;
  if (last > 0 || words.length === 1) return last;
  if (words.filter((word) => counts.has(word)).length * 2 >= words.length) return 1;
  return words.length > 2 ? (counts.get(initialsOf(words)) ?? 0) : 0;
}

/** True where a sentence holds a term. */
export function holdsTerm(term: Term, words: ReadonlySet<string>): boolean {
  return countOf(term, new Map([...words].map((word) => [word, 1]))) > 0;
}

const headingReach = 8; // sentences under a heading that asks

/** The heading that asks what a sentence answers ("How many children do they have?"), where one stands shortly above it. */
export function headingBefore(index: number, { text, sentences }: CutText): string {
  for (let at = index - 1; at >= Math.max(0, index - headingReach); at -= 1) {
    const [here, next] = [sentences[at], sentences[at + 1]];
    if (!here || !next) return '';
    const words = text.slice(here.start, here.end);
    const stands =
      /\n/.test(text.slice(here.end, next.start)) &&
      (at === 0 || /\n/.test(text.slice(sentences[at - 1]?.end, here.start)));
    if (stands && words.trimEnd().endsWith('?')) return words;
  }
  return '';
}
