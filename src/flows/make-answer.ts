import type { Article } from '../core/article.ts';
import type { Answer } from '../core/brief.ts';
import { checkAnswer } from '../core/check-answer.ts';
import type { AnswerDraft } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Question } from '../ports.ts';
import { asUntranslated, type DraftPorts } from './make-brief.ts';

/** An answer from one article alone: drafted with the model or, where there is none or it fails, offline; then checked. */
export async function makeAnswer(
  question: Question,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const draft = await draftAnswer(question, article, ports, signal);
  return checkAnswer(question.text, draft, article);
}

async function draftAnswer(
  question: Question,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<AnswerDraft> {
  if (!ports.model) return asUntranslated(await ports.offline.draftAnswer(question, article, signal), article, ports);
  try {
    return await ports.model.draftAnswer(question, article, signal, {
      language: ports.language,
      keep: ports.keepAnswer,
    });
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    ports.log.warn({ code: error.code, err: error.cause }, 'model gave no answer');
    await ports.waitForModel?.(error);
    const draft = asUntranslated(await ports.offline.draftAnswer(question, article, signal), article, ports);
    const { usage } = error;
    return { ...draft, drafter: { ...draft.drafter, fellBack: error.code, ...(usage && { usage }) } };
  }
}
