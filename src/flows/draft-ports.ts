import { type BriefCap, settleCap } from '../core/budgets.ts';
import type { ReplyTarget, Run, SettingsStore, UsageStore } from '../ports.ts';
import { countUsage } from './count-usage.ts';
import { keepIn } from './keep-in.ts';
import type { DraftPorts } from './make-brief.ts';
import { createModelWait } from './wait-for-model.ts';
import { type BudgetPorts, weighBudgets } from './weigh-budgets.ts';

/** What drafting in a job needs; a channel, its workspace and the job settle the rest. */
export type JobDraftPorts = Omit<DraftPorts, 'waitForModel' | 'keepAnswer' | 'countPaid' | 'budget' | 'cap'> &
  Omit<BudgetPorts, 'store'> & {
    /** The operator's, of what one brief may cost. */
    briefCap?: Partial<BriefCap>;
    /** How long a job may wait for a model over its rate limit. */
    maxModelWaitMs: number;
    store: BudgetPorts['store'] & Pick<SettingsStore, 'channelSettings'> & Pick<UsageStore, 'countUsage'>;
  };

/**
 * Drafting as a channel and its workspace want it: in their language, and without a model where they want none or it is spent. Of one
 * try: called in the step that keeps the draft, so that the draft and what was spent by then are kept together.
 */
export async function settleDraftPorts<Ports extends JobDraftPorts>(
  target: ReplyTarget,
  ports: Ports,
  run: Run,
): Promise<Ports & DraftPorts> {
  const { team, channel } = target;
  const { language } = await ports.store.channelSettings({ team, channel });
  const { drafting, briefCap } = await ports.store.workspaceSettings(team);
  const model = drafting === 'offline' ? undefined : ports.model;
  return {
    ...ports,
    language: language ?? ports.language,
    model,
    budget: model && (await weighBudgets(target, ports)),
    cap: settleCap(ports.briefCap ?? {}, briefCap),
    waitForModel: createModelWait(run, ports),
    keepAnswer: keepIn(run),
    countPaid: (paid) => countUsage(paid, target, ports, run),
  };
}
