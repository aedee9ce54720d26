import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberSentences } from '../../src/llm/number-sentences.ts';
import { selectSentences } from '../../src/llm/select-sentences.ts';
import { sumChars } from '../../src/llm/split-parts.ts';
import { makeArticle } from './sample-article.ts';

const filler = Array.from({ length: 200 }, (_, index) => `In year ${index} the council met and spoke of roads.`);
const long = (needle: string) => numberSentences(makeArticle([...filler.slice(0, 150), needle, ...filler.slice(150)]));
const ids = (sentences: { id: number }[]) => sentences.map(({ id }) => id);

describe('selectSentences', () => {
  it('gives an article within the bound whole', () => {
    const sentences = long('The bridge cost nine million crowns.');
    expect(selectSentences(sentences, ['?'], 1e6)).toBe(sentences);
  });

  it('finds the paragraph that the question is about, with its neighbours and the lead', () => {
    const picked = ids(
      selectSentences(long('The bridge cost nine million crowns.'), ['How much did the bridges cost?'], 1_000),
    );
    expect(picked).toEqual(expect.arrayContaining([1, 150, 151, 152]));
  });

  it('finds what the thread spoke of before', () => {
    const picked = selectSentences(
      long('Ombudsman Vera Holm called it unlawful.'),
      ['And what did she say?', 'Who is Vera Holm?', 'Vera Holm is the ombudsman.'],
      1_000,
    );
    expect(ids(picked)).toContain(151);
  });

  it('prefers what the question asks to what the thread spoke of before', () => {
    const needles = ['The tunnel opens in spring.', 'The airport shuts in autumn.'];
    const sentences = numberSentences(makeArticle([...filler, ...needles, ...filler]));
    const room = sumChars(sentences.slice(200, 201)) + 10;
    for (const [index, topic] of ['tunnel', 'airport'].entries()) {
      const other = index === 0 ? 'airport' : 'tunnel';
      const picked = selectSentences(sentences, [`When is the ${topic} in use?`, `And the ${other}?`], room * 1.1);
      expect(ids(picked)).toContain(201 + index);
    }
  });

  it('works in a script without spaces', () => {
    const sentences = numberSentences(makeArticle([...filler, '市長は橋の建設費が九百万円だと述べた。', ...filler]));
    expect(ids(selectSentences(sentences, ['橋の建設費はいくらですか'], 1_000))).toContain(201);
  });

  it('gives the beginning where nothing is in common', () => {
    const picked = ids(selectSentences(long('x'), ['zzz'], 1_000));
    expect(picked.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stays within its bound and in reading order, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 40 }), { minLength: 1, maxLength: 40 }),
        fc.lorem(),
        fc.integer({ min: 50, max: 3_000 }),
        (paragraphs, question, maxChars) => {
          const picked = selectSentences(numberSentences(makeArticle(paragraphs)), [question], maxChars);
          expect(sumChars(picked)).toBeLessThanOrEqual(maxChars);
          expect(ids(picked)).toEqual(ids(picked).toSorted((a, b) => a - b));
        },
      ),
    );
  });
});
