import { randomBytes } from 'node:crypto';
import type { Article } from '../core/article.ts';
import { flattenText, type NumberedSentence } from './number-sentences.ts';

/** A mark that no untrusted text can hold, since it is drawn after that text is known. */
export function drawFence(untrusted: unknown, draw: () => string = drawMark): string {
  const text = JSON.stringify(untrusted);
  let fence = draw();
  while (text.includes(fence)) fence = drawMark();
  return fence;
}

/** Matches every mark that may be drawn. */
export const anyFence = /=====[0-9a-f]{24}=====/g;

function drawMark(): string {
  return `=====${randomBytes(12).toString('hex')}=====`;
}

/** Untrusted text between two lines that carry the fence; the label is ours. */
export function fenceBlock(label: string, text: string, fence: string): string {
  return `${label} ${fence}\n${text}\nEND OF ${label} ${fence}`;
}

const maxFactChars = 500;

/** What the page says about the article, one fact a line, for context: none of it can be cited. */
export function renderFacts(article: Article): string[] {
  const facts: [string, string | null][] = [
    ['TITLE', article.title],
    ['STANDFIRST', article.dek],
    ['AUTHORS', article.authors.join(', ')],
    ['PUBLISHER', article.publisher],
    ['PUBLISHED', article.publishedAt],
  ];
  return facts
    .map(([mark, fact]) => ({ mark, text: flattenText(fact ?? '').slice(0, maxFactChars) }))
    .filter(({ text }) => text !== '')
    .map(({ mark, text }) => `${mark}|${text}`);
}

/** Sentences one a line, an empty line between paragraphs, "[…]" where sentences are left out between two. */
export function renderSentences(sentences: NumberedSentence[]): string[] {
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    if (before && sentence.id !== before.id + 1) return ['', '[…]', '', sentence.line];
    return before && sentence.paragraph !== before.paragraph ? ['', sentence.line] : [sentence.line];
  });
}
