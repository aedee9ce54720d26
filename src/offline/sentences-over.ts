import type { Span } from '../core/article.ts';
import type { TaggedText } from './tokens.ts';

/** Ids, counted from 1, of the sentences that the spans touch, and of those between them. */
export function sentencesOver({ sentences }: TaggedText, spans: Span[]): number[] {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const ids: number[] = [];
  for (let i = sentenceAt(sentences, start); i < sentences.length && (sentences[i]?.start ?? end) < end; i++)
    ids.push(i + 1);
  return ids;
}

function sentenceAt(sentences: Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
