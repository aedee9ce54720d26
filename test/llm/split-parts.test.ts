import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberSentences } from '../../src/llm/number-sentences.ts';
import { splitParts, sumChars } from '../../src/llm/split-parts.ts';
import { makeArticle } from './sample-article.ts';

const paragraph = (length: number) => Array.from({ length }, (_, index) => `Sentence ${index} says so.`).join(' ');

describe('splitParts', () => {
  it('keeps every sentence once, in order, and each part within the bound unless one sentence is over it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 2_000 }),
        (lengths, maxChars) => {
          const sentences = numberSentences(makeArticle(lengths.map(paragraph)));
          const parts = splitParts(sentences, maxChars);
          expect(parts.flat()).toEqual(sentences);
          for (const part of parts) {
            expect(part.length).toBeGreaterThan(0);
            if (part.length > 1) expect(sumChars(part)).toBeLessThanOrEqual(maxChars);
          }
        },
      ),
    );
  });

  it('cuts between paragraphs where they fit', () => {
    const sentences = numberSentences(makeArticle(Array.from({ length: 12 }, () => paragraph(5))));
    const parts = splitParts(sentences, 500);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.length % 5).toBe(0);
  });

  it('makes parts of about the same length instead of a rest', () => {
    const sentences = numberSentences(makeArticle(Array.from({ length: 11 }, () => paragraph(4))));
    const lengths = splitParts(sentences, sumChars(sentences) * 0.9).map(sumChars);
    expect(lengths).toHaveLength(2);
    expect(Math.min(...lengths) / Math.max(...lengths)).toBeGreaterThan(0.7);
  });

  it('is empty for an article without text', () => {
    expect(splitParts([], 100)).toEqual([]);
  });
});
