import { type BudgetName, budgetPeriod, type Spending, weighBudget } from '../core/budgets.ts';
import type { Drafter } from '../core/draft.ts';
import { GiveUp } from '../core/errors.ts';
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
 * the one whose cost brought it there, or the next one where that is not for all to see. Asked last before the reply, since what is not
 * posted tells nobody, and only where it cost something.
 */
export async function sayBudget(drafter: Drafter, target: ReplyTarget, ports: BudgetPorts, run: Run): Promise<Drafter> {
  // It says already which one is spent.
  if (drafter.fellBack === 'budget') return drafter;
  const news = await run.step(saidStep, async () => {
    const strained = (await findStrained(target, ports)).filter(({ budget }) => isForReaders(budget, target));
    if (strained.length === 0) return null;
    // A try that died here may have taken the key of what it never said: better said twice than not at all.
    const mayHaveTaken = await run.beginOnce('budget-news');
    for (const { budget, verdict } of strained.toSorted((a) => (a.verdict === 'spent' ? -1 : 1))) {
      const key = newsKey(budget, target, ports);
      if (!(await isNews(key, budget, target, ports, run)) && !mayHaveTaken) continue;
      const { of, per } = budget;
      return { key, said: { of, per, ...(verdict === 'spent' && { isSpent: true }) } };
    }
    return null;
  });
  return news ? { ...drafter, budget: news.said } : drafter;
}

/** Leaves what the reply of a job that is given up was to say of a budget to the next reply. */
export async function leaveBudgetUnsaid(
  { store }: { store: Pick<JobStore, 'forgetEvent'> },
  { recall, claim }: Pick<Run, 'recall' | 'claim'>,
): Promise<void> {
  const news = (await recall(saidStep))?.result;
  if (typeof news !== 'object' || news === null || !('key' in news) || typeof news.key !== 'string') return;
  if (!(await recall('post'))) await store.forgetEvent(news.key, claim);
}

/** Posts a reply that may tell of a budget. Where the post that it answers is gone, the job ends without a word: the next reply tells. */
export async function postNews<T>(
  post: () => Promise<T>,
  ports: Parameters<typeof leaveBudgetUnsaid>[0],
  run: Run,
): Promise<T> {
  try {
    return await post();
  } catch (error) {
    if (error instanceof GiveUp && error.code === 'post-gone') await leaveBudgetUnsaid(ports, run);
    throw error;
  }
}

const saidStep = 'budget-said';

// What one person alone sees tells of that person's budget, and in a direct message of that conversation's: the workspace's and a
// channel's is news for the others too.
function isForReaders({ of }: Budget, { isPrivate, channel }: ReplyTarget): boolean {
  return of === 'user' || (!isPrivate && (of === 'channel' || !channel.startsWith('D')));
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

// A budget that was raised is another one.
function newsKey(
  { of, per, unit, amount }: Budget,
  { team, channel, user }: ReplyTarget,
  { now }: BudgetPorts,
): string {
  const whose = of === 'channel' ? channel : of === 'user' ? user : '';
  return ['budget', team, of, whose, per, unit, amount, budgetPeriod(per, now()).name].join(':');
}

// An event's key is taken once, whoever comes first.
async function isNews(
  key: string,
  { of, per, unit }: Budget,
  { team }: ReplyTarget,
  ports: BudgetPorts,
  { claim }: Run,
): Promise<boolean> {
  const isNew = await ports.store.receive({ key, team, receivedAt: ports.now() }, [], claim);
  if (isNew) ports.log.warn({ of, per, unit }, 'budget four fifths spent');
  return isNew;
}
