import type { Span } from '../../src/core/article.ts';

/** A word of a text with its place. */
export type Word = Span & { text: string };

/** Hits against what was offered and what was to be found, as percentages. */
export type Score = { precision: number; recall: number; f1: number };

const wordForm = /[\p{L}\p{N}]+(?:['’.\-‘][\p{L}\p{N}]+)*/gu;

/** Words: runs of letters and digits; an apostrophe, stop or hyphen between two of them belongs to the word. */
export function listWords(text: string): Word[] {
  return [...text.matchAll(wordForm)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The places (in `words`) of the words that any of the spans touches. */
export function wordsIn(words: Word[], spans: Span[]): Set<number> {
  const inside = new Set<number>();
  for (const [place, word] of words.entries()) {
    if (spans.some((span) => word.start < span.end && word.end > span.start)) inside.add(place);
  }
  return inside;
}

function countShared<T>(a: Set<T>, b: Set<T>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return shared;
}

/** Intersection over union of two sets of words. */
export function overlap(a: Set<number>, b: Set<number>): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Pairs gold with found, best overlap first, each used once; pairs below 0.5 do not count. */
export function pairUp(gold: Set<number>[], found: Set<number>[]): [gold: number, found: number][] {
  const candidates = gold.flatMap((a, i) => found.map((b, j) => ({ i, j, score: overlap(a, b) })));
  const ranked = candidates
    .filter(({ score }) => score >= 0.5)
    .sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const pairs: [number, number][] = [];
  for (const { i, j } of ranked) {
    if (!pairs.some(([a, b]) => a === i || b === j)) pairs.push([i, j]);
  }
  return pairs;
}

const afterHead = new Set(
  `of who that which in at for from with on by to whose and as about near close familiar briefed inside speaking against
  within outside under during after before`.split(/\s+/),
);

/** The head word of a phrase: the last one before "of", "who" and the like, or before the first comma. -1 for an empty one. */
export function headWord(words: Word[], text: string, spans: Span[]): number {
  const places = [...wordsIn(words, spans)].sort((a, b) => a - b);
  for (const [k, place] of places.entries()) {
    const word = words[place];
    const next = words[places[k + 1] ?? -1];
    if (k > 0 && word && afterHead.has(word.text)) return places[k - 1] ?? -1;
    if (!word || !next) return place;
    if (/[,;:(–—]| - /.test(text.slice(word.end, next.start))) return place;
  }
  return -1;
}

/** Precision, recall and F1 in per cent. */
export function toScore(hits: number, offered: number, wanted: number): Score {
  const precision = offered === 0 ? 0 : (100 * hits) / offered;
  const recall = wanted === 0 ? 0 : (100 * hits) / wanted;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** ROUGE-1, -2 and -L F1 in per cent over lower-case words, no stemming. */
export function rouge(summary: string, reference: string): [one: number, two: number, longest: number] {
  const a = summary.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const b = reference.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [sharedRuns(a, b, 1), sharedRuns(a, b, 2), toScore(longestCommon(a, b), a.length, b.length).f1];
}

function sharedRuns(a: string[], b: string[], length: number): number {
  const runs = (words: string[]) => words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '));
  const left = new Map<string, number>();
  for (const run of runs(a)) left.set(run, (left.get(run) ?? 0) + 1);
  let shared = 0;
  for (const run of runs(b)) {
    const count = left.get(run) ?? 0;
    if (count > 0) {
      shared++;
      left.set(run, count - 1);
    }
  }
  return toScore(shared, runs(a).length, runs(b).length).f1;
}

function longestCommon(a: string[], b: string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    let diagonal = 0;
    for (const [j, other] of b.entries()) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = word === other ? diagonal + 1 : Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

const glue = new Set(['the', 'of', 'a', 's']);

/** Two names share all the words of the shorter one. */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [a, b].map(
    (name) =>
      new Set(
        listWords(name)
          .map((word) => word.text)
          .filter((word) => !glue.has(word)),
      ),
  );
  if (!left || !right || left.size === 0 || right.size === 0) return false;
  return countShared(left, right) >= Math.min(left.size, right.size);
}

/** True where the spans hold a quotation of four words or more. */
export function holdsQuotation(text: string, spans: Span[]): boolean {
  return spans.some(({ start, end }) => /["“‘][^"”’]*(?:\s[^"”’\s]+){3}/.test(text.slice(start, end)));
}
