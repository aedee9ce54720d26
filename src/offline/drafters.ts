import type { Drafters } from '../ports.ts';
import { answerOffline } from './answer.ts';
import { draftOffline } from './draft.ts';

/** The offline reader behind the same ports as a model: no key, no network, no cost. */
export const offlineDrafters: Drafters = {
  draftBrief: async (article) => draftOffline(article),
  draftAnswer: async (question, article) => answerOffline(question, article),
};
