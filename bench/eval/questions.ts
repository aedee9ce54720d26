import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reference } from './references.ts';

/** The sets that rules were tuned on, those that they were not (thread-questions.md), and questions made by rule. */
export const halves = ['dev', 'held-out', 'thread-dev', 'thread-held-out', 'made'] as const;

/**
 * A question about one article, and whether that article answers it. `expected`: words that stand in the sentence that
 * answers it, where they were written down.
 */
export type Asked = {
  id: string;
  question: string;
  answerable: boolean;
  half: (typeof halves)[number];
  expected: string | null;
};

/** Every question for these articles: the written sets, then those made by rule. */
export function listQuestions(references: Reference[]): Asked[] {
  return [...readQuestionSet(references), ...readThreadQuestions(), ...makeQuestions(references)];
}

const threadSchema = z.array(
  z.object({
    half: z.enum(['thread-dev', 'thread-held-out']),
    /** Which of the articles in asked-articles.ts. */
    article: z.string(),
    answerable: z.array(z.tuple([z.string(), z.string(), z.string()])),
    unanswerable: z.array(z.tuple([z.string(), z.string()])),
  }),
);

/** Questions as people type them under a brief: see thread-questions.md. */
export function readThreadQuestions(): Asked[] {
  const set = threadSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'thread-questions.json'), 'utf8')));
  return set.flatMap(({ half, article: id, answerable, unanswerable }) => [
    ...answerable.map(([, question, expected]) => ({ id, question, answerable: true, half, expected })),
    ...unanswerable.map(([, question]) => ({ id, question, answerable: false, half, expected: null })),
  ]);
}

const setSchema = z.array(
  z.object({
    half: z.enum(['dev', 'held-out']),
    title: z.string(),
    /** Kind, question, words of the sentence that answers it. */
    answerable: z.array(z.tuple([z.string(), z.string(), z.string()])),
    unanswerable: z.array(z.tuple([z.string(), z.string()])),
  }),
);

/**
 * Questions as a reader asks them (who, when, where, how many, why, did …, what did … say about …), written from the articles
 * before the reader's rules were tuned on the first half of them.
 */
export function readQuestionSet(references: Reference[]): Asked[] {
  const set = setSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'question-set.json'), 'utf8')));
  return set.flatMap(({ half, title, answerable, unanswerable }) => {
    const id = references.find(({ article }) => article.title === title)?.id;
    if (id === undefined) return [];
    return [
      ...answerable.map(([, question, expected]) => ({ id, question, answerable: true, half, expected })),
      ...unanswerable.map(([, question]) => ({ id, question, answerable: false, half, expected: null })),
    ];
  });
}

const maxPerArticle = 3;

/**
 * "What did … say?" about an article's own named speakers, and as many about speakers of the other articles whose name the
 * article does not hold a word of. The same on every run.
 */
function makeQuestions(references: Reference[]): Asked[] {
  return references.flatMap(({ id, article, said }, index) => {
    const own = listNames(said).slice(0, maxPerArticle);
    const text = article.text.toLowerCase();
    const others = references
      .slice(index + 1)
      .concat(references.slice(0, index))
      .flatMap((other) => listNames(other.said))
      .filter(
        (name) =>
          !name
            .toLowerCase()
            .split(/\s+/)
            .some((word) => text.includes(word)),
      );
    const ask = (name: string, answerable: boolean): Asked => ({
      id,
      question: `What did ${name} say?`,
      answerable,
      half: 'made',
      expected: null,
    });
    return [...own.map((name) => ask(name, true)), ...others.slice(0, maxPerArticle).map((name) => ask(name, false))];
  });
}

function listNames(said: Reference['said']): string[] {
  return [...new Set(said.flatMap(({ name }) => name ?? []))];
}
