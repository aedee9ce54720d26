import type { Span } from './article.ts';
import { swallowsNegation } from './check/negation-words.ts';
import { countWords, endOf, findRuns, indexText, type Run, startOf, type TextIndex, toSpan } from './fold.ts';
import { findQuotations } from './quotation-marks.ts';

// How far apart several places of one quote may lie and still be one answer, and how much an ellipsis may leave out.
const maxGapLength = 600;
const maxGapWords = 60;
const minPartWords = 3;
const maxParts = 12;

const ellipsis = /[[(]?\s*(?:…|\.(?:[ \u00a0]?\.){2,})\s*[\])]?/gu;

/**
 * Finds a quote in the article: the same words in a row; quote marks, dashes, spaces, case and the final stop are folded.
 * An ellipsis splits the quote into parts of three words or more that must follow one another closely; one that leaves out
 * a "not" of the words around it is refused.
 *
 * @param text  the article, or its index where many quotes are looked for
 * @param within  where the quote is expected: of several places, the first that lies in here is taken
 * @returns UTF-16 offsets into the text; undefined where the article does not say it, or says it at several distant places
 *   and not within `within`; never a near match: similarity of 0.9 lets an added "not" through
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
  );
  return span && takeInEdges(span, index.text, wanted);
}

/** The places where a quote's parts between ellipses follow one another closely. */
function findElided(quote: string, index: TextIndex): Run[] {
  const pieces = quote
    .split(ellipsis)
    .map((piece) => indexText(piece))
    .filter((piece) => piece.codes.length > 2);
  if (pieces.length < 2 || pieces.length > maxParts || pieces.some((piece) => countWords(piece) < minPartWords))
    return [];
  return pieces.map((piece) => findRuns(piece, index)).reduce((before, after) => joinRuns(before, after, index));
}

/** Each run of `after` joined with the nearest run of `before` that ends in front of it, where the gap is a fair one. */
function joinRuns(before: Run[], after: Run[], index: TextIndex): Run[] {
  const joined: Run[] = [];
  let next = 0;
  for (const run of after) {
    while ((before[next]?.to ?? Number.POSITIVE_INFINITY) <= run.from) next += 1;
    const nearest = before[next - 1];
    if (nearest && isFairGap(nearest.to, run.from, index)) joined.push({ from: nearest.from, to: run.to });
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

function choosePlace(spans: Span[], within: Span | undefined): Span | undefined {
  const expected = within && spans.find((span) => span.start >= within.start && span.end <= within.end);
  if (expected) return expected;
  const first = spans[0];
  const last = spans.at(-1);
  return first && last && last.start - first.start <= maxGapLength ? first : undefined;
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
