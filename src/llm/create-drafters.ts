import type { Drafter } from '../core/draft.ts';
import type { Prompt, Prompts } from '../core/prompt.ts';
import type { Drafters, DraftOptions, Log } from '../ports.ts';
import { addHints, type FindHints, type HintUse } from './add-hints.ts';
import type { Asking } from './ask-model.ts';
import { createEndpoint } from './call-model.ts';
import { draftAnswer } from './draft-answer.ts';
import { draftBrief } from './draft-brief.ts';
import type { LengthLimits } from './fit-context.ts';
import { nameEndpoint } from './keep-answers.ts';
import { openPurse } from './purse.ts';
import type { Price } from './read-completion.ts';
import { toWriteIn, type WriteIn } from './write-in.ts';

export type ModelDrafterOptions = {
  /** Empty for a local server that wants none. */
  apiKey: string;
  /** An OpenAI-compatible server with its path, for example `http://127.0.0.1:11434/v1`; OpenAI's own where absent. */
  baseUrl?: string | undefined;
  model: string;
  prompts: Prompts;
  /** For one answer with its retries; a request takes at most four of them, where the ladder and the repair round are needed. */
  timeoutMs?: number;
  /** Of lost connections, 429 and 5xx. */
  maxRetries?: number;
  /** Requests to this endpoint at once; the others wait, and their timeout with them. */
  maxParallel?: number;
  /** Bound on the article in one request, in UTF-16 units; a longer one is read in parts. 60,000 are about 15,000 tokens of English. */
  maxArticleChars?: number;
  /** Bound on the requests that a long article is read in; what is over it is left out, and the draft says so. */
  maxParts?: number;
  /** What a million tokens cost; without it the cost is not counted. */
  price?: Price | undefined;
  /**
   * What another reader finds in the article, for weak models: its claims on sentences that the model's claims leave out
   * are added. Strong models lose precision by it (addMissedClaims says how much).
   */
  hints?: { find: FindHints; use: HintUse };
  log: Log;
  fetch?: typeof fetch;
};

/**
 * Drafts briefs and answers with a model behind any OpenAI-compatible Chat Completions endpoint. Article, question and
 * earlier talk are fenced with a mark drawn for each request.
 *
 * Both functions throw DraftError, and the signal's reason where it is aborted. Whatever the model sends ends as a draft
 * or as one of these, in bounded time and memory.
 */
export function createModelDrafters(options: ModelDrafterOptions): Drafters {
  const { prompts, model, log, hints, price, timeoutMs = 60_000, maxRetries = 2, maxParallel = 4 } = options;
  const limits: LengthLimits = { maxArticleChars: options.maxArticleChars ?? 60_000, maxParts: options.maxParts ?? 10 };
  const endpoint = {
    ...createEndpoint({ ...options, timeoutMs, maxRetries, maxParallel }),
    name: nameEndpoint(options),
  };
  const ladder = { rung: 0, proven: false, schemaInPrompt: false };
  const asking: Asking = { endpoint, ladder, prompts, model, log };

  return {
    async draftBrief(article, signal, options = {}) {
      const writeIn = toWriteIn(options, article);
      const { usage, read, ...draft } = await draftBrief(
        { ...asking, ...toKeeping(options), purse: options.cap && openPurse(options.cap, price) },
        article,
        limits,
        signal,
        writeIn,
      );
      const found = hints && hints.use !== 'off' && !writeIn.isTranslated ? await hints.find(article, signal) : [];
      const claims = addHints(draft.claims, found, hints?.use ?? 'off');
      const added = claims.length - draft.claims.length;
      const drafter = {
        ...toDrafter(prompts.brief, writeIn),
        usage,
        ...(read && { read }),
        ...(added > 0 && { hints: added }),
      };
      return { ...draft, claims, drafter };
    },

    async draftAnswer(question, article, signal, options = {}) {
      const writeIn = toWriteIn(options, article);
      const { usage, ...draft } = await draftAnswer(
        { ...asking, ...toKeeping(options) },
        question,
        article,
        limits,
        signal,
        writeIn,
      );
      return { ...draft, drafter: { ...toDrafter(prompts.answer, writeIn), usage } };
    },
  };

  function toKeeping({ keep, keptOnly }: DraftOptions): Pick<Asking, 'keep' | 'keptOnly'> {
    return { keep, keptOnly };
  }

  function toDrafter(prompt: Prompt, { tag, isTranslated }: WriteIn): Drafter {
    const language = isTranslated && tag !== null ? { language: tag } : {};
    return { kind: 'model', model, promptVersion: prompt.version, fellBack: null, ...language };
  }
}
