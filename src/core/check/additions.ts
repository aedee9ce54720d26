import { shareOfWords } from '../grammar/overlap.ts';
import { toVerbStem } from '../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../grammar/word-list.ts';
import type { Reading } from './reading.ts';

// A true sentence can carry another one: judged as a whole, most of the words are the passage's.

// "3. Mai", "Dr. Weiß", "z. B. am", "Mme. Roy" go on.
const sentenceEnd =
  /(?<!\d|(?<!\p{L})(?:\p{L}|\p{Lu}\p{Ll}|Mrs|Mme|Mlle|Prof|Sra|Srta|Dott|bzw|ca|etc|usw|vgl|Mio|Mrd|Nr|Art|Abs|Inc|Ltd|Corp|Gov|Gen|Sen|Rep))[.!?…。！？;]["”’»)\]]*(?:\s+|$)/u;
/** Of each sentence's own words, as of a whole statement. */
const ownShare = 0.6;
// Words in a row that a faithful summary may have of its own: people's summaries of 24 articles have up to four, at their end two.
const longestRun = { within: 4, last: 2 };
// "U.S. officials", "No. 10": what is cut off behind a point may be a name's second half.
const leastWords = 2;

/**
 * What a statement adds to its passage: a sentence of its own with too few of the passage's words, or several words in a row that
 * the whole article never uses.
 *
 * @param ground  the passage, with the names that the statement may use
 */
export function findAddition(statement: string, ground: string, reading: Reading): string | undefined {
  const [, ...further] = sentencesOf(statement);
  return further.find((part) => shareOfWords(part, ground) < ownShare) ?? findForeignRun(statement, ground, reading);
}

/** How many sentences a statement has, in any language. */
export function countSentences(statement: string): number {
  return sentencesOf(statement).length;
}

function sentencesOf(statement: string): string[] {
  return statement.split(sentenceEnd).filter((part) => wordsOf(part).length >= leastWords);
}

function findForeignRun(statement: string, ground: string, { stems }: Reading): string | undefined {
  const given = new Set(wordsOf(ground).flatMap(formsOf));
  let run: string[] = [];
  for (const key of wordsOf(statement)) {
    const isKnown = /\d/.test(key) || formsOf(key).some((form) => given.has(form) || stems.has(form));
    run = isKnown ? [] : [...run, key];
    if (run.length > longestRun.within) return run.join(' ');
  }
  return run.length > longestRun.last ? run.join(' ') : undefined;
}

function wordsOf(text: string): string[] {
  return listWords(text).flatMap(({ key }) => (isFunctionWord(key) ? [] : [key]));
}

function formsOf(key: string): string[] {
  return [toStem(key), toVerbStem(key)];
}
