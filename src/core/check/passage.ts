import type { Span } from '../article.ts';
import type { DropReason, Passage, Quote } from '../brief.ts';
import { countWords, indexText } from '../fold.ts';
import { shareOfWords } from '../grammar/overlap.ts';
import { passageLink } from '../passage-link.ts';
import { findQuote } from '../quotes.ts';
import { knownIds, type Reading, sentencesIn, stretchOf } from './reading.ts';

const maxSentences = 8; // a claim that rests on more than this rests on nothing a reader can check
const around = 1;
const minQuoteWords = 3; // of a wider check quote, shorter words in quotation marks are a term, not a statement

/** Where a statement rests: the sentences as one stretch, and the check quote's place where it was found. */
export type Ground = { sentences: number[]; span: Span; found: Span | undefined };

/**
 * The sentences that a statement rests on. The check quote decides: ids it does not stand in are moved to where it stands.
 * Without a quote, ids that are apart are cut to their first stretch.
 *
 * @returns why there is none where no id is in range and the quote is not found
 */
export function findGround(
  ids: number[],
  quote: string | null,
  reading: Reading,
): Ground | { why: Extract<DropReason, 'no-sentence' | 'quote-not-found'> } {
  const cited = knownIds(ids, reading);
  const found = quote === null ? undefined : findCited(quote, cited, reading);
  if (found) return toGround(holdQuote(cited, sentencesIn(found, reading)), found, reading);
  const stretch = cutStretch(cited, cited.slice(0, 1));
  if (stretch.length > 0) return toGround(stretch, undefined, reading);
  return { why: quote === null ? 'no-sentence' : 'quote-not-found' };
}

function findCited(quote: string, cited: number[], reading: Reading): Span | undefined {
  for (const widening of [0, around]) {
    for (const id of cited) {
      const here = stretchOf([id], reading, widening);
      const near = findQuote(quote, reading.index, here);
      if (near && near.start >= here.start && near.end <= here.end) return near;
    }
  }
  return findQuote(quote, reading.index, cited.length > 0 ? stretchOf(cited, reading, around) : undefined);
}

/** The cited sentences next to those the quote stands in; the quote's alone where none is. */
function holdQuote(cited: number[], holding: number[]): number[] {
  return cutStretch(
    [...new Set([...cited, ...holding])].sort((one, other) => one - other),
    holding,
  );
}

/** The run of ids without a hole that holds `core`, cut to a length that can be read. */
function cutStretch(ids: number[], core: number[]): number[] {
  const [first, last] = [core[0], core.at(-1)];
  if (first === undefined || last === undefined) return [];
  let [from, to] = [first, last];
  while (ids.includes(to + 1) && to - from + 1 < maxSentences) to += 1;
  while (ids.includes(from - 1) && to - from + 1 < maxSentences) from -= 1;
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

function toGround(sentences: number[], found: Span | undefined, reading: Reading): Ground {
  return { sentences, span: stretchOf(sentences, reading), found };
}

/** The passage as it is shown: cut from the article, with a link to it where the article has one. */
export function cutPassage({ start, end }: Span, { article, index }: Reading): Passage {
  const link = article.url === null ? null : passageLink(article.url, index, start, end);
  return { start, end, text: article.text.slice(start, end), link };
}

/**
 * The part of a found check quote that stands inside quotation marks; null where it stands outside, so that words the
 * article reports in its own are never shown as somebody's.
 */
export function cutQuote(found: Span | undefined, reading: Reading): Quote | null {
  if (!found) return null;
  const { text } = reading.article;
  const inside = reading.quotations
    .filter(({ start, end }) => start < found.end && end > found.start)
    .map(({ start, end }) => ({ start: Math.max(start, found.start), end: Math.min(end, found.end) }))
    .map((part) => trimPart(part, text));
  const longest = inside.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0];
  if (!longest || longest.end <= longest.start) return null;
  const quote = { ...longest, text: text.slice(longest.start, longest.end) };
  const isWhole = reading.quotations.some(({ start, end }) => longest.start <= start + 1 && longest.end >= end - 1);
  const coversAll = isWhole && longest.end - longest.start >= found.end - found.start - 4;
  return coversAll || countWords(indexText(quote.text)) >= minQuoteWords ? quote : null;
}

function trimPart({ start, end }: Span, text: string): Span {
  const part = text.slice(start, end);
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
}

/** The least share of a statement's words that its passage must have, with a check quote found and without one. */
const minShare = { quoted: 0.34, unquoted: 0.6 };

/** True where a statement's words are too far from its passage's for it to rest there. */
export function restsElsewhere(statement: string, passage: string, isQuoted: boolean): boolean {
  return shareOfWords(statement, passage) < (isQuoted ? minShare.quoted : minShare.unquoted);
}
