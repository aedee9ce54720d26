import type { Article } from '../core/article.ts';
import type { Asking } from './ask-model.ts';
import { askForDraft, type Drafted, draftLong } from './draft-long.ts';
import { fitToContext, fitToPurse, type LengthLimits } from './fit-context.ts';
import { numberSentences } from './number-sentences.ts';
import { drawFence, fenceBlock, renderFacts, renderSentences } from './render-article.ts';
import { sumChars } from './split-parts.ts';
import { fillFor, type WriteIn } from './write-in.ts';

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
  writeIn: WriteIn,
): Promise<Drafted> {
  const sentences = numberSentences(article);
  const facts = renderFacts(article);
  const length = facts.join('\n').length + sumChars(sentences);
  return await fitToContext(limits, length, asking.log, (fitting) =>
    fitToPurse(fitting, length, (maxArticleChars) => draftWithin(maxArticleChars)),
  );

  async function draftWithin(maxArticleChars: number): Promise<Drafted> {
    if (length > maxArticleChars) {
      return await draftLong(asking, article, sentences, { ...limits, maxArticleChars }, signal, writeIn);
    }
    const fence = drawFence(article);
    const messages = {
      system: fillFor(asking.prompts.brief, fence, writeIn, asking.prompts),
      user: fenceBlock('ARTICLE', [...facts, '', ...renderSentences(sentences)].join('\n'), fence),
    };
    return await askForDraft(asking, messages, writeIn, signal);
  }
}
