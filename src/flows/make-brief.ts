import type { Article } from '../core/article.ts';
import type { BriefCap } from '../core/budgets.ts';
import type { Draft, Drafter, FallbackReason, Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { isSameLanguage } from '../core/same-language.ts';
import type { Checkers, Drafters, DraftOptions, KeepAnswer, Log } from '../ports.ts';
import { directCheckers } from './direct-checkers.ts';
import type { WaitForModel } from './wait-for-model.ts';
import type { BudgetVerdict } from './weigh-budgets.ts';

export type DraftPorts = {
  /** Undefined where no model is set. */
  model: Drafters | undefined;
  offline: Drafters;
  /** In the caller's thread where absent. */
  checkers?: Checkers;
  /** Of a job, which can be done later; absent where a person waits at a terminal. */
  waitForModel?: WaitForModel;
  /** Of a job: a model's answer is stored before it is checked. */
  keepAnswer?: KeepAnswer;
  /** BCP 47, what replies are written in; each article's own language where absent. A channel's setting goes here. */
  language?: string | null | undefined;
  /** Of a job; absent where nothing is limited. */
  budget?: BudgetVerdict | undefined;
  /** Of a job: counts what the model was paid, before anything else becomes of its draft. */
  countPaid?: (paid: Pick<Drafter, 'model' | 'usage'>) => Promise<void>;
  /** What the model may cost; absent where anything. */
  cap?: BriefCap | undefined;
  log: Log;
};

/**
 * Drafts an article with the model, or offline where there is none, where its budget is spent, where it fails, or where none of its
 * claims holds and the offline reader finds some. `fellBack` then says why.
 *
 * Throws RetryLater where `ports.waitForModel` finds it worth waiting.
 */
export async function draftArticle(article: Article, ports: DraftPorts, signal: AbortSignal): Promise<Draft> {
  if (!ports.model) return asUntranslated(await ports.offline.draftBrief(article, signal), article, ports);
  try {
    const { language, keepAnswer: keep, cap } = ports;
    const drafted = await ports.model.draftBrief(article, signal, { language, keep, cap, ...keptOnly(ports) });
    await ports.countPaid?.(drafted.drafter);
    const draft = { ...drafted, drafter: sayWhyInPart(drafted.drafter, ports) };
    const { checkBrief } = ports.checkers ?? directCheckers;
    const { summary, claims } = await checkBrief(draft, article, signal);
    if (claims.length > 0) return draft;
    ports.log.warn({ model: draft.drafter.model }, 'no claim of the model’s draft held');
    const instead = await draftInstead('nothing-held', draft.drafter.usage, article, ports, signal);
    if (summary.length === 0) return instead;
    return (await checkBrief(instead, article, signal)).claims.length > 0 ? instead : draft;
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    await ports.countPaid?.({ model: null, usage: error.usage ?? null });
    if (error.code === 'budget') return draftInstead(error.code, error.usage, article, ports, signal);
    ports.log.warn({ code: error.code, err: error.cause }, 'model gave no draft');
    await ports.waitForModel?.(error);
    return draftInstead(error.code, error.usage, article, ports, signal);
  }
}

/** Where a budget is spent a model is asked nothing; what an earlier try was answered is used. */
export function keptOnly({ budget }: DraftPorts): Pick<DraftOptions, 'keptOnly'> {
  return budget?.spent ? { keptOnly: 'budget' } : {};
}

// The model had read a part of the article when its budget was spent.
function sayWhyInPart(drafter: Drafter, { budget }: DraftPorts): Drafter {
  return budget?.spent && drafter.read ? { ...drafter, budget: { ...budget.spent, isSpent: true } } : drafter;
}

// What the model counted is kept: it was spent.
async function draftInstead(
  why: FallbackReason,
  usage: Usage | null | undefined,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<Draft> {
  const draft = asUntranslated(await ports.offline.draftBrief(article, signal), article, ports);
  return { ...draft, drafter: { ...draft.drafter, ...standInFor(why, usage, ports) } };
}

/** What is said of an offline draft that stands in for the model's. */
export function standInFor(
  fellBack: FallbackReason,
  usage: Usage | null | undefined,
  { budget }: DraftPorts,
): Pick<Drafter, 'fellBack' | 'usage' | 'budget'> {
  const spent = fellBack === 'budget' ? budget?.spent : null;
  return { fellBack, ...(usage?.calls && { usage }), ...(spent && { budget: spent }) };
}

/** An offline draft that says so where another language was asked for. */
export function asUntranslated<T extends { drafter: Drafter }>(
  draft: T,
  article: Article,
  { language }: DraftPorts,
): T {
  if (!language || isSameLanguage(language, article.language)) return draft;
  return { ...draft, drafter: { ...draft.drafter, isUntranslated: true } };
}
