import { checkDraft } from '../core/check.ts';
import { checkAnswer } from '../core/check-answer.ts';
import type { Checkers } from '../ports.ts';

/** The check in the caller's thread, for a program that has nothing else to do. */
export const directCheckers: Checkers = {
  checkBrief: async (draft, article) => checkDraft(draft, article),
  checkAnswer: async (question, draft, article) => checkAnswer(question.text, draft, article, question.earlier),
};
