import type { Article } from '../core/article.ts';
import type { Drafter } from '../core/draft.ts';
import { fillPrompt, type Prompt, type Prompts } from '../core/prompt.ts';
import type { Drafters, Log, Question } from '../ports.ts';
import { askModel, type Ladder } from './ask-model.ts';
import { createModelCall, type Usage } from './call-model.ts';
import { nameLanguage } from './name-language.ts';
import { answerShape, draftShape } from './read-answer.ts';
import { drawFence, fenceBlock, flattenText, renderArticle } from './render-article.ts';

export type ModelDrafterOptions = {
  /** Empty for a local server that wants none. */
  apiKey: string;
  /** An OpenAI-compatible server with its path, for example `http://127.0.0.1:11434/v1`; OpenAI's own where absent. */
  baseUrl?: string | undefined;
  model: string;
  prompts: Prompts;
  /** For one answer with its retries; a draft takes at most four of them, where the ladder and the repair round are needed. */
  timeoutMs?: number;
  /** Of lost connections, 429 and 5xx. */
  maxRetries?: number;
  /** Bound on the article as it is sent; what is over it is left out at a sentence. */
  maxArticleChars?: number;
  log: Log;
  fetch?: typeof fetch;
};

const maxEarlier = 6;
const maxTalkChars = 1_500;

/**
 * Drafts briefs and answers with a model behind any OpenAI-compatible Chat Completions endpoint. Article, question and
 * earlier talk are fenced with a mark drawn for each request.
 *
 * Both functions throw DraftError, and the signal's reason where it is aborted. Whatever the model sends ends as a draft
 * or as one of these, in bounded time and memory.
 */
export function createModelDrafters(options: ModelDrafterOptions): Drafters {
  const { prompts, model, log, maxArticleChars = 60_000 } = options;
  const call = createModelCall({ timeoutMs: 60_000, maxRetries: 2, ...options });
  const ladder: Ladder = { rung: 0, schemaInPrompt: false };
  const asking = { call, ladder, prompts, model, log };

  return {
    async draftBrief(article, signal) {
      const fence = drawFence([JSON.stringify(article)]);
      const messages = {
        system: fillPrompt(prompts.brief, { fence, language: nameLanguage(article.language) }),
        user: fenceBlock('ARTICLE', renderBounded(article), fence),
      };
      const { value, usage } = await askModel(asking, messages, draftShape, signal);
      return { ...value, drafter: toDrafter(prompts.brief, usage) };
    },

    async draftAnswer(question, article, signal) {
      const fence = drawFence([JSON.stringify(article), JSON.stringify(question)]);
      const messages = {
        system: fillPrompt(prompts.answer, { fence, language: nameLanguage(article.language) }),
        user: [
          fenceBlock('ARTICLE', renderBounded(article), fence),
          ...renderEarlier(question, fence),
          fenceBlock('QUESTION', flattenText(question.text).slice(0, maxTalkChars), fence),
        ].join('\n\n'),
      };
      const { value, usage } = await askModel(asking, messages, answerShape, signal);
      return { ...value, drafter: toDrafter(prompts.answer, usage) };
    },
  };

  function renderBounded(article: Article): string {
    return renderArticle(article, maxArticleChars).text;
  }

  function toDrafter(prompt: Prompt, usage: Usage): Drafter {
    return { kind: 'model', model, promptVersion: prompt.version, fellBack: null, usage };
  }
}

function renderEarlier(question: Question, fence: string): string[] {
  const lines = question.earlier
    .slice(-maxEarlier)
    .flatMap((turn) => [
      `Q|${flattenText(turn.question).slice(0, maxTalkChars)}`,
      `A|${flattenText(turn.answer).slice(0, maxTalkChars)}`,
    ]);
  return lines.length > 0 ? [fenceBlock('EARLIER TALK', lines.join('\n'), fence)] : [];
}
