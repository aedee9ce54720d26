import { indexText } from '../fold.ts';
import { takeInBound } from '../grammar/measures.ts';
import { listQuantities } from '../grammar/quantities.ts';
import { findQuote } from '../quotes.ts';
import { type Reading, sentenceAt } from './reading.ts';

/** In characters; what is longer is no statement. */
export const maxStatementLength = 3000;

/**
 * The one of the sentences that a statement copies whole, by its id: it leaves nothing out of it, and what the sentences beside
 * it deny or leave open is no reservation of it.
 */
export function findWholeSentence(statement: string, sentences: number[], reading: Reading): number | undefined {
  const own = foldWhole(statement);
  return own === ''
    ? undefined
    : sentences.find((id) => {
        const place = sentenceAt(id, reading);
        return place !== undefined && foldWhole(reading.article.text.slice(place.start, place.end)) === own;
      });
}

function foldWhole(text: string): string {
  const words = String.fromCharCode(...indexText(text.slice(0, maxStatementLength)).codes).trim();
  // "Is it safe?" is no "It is safe."
  return words === '' ? '' : `${words}${/[?？؟][\s"”’»)]*$/u.test(text) ? '?' : ''}`;
}

/** A stretch of its passage that begins with a number, with the bound the number has there: "over 300" for "300". */
export function keepBound(statement: string, passage: string): string {
  if (listQuantities(statement)[0]?.start !== /[\p{L}\p{N}]/u.exec(statement)?.index) return statement;
  const place = findQuote(statement, passage);
  return place ? takeInBound(place, passage) : statement;
}
