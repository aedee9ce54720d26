import type { Article, Refusal } from '../core/article.ts';
import type { Question } from '../core/asked/follow-up.ts';
import type { Answer, Brief } from '../core/brief.ts';
import type { BriefCap } from '../core/budgets.ts';
import type { AnswerDraft, Draft } from '../core/draft.ts';
import type { PostFile } from '../core/post.ts';

/** Reads a page. Expected failures are refusals; throws only where `signal` is aborted or the program is wrong. */
export type ReadPage = (url: string, signal: AbortSignal) => Promise<Article | Refusal>;

/** Reads a shared file. Expected failures are refusals; throws where another try may succeed and where `signal` is aborted. */
export type ReadFile = (file: PostFile, signal: AbortSignal) => Promise<Article | Refusal>;

/** Stores what a model was paid for, the moment it is there, so that a later try of the job does not ask the same again. */
export type KeepAnswer = {
  /** The answer that an earlier try got to this request, as the server sent it. */
  find(request: string): Promise<string | undefined>;
  /** Has handed the answer to the store when it returns, and resolves when the store has it. */
  keep(request: string, answer: string): Promise<void>;
};

/** Drafts a brief. A model drafter throws DraftError (core/errors); the offline reader throws only where `signal` is aborted. */
export type DraftBrief = (article: Article, signal: AbortSignal, options?: DraftOptions) => Promise<Draft>;

/**
 * `language`: BCP 47, what to write in; the article's own where absent. Quotes stay in the article's. `keep`: of a job; absent
 * where nothing is kept. `cap`: what may be spent; absent where anything may. Of what costs more, less is read, or none: `over-cap`.
 * `keptOnly`: why nothing may be asked; the draft is made of the answers in `keep`, and where one is missing DraftError has this code.
 */
export type DraftOptions = {
  language?: string | null | undefined;
  keep?: KeepAnswer | undefined;
  cap?: BriefCap | undefined;
  keptOnly?: 'budget' | 'rate-limited' | undefined;
};

export type { Question };

/** Drafts an answer from the article alone. A model drafter throws DraftError. */
export type DraftAnswer = (
  question: Question,
  article: Article,
  signal: AbortSignal,
  options?: DraftOptions,
) => Promise<AnswerDraft>;

export type Drafters = { draftBrief: DraftBrief; draftAnswer: DraftAnswer };

/** The check of drafts against their article: what is rendered comes from here. Throws GiveUp where an article passes its limits. */
export type Checkers = {
  checkBrief(draft: Draft, article: Article, signal: AbortSignal): Promise<Brief>;
  checkAnswer(question: Question, draft: AnswerDraft, article: Article, signal: AbortSignal): Promise<Answer>;
};
