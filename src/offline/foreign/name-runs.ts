import type { Span } from '../../core/article.ts';
import { spanOf } from '../speech/contents.ts';
import type { Statement } from '../speech/statement.ts';
import type { Token } from '../tokens.ts';
import { isPronoun, type WordLists } from './words.ts';

const maxNameTokens = 9;

/** How many tokens of one of the phrases stand at `i`; 0 where none does. */
export function matchPhrase(tokens: Token[], i: number, high: number, phrases: string[]): number {
  let longest = 0;
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    if (words.length <= longest || i + words.length > high) continue;
    if (words.every((word, k) => tokens[i + k]?.lower === word && tokens[i + k]?.quotation === -1))
      longest = words.length;
  }
  return longest;
}

/** Tokens that name a speaker, `last` exclusive. */
export type NameRun = { first: number; last: number };

/** The speaker that starts at a token: a pronoun, a name with its titles, or an article with a noun for a person or a body. */
export function nameFrom(tokens: Token[], first: number, high: number, words: WordLists): NameRun | undefined {
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

/** The speaker that ends right before a token. */
export function nameEndingAt(tokens: Token[], end: number, low: number, words: WordLists): NameRun | undefined {
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

/** A statement of plain speech. */
export function toStatement(tokens: Token[], { first, last }: NameRun, cue: Span, content: Span): Statement {
  const subject = { first, last, head: last - 1 };
  return { subject, source: spanOf(tokens, first, last), cue, cueKind: 'say', content, continued: [] };
}
