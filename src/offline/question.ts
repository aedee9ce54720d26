import { isReportingVerb } from '../core/check/cues.ts';
import type { Question } from '../ports.ts';
import { toTerm } from './stems.ts';

/** What kind of thing would answer the question. */
export type WantedKind = 'who' | 'when' | 'where' | 'number' | 'why' | 'whether' | 'any';

/** A word of a question, or a name of several ("Alia Salem"), which counts once however many words it has. */
export type Term = { words: string[]; weight: number; isName?: boolean };

/** Who the question asks the words of ("What did Ortiz say about the bridge?") and what they are about. */
export type AskedWords = { speaker: string; topic: Term[] };

/** A question's words with their weight, and the kind of answer it wants. */
export type AskedQuestion = { text: string; terms: Term[]; wants: WantedKind; words?: AskedWords };

const empty = new Set(
  `a about after all also am an and any are article as at be because been before being but by can could did do does doing done
  for from get give had has have he her hers him his how i if in into is it its just know let like many me more most much my no
  not of off on one or other our out over please said say says she should so some story tell text than that the their them then
  there these they this those to told too under up us very was we were what when where which while who whom whose why will with
  would you your mean means happen happened happens exactly anything something someone anyone people kind sort there's what's
  who's does according think thinks believe believes mention mentioned mentions ok okay else place took take takes
  occur occurs occurred locate located called named show shows showed shown go goes went come comes came make makes made put`.split(
    /\s+/,
  ),
);
const pointing = /\b(?:he|she|they|him|her|them|his|their|it|its|that|this|those|these|there|then|the same|else)\b/i;

const maxQuestion = 2_000; // characters

/** Reads a question by itself. */
export function readQuestion(question: string): AskedQuestion {
  const text = question.slice(0, maxQuestion);
  const words = readAskedWords(text);
  return { text, terms: listTerms(text), wants: wantedKind(text), ...(words && { words }) };
}

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

/** The words that carry something, in reading order; a name's words are one term. */
function listTerms(question: string): Term[] {
  const text = question.replace(/\b(how) (?:long|old|far|big|large|high|tall|wide|deep|soon|fast|often)\b/giu, '$1');
  const terms: Term[] = [];
  // Capitalised words in a row, but not the question's first.
  const runs =
    /(?<=\S\s+)\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:of|the|for|al|de|van|von|bin)\s+)*\p{Lu}[\p{L}\p{N}'’-]*)*/gu;
  let from = 0;
  for (const run of text.matchAll(runs)) {
    terms.push(...contentWords(text.slice(from, run.index)).map(one));
    const words = contentWords(run[0]);
    if (words.length > 0) terms.push({ words, weight: 1, isName: true });
    from = run.index + run[0].length;
  }
  terms.push(...contentWords(text.slice(from)).map(one));
  const seen = new Set<string>();
  return terms.filter(({ words }) => {
    const key = words.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function one(word: string): Term {
  return { words: [word], weight: 1 };
}

/** A text's words that carry something, as they are compared, in reading order. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  return words.filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word))).map(toTerm);
}

/** True where a question has hardly a word of its own and points back: "What did he say then?" */
export function cannotStandAlone(text: string): boolean {
  return pointing.test(text) && readQuestion(text).terms.length < 2;
}

const speech = /^(?:say|tell|tweet|call|think|post|write|speak|talk)$/;

/** "What did X say about Y?", "What does X promise?": whose words are asked for. */
function readAskedWords(text: string): AskedWords | undefined {
  const found = /\bwhat (?:did|does|do|has|have|had|else did) ((?:(?!\b(?:about|on|of the)\b)[^?!.;])+)/iu.exec(text);
  const clause = (found?.[1] ?? '').trim().split(/\s+/);
  const at = clause.findIndex((word, n) => n > 0 && (speech.test(word) || isReportingVerb(word.toLowerCase())));
  if (!found || at < 0 || at > 8) return undefined;
  const rest = text
    .slice(found.index)
    .split(new RegExp(`\\b${clause[at]}\\b`, 'u'))
    .slice(1)
    .join(' ');
  return {
    speaker: clause.slice(0, at).join(' '),
    topic: listTerms(rest.replace(/\b(?:to|told?) \p{Lu}\p{L}+/gu, ' ')),
  };
}

function wantedKind(text: string): WantedKind {
  if (/\bhow (?:many|much|often|long|old|far|big|large|high|tall)\b/i.test(text)) return 'number';
  if (/\b(?:when|until when|since when)\b|\bwhat (?:day|date|year|time)\b/i.test(text)) return 'when';
  if (/\bwhere\b.*\b(?:come|comes|came|get|gets|got)\b.*\bfrom\b/i.test(text)) return 'any';
  if (/\bwhere\b|\b(?:what|which) (?:city|country|place|town)\b/i.test(text)) return 'where';
  if (/\bwho(?:se|m)?\b/i.test(text)) return 'who';
  if (/\bwhy\b|\bwhat (?:caused|reason)\b/i.test(text)) return 'why';
  if (/^(?:and |but |so )?(?:is|are|was|were|did|does|do|has|have|had|can|will|would)\b/i.test(text.trim()))
    return 'whether';
  return 'any';
}
