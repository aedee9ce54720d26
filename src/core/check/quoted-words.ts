import { findQuotations } from '../quotation-marks.ts';
import { findQuote } from '../quotes.ts';

const doubleMark = /["“”„«»「」『』]/gu;
const opening = /[“„«「『]/u;
const closing = /[”»」』]/u;

/**
 * The first words that a statement puts in quotation marks and its passage does not have in a row: shown, they would be
 * taken for somebody's. A mark without its partner quotes what it opens or closes.
 */
export function findForeignQuotation(statement: string, passage: string): string | undefined {
  const isForeign = (words: string): boolean => /[\p{L}\p{N}]/u.test(words) && findQuote(words, passage) === undefined;
  const quotations = findQuotations(statement).filter(({ start, end }) => end > start);
  const foreign = quotations.map(({ start, end }) => statement.slice(start, end)).find(isForeign);
  if (foreign !== undefined) return foreign;

  const marks = [...statement.matchAll(doubleMark)];
  for (const [at, { 0: mark, index }] of marks.entries()) {
    if (quotations.some(({ start, end }) => index >= start - 1 && index <= end)) continue;
    const before = statement.slice((marks[at - 1]?.index ?? -1) + 1, index);
    const behind = statement.slice(index + 1, marks[at + 1]?.index);
    const sides = opening.test(mark) ? [behind] : closing.test(mark) ? [before] : [before, behind];
    if (sides.every(isForeign)) return sides[0];
  }
  return undefined;
}
