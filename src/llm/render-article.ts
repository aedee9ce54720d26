import { randomBytes } from 'node:crypto';
import type { Article } from '../core/article.ts';
import { splitSentences } from '../core/sentences.ts';

/** A mark that no untrusted text can hold, since it is drawn after that text is known. */
export function drawFence(untrusted: string[], draw: () => string = drawMark): string {
  let fence = draw();
  while (untrusted.some((text) => text.includes(fence))) fence = drawMark();
  return fence;
}

function drawMark(): string {
  return `=====${randomBytes(12).toString('hex')}=====`;
}

/** Untrusted text between two lines that carry the fence; the label is ours. */
export function fenceBlock(label: string, text: string, fence: string): string {
  return `${label} ${fence}\n${text}\nEND OF ${label} ${fence}`;
}

/**
 * The article as a model reads it: its facts and its numbered sentences, one a line, paragraphs apart.
 *
 * @param maxChars  bound on the whole; what is over it is left out from the end, at a sentence
 * @returns `sentences`: how many of the article's sentences the text holds
 */
export function renderArticle(article: Article, maxChars: number): { text: string; sentences: number } {
  const facts = [
    renderFact('TITLE', article.title),
    renderFact('STANDFIRST', article.dek),
    renderFact('AUTHORS', article.authors.join(', ') || null),
    renderFact('PUBLISHER', article.publisher),
    renderFact('PUBLISHED', article.publishedAt),
  ];
  const lines = facts.filter((line) => line !== null);
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);

  const spans = splitSentences(article.text);
  let sentences = 0;
  let end = 0;
  for (const span of spans) {
    const apart = sentences === 0 || article.text.slice(end, span.start).includes('\n') ? [''] : [];
    const line = `S${sentences + 1}|${flattenText(article.text.slice(span.start, span.end))}`;
    length += line.length + 1 + apart.length;
    if (length > maxChars) break;
    lines.push(...apart, line);
    sentences += 1;
    end = span.end;
  }
  return { text: lines.join('\n'), sentences };
}

const maxFactChars = 500;

function renderFact(mark: string, fact: string | null): string | null {
  const flat = fact === null ? '' : flattenText(fact).slice(0, maxFactChars);
  return flat === '' ? null : `${mark}|${flat}`;
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
