import type { Span } from '../../core/article.ts';
import { findQuotations as findQuotedWords } from '../../core/quotation-marks.ts';

/**
 * Finds the stretches of a text inside quotation marks, marks included: the ones the checker takes for quotations, so that
 * the reader offers none that it would refuse.
 *
 * @returns UTF-16 offsets in reading order; they do not overlap; one that goes on in the next paragraph has no closing mark
 */
export function findQuotations(text: string): Span[] {
  return findQuotedWords(text).map(({ start, end, goesOn }) => ({ start: start - 1, end: goesOn ? end : end + 1 }));
}
