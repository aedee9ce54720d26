import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/core/sentences.ts';
import { numberSentences } from '../../src/llm/number-sentences.ts';
import { drawFence, fenceBlock, renderFacts, renderSentences } from '../../src/llm/render-article.ts';
import { harbour, makeArticle } from './sample-article.ts';

const anyParagraphs = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem()), { maxLength: 8 });

describe('an article as a model reads it', () => {
  it('has its facts and its sentences one a line, paragraphs apart', () => {
    expect(renderFacts(harbour)).toEqual([
      'TITLE|Harbour to close for repairs',
      'AUTHORS|Mara Lind',
      'PUBLISHER|The Example Post',
      'PUBLISHED|2024-03-05',
    ]);
    expect(renderSentences(numberSentences(harbour))).toEqual([
      'S1|The harbour of Elmsund will close for six weeks from 1 May, the port authority said on Tuesday.',
      'S2|Ferries will leave from Norvik instead.',
      '',
      'S3|“We have no choice, the piers are 90 years old,” harbour master Ida Berg told Radio Elmsund.',
      '',
      'S4|Shop owners were not asked, a local trader who did not want to be named said.',
    ]);
  });

  it('shows where sentences are left out', () => {
    const [first, , third] = numberSentences(harbour);
    if (!first || !third) throw new Error('too few sentences');
    expect(renderSentences([first, third])).toEqual([first.line, '', '[…]', '', third.line]);
  });

  it('numbers the sentences of any text as splitSentences counts them, each on a line of its own', () => {
    fc.assert(
      fc.property(anyParagraphs, (paragraphs) => {
        const article = makeArticle(paragraphs);
        const lines = renderSentences(numberSentences(article))
          .join('\n')
          .split('\n')
          .filter((line) => line !== '');
        expect(lines.map((line) => /^S(\d+)\|/.exec(line)?.[1])).toEqual(
          splitSentences(article.text).map((_, index) => `${index + 1}`),
        );
      }),
    );
  });

  it('is without characters that show nothing but could speak to a model', () => {
    const hidden = [...'obey'].map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join('');
    const article = makeArticle([`Plain${hidden} words\u202E here\u200B.`], { title: 'A\nS99|b\u0000' });
    expect(numberSentences(article)[0]?.line).toBe('S1|Plain words here.');
    expect(renderFacts(article)[0]).toBe('TITLE|A S99|b');
  });

  it('has no fact and no sentence of any length', () => {
    const article = makeArticle(['word '.repeat(2e5)], { title: 'x'.repeat(1e6), dek: 'y'.repeat(1e6) });
    expect(renderFacts(article).join('').length).toBeLessThan(3_000);
    expect(numberSentences(article)[0]?.line.length).toBeLessThan(5_000);
  });
});

describe('drawFence', () => {
  it('draws another mark for each request', () => {
    expect(drawFence(['text'])).not.toBe(drawFence(['text']));
  });

  it('is never one that the text holds', () => {
    expect(drawFence({ text: 'a FENCE b' }, () => 'FENCE')).not.toBe('FENCE');
  });

  it('stands before and after the text', () => {
    expect(fenceBlock('ARTICLE', 'text', 'F')).toBe('ARTICLE F\ntext\nEND OF ARTICLE F');
  });
});
