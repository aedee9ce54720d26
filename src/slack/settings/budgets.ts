import type { BriefCap } from '../../core/budgets.ts';
import type { Budget, WorkspaceSettings } from '../../core/settings.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';

/** The budgets that a workspace is asked for, each in dollars or in tokens. */
export const budgetSlots = [
  { id: 'budget_workspace', of: 'workspace', per: 'month', label: 'Budget of the whole workspace, each month' },
  { id: 'budget_workspace_day', of: 'workspace', per: 'day', label: 'Budget of the whole workspace, each day' },
  { id: 'budget_channel_month', of: 'channel', per: 'month', label: 'Budget of each channel, each month' },
  { id: 'budget_channel', of: 'channel', per: 'day', label: 'Budget of each channel, each day' },
  { id: 'budget_user_month', of: 'user', per: 'month', label: 'Budget of each person, each month' },
  { id: 'budget_user', of: 'user', per: 'day', label: 'Budget of each person, each day' },
] as const;

type BudgetSlot = (typeof budgetSlots)[number];

/** What one brief may cost at most, in each unit. */
export const capSlots = [
  { id: 'cap_tokens', of: 'tokens', label: 'Most that one brief may cost, in tokens' },
  { id: 'cap_micros', of: 'micros', label: 'Most that one brief may cost, in dollars' },
] as const;

/** Whether a budget is the one that a slot asks for. */
export function isInSlot(budget: Budget, { of, per }: BudgetSlot): boolean {
  return budget.of === of && budget.per === per;
}

/** A budget as a person writes it: "$20", "50,000 tokens". */
export function wordAmount({ unit, amount }: Pick<Budget, 'unit' | 'amount'>): string {
  if (unit === 'tokens') return `${amount.toLocaleString('en')} tokens`;
  return `$${amount % 1e6 === 0 ? amount / 1e6 : (amount / 1e6).toFixed(2)}`;
}

/** All budgets in one line; "none". */
export function describeBudgets(budgets: Budget[]): string {
  const whose = { workspace: 'the workspace', channel: 'each channel', user: 'each person' };
  return budgets.map((one) => `${wordAmount(one)} for ${whose[one.of]} a ${one.per}`).join(', ') || 'none';
}

/** A cap of one brief in a line: "at most 60,000 tokens and $0.20 for one brief"; undefined where the workspace set none. */
export function describeCap(cap: BriefCap): string | undefined {
  const amounts = capSlots.flatMap(({ of }) => {
    const amount = cap[of];
    return amount === null ? [] : [wordAmount({ unit: of, amount })];
  });
  return amounts.length > 0 ? `at most ${amounts.join(' and ')} for one brief` : undefined;
}

/**
 * Reads an amount: "$20", "20 dollars", "USD 12.50", "50 000 tokens".
 *
 * @returns undefined where it is none, or says neither dollars nor tokens
 */
export function readAmount(typed: string): Pick<Budget, 'unit' | 'amount'> | undefined {
  const text = typed.trim().toLowerCase();
  const dollars = /^(?:us ?\$|\$|usd) ?(\d[\d.,\s]*)$/.exec(text) ?? /^(\d[\d.,\s]*?) ?(?:\$|dollars?|usd)$/.exec(text);
  const tokens = /^(\d[\d.,\s]*?) ?tokens?$/.exec(text);
  const amount = toNumber(dollars?.[1] ?? tokens?.[1] ?? '');
  if (amount === undefined) return undefined;
  if (dollars) return { unit: 'micros', amount: Math.round(amount * 1e6) };
  return Number.isInteger(amount) ? { unit: 'tokens', amount } : undefined;
}

// Commas and spaces between groups of three are for the eye; a point stands before cents.
function toNumber(digits: string): number | undefined {
  const plain = digits.trim().replace(/[,\s](?=\d{3}(?!\d))/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}

/** Which of the operator's models have prices, so that what they cost is counted in dollars. */
export type PricedModels = 'all' | 'some' | 'none';

/** Says of a workspace's limits in dollars that they do not limit all that is spent; undefined where they do, or there are none. */
export function wordUncounted(
  { budgets, briefCap }: Pick<WorkspaceSettings, 'budgets' | 'briefCap'>,
  priced: PricedModels,
): Mrkdwn | undefined {
  const hasDollars = briefCap.micros !== null || budgets.some(({ unit }) => unit === 'micros');
  if (priced === 'all' || !hasDollars) return undefined;
  const instead = mrkdwn`write it in tokens, such as 50,000 tokens.`;
  if (priced === 'none')
    return mrkdwn`A limit in dollars limits nothing here, since Byline’s operator has set no prices: ${instead}`;
  return mrkdwn`A limit in dollars does not limit all that is spent here, since Byline’s operator has set prices for one of two models alone: ${instead}`;
}
