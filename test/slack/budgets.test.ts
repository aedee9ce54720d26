import { describe, expect, it } from 'vitest';
import { readAmount, wordAmount } from '../../src/slack/settings/budgets.ts';

describe('a budget', () => {
  it.each([
    ['$20', { unit: 'micros', amount: 20_000_000 }],
    ['20 dollars', { unit: 'micros', amount: 20_000_000 }],
    ['USD 1,250.50', { unit: 'micros', amount: 1_250_500_000 }],
    ['12.5$', { unit: 'micros', amount: 12_500_000 }],
    ['50,000 tokens', { unit: 'tokens', amount: 50_000 }],
    ['50 000 Tokens', { unit: 'tokens', amount: 50_000 }],
    ['$0', { unit: 'micros', amount: 0 }],
  ])('is read as it is written: %s', (typed, amount) => {
    expect(readAmount(typed)).toEqual(amount);
  });

  it.each(['20', 'plenty', '-5 tokens', '1.5 tokens', '$', '$1e9', '€20', '$20 tokens', '1,2 tokens', '9'.repeat(400)])(
    'is not guessed: %s',
    (typed) => {
      expect(readAmount(typed)).toBeUndefined();
    },
  );

  it('is shown as it can be written again', () => {
    for (const typed of ['$20', '$0.50', '1,234,567 tokens']) {
      const amount = readAmount(typed);
      expect(amount && wordAmount(amount)).toBe(typed);
    }
  });
});
