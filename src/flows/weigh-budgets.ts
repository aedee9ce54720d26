import { type BudgetName, budgetPeriod, type Spending, weighBudget } from '../core/budgets.ts';
import type { Drafter } from '../core/draft.ts';
import type { Budget } from '../core/settings.ts';
import type { JobStore, Log, ReplyTarget, Run, SettingsStore, UsageStore } from '../ports.ts';

/** `spent`: no model is asked for more than it has answered. */
export type BudgetVerdict = { spent: BudgetName | null };

export type BudgetPorts = {
  /** The operator's: they hold in every workspace, beside the workspace's own. */
  budgets?: Budget[];
  store: Pick<SettingsStore, 'workspaceSettings'> & Pick<UsageStore, 'sumUsage'> & Pick<JobStore, 'receive'>;
  now: () => number;
  log: Log;
};

/**
 * Holds what was used against the budgets of a workspace, a channel and a person, before a model is asked. Asked in every try that has
 * no draft yet, since a job may have waited for a model while others spent; what it has paid for by then it still uses. Jobs that run
 * at the same time each see what was counted before them, so a budget is overspent by the drafts under way at most.
 */
export async function weighBudgets(target: ReplyTarget, ports: BudgetPorts): Promise<BudgetVerdict> {
  const [spent] = (await findStrained(target, ports)).filter(({ verdict }) => verdict === 'spent');
  if (!spent) return { spent: null };
  const { of, per, unit } = spent.budget;
  ports.log.warn({ of, per, unit }, 'budget spent');
  return { spent: { of, per } };
}

/**
 * Says in what a reply tells of its drafter that a budget nears its end, or is spent by what was just counted: in one reply a period,
 * the one whose cost brought it there. Asked last before the reply, since what is not posted tells nobody, and only where it cost something.
 */
export async function sayBudget(drafter: Drafter, target: ReplyTarget, ports: BudgetPorts, run: Run): Promise<Drafter> {
  // It says already which one is spent.
  if (drafter.fellBack === 'budget') return drafter;
  const said = await run.step('budget-said', async () => {
    const strained = await findStrained(target, ports);
    if (strained.length === 0) return null;
    // A try that died here may have taken the key of what it never said: better said twice than not at all.
    const mayHaveTaken = await run.beginOnce('budget-news');
    for (const { budget, verdict } of strained.toSorted((a) => (a.verdict === 'spent' ? -1 : 1))) {
      if (!(await isNews(budget, target, ports, run)) && !mayHaveTaken) continue;
      const { of, per } = budget;
      return { of, per, ...(verdict === 'spent' && { isSpent: true }) };
    }
    return null;
  });
  return said ? { ...drafter, budget: said } : drafter;
}

type Strained = { budget: Budget; verdict: 'near' | 'spent' };

async function findStrained(target: ReplyTarget, ports: BudgetPorts): Promise<Strained[]> {
  const { budgets: own } = await ports.store.workspaceSettings(target.team);
  const sums = new Map<string, Promise<Spending>>();
  const strained: Strained[] = [];
  for (const budget of [...(ports.budgets ?? []), ...own]) {
    const name = `${budget.of} ${budget.per}`;
    const sum = sums.get(name) ?? sumFor(budget, target, ports);
    sums.set(name, sum);
    const verdict = weighBudget(budget, await sum);
    if (verdict !== 'within') strained.push({ budget, verdict });
  }
  return strained;
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
async function isNews(
  budget: Budget,
  { team, channel, user }: ReplyTarget,
  ports: BudgetPorts,
  { claim }: Run,
): Promise<boolean> {
  const { of, per, unit, amount } = budget;
  const whose = of === 'channel' ? channel : of === 'user' ? user : '';
  const period = budgetPeriod(per, ports.now()).name;
  const key = ['budget', team, of, whose, per, unit, amount, period].join(':');
  const isNew = await ports.store.receive({ key, team, receivedAt: ports.now() }, [], claim);
  if (isNew) ports.log.warn({ of, per, unit }, 'budget four fifths spent');
  return isNew;
}
