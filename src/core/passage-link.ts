import type { Span } from './article.ts';
import { findRuns, indexText, type TextIndex, toSpan } from './fold.ts';

// The lengths follow the specification's advice (WICG scroll-to-text-fragment): exact text while a link stays readable,
// then the first and last words, with context only where the words alone would lead elsewhere.
const maxExactLength = 300;
const edgeWords = 5;
const longEdgeWords = 12;
const contextWords = 4;
const fewWords = 3;
const maxTermLength = 400; // how far a term is looked for at most; a word boundary is looked up in so much text only

/** What the link names, as spans of the article, so that every term is in the page's own characters. */
type Terms = { prefix: Span | undefined; start: Span; end: Span | undefined; suffix: Span | undefined };

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The page's link with a text fragment that leads to a passage. A browser that does not find it shows the page's top.
 *
 * @param text  the article's text, or its index where many links are made
 * @param start  UTF-16 offset of the passage in `text`
 * @param end  offset behind the passage
 * @returns `pageUrl` as it is where it is no http(s) link or the passage is empty; an element id in it is kept
 */
export function passageLink(pageUrl: string, text: string | TextIndex, start: number, end: number): string {
  if (!/^https?:\/\//i.test(pageUrl) || !URL.canParse(pageUrl)) return pageUrl;
  const index = typeof text === 'string' ? indexText(text) : text;
  const passage = trimSpan({ start, end }, index.text);
  if (passage.end <= passage.start) return pageUrl;
  const { prefix, start: first, end: last, suffix } = chooseTerms(passage, index);
  const directive = [
    prefix && `${encodeTerm(prefix, index.text)}-`,
    encodeTerm(first, index.text),
    last && encodeTerm(last, index.text),
    suffix && `-${encodeTerm(suffix, index.text)}`,
  ].filter((term) => term !== undefined);
  const [address = '', fragment = ''] = splitOnce(pageUrl, '#');
  const [elementId = ''] = splitOnce(fragment, ':~:');
  return `${address}#${elementId}:~:text=${directive.join(',')}`;
}

function chooseTerms(passage: Span, index: TextIndex): Terms {
  const { text } = index;
  const parts = splitLines(passage, text).flatMap((line) => splitSeams(line, text));
  const [firstLine, lastLine] = [parts[0] ?? passage, parts.at(-1) ?? passage];
  if (parts.length === 1 && passage.end - passage.start < maxExactLength) {
    const isUnique = isFirstPlace(passage, 0, index);
    const context = !isUnique || countSegments(passage, text) <= fewWords;
    const prefix = context ? wordsBefore(passage.start, text, isUnique) : undefined;
    // The third of three paragraphs alike has the second's words before it: what follows tells them apart.
    const withPrefix = { start: prefix?.start ?? passage.start, end: passage.end };
    const isTold = isUnique || isFirstPlace(withPrefix, 0, index, passage.start);
    const suffix = context ? wordsAfter(passage.end, text, isTold) : undefined;
    return { prefix, start: passage, end: undefined, suffix };
  }
  const wholeFirst = parts.length > 1 ? firstLine : { start: firstLine.start, end: middleOf(firstLine, text) };
  const wholeLast = parts.length > 1 ? lastLine : { start: wholeFirst.end, end: lastLine.end };
  const start = [edgeWords, longEdgeWords].map((words) => firstWords(wholeFirst, words, text));
  const unique = start.find((term) => isFirstPlace(term, 0, index));
  const chosen = unique ?? start.at(-1) ?? wholeFirst;
  const ends = [edgeWords, longEdgeWords].map((words) => lastWords(wholeLast, words, text));
  const end = ends.find((term) => isFirstPlace(term, chosen.end, index));
  const context = !unique || countSegments(chosen, text) <= fewWords;
  return {
    prefix: context ? wordsBefore(passage.start, text, unique !== undefined) : undefined,
    start: chosen,
    end: end ?? ends.at(-1),
    suffix: end ? undefined : wordsAfter(passage.end, text, true),
  };
}

/** True where a browser that looks for these words from `from` on meets them here first, of which those from `at` on count. */
function isFirstPlace(term: Span, from: number, index: TextIndex, at = term.start): boolean {
  const runs = findRuns(indexText(index.text.slice(term.start, term.end)), index);
  const first = runs.map((run) => toSpan(run, index)).find((span) => span.start >= from);
  return first === undefined || first.end > at;
}

function firstWords(within: Span, words: number, text: string): Span {
  const segments = wordSegments(text.slice(within.start, within.end).slice(0, maxTermLength));
  const last = segments[words - 1] ?? segments.at(-1);
  return { start: within.start, end: last ? within.start + last.end : within.end };
}

function lastWords(within: Span, words: number, text: string): Span {
  const from = Math.max(within.start, within.end - maxTermLength);
  // Cut at a space where the text before is left out, so that the first word is a whole one.
  const lead = from > within.start ? text.slice(from, within.end).search(/\s/u) : 0;
  const base = from + Math.max(0, lead);
  const segments = wordSegments(text.slice(base, within.end));
  const first = segments.at(-words) ?? segments[0];
  return { start: first ? base + first.start : base, end: within.end };
}

/** Up to four words on the same line before an offset; where there are none, of the line before, unless `sameLine`. */
function wordsBefore(at: number, text: string, sameLine: boolean): Span | undefined {
  const before = trimSpan({ start: 0, end: at }, text);
  if (before.end <= before.start || (sameLine && lineEnd.test(text.slice(before.end, at)))) return undefined;
  const [line] = splitLines({ start: Math.max(0, before.end - maxTermLength), end: before.end }, text).slice(-1);
  return line && lastWords(line, contextWords, text);
}

/** Up to four words on the same line behind an offset; where there are none, of the line behind, unless `sameLine`. */
function wordsAfter(at: number, text: string, sameLine: boolean): Span | undefined {
  const [line] = splitLines({ start: at, end: Math.min(text.length, at + maxTermLength) }, text);
  if (!line || (sameLine && lineEnd.test(text.slice(at, line.start)))) return undefined;
  return countSegments(line, text) > 0 ? firstWords(line, contextWords, text) : undefined;
}

function wordSegments(text: string): Span[] {
  return [...wordSegmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

function countSegments(span: Span, text: string): number {
  return wordSegments(text.slice(span.start, Math.min(span.end, span.start + maxTermLength))).length;
}

/** A place between two words near the middle, so that the first and the last words of one long line do not overlap. */
function middleOf(line: Span, text: string): number {
  const half = Math.floor((line.start + line.end) / 2);
  const found = text.slice(half, line.end).search(/\s/u);
  return found < 0 ? half : half + found;
}

// What a browser does not find words across: a line's end, the next cell of a table's row (a tab in our text), half a character.
const lineEnd = /[\n\r\t\u2028\u2029\p{Cs}]/u;
const lines = /[^\n\r\t\u2028\u2029\p{Cs}]+/gu;

function splitLines(span: Span, text: string): Span[] {
  return [...text.slice(span.start, span.end).matchAll(lines)]
    .map((line) => trimSpan({ start: span.start + line.index, end: span.start + line.index + line[0].length }, text))
    .filter((line) => line.end > line.start);
}

// "European CommissionInquiry opened": a label that the page runs into what follows it, in a line or in a block of its own.
const seam = /(?<=\p{Ll}{3}|\p{Ll}[.!?:])(?=\p{Lu}\p{Ll}{2})/gu;

/** The stretches of a line between words that may stand in two blocks of the page, without those words. */
function splitSeams({ start, end }: Span, text: string): Span[] {
  const line = text.slice(start, Math.min(end, start + maxExactLength));
  const [met] = line.matchAll(seam);
  if (!met) return [{ start, end }];
  const isStop = /[.!?:]$/.test(line.slice(0, met.index));
  const before = isStop ? met.index : line.slice(0, met.index).search(/\s\S*$/u);
  const next = line.slice(met.index).search(/\s/u);
  const behind = isStop ? 0 : next;
  if (before <= 0 || behind < 0) return [{ start, end }];
  return [
    trimSpan({ start, end: start + before }, text),
    trimSpan({ start: start + met.index + behind, end }, text),
  ].filter((part) => part.end > part.start);
}

function trimSpan({ start, end }: Span, text: string): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: Math.max(0, start) + lead, end: Math.max(0, start) + slice.trimEnd().length };
}

function encodeTerm({ start, end }: Span, text: string): string {
  // A browser leaves out a page's NULs.
  const term = text.slice(start, end).replaceAll('\0', '').replace(/\s+/gu, ' ').toWellFormed();
  return encodeURIComponent(term).replaceAll('-', '%2D');
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
