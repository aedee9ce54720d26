import { type BudgetName, budgetPeriod, type Spending, weighBudget } from '../core/budgets.ts';
import type { Budget } from '../core/settings.ts';
import type { JobStore, Log, ReplyTarget, Run, SettingsStore, UsageStore } from '../ports.ts';

/** `spent`: no model is asked. `near`: to be said with this draft; said once a period. */
export type BudgetVerdict = { spent: BudgetName | null; near: BudgetName | null };

export type BudgetPorts = {
  /** The operator's: they hold in every workspace, beside the workspace's own. */
  budgets?: Budget[];
  store: Pick<SettingsStore, 'workspaceSettings'> & Pick<UsageStore, 'sumUsage'> & Pick<JobStore, 'receive'>;
  now: () => number;
  log: Log;
};

/**
 * Holds what was used against the budgets of a workspace, a channel and a person, before a model is asked. Decided once for a job:
 * what it has paid for by then, a later try still uses. Jobs that run at the same time each see what was counted before them, so a
 * budget is overspent by the drafts under way at most.
 */
export function weighBudgets(target: ReplyTarget, ports: BudgetPorts, run: Run): Promise<BudgetVerdict> {
  return run.step('budget', async () => {
    const { budgets: own } = await ports.store.workspaceSettings(target.team);
    const budgets = [...(ports.budgets ?? []), ...own];
    const sums = new Map<string, Promise<Spending>>();
    const nearing: Budget[] = [];
    for (const budget of budgets) {
      const name = `${budget.of} ${budget.per}`;
      const sum = sums.get(name) ?? sumFor(budget, target, ports);
      sums.set(name, sum);
      const verdict = weighBudget(budget, await sum);
      if (verdict === 'spent') {
        ports.log.warn({ of: budget.of, per: budget.per, unit: budget.unit }, 'budget spent');
        return { spent: toName(budget), near: null };
      }
      if (verdict === 'near') nearing.push(budget);
    }
    for (const budget of nearing) {
      if (await isNews(budget, target, ports)) return { spent: null, near: toName(budget) };
    }
    return { spent: null, near: null };
  });
}

function toName({ of, per }: Budget): BudgetName {
  return { of, per };
}

function sumFor({ of, per }: Budget, { team, channel, user }: ReplyTarget, ports: BudgetPorts): Promise<Spending> {
  const { fromDay, toDay } = budgetPeriod(per, ports.now());
  return ports.store.sumUsage({
    team,
    ...(of === 'channel' && { channel }),
    ...(of === 'user' && { user }),
    fromDay,
    toDay,
  });
}

// An event's key is taken once, whoever comes first; a budget that was raised is another one.
async function isNews(budget: Budget, { team, channel, user }: ReplyTarget, ports: BudgetPorts): Promise<boolean> {
  const { of, per, unit, amount } = budget;
  const whose = of === 'channel' ? channel : of === 'user' ? user : '';
  const period = budgetPeriod(per, ports.now()).name;
  const key = ['budget', team, of, whose, per, unit, amount, period].join(':');
  const isNew = await ports.store.receive({ key, team, receivedAt: ports.now() }, []);
  if (isNew) ports.log.warn({ of, per, unit }, 'budget four fifths spent');
  return isNew;
}
