import { describe, expect, it } from 'vitest';
import { budgetPeriod, describeBudget, weighBudget } from '../../src/core/budgets.ts';
import { describeDrafter } from '../../src/core/wording.ts';

const nothing = { inputTokens: 0, outputTokens: 0, costMicros: 0 };

describe('budgets', () => {
  it('nears its end at four fifths and is spent at the whole, in money or in tokens of both kinds', () => {
    const money = { of: 'workspace', per: 'day', unit: 'micros', amount: 1_000_000 } as const;
    expect(weighBudget(money, { ...nothing, inputTokens: 9e9, costMicros: 799_999 })).toBe('within');
    expect(weighBudget(money, { ...nothing, costMicros: 800_000 })).toBe('near');
    expect(weighBudget(money, { ...nothing, costMicros: 1_000_000 })).toBe('spent');
    const tokens = { of: 'user', per: 'month', unit: 'tokens', amount: 1000 } as const;
    expect(weighBudget(tokens, { inputTokens: 700, outputTokens: 99, costMicros: 9e9 })).toBe('within');
    expect(weighBudget(tokens, { inputTokens: 700, outputTokens: 100, costMicros: 0 })).toBe('near');
    expect(weighBudget(tokens, { inputTokens: 700, outputTokens: 400, costMicros: 0 })).toBe('spent');
  });

  it('a budget of nothing is spent from the start', () => {
    expect(weighBudget({ of: 'channel', per: 'day', unit: 'tokens', amount: 0 }, nothing)).toBe('spent');
  });

  it('days and months are UTC’s', () => {
    const newYear = Date.parse('2027-01-01T00:30:00+02:00');
    expect(budgetPeriod('day', newYear)).toEqual({ name: '2026-12-31', fromDay: '2026-12-31', toDay: '2026-12-31' });
    expect(budgetPeriod('month', newYear)).toEqual({ name: '2026-12', fromDay: '2026-12-01', toDay: '2026-12-31' });
  });

  it('is named without naming anybody', () => {
    expect(describeBudget({ of: 'user', per: 'day' })).toBe('this person’s model budget for today (UTC)');
    const model = { kind: 'model', model: 'm', promptVersion: null, fellBack: null } as const;
    expect(describeDrafter({ ...model, budget: { of: 'workspace', per: 'month' } })).toBe(
      'drafted by m; 80 % of the workspace’s model budget for this month is spent',
    );
    const spent = { kind: 'offline', model: null, promptVersion: null, fellBack: 'budget' } as const;
    expect(describeDrafter({ ...spent, budget: { of: 'channel', per: 'day' } })).toBe(
      'read offline, without a model: this channel’s model budget for today (UTC) is spent',
    );
  });
});
