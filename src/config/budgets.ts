import type { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { dollars, tokens } from './fields.ts';

/** A limit of spending; `micros` are millionths of a dollar. */
export type BudgetConfig = {
  of: 'workspace' | 'channel' | 'user';
  per: 'day' | 'month';
  unit: 'tokens' | 'micros';
  amount: number;
};

/** What drafting one brief may cost at most, in tokens and millionths of a dollar; absent: the usual. */
export type BriefCapConfig = { tokens?: number; micros?: number };

type Priced = { price: unknown; second: { price: unknown } | undefined } | undefined;

const budgetVariables = [
  { name: 'BUDGET_MONTH_USD', of: 'workspace', per: 'month', unit: 'micros' },
  { name: 'BUDGET_MONTH_TOKENS', of: 'workspace', per: 'month', unit: 'tokens' },
  { name: 'BUDGET_DAY_USD', of: 'workspace', per: 'day', unit: 'micros' },
  { name: 'BUDGET_DAY_TOKENS', of: 'workspace', per: 'day', unit: 'tokens' },
  { name: 'BUDGET_CHANNEL_MONTH_USD', of: 'channel', per: 'month', unit: 'micros' },
  { name: 'BUDGET_CHANNEL_MONTH_TOKENS', of: 'channel', per: 'month', unit: 'tokens' },
  { name: 'BUDGET_CHANNEL_DAY_USD', of: 'channel', per: 'day', unit: 'micros' },
  { name: 'BUDGET_CHANNEL_DAY_TOKENS', of: 'channel', per: 'day', unit: 'tokens' },
  { name: 'BUDGET_USER_MONTH_USD', of: 'user', per: 'month', unit: 'micros' },
  { name: 'BUDGET_USER_MONTH_TOKENS', of: 'user', per: 'month', unit: 'tokens' },
  { name: 'BUDGET_USER_DAY_USD', of: 'user', per: 'day', unit: 'micros' },
  { name: 'BUDGET_USER_DAY_TOKENS', of: 'user', per: 'day', unit: 'tokens' },
] as const;

type BudgetVariable = (typeof budgetVariables)[number]['name'];

/** The variables that limit what models may cost. */
export const budgetFields = {
  // A cast: entries lose their names.
  ...(Object.fromEntries(
    budgetVariables.map(({ name, unit }) => [name, unit === 'micros' ? dollars : tokens]),
  ) as Record<BudgetVariable, typeof dollars>),
  BUDGET_BRIEF_USD: dollars,
  BUDGET_BRIEF_TOKENS: tokens,
};

type BudgetSettings = Partial<z.infer<z.ZodObject<typeof budgetFields>>>;

/**
 * The limits that are set.
 *
 * @throws ConfigError where a limit in dollars has no prices to be counted with
 */
export function toBudgets(settings: BudgetSettings, model: Priced): BudgetConfig[] {
  return budgetVariables.flatMap(({ name, ...budget }) => {
    const amount = settings[name];
    if (amount === undefined) return [];
    if (budget.unit === 'micros') needPrices(name, model);
    return [{ ...budget, amount: budget.unit === 'micros' ? Math.round(amount * 1e6) : amount }];
  });
}

/**
 * The limit of one brief.
 *
 * @throws ConfigError as above
 */
export function toBriefCap(settings: BudgetSettings, model: Priced): BriefCapConfig {
  const { BUDGET_BRIEF_TOKENS: tokens, BUDGET_BRIEF_USD: dollars } = settings;
  if (dollars !== undefined) needPrices('BUDGET_BRIEF_USD', model);
  return {
    ...(tokens !== undefined && { tokens }),
    ...(dollars !== undefined && { micros: Math.round(dollars * 1e6) }),
  };
}

/** Which of the models that are set up are counted in dollars: a limit in dollars does not see the others. Where there is none, all. */
export function pricedModels(model: Priced): 'all' | 'some' | 'none' {
  if (!model) return 'all';
  const models = [model, ...(model.second ? [model.second] : [])];
  const priced = models.filter(({ price }) => price);
  return priced.length === models.length ? 'all' : priced.length > 0 ? 'some' : 'none';
}

// Without prices nothing is counted in money, and the limit would never be reached.
function needPrices(name: string, model: Priced): void {
  if (model && !model.price) throw new ConfigError(`MODEL_PRICE_IN and MODEL_PRICE_OUT are missing beside ${name}`);
  if (model?.second && !model.second.price)
    throw new ConfigError(`SECOND_PRICE_IN and SECOND_PRICE_OUT are missing beside ${name}`);
}
