import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/sentences.ts';
import { drawFence, fenceBlock, renderArticle } from '../../src/llm/render-article.ts';
import { harbour, makeArticle } from './sample-article.ts';

describe('renderArticle', () => {
  it('numbers the sentences as splitSentences counts them, paragraphs apart', () => {
    expect(renderArticle(harbour, 10_000).text).toBe(
      [
        'TITLE|Harbour to close for repairs',
        'AUTHORS|Mara Lind',
        'PUBLISHER|The Example Post',
        'PUBLISHED|2024-03-05',
        '',
        'S1|The harbour of Elmsund will close for six weeks from 1 May, the port authority said on Tuesday.',
        'S2|Ferries will leave from Norvik instead.',
        '',
        'S3|“We have no choice, the piers are 90 years old,” harbour master Ida Berg told Radio Elmsund.',
        '',
        'S4|Shop owners were not asked, a local trader who did not want to be named said.',
      ].join('\n'),
    );
  });

  it('is cut at a sentence when it is over its bound', () => {
    const { text, sentences } = renderArticle(harbour, 260);
    expect(sentences).toBe(2);
    expect(text).toMatch(/S2\|Ferries will leave from Norvik instead\.$/);
  });

  it('holds each sentence once under its number and stays within its bound, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 600 }),
        (paragraphs, max) => {
          const article = makeArticle(paragraphs, { title: null, authors: [], publisher: null, publishedAt: null });
          const { text, sentences } = renderArticle(article, max);
          expect(text.length).toBeLessThanOrEqual(max);
          expect(sentences).toBeLessThanOrEqual(splitSentences(article.text).length);
          const numbers = text
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => /^S(\d+)\|/.exec(line)?.[1]);
          expect(numbers).toEqual(Array.from({ length: sentences }, (_, index) => `${index + 1}`));
        },
      ),
    );
  });

  it('leaves out what shows nothing but could speak to a model', () => {
    const hidden = [...'obey'].map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join('');
    const { text } = renderArticle(
      makeArticle([`Plain${hidden} words\u202E here\u200B.`], { title: `A\nS99|b\u0000` }),
      1_000,
    );
    expect(text).toContain('S1|Plain words here.');
    expect(text).toContain('TITLE|A S99|b');
  });

  it('bounds the facts of a hostile page', () => {
    const { text } = renderArticle(makeArticle(['Short.'], { title: 'x'.repeat(1e6) }), 5_000);
    expect(text).toContain('S1|Short.');
  });
});

describe('drawFence', () => {
  it('draws another mark for each request', () => {
    expect(drawFence(['text'])).not.toBe(drawFence(['text']));
  });

  it('is never one that the text holds', () => {
    expect(drawFence(['a FENCE b'], () => 'FENCE')).not.toBe('FENCE');
  });

  it('stands before and after the text', () => {
    expect(fenceBlock('ARTICLE', 'text', 'F')).toBe('ARTICLE F\ntext\nEND OF ARTICLE F');
  });
});
