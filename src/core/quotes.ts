import type { Span } from './article.ts';
import { countWords, endOf, findRuns, indexText, type Run, startOf, type TextIndex, toSpan } from './fold.ts';
import { swallowsNegation } from './grammar/negation-words.ts';
import { findQuotations } from './quotation-marks.ts';

// How far apart several places of one quote may lie and still be one answer, and how much an ellipsis may leave out.
const maxGapLength = 600;
const maxGapWords = 60;
const minPartWords = 3;
const maxParts = 12;
// So many words in a row stand twice only where a page repeats a statement, as a pull quote or under a picture.
const repeatedWords = 12;

const ellipsis = /[[(]?(?:…|\.(?:[ \u00a0]?\.){2,})[\])]?/gu;

/**
 * Finds a quote in the article: the same words in a row; quote marks, dashes, spaces, case and the final stop are folded.
 * An ellipsis splits the quote into parts of three words or more that must follow one another closely; one that leaves out
 * a "not" of the words around it is refused.
 *
 * @param text  the article, or its index where many quotes are looked for
 * @param within  where the quote is expected: of several places, the first that lies in here is taken
 * @returns UTF-16 offsets into the text; undefined where the article does not say it, or where a few words stand at several
 *   distant places and none lies in `within` (of a repeated statement, the first place); never a near match: similarity of
 *   0.9 lets an added "not" through
 */
export function findQuote(quote: string, text: string | TextIndex, within?: Span): Span | undefined {
  const wanted = indexText(quote);
  if (wanted.codes.length < 3) return undefined;
  const index = typeof text === 'string' ? indexText(text) : text;
  const whole = findRuns(wanted, index);
  const runs = whole.length > 0 ? whole : findElided(quote, index);
  const span = choosePlace(
    runs.map((run) => toSpan(run, index)),
    within,
    countWords(wanted) >= repeatedWords,
  );
  return span && takeInEdges(span, index.text, wanted);
}

/** The places where a quote's parts between ellipses follow one another closely. */
function findElided(quote: string, index: TextIndex): Run[] {
  const parts = quote
    .split(ellipsis)
    .map((part) => indexText(part))
    .filter((part) => countWords(part) > 0);
  const [first, ...rest] = parts;
  if (!first || parts.length < 2 || parts.length > maxParts) return [];
  let chains: Chain[] = findRuns(first, index).map((run) => ({ ...run, words: countWords(first) }));
  for (const part of rest) chains = joinRuns(chains, findRuns(part, index), countWords(part), index);
  return chains.filter(({ words }) => words >= minPartWords);
}

/** A run, and how many words stand in a row at its end. */
type Chain = Run & { words: number };

/**
 * Each run joined with the nearest chain that ends in front of it, where the gap between them is a fair one. Where there is
 * no gap the ellipsis is the article's own, and the words on both sides count as one part.
 */
function joinRuns(chains: Chain[], runs: Run[], words: number, index: TextIndex): Chain[] {
  const joined: Chain[] = [];
  let next = 0;
  for (const run of runs) {
    while ((chains[next]?.to ?? Number.POSITIVE_INFINITY) <= run.from) next += 1;
    const nearest = chains[next - 1];
    if (!nearest) continue;
    const { from, to } = { from: nearest.from, to: run.to };
    if (nearest.to === run.from) joined.push({ from, to, words: nearest.words + words });
    else if (nearest.words >= minPartWords && isFairGap(nearest.to, run.from, index)) joined.push({ from, to, words });
  }
  return joined;
}

function isFairGap(from: number, to: number, index: TextIndex): boolean {
  const start = endOf(from - 1, index);
  const end = startOf(to + 1, index);
  if (end - start > maxGapLength) return false;
  if (countWords(index, { from, to }) > maxGapWords) return false;
  const gap = index.text.slice(start, end);
  return !swallowsNegation(gap) && staysInSpeech(start, end, index.text);
}

/** False where the gap leads from one paragraph to another, unless to the next one and no quotation ends or starts there. */
function staysInSpeech(start: number, end: number, text: string): boolean {
  const breaks = text.slice(start, end).match(/\n\s*\n/g)?.length ?? 0;
  if (breaks === 0) return true;
  if (breaks > 1) return false;
  const from = text.lastIndexOf('\n\n', start) + 1;
  const to = text.indexOf('\n\n', end);
  const quotations = findQuotations(text.slice(from, to < 0 ? text.length : to));
  const first = quotations.findLastIndex((quotation) => quotation.start + from < start);
  const last = quotations.findIndex((quotation) => quotation.end + from > end);
  const leaves = quotations[first];
  const enters = quotations[last];
  const leavesOne = leaves !== undefined && leaves.end + from >= start;
  const entersOne = enters !== undefined && enters.start + from <= end;
  if (leavesOne && entersOne) return leaves.goesOn && last === first + 1;
  return !leavesOne && !entersOne;
}

function choosePlace(spans: Span[], within: Span | undefined, isLong: boolean): Span | undefined {
  const expected = within && spans.find((span) => span.start >= within.start && span.end <= within.end);
  if (expected) return expected;
  const first = spans[0];
  const last = spans.at(-1);
  return first && last && (isLong || last.start - first.start <= maxGapLength) ? first : undefined;
}

/** The span with the marks and stops around it that the quote has too, so that a copied sentence keeps its final stop. */
function takeInEdges(span: Span, text: string, wanted: TextIndex): Span {
  const first = startOf(1, wanted);
  const last = endOf(wanted.codes.length - 2, wanted);
  let { start, end } = span;
  for (let at = first - 1; at >= 0 && isSameEdge(text.charAt(start - 1), wanted.text.charAt(at)); at -= 1) start -= 1;
  for (let at = last; isSameEdge(text.charAt(end), wanted.text.charAt(at)); at += 1) end += 1;
  return { start, end };
}

function isSameEdge(one: string, other: string): boolean {
  return one !== '' && !/\s/u.test(one) && foldMark(one) === foldMark(other);
}

function foldMark(character: string): string {
  if (/["“”„‟«»]/u.test(character)) return '"';
  return /['‘’‚‛]/u.test(character) ? "'" : character;
}
