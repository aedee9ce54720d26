import { spanOf } from '../speech/contents.ts';
import type { Statement } from '../speech/statement.ts';
import type { Sentence, TaggedText, Token } from '../tokens.ts';
import { matchPhrase, nameEndingAt, nameFrom, toStatement } from './name-runs.ts';
import type { WordLists } from './words.ts';

const minContentTokens = 5;
const maxSubjectTokens = 12;
const maxTailTokens = 7; // of "am Dienstag in Berlin", behind the speaker

/**
 * What a sentence reports of somebody's words without quoting them: "Die Stadt habe zu lange gewartet, sagte Berg.",
 * "Paul Girard a déclaré que les travaux seraient finis.", "…, según fuentes diplomáticas." Undefined where the sentence holds
 * a quotation, or the speaker no clear end.
 */
export function readReported(text: TaggedText, sentence: Sentence, words: WordLists): Statement | undefined {
  const { tokens } = text;
  if (sentence.isFurniture || tokens.slice(sentence.first, sentence.last).some(({ quotation }) => quotation >= 0))
    return undefined;
  return readBehind(text, sentence, words) ?? readAhead(tokens, sentence, words);
}

/** "Die Stadt habe zu lange gewartet, sagte Berg am Dienstag." */
function readBehind({ tokens }: TaggedText, { first, last }: Sentence, words: WordLists): Statement | undefined {
  for (let comma = last - 2; comma > first + minContentTokens; comma--) {
    if (tokens[comma]?.text !== ',') continue;
    const said = matchPhrase(tokens, comma + 1, last, words.language.reporting);
    const length = said > 0 ? said : matchPhrase(tokens, comma + 1, last, words.language.accordingTo);
    const subject = length > 0 ? nameFrom(tokens, comma + 1 + length, last, words) : undefined;
    if (!subject) continue;
    const tail = tokens.slice(subject.last, last).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (tail.length > maxTailTokens || tokens.slice(subject.last, last - 1).some(({ text }) => /^[,;:]$/.test(text)))
      return undefined;
    const content = spanOf(tokens, first, comma);
    return toStatement(tokens, subject, spanOf(tokens, comma + 1, comma + 1 + length), content);
  }
  return undefined;
}

/** "Paul Girard a déclaré que …", "Innenminister Karl Berg sagte, die Polizei …": the speaker opens the sentence. */
function readAhead(tokens: Token[], { first, last }: Sentence, words: WordLists): Statement | undefined {
  for (let i = first + 1; i < Math.min(last, first + maxSubjectTokens); i++) {
    const length = matchPhrase(tokens, i, last, words.language.reporting);
    if (length === 0) continue;
    const subject = nameEndingAt(tokens, i, first, words);
    if (!subject || subject.first !== first) return undefined;
    const mark = tokens[i + length];
    if (!mark || !words.language.clauseOpeners.includes(mark.lower)) return undefined;
    let from = i + length + 1;
    if (words.language.clauseOpeners.includes(tokens[from]?.lower ?? '')) from++;
    if (words.language.questionWords.includes(tokens[from]?.lower ?? '')) return undefined;
    let end = last;
    while (end > from && /^[.!]$/.test(tokens[end - 1]?.text ?? '')) end--;
    if (end - from < minContentTokens) return undefined;
    return toStatement(tokens, subject, spanOf(tokens, i, i + length), spanOf(tokens, from, end));
  }
  return undefined;
}
