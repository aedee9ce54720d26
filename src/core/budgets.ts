import type { Budget } from './settings.ts';

/** Whose spending a budget limits, and over what time. Days and months are UTC's. */
export type BudgetName = Pick<Budget, 'of' | 'per'>;

/** What was used, as budgets count it. */
export type Spending = { inputTokens: number; outputTokens: number; costMicros: number };

/** From here on it is said that a budget nears its end. */
const nearShare = 0.8;

/** `spent`: nothing is left; `near`: less than a fifth is. A budget of nothing is spent from the start. */
export function weighBudget({ unit, amount }: Budget, used: Spending): 'within' | 'near' | 'spent' {
  const spent = unit === 'micros' ? used.costMicros : used.inputTokens + used.outputTokens;
  if (spent >= amount) return 'spent';
  return spent >= amount * nearShare ? 'near' : 'within';
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
export function describeBudget({ of, per }: BudgetName): string {
  return `${owners[of]} model budget for ${per === 'day' ? 'today (UTC)' : 'this month'}`;
}
