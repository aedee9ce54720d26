import type { Article } from '../core/article.ts';
import { fillPrompt } from '../core/prompt.ts';
import { type Asking, askModel } from './ask-model.ts';
import { type Drafted, draftLong } from './draft-long.ts';
import { fitToContext, type LengthLimits } from './fit-context.ts';
import { nameLanguage } from './name-language.ts';
import { numberSentences } from './number-sentences.ts';
import { draftShape } from './read-answer.ts';
import { drawFence, fenceBlock, renderFacts, renderSentences } from './render-article.ts';
import { sumChars } from './split-parts.ts';

/**
 * Drafts a brief of an article: in one request, or, where it is over `maxArticleChars`, part by part with a last request
 * that puts what was found in order. What is over `maxParts` parts is not read, and the draft says so. Where the server refuses
 * the request, in smaller parts.
 *
 * @throws DraftError; where the signal is aborted, its reason
 */
export async function draftBrief(
  asking: Asking,
  article: Article,
  limits: LengthLimits,
  signal: AbortSignal,
): Promise<Drafted> {
  const sentences = numberSentences(article);
  const facts = renderFacts(article);
  const length = facts.join('\n').length + sumChars(sentences);
  return await fitToContext(limits, length, asking.log, async (maxArticleChars) => {
    if (length > maxArticleChars) {
      return await draftLong(asking, article, sentences, { ...limits, maxArticleChars }, signal);
    }
    const fence = drawFence(article);
    const messages = {
      system: fillPrompt(asking.prompts.brief, { fence, language: nameLanguage(article.language) }),
      user: fenceBlock('ARTICLE', [...facts, '', ...renderSentences(sentences)].join('\n'), fence),
    };
    const { value, usage } = await askModel(asking, messages, draftShape, signal);
    return { ...value, usage };
  });
}
