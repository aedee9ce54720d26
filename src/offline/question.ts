import type { Question } from '../ports.ts';
import { stem } from './stems.ts';

/** What kind of thing would answer the question. */
export type WantedKind = 'who' | 'when' | 'where' | 'number' | 'why' | 'any';

/** A question's words as stems with their weight, and the kind of answer it wants. */
export type AskedQuestion = { terms: Map<string, number>; wants: WantedKind };

const empty = new Set(
  `a about after all also am an and any are article as at be because been before being but by can could did do does doing done
  for from get give had has have he her hers him his how i if in into is it its just know let like many me more most much my no
  not of off on one or other our out over please said say says she should so some story tell text than that the their them then
  there these they this those to told too under up us very was we were what when where which while who whom whose why will with
  would you your mean means happen happened happens exactly anything something someone anyone people kind sort there's what's
  who's does according think thinks believe believes mention mentioned mentions`.split(/\s+/),
);
const pointing = /\b(?:he|she|they|him|her|them|his|their|it|its|that|this|those|these|there|then|the same|else)\b/i;

const maxQuestion = 2_000; // characters

/** Reads a question by itself. */
export function readQuestion(text: string): AskedQuestion {
  return { terms: new Map(contentWords(text.slice(0, maxQuestion)).map((word) => [word, 1])), wants: wantedKind(text) };
}

/**
 * Reads a question that points back ("what did he say then?"): with the content words of the last question that the article
 * has, at half weight.
 *
 * @param hasWord  whether a stem occurs in the article; a word it never uses would make every follow-up unanswerable
 * @returns undefined where it points at nothing
 */
export function readFollowUp(
  { text, earlier }: Question,
  hasWord: (stem: string) => boolean,
): AskedQuestion | undefined {
  const last = earlier.at(-1);
  const alone = readQuestion(text);
  if (!last || !(alone.terms.size < 2 || pointing.test(text))) return undefined;
  const terms = new Map(alone.terms);
  for (const word of contentWords(last.question.slice(0, maxQuestion)))
    if (!terms.has(word) && hasWord(word)) terms.set(word, 0.5);
  return { ...alone, terms };
}

/** The stems of a text's words that carry something, in reading order. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  return words.filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word))).map(stem);
}

/** True where a question has hardly a word of its own and points back: "What did he say then?" */
export function cannotStandAlone(text: string): boolean {
  return pointing.test(text) && readQuestion(text).terms.size < 2;
}

function wantedKind(text: string): WantedKind {
  if (/\bhow (?:many|much|often|long|old|far|big|large|high)\b/i.test(text)) return 'number';
  if (/\bwhen\b|\bwhat (?:day|date|year|time)\b/i.test(text)) return 'when';
  if (/\bwhere\b|\b(?:what|which) (?:city|country|place|town)\b/i.test(text)) return 'where';
  if (/\bwho(?:se|m)?\b/i.test(text)) return 'who';
  if (/\bwhy\b|\bwhat (?:caused|reason)\b/i.test(text)) return 'why';
  return 'any';
}
