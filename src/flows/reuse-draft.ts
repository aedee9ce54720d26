import { createHash } from 'node:crypto';
import type { Article } from '../core/article.ts';
import type { Draft } from '../core/draft.ts';
import { isSameLanguage } from '../core/same-language.ts';
import type { DraftStore, KeptDraft, Run } from '../ports.ts';
import { directCheckers } from './direct-checkers.ts';
import { type JobDraftPorts, settleDraftPorts } from './draft-ports.ts';
import { keepForAll, type LentAnswers } from './keep-in.ts';
import { type DraftPorts, draftArticle } from './make-brief.ts';
import type { BriefTask } from './tasks.ts';

/** What the model's drafts depend on besides the article and the language, and what of them may be shared. */
export type ReuseOptions = {
  /** The model that is asked first. */
  model: string;
  /** Of the prompt for briefs. */
  promptVersion: string;
  /** Whatever else changes a draft, in any form. */
  settings: unknown;
  /** False for a page that not everybody can read; its draft is never kept. */
  isPublicPage: (link: string) => boolean;
};

/** Drafts that may be used for more than one post. */
export type DraftReuse = ReuseOptions & {
  /** Drafts that jobs of this process are making, by key; undefined where it came to none for others. */
  underWay: Map<string, Promise<Draft | undefined>>;
};

/** Lets a draft be used for every post of the same article. */
export function createDraftReuse(options: ReuseOptions): DraftReuse {
  return { ...options, underWay: new Map() };
}

export type ReusePorts = Omit<JobDraftPorts, 'store'> & {
  /** Absent: every post is drafted for itself. */
  reuse?: DraftReuse | undefined;
  store: JobDraftPorts['store'] & DraftStore;
};

/**
 * Drafts an article as its channel wants it, or takes what the model drafted of the same public page for an earlier post: that costs
 * nothing, so no budget is asked. Jobs of this process that come while it is being drafted wait for it.
 *
 * Who finds a draft holds the very text it was made of, so it tells nothing but that somebody had it drafted.
 */
export async function draftOnce(article: Article, task: BriefTask, ports: ReusePorts, run: Run): Promise<Draft> {
  const { reuse } = ports;
  const key = reuse && (await keyToAsk(article, task, ports, reuse));
  if (!reuse || key === undefined) return draftAnew(article, task, ports, run);

  const turn = takeTurn(key, reuse.underWay);
  try {
    const found = await findOthers(key, turn, article, ports, run);
    const draft = found ?? (await draftAnew(article, task, ports, run, keepForAll(run, ports.store)));
    turn.end(isModelsOwn(draft) ? withoutCost(draft) : undefined);
    return found ? asReused(found) : draft;
  } finally {
    turn.end(undefined);
  }
}

// What an earlier try has drafted it uses. That it found nothing then says nothing now: another job may have paid since.
async function findOthers(
  key: string,
  turn: Turn,
  article: Article,
  ports: ReusePorts,
  run: Run,
): Promise<Draft | null> {
  if (await run.recall('draft')) return null;
  const before = (await run.recall('drafted-before'))?.result;
  // A cast: the lines below kept it.
  if (before) return before as Draft;
  const found = turn.other ? await waitFor(turn.other, run.signal) : await findKept(key, article, ports, run.signal);
  if (found) await run.keep('drafted-before', found);
  return found ?? null;
}

async function draftAnew(
  article: Article,
  { target }: BriefTask,
  ports: ReusePorts,
  run: Run,
  forAll?: LentAnswers,
): Promise<Draft> {
  return run.step('draft', async () => {
    const settled = await settleDraftPorts(target, ports, run);
    // What came from other jobs they have counted.
    const countPaid: DraftPorts['countPaid'] = async (paid) => {
      if (!forAll?.isAllLent()) await settled.countPaid?.(paid);
    };
    const draftPorts = forAll ? { ...settled, keepAnswer: forAll, countPaid } : settled;
    const draft = await draftArticle(article, draftPorts, run.signal);
    return forAll?.isAllLent() && isModelsOwn(draft) ? asReused(withoutCost(draft)) : draft;
  });
}

function asReused(draft: Draft): Draft {
  return { ...draft, drafter: { ...draft.drafter, isReused: true } };
}

/** A draft as it is kept for other posts; undefined where it is not for others. */
export function toKeptDraft(
  draft: Draft,
  article: Article,
  task: BriefTask,
  { reuse }: Pick<ReusePorts, 'reuse'>,
): KeptDraft | undefined {
  if (!reuse || !isModelsOwn(draft) || !isPublic(article, task, reuse)) return undefined;
  return {
    key: toKey(article, { ...draft.drafter, language: draft.drafter.language ?? null }, reuse),
    draft: withoutCost(draft),
  };
}

/** `other`: of the job that is drafting this just now. Where there is none, it is this one's turn, and others wait for its end. */
type Turn = { other?: Promise<Draft | undefined>; end: (draft: Draft | undefined) => void };

function takeTurn(key: string, underWay: DraftReuse['underWay']): Turn {
  const other = underWay.get(key);
  if (other) return { other, end: () => {} };
  const { promise, resolve } = Promise.withResolvers<Draft | undefined>();
  underWay.set(key, promise);
  return {
    end: (draft) => {
      if (underWay.get(key) === promise) underWay.delete(key);
      resolve(draft);
    },
  };
}

async function findKept(key: string, article: Article, ports: ReusePorts, signal: AbortSignal): Promise<Draft | null> {
  const kept = await ports.store.findDraft(key);
  if (!kept) return null;
  // The check may have learned something since.
  const { claims } = await (ports.checkers ?? directCheckers).checkBrief(kept, article, signal);
  return claims.length > 0 ? kept : null;
}

async function keyToAsk(
  article: Article,
  task: BriefTask,
  ports: ReusePorts,
  reuse: DraftReuse,
): Promise<string | undefined> {
  const { team, channel } = task.target;
  if (!ports.model || !isPublic(article, task, reuse)) return undefined;
  // Who wants no model wants no model's draft either.
  if ((await ports.store.workspaceSettings(team)).drafting === 'offline') return undefined;
  const language = (await ports.store.channelSettings({ team, channel })).language ?? ports.language ?? null;
  // As drafters say it: only where it is not the article's own.
  const isTranslated = language !== null && !isSameLanguage(language, article.language);
  return toKey(article, { ...reuse, language: isTranslated ? language : null }, reuse);
}

// A file and a text are their poster's; a page is everybody's where both the link and where it led to are.
function isPublic({ url }: Article, { link, file }: BriefTask, { isPublicPage }: DraftReuse): boolean {
  return link !== null && !file && url !== null && isPublicPage(link) && isPublicPage(url);
}

// Not what fell short: another try may read all of it.
function isModelsOwn({ drafter }: Draft): boolean {
  return drafter.kind === 'model' && drafter.fellBack === null && !drafter.read;
}

function withoutCost(draft: Draft): Draft {
  const { usage: _usage, budget: _budget, isReused: _isReused, ...drafter } = draft.drafter;
  return { ...draft, drafter };
}

// The address is no part of it: one article is linked to in many ways.
function toKey(
  { url: _url, canonicalUrl: _canonicalUrl, ...article }: Article,
  made: { model: string | null; promptVersion: string | null; language: string | null },
  { settings }: DraftReuse,
): string {
  const { model, promptVersion, language } = made;
  return createHash('sha256')
    .update(JSON.stringify([article, model, promptVersion, language, settings]))
    .digest('hex');
}

function waitFor<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
