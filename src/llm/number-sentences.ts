import type { Article } from '../core/article.ts';
import { splitSentences } from '../core/sentences.ts';

/** A sentence as a model reads it. `id` counts from 1 over the whole article; `paragraph` from 0. `line` has no line break. */
export type NumberedSentence = { id: number; paragraph: number; line: string };

// A table or a page without full stops can be one sentence of any length. The check quote is looked for in all of it.
const maxSentenceChars = 4_000;

/** The article's sentences, numbered as drafts and briefs count them. */
export function numberSentences(article: Article): NumberedSentence[] {
  let paragraph = 0;
  let end = 0;
  return splitSentences(article.text).map((span, index) => {
    if (index > 0 && article.text.slice(end, span.start).includes('\n')) paragraph += 1;
    end = span.end;
    const text = flattenText(article.text.slice(span.start, Math.min(span.end, span.start + maxSentenceChars)));
    return { id: index + 1, paragraph, line: `S${index + 1}|${text}` };
  });
}

// Characters that show nothing but can carry a message to a model or turn the reading order: tag characters, the second
// set of variation selectors, direction marks, zero-width space, word joiner, byte order mark. Joiners stay: Persian and
// Hindi need them.
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E01EF}]/gu;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** One line of a text: control characters and line breaks become spaces, characters that show nothing go. */
export function flattenText(text: string): string {
  return text.replace(unseen, '').replace(breaks, ' ').trim();
}
