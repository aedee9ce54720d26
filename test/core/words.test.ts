import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/core/words.ts';

describe('the number of words', () => {
  it.each([
    ['The harbour master’s well-kept log', 5],
    ['', 0],
    ['… — !', 0],
  ])('of %j is %i', (text, count) => expect(countWords(text)).toBe(count));

  it('of a book without spaces is told from its beginning, within a hundredth', () => {
    const sentence = 'フェリーは金曜日から運休する。';
    const exact = countWords(sentence) * 5_000;
    expect(Math.abs(countWords(sentence.repeat(5_000)) - exact) / exact).toBeLessThan(0.01);
  });
});
