import type { Article } from '../core/article.ts';
import type { AnswerDraft, Usage } from '../core/draft.ts';
import type { Question } from '../ports.ts';
import { type Asking, askModel } from './ask-model.ts';
import { fitToContext, type LengthLimits } from './fit-context.ts';
import { flattenText, numberSentences } from './number-sentences.ts';
import { answerShape, translatedAnswerShape } from './read-answer.ts';
import { drawFence, fenceBlock, renderFacts, renderSentences } from './render-article.ts';
import { selectSentences } from './select-sentences.ts';
import { sumChars } from './split-parts.ts';
import { fillFor, type WriteIn } from './write-in.ts';

type AnswerBody = Omit<AnswerDraft, 'drafter'>;

const maxEarlier = 6;
const maxTalkChars = 1_500;

/**
 * Drafts an answer in one request. Of an article over `maxArticleChars` the model gets what the question may be about.
 *
 * @throws DraftError; where the signal is aborted, its reason
 */
export async function draftAnswer(
  asking: Asking,
  question: Question,
  article: Article,
  limits: LengthLimits,
  signal: AbortSignal,
  writeIn: WriteIn,
): Promise<AnswerBody & { usage: Usage }> {
  const asked = clip(question.text);
  const earlier = question.earlier.slice(-maxEarlier);
  const latest = earlier.at(-1);
  const pointsBackTo = latest ? [clip(latest.question), clip(latest.answer)] : [];
  const facts = renderFacts(article);
  const sentences = numberSentences(article);
  const talk = earlier.flatMap((turn) => [`Q|${clip(turn.question)}`, `A|${clip(turn.answer)}`]);
  const fence = drawFence([article, question]);
  const system = fillFor(asking.prompts.answer, fence, writeIn, asking.prompts);

  return await fitToContext(limits, sumChars(sentences), asking.log, async (maxArticleChars) => {
    const room = maxArticleChars - facts.join('\n').length;
    const chosen = selectSentences(sentences, [asked, ...pointsBackTo], room);
    const user = [
      fenceBlock('ARTICLE', [...facts, '', ...renderSentences(chosen)].join('\n'), fence),
      ...(talk.length > 0 ? [fenceBlock('EARLIER TALK', talk.join('\n'), fence)] : []),
      fenceBlock('QUESTION', asked, fence),
    ].join('\n\n');
    const { value, usage } = writeIn.isTranslated
      ? await askModel<AnswerBody>(asking, { system, user }, translatedAnswerShape, signal)
      : await askModel<AnswerBody>(asking, { system, user }, answerShape, signal);
    return { ...value, usage };
  });
}

function clip(text: string): string {
  return flattenText(text).slice(0, maxTalkChars);
}
