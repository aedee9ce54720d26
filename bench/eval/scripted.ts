import type { Article } from '../../src/core/article.ts';
import type { AnswerDraft } from '../../src/core/draft.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import type { Drafters } from '../../src/ports.ts';
import type { AskedArticle } from './asked-articles.ts';
import type { Asked } from './questions.ts';

/** How a scripted model answers every question. */
export const scripts = {
  similar: 'the most similar sentence, whatever is asked',
  right: 'the sentence that answers',
  brief: 'the words that answer, and no more',
  invented: 'what the article does not say, citing the most similar sentence',
  silent: 'that the article does not say',
} as const;

export type Script = keyof typeof scripts;

const drafter = { kind: 'model', model: 'scripted', promptVersion: null, fellBack: null } as const;

/**
 * A model that always answers in one way, so that the check alone is measured. `right` and `brief` know the written questions'
 * answers and say of every other one that the article does not tell.
 */
export function createScriptedDrafters(script: Script, questions: Asked[], articles: AskedArticle[]): Drafters {
  const expected = new Map(
    questions.map((asked) => [keyOf(asked.question, articles.find(({ id }) => id === asked.id)?.article), asked]),
  );
  return {
    draftBrief: async () => ({ summary: [], actors: [], claims: [], drafter }),
    draftAnswer: async ({ text }, article) => {
      const sentences = splitSentences(article.text).map(({ start, end }) => article.text.slice(start, end));
      const nearest = findSimilar(text, sentences);
      const words = expected.get(keyOf(text, article))?.expected ?? null;
      // Of several with those words the one that is most like the question.
      const holding = sentences.map((sentence) => (words !== null && sentence.includes(words) ? sentence : ''));
      const answering = holding.some((sentence) => sentence) ? findSimilar(text, holding) : -1;
      switch (script) {
        case 'similar':
          return answerWith(sentences[nearest] ?? '', nearest);
        case 'right':
          return answering < 0 ? abstain(nearest) : answerWith(sentences[answering] ?? '', answering);
        case 'brief':
          return answering < 0 ? abstain(nearest) : answerWith(words ?? '', answering);
        case 'invented':
          return answerWith(invent(text), nearest);
        case 'silent':
          return abstain(nearest);
      }
    },
  };
}

function keyOf(question: string, article: Article | undefined): string {
  return `${question}\n${article?.text ?? ''}`;
}

function answerWith(text: string, index: number): AnswerDraft {
  const statement = { text: text.replace(/\s+/g, ' ').trim(), sentences: [index + 1], quote: null };
  return { notInArticle: false, statements: [statement], closest: [], drafter };
}

function abstain(nearest: number): AnswerDraft {
  return { notInArticle: true, statements: [], closest: [nearest + 1], drafter };
}

/** The sentence that shares most letters-in-a-row with the question's words; the shorter of two. */
function findSimilar(question: string, sentences: string[]): number {
  const asked = new Set(listStarts(question));
  const shares = sentences.map((sentence) => {
    const words = listStarts(sentence);
    if (sentence === '') return Number.NEGATIVE_INFINITY;
    return new Set(words.filter((word) => asked.has(word))).size - words.length / 1_000;
  });
  return shares.indexOf(Math.max(...shares));
}

function listStarts(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
}

/** The question turned into a statement with a name, a number, a day or a reason of its own. */
function invent(question: string): string {
  const rest = question.replace(/^\W*(?:\p{L}+\W+){2}/u, '').replace(/[?\s]+$/, '');
  if (/\bhow (?:many|much|old|long|big)\b/i.test(question)) return `It was 4,817, ${rest}.`;
  if (/\bwhen/i.test(question)) return `It was on 3 February 1987 that ${rest}.`;
  if (/\bwho/i.test(question)) return `It was Harold Whitcombe, ${rest}.`;
  if (/\bwhere/i.test(question)) return `It was in Saskatoon, ${rest}.`;
  if (/\bwhy/i.test(question)) return `It was because of a long quarrel over money, ${rest}.`;
  return `Yes, ${rest}, as was widely known for years.`;
}
