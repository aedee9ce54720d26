import type { Span } from '../article.ts';
import type { Drop } from '../brief.ts';
import type { Reading } from './reading.ts';
import { findTranslatedFault } from './translated.ts';

const mark = /["“”„«»「」『』]/gu;
const longest = 3; // times as long as its quote

/** A check quote's translation, without quotation marks; none where its numbers, names or "not" are not the quote's. */
export function checkTranslation(
  offered: string | null | undefined,
  found: Span | undefined,
  reading: Reading,
): { translation: string | undefined; drops: Drop[] } {
  const text = (offered ?? '').replace(mark, '').trim();
  if (text === '' || !found || reading.writtenIn === null) return { translation: undefined, drops: [] };
  const quote = reading.article.text.slice(found.start, found.end);
  const fault =
    text.length > quote.length * longest + 40 ? 'words-not-in-passage' : findTranslatedFault(text, quote, [], reading);
  if (fault) return { translation: undefined, drops: [{ part: 'translation', why: fault, text }] };
  return { translation: text, drops: [] };
}
