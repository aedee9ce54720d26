import type { Span } from '../article.ts';
import type { Drop, DropReason } from '../brief.ts';
import { isOtherLanguage } from '../language.ts';
import type { Reading } from './reading.ts';
import { findTranslatedFault, losesNumber } from './translated.ts';

const mark = /["“”„«»「」『』]/gu;
const longest = 3; // times as long as its quote
const shortest = 0.2; // Chinese takes a fourth of English's characters

/**
 * A check quote's translation, without quotation marks; none where its numbers, names or "not" are not the quote's, where it leaves a
 * number out, or is in another language than was asked for.
 */
export function checkTranslation(
  offered: string | null | undefined,
  found: Span | undefined,
  reading: Reading,
): { translation: string | undefined; drops: Drop[] } {
  const text = (offered ?? '').replace(mark, '').trim();
  if (text === '' || !found || reading.writtenIn === null) return { translation: undefined, drops: [] };
  const quote = reading.article.text.slice(found.start, found.end);
  const fault = findFault(text, quote, reading, reading.writtenIn);
  if (fault) return { translation: undefined, drops: [{ part: 'translation', why: fault, text }] };
  return { translation: text, drops: [] };
}

function findFault(text: string, quote: string, reading: Reading, language: string): DropReason | undefined {
  if (isOtherLanguage(text, language)) return 'other-language';
  if (text.length > quote.length * longest + 40 || text.length < quote.length * shortest) return 'words-not-in-passage';
  return losesNumber(quote, text) ? 'number-not-in-passage' : findTranslatedFault(text, quote, [], reading);
}
