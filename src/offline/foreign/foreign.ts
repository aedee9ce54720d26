import type { Span } from '../../core/article.ts';
import type { Language } from '../languages/language.ts';
import { spanOf } from '../speech/contents.ts';
import type { Statement } from '../speech/statement.ts';
import type { Quotation, Sentence, TaggedText, Token } from '../tokens.ts';
import { matchPhrase, type NameRun, nameEndingAt, nameFrom, toStatement } from './name-runs.ts';
import { readReported } from './reported.ts';
import { type ForeignStatement, voiceOf } from './voices.ts';
import { WordLists } from './words.ts';

const minQuotedTokens = 4;

/**
 * Finds quotations with the verb of speech and the speaker beside them, "according to", and sentences that report what somebody
 * said, in a language that is a word list: no grammar is used, so a quotation without a verb of speech next to it, or a speaker
 * without a clear end, gives nothing.
 */
export function readForeign(text: TaggedText, language: Language): ForeignStatement[] {
  const words = new WordLists(language);
  const found: ForeignStatement[] = [];
  for (const quotation of text.quotations) {
    if (quotation.last - quotation.first < minQuotedTokens) continue;
    const read = readQuotation(text, quotation, words);
    if (read) found.push({ statement: read, voice: voiceOf(text, read, words, found) });
  }
  for (const sentence of text.sentences) {
    const read = readAccordingTo(text, sentence, words);
    if (read && !found.some(({ statement }) => statement.cue.start === read.cue.start)) {
      found.push({ statement: read, voice: voiceOf(text, read, words, found) });
    }
  }
  const told = new Set(found.map(({ statement }) => text.tokens[statement.subject.first]?.sentence));
  for (const [index, sentence] of text.sentences.entries()) {
    const read = told.has(index) ? undefined : readReported(text, sentence, words);
    if (read) found.push({ statement: read, voice: voiceOf(text, read, words, found) });
  }
  return found.sort((a, b) => a.statement.content.start - b.statement.content.start);
}

/** „…“, sagte Anna Müller. / Anna Müller sagte: „…“ */
function readQuotation(text: TaggedText, quotation: Quotation, words: WordLists): Statement | undefined {
  const { tokens } = text;
  const content = { start: quotation.start, end: quotation.end };
  const sentenceAfter = text.sentences[tokens[quotation.last - 1]?.sentence ?? -1];
  const behind = skipMarks(tokens, quotation.last, sentenceAfter?.last ?? 0);
  if (sentenceAfter && behind < sentenceAfter.last) {
    const fused = readFused(tokens, behind, words.language);
    if (fused)
      return { ...toStatement(tokens, { first: behind, last: behind + 1 }, fused.cue, content), source: fused.source };
    const split = readSplitVerb(tokens, behind, sentenceAfter.last, words);
    if (split) return toStatement(tokens, split, spanOf(tokens, behind, behind + 1), content);
    const length = matchPhrase(tokens, behind, sentenceAfter.last, words.language.said);
    const subject = length > 0 ? nameFrom(tokens, behind + length, sentenceAfter.last, words) : undefined;
    if (subject) return toStatement(tokens, subject, spanOf(tokens, behind, behind + length), content);
    // « … », il a dit: the speaker before the verb.
    const speaker = nameFrom(tokens, behind, sentenceAfter.last, words);
    const verb = speaker ? matchPhrase(tokens, speaker.last, sentenceAfter.last, words.language.said) : 0;
    if (speaker && verb > 0)
      return toStatement(tokens, speaker, spanOf(tokens, speaker.last, speaker.last + verb), content);
  }
  return readBefore(text, quotation, words, content);
}

/** "a-t-elle ajouté", "dit-il": verb and pronoun in one word. */
function readFused(tokens: Token[], i: number, { fusedPronouns }: Language): { cue: Span; source: Span } | undefined {
  const token = tokens[i];
  const pronoun = fusedPronouns.find((ending) => token?.lower.endsWith(`-${ending}`));
  if (!token || !pronoun) return undefined;
  const edge = token.end - pronoun.length;
  return { cue: { start: token.start, end: edge - 1 }, source: { start: edge, end: token.end } };
}

/** "fügte sie hinzu": the speaker stands between the verb and its second half. */
function readSplitVerb(tokens: Token[], i: number, high: number, words: WordLists): NameRun | undefined {
  for (const verb of words.language.splitVerbs) {
    const [start, end] = verb.split(' ');
    if (tokens[i]?.lower !== start) continue;
    const subject = nameFrom(tokens, i + 1, high, words);
    const hasEnd = tokens
      .slice(i + 2, Math.min(high, i + 14))
      .some(({ lower, quotation }) => lower === end && quotation === -1);
    if (subject && hasEnd) return subject;
  }
  return undefined;
}

function readBefore(text: TaggedText, quotation: Quotation, words: WordLists, content: Span): Statement | undefined {
  const { tokens, sentences } = text;
  const sentence = sentences[tokens[quotation.first]?.sentence ?? -1];
  if (!sentence) return undefined;
  let edge = quotation.first;
  while (edge > sentence.first && /^[:,]$/.test(tokens[edge - 1]?.text ?? '')) edge--;
  const opensAfterColon = tokens[edge]?.text === ':' || tokens[quotation.first - 1]?.text === ':';
  for (let i = Math.max(sentence.first, edge - 8); i < edge; i++) {
    const length = matchPhrase(tokens, i, edge, words.language.said);
    if (length === 0 || (i + length !== edge && !opensAfterColon)) continue;
    // "Soler aseguró que el ministro le había dicho: …": the words are not those of the one who tells of them.
    if (speaksAgain(tokens, i + length, edge, words)) return undefined;
    // "Nach der Freilassung sagte sie: …": who stands behind the verb speaks, where somebody does.
    const subject = nameFrom(tokens, i + length, edge, words) ?? nameEndingAt(tokens, i, sentence.first, words);
    if (subject) return toStatement(tokens, subject, spanOf(tokens, i, i + length), content);
  }
  return undefined;
}

function speaksAgain(tokens: Token[], from: number, edge: number, { language }: WordLists): boolean {
  for (let i = from; i < edge; i++) {
    if (language.participles.includes(tokens[i]?.lower ?? '') || matchPhrase(tokens, i, edge, language.said) > 0)
      return true;
  }
  return false;
}

function skipMarks(tokens: Token[], from: number, high: number): number {
  let i = from;
  while (i < high && /^[,.;–—-]$/.test(tokens[i]?.text ?? '')) i++;
  return i;
}

/** "Selon Anna Dupont, les travaux sont finis." */
function readAccordingTo(text: TaggedText, sentence: Sentence, words: WordLists): Statement | undefined {
  const { tokens } = text;
  const length = matchPhrase(tokens, sentence.first, sentence.last, words.language.accordingTo);
  const subject = length > 0 ? nameFrom(tokens, sentence.first + length, sentence.last, words) : undefined;
  if (!subject || tokens[subject.last]?.text !== ',' || sentence.last - subject.last < 5) return undefined;
  const from = skipApposition(tokens, subject.last + 1, sentence.last, words);
  const content = { start: tokens[from]?.start ?? sentence.end, end: sentence.end };
  return toStatement(tokens, subject, spanOf(tokens, sentence.first, sentence.first + length), content);
}

/** "Selon Jean Petit, directeur du port, les grues …": where the statement begins. */
function skipApposition(tokens: Token[], from: number, high: number, words: WordLists): number {
  const noun = words.articles.has(tokens[from]?.lower ?? '') ? from + 1 : from;
  if (!words.isPerson(tokens[noun]?.lower ?? '')) return from;
  for (let i = noun; i < Math.min(high, noun + 14); i++) if (tokens[i]?.text === ',') return i + 1;
  return from;
}
