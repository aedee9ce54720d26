import type { Budget } from './settings.ts';

/** Whose spending a budget limits, and over what time. Days and months are UTC's. */
export type BudgetName = Pick<Budget, 'of' | 'per'>;

/** What drafting one brief may cost at most, in tokens and in millionths of a dollar; null: not limited by it. */
export type BriefCap = { tokens: number | null; micros: number | null };

/** Room for an article of some forty thousand words; an article of a thousand words takes about 6,000 tokens. */
export const usualBriefCap: BriefCap = { tokens: 100_000, micros: 500_000 };

/** Holds an operator's cap and a workspace's together; the usual one where neither says. */
export function settleCap(operators: Partial<BriefCap>, own: BriefCap): BriefCap {
  const settle = (unit: keyof BriefCap) => {
    const set = [operators[unit], own[unit]].filter((amount) => amount !== undefined && amount !== null);
    return set.length > 0 ? Math.min(...set) : usualBriefCap[unit];
  };
  return { tokens: settle('tokens'), micros: settle('micros') };
}

/** What was used, as budgets count it. */
export type Spending = { inputTokens: number; outputTokens: number; costMicros: number };

/** From here on it is said that a budget nears its end. */
const nearShare = 0.8;

/** `spent`: nothing is left; `near`: less than a fifth is. A budget of nothing is spent from the start. */
export function weighBudget({ unit, amount }: Budget, used: Spending): 'within' | 'near' | 'spent' {
  const spent = spentOf({ unit }, used);
  if (spent >= amount) return 'spent';
  return spent >= amount * nearShare ? 'near' : 'within';
}

/** The share of a budget that is spent, 1 and more where nothing is left. */
export function shareSpent({ unit, amount }: Budget, used: Spending): number {
  return amount === 0 ? 1 : spentOf({ unit }, used) / amount;
}

function spentOf({ unit }: Pick<Budget, 'unit'>, used: Spending): number {
  return unit === 'micros' ? used.costMicros : used.inputTokens + used.outputTokens;
}

/** The days that a budget counts now, both included, and what the period is called: `2026-11-22`, `2026-11`. */
export function budgetPeriod(per: Budget['per'], now: number): { name: string; fromDay: string; toDay: string } {
  const toDay = new Date(now).toISOString().slice(0, 10);
  if (per === 'day') return { name: toDay, fromDay: toDay, toDay };
  const name = toDay.slice(0, 7);
  return { name, fromDay: `${name}-01`, toDay };
}

const owners: Record<Budget['of'], string> = {
  workspace: 'the workspace’s',
  channel: 'this channel’s',
  // Read by everybody in the thread, so nobody is "you".
  user: 'this person’s',
};

/** "this channel’s model budget for today", "the workspace’s model budget for this month". */
export function describeBudget({ of, per }: BudgetName, reader: 'everybody' | 'this-person' = 'everybody'): string {
  const whose = of === 'user' && reader === 'this-person' ? 'your' : owners[of];
  return `${whose} model budget for ${per === 'day' ? 'today (UTC)' : 'this month'}`;
}
