import type { BriefCap } from '../../core/budgets.ts';
import { type Budget, readWorkspaceSettings, type WorkspaceSettings } from '../../core/settings.ts';
import { budgetSlots, capSlots, isInSlot, readAmount } from './budgets.ts';
import { fromValue, readSites } from './channel-answers.ts';
import { listed } from './choices.ts';
import { answerTo, type Submission } from './inputs.ts';

/** What was sent in: the workspace's settings from now on, or what is wrong, by the input it stands in. */
export type WorkspaceAnswers = { settings: WorkspaceSettings } | { errors: Record<string, string> };

/** Reads the form for a workspace's settings. A list that was left alone stays as it was. */
export function readWorkspaceAnswers(submission: Submission, before: WorkspaceSettings): WorkspaceAnswers {
  const errors: Record<string, string> = {};
  const defaults: Record<string, unknown> = { ...before.defaults };
  for (const name of listed) {
    const value = answerTo(submission, name);
    if (value !== undefined) defaults[name] = fromValue(name, value);
  }
  for (const name of ['allowedSites', 'blockedSites'] as const) {
    const { sites, error } = readSites(answerTo(submission, name) ?? '');
    if (error) errors[name] = error;
    else defaults[name] = sites;
  }
  const budgets = readBudgets(submission, before.budgets, errors);
  const briefCap = readCap(submission, errors);
  const retentionDays = readDays(answerTo(submission, 'retentionDays') ?? '', errors);
  if (Object.keys(errors).length > 0) return { errors };
  const editors = answerTo(submission, 'editors') ?? before.editors;
  const drafting = answerTo(submission, 'drafting') ?? before.drafting;
  return { settings: readWorkspaceSettings({ defaults, editors, drafting, budgets, briefCap, retentionDays }) };
}

function readBudgets(submission: Submission, before: Budget[], errors: Record<string, string>): Budget[] {
  const others = before.filter((budget) => !budgetSlots.some((slot) => isInSlot(budget, slot)));
  const given = budgetSlots.flatMap((slot) => {
    const typed = answerTo(submission, slot.id)?.trim() ?? '';
    if (typed === '') return [];
    const amount = readAmount(typed);
    if (!amount) errors[slot.id] = 'Write an amount of dollars or tokens, such as $20 or 50,000 tokens.';
    return amount ? [{ of: slot.of, per: slot.per, ...amount }] : [];
  });
  return [...given, ...others];
}

const capErrors = {
  tokens: 'Write a number of tokens, such as 60,000 tokens.',
  micros: 'Write an amount of dollars, such as $0.20.',
} as const;

function readCap(submission: Submission, errors: Record<string, string>): BriefCap {
  const cap: BriefCap = { tokens: null, micros: null };
  for (const { id, of } of capSlots) {
    const typed = answerTo(submission, id)?.trim() ?? '';
    if (typed === '') continue;
    // In a field for one unit a bare number says enough.
    const amount = readAmount(/^[\d.,\s]+$/.test(typed) ? (of === 'tokens' ? `${typed} tokens` : `$${typed}`) : typed);
    if (amount?.unit === of && amount.amount > 0) cap[of] = amount.amount;
    else errors[id] = capErrors[of];
  }
  return cap;
}

function readDays(typed: string, errors: Record<string, string>): number | null {
  const text = typed.trim();
  if (text === '') return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days < 1) errors.retentionDays = 'Write a number of days, from 1 to 9999.';
  return days;
}
