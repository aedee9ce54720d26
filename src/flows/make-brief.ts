import type { Article } from '../core/article.ts';
import type { Brief } from '../core/brief.ts';
import { checkDraft } from '../core/check.ts';
import type { Draft, FallbackReason } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Drafters, Log } from '../ports.ts';

export type DraftPorts = {
  /** Undefined where no model is set. */
  model: Drafters | undefined;
  offline: Drafters;
  log: Log;
};

/**
 * Drafts an article with the model, or offline where there is none, where it fails, or where nothing of its draft holds.
 * `fellBack` then says why.
 */
export async function draftArticle(article: Article, ports: DraftPorts, signal: AbortSignal): Promise<Draft> {
  if (!ports.model) return ports.offline.draftBrief(article, signal);
  try {
    const draft = await ports.model.draftBrief(article, signal);
    if (holdsAnything(checkDraft(draft, article))) return draft;
    ports.log.warn({ model: draft.drafter.model }, 'nothing of the model’s draft held');
    return await draftInstead('nothing-held', article, ports, signal);
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    ports.log.warn({ code: error.code, err: error.cause }, 'model gave no draft');
    return draftInstead(error.code, article, ports, signal);
  }
}

async function draftInstead(
  why: FallbackReason,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<Draft> {
  const draft = await ports.offline.draftBrief(article, signal);
  return { ...draft, drafter: { ...draft.drafter, fellBack: why } };
}

function holdsAnything(brief: Brief): boolean {
  return brief.summary.length > 0 || brief.claims.length > 0;
}
