import type { Span } from '../../core/article.ts';
import type { Language } from '../languages/language.ts';
import { spanOf } from '../speech/contents.ts';
import type { Statement } from '../speech/statement.ts';
import type { Quotation, Sentence, TaggedText, Token } from '../tokens.ts';
import { type ForeignStatement, voiceOf } from './voices.ts';
import { isPronoun, WordLists } from './words.ts';

const minQuotedTokens = 4;
const maxNameTokens = 9;

/**
 * Finds quotations with the verb of speech and the speaker beside them, and "according to", in a language that is a word
 * list: no grammar is used, so a quotation without a verb of speech next to it, or a speaker without a clear end, gives nothing.
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
  return found.sort((a, b) => a.statement.content.start - b.statement.content.start);
}

/** How many tokens of one of the phrases stand at `i`; 0 where none does. */
function matchPhrase(tokens: Token[], i: number, high: number, phrases: string[]): number {
  let longest = 0;
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    if (words.length <= longest || i + words.length > high) continue;
    if (words.every((word, k) => tokens[i + k]?.lower === word && tokens[i + k]?.quotation === -1))
      longest = words.length;
  }
  return longest;
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

type NameRun = { first: number; last: number };

/** The speaker that starts at a token: a pronoun, a name with its titles, or an article with a noun for a person or a body. */
function nameFrom(tokens: Token[], first: number, high: number, words: WordLists): NameRun | undefined {
  const opener = tokens[first];
  if (!opener || first >= high || opener.quotation >= 0) return undefined;
  if (isPronoun(opener, words)) return { first, last: first + 1 };
  let last = first;
  while (last < Math.min(high, first + maxNameTokens)) {
    const token = tokens[last] as Token;
    if (endsShortTitle(tokens, last)) {
      last++;
      continue;
    }
    if (token.quotation >= 0 || !/^[\p{L}]/u.test(token.text)) break;
    const isName = /^\p{Lu}/u.test(token.text);
    const joins = joinsName(tokens, last, first, words);
    const isNoun =
      words.isPerson(token.lower) ||
      words.groups.has(token.lower) ||
      words.bodies.has(token.lower) ||
      words.documents.has(token.lower);
    const leads = last === first && words.articles.has(token.lower);
    if (words.stops.has(token.lower) && !joins && !leads) break;
    if (
      !isName &&
      !joins &&
      !isNoun &&
      !leads &&
      !/(?:ische|ischer|ais|aise|ien|ienne|ano|ana|és|esa|eño|eña)$/.test(token.lower)
    )
      break;
    last++;
  }
  return isSpeaker(tokens, { first, last }, words) ? { first, last } : undefined;
}

/** The stop of "M. Dupont" or "Dr. Müller". */
function endsShortTitle(tokens: Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return (
    token?.text === '.' &&
    (before?.text.length ?? 9) <= 4 &&
    /^\p{Lu}/u.test(next?.text ?? '') &&
    before?.sentence === next?.sentence
  );
}

/** A particle within a name ("Ursula von der Leyen"), or "and" between two titles; not "von der Stiftung". */
function joinsName(tokens: Token[], i: number, first: number, words: WordLists): boolean {
  const token = tokens[i] as Token;
  const [before, next, second] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (token.lower === words.language.and)
    return words.isPerson(before?.lower ?? '') && words.isPerson(next?.lower ?? '');
  // "Andreas Pfeiffer von der Charité": behind a whole name begins where its bearer works.
  const named = tokens.slice(first, i).filter(({ text, lower }) => /^\p{Lu}/u.test(text) && !words.isSource(lower));
  if (named.length >= 2 && /^(?:von|vom|de|du|del|des)$/.test(token.lower) && words.isFirstName(named[0]?.text ?? ''))
    return false;
  if (!words.particles.has(token.lower) || (i === first && !/^\p{Lu}/u.test(token.text))) return false;
  // "Ursula von der Leyen"; "sagte Adler dieser Zeitung" names whom Adler told.
  if (words.articles.has(token.lower) && i > first)
    return words.particles.has(before?.lower ?? '') && /^\p{Lu}/u.test(next?.text ?? '');
  const name = /^(?:der|den)$/.test(next?.lower ?? '') ? second : next;
  return /^\p{Lu}/u.test(name?.text ?? '') && !words.bodies.has(name?.lower ?? '');
}

function nameEndingAt(tokens: Token[], end: number, low: number, words: WordLists): NameRun | undefined {
  for (let first = Math.max(low, end - maxNameTokens); first < end; first++) {
    const run = nameFrom(tokens, first, end, words);
    // "In einem Statement sagte": behind an article stands a noun.
    const isNoun = words.articles.has(tokens[first - 1]?.lower ?? '') && first > low;
    if (run?.last === end && !isNoun) return run;
  }
  return undefined;
}

function isSpeaker(tokens: Token[], { first, last }: NameRun, words: WordLists): boolean {
  const run = tokens.slice(first, last);
  const opener = run[0]?.lower ?? '';
  if (words.stops.has(opener) && !words.articles.has(opener) && run.length === 1) return false;
  if (run.length === 0 || (run.length === 1 && words.articles.has(run[0]?.lower ?? ''))) return false;
  const hasNoun = run.some(
    ({ lower }) =>
      words.isPerson(lower) || words.groups.has(lower) || words.bodies.has(lower) || words.documents.has(lower),
  );
  if (words.articles.has(run[0]?.lower ?? '')) return hasNoun;
  return hasNoun || run.some(({ text }) => /^\p{Lu}/u.test(text));
}

function toStatement(tokens: Token[], { first, last }: NameRun, cue: Span, content: Span): Statement {
  const subject = { first, last, head: last - 1 };
  return { subject, source: spanOf(tokens, first, last), cue, cueKind: 'say', content, continued: [] };
}
