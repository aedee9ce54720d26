import { answerFact } from '../core/answer-fact.ts';
import type { Article } from '../core/article.ts';
import { readAskedFact } from '../core/asked/about-page.ts';
import type { Answer } from '../core/brief.ts';
import type { AnswerDraft, FallbackReason, Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import type { Question } from '../ports.ts';
import { directCheckers } from './direct-checkers.ts';
import { asUntranslated, type DraftPorts, keptOnly, standInFor } from './make-brief.ts';

/**
 * An answer from one article alone: what the page says of itself by code, anything else drafted with the model or, where there is none or it fails, offline; then checked.
 */
export async function makeAnswer(
  question: Question,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const fact = readAskedFact(question.text, question.earlier.length === 0);
  if (fact) return answerFact(question.text, fact, article);
  const draft = await draftAnswer(question, article, ports, signal);
  const { checkAnswer } = ports.checkers ?? directCheckers;
  return checkAnswer(question, draft, article, signal);
}

async function draftAnswer(
  question: Question,
  article: Article,
  ports: DraftPorts,
  signal: AbortSignal,
): Promise<AnswerDraft> {
  const draftOffline = async () =>
    asUntranslated(await ports.offline.draftAnswer(question, article, signal), article, ports);
  const standIn = async (why: FallbackReason, usage?: Usage) => {
    const draft = await draftOffline();
    return { ...draft, drafter: { ...draft.drafter, ...standInFor(why, usage, ports) } };
  };
  if (!ports.model) return draftOffline();
  try {
    const { language, keepAnswer: keep } = ports;
    const draft = await ports.model.draftAnswer(question, article, signal, { language, keep, ...keptOnly(ports) });
    await ports.countPaid?.(draft.drafter);
    return draft;
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    await ports.countPaid?.({ model: null, usage: error.usage ?? null });
    if (error.code === 'budget') return standIn(error.code, error.usage);
    ports.log.warn({ code: error.code, err: error.cause }, 'model gave no answer');
    await ports.waitForModel?.(error);
    return standIn(error.code, error.usage);
  }
}
