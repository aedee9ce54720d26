import { type AskedQuestion, maxQuestion, readAskedWords, readQuestion } from './read-question.ts';
import { contentWords, listTerms } from './terms.ts';

/** A question and what the thread said before, oldest first. */
export type Question = { text: string; earlier: { question: string; answer: string }[] };

const pointing = /\b(?:he|she|they|him|her|them|his|their|it|its|that|this|those|these|there|then|the same|else)\b/i;

/**
 * Reads a question that points back ("and why?", "what did he say about that?"): with the content words of the last question
 * that the article has, at half weight; "he" and "she" are the one that the last question or its answer names.
 *
 * @param hasTerm  whether a word occurs in the article; one it never uses would make every follow-up unanswerable
 * @returns undefined where it points at nothing
 */
export function readFollowUp(
  { text, earlier }: Question,
  hasTerm: (term: string) => boolean,
): AskedQuestion | undefined {
  const last = earlier.at(-1);
  const alone = readQuestion(text);
  if (!last || !(alone.terms.length < 2 || pointing.test(text))) return undefined;
  const own = new Set(alone.terms.flatMap(({ words }) => words));
  const added = listTerms(last.question.slice(0, maxQuestion))
    .filter(({ words }) => words.some(hasTerm) && !words.some((word) => own.has(word)))
    .map((term) => ({ ...term, weight: 0.5 }));
  const terms = [...alone.terms, ...added];
  if (!alone.words) return { ...alone, terms };

  const isPronoun = /^(?:he|she|they|it)$/i.test(alone.words.speaker);
  const speaker = isPronoun ? lastNamed(last) : alone.words.speaker;
  if (speaker === undefined) return { text: alone.text, wants: alone.wants, terms };
  const named = new Set(contentWords(speaker));
  const topic = alone.words.topic.length > 0 ? alone.words.topic : added;
  const words = { speaker, topic: topic.filter((term) => !term.words.some((word) => named.has(word))) };
  return { ...alone, terms: [...terms, ...listTerms(speaker)], words };
}

/** Whom the last question names, or else the last one that its answer names; a sentence's first word is no name. */
function lastNamed({ question, answer }: { question: string; answer: string }): string | undefined {
  const inQuestion = readAskedWords(question)?.speaker ?? namesIn(question).at(-1);
  return inQuestion && !pointing.test(inQuestion) ? inQuestion : namesIn(answer).at(-1);
}

function namesIn(text: string): string[] {
  const names = [
    ...text.slice(0, maxQuestion).matchAll(/\p{Lu}[\p{L}'’-]+(?:\s(?:al-?|de|van|von|bin)?\s?\p{Lu}[\p{L}'’-]+)+/gu),
  ];
  return names.map(([name]) => name);
}

/** True where a question has no word of its own ("And why?"), or hardly one and points back: "What did he say then?" */
export function cannotStandAlone(text: string): boolean {
  const { terms } = readQuestion(text);
  return terms.length === 0 || (terms.length < 2 && pointing.test(text));
}
