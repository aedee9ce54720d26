import type { Span } from '../article.ts';
import type { DropReason } from '../brief.ts';
import { isSameName, type Name } from './names.ts';
import { type Reading, stretchOf } from './reading.ts';
import { isCapitalised, isFunctionWord, listWords, toStem } from './word-list.ts';

const maxChain = 10; // sentences that "he said" may lie behind the name it stands for
const pronoun = /(?:he|she|they|I|we)/iu;
/** Where a speaker stands: the mention that ties the speaker to the passage, and every mention in the article. */
export type Tie = { mention: Span; mentions: Span[] };

/**
 * Ties a speaker to a passage by the text: named in it or in the sentence before or after, or further back where only
 * pronouns and descriptions ("the official") lead from there to the passage.
 */
export function tieSpeaker(
  name: string,
  sentences: number[],
  reading: Reading,
): Tie | { why: Extract<DropReason, 'speaker-not-in-article' | 'speaker-not-tied'> } {
  const mentions = findMentions(name, reading);
  if (mentions.length === 0) return { why: 'speaker-not-in-article' };
  const near = stretchOf(sentences, reading, 1);
  const mention =
    mentions.find(({ start, end }) => start >= near.start && end <= near.end) ??
    followChain(mentions, sentences, reading);
  return mention ? { mention, mentions } : { why: 'speaker-not-tied' };
}

/** True where a source is described instead of named: "an Iraqi official", "officials", "a person familiar with the matter". */
export function isDescription(name: string): boolean {
  if (!/[\p{Lu}\p{Ll}]/u.test(name)) return false; // a script without capitals
  const words = listWords(name);
  const first = words.findIndex(({ key }) => !isFunctionWord(key));
  const last = words.at(-1);
  if (!last || !isCapitalised(last.text)) return true;
  const capital = words.findIndex(({ text }, at) => at >= first && isCapitalised(text));
  return words
    .slice(Math.max(0, first), capital)
    .some(({ key }) => /^(?:of|at|in|from|for|with|to|near|by|on)$/.test(key));
}

/** The places where the article names or describes a source, in reading order. */
export function findMentions(name: string, reading: Reading): Span[] {
  const keys = listWords(name)
    .map(({ key }) => key)
    .filter((key) => !isFunctionWord(key));
  if (keys.length === 0) return [];
  if (isDescription(name)) return findDescribed(keys, reading);
  const named = reading.names.filter((known) => isSameName(withoutTitles(keys, reading.names), known.keys));
  return named.length > 0 ? named : findDescribed(keys, reading);
}

// "Prime Minister Haider al-Abadi" is also "Abadi": leading words that no shorter name has are left to the title check.
function withoutTitles(keys: string[], names: Name[]): string[] {
  if (names.some((name) => isSameName(keys, name.keys))) return keys;
  for (let from = 1; from < keys.length; from += 1) {
    const rest = keys.slice(from);
    if (names.some((name) => isSameName(rest, name.keys))) return rest;
  }
  return keys;
}

/** Places where the words of a description stand close together, or its last word alone behind "the". */
function findDescribed(keys: string[], { words }: Reading): Span[] {
  const stems = new Set(keys.map(toStem));
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!stems.has(toStem(words[at]?.key ?? ''))) continue;
    const window = words.slice(at, at + keys.length + 3);
    const met = window.filter(({ key }) => stems.has(toStem(key)));
    const distinct = new Set(met.map(({ key }) => toStem(key)));
    const last = met.at(-1);
    if (distinct.size === stems.size && last) spans.push({ start: words[at]?.start ?? 0, end: last.end });
  }
  return spans;
}

/** The nearest mention before the passage, where a pronoun or a quotation that goes on leads back to it. */
function followChain(mentions: Span[], sentences: number[], reading: Reading): Span | undefined {
  const near = stretchOf(sentences, reading, 1);
  const words = reading.article.text.slice(near.start, near.end);
  if (!pronoun.test(words) && !isQuoted(stretchOf(sentences, reading), reading)) return undefined;
  const first = Math.min(...sentences);
  const reach = stretchOf([Math.max(1, first - maxChain), first], reading);
  return mentions.findLast(({ start, end }) => start >= reach.start && end <= reach.end);
}

function isQuoted({ start, end }: Span, { quotations }: Reading): boolean {
  return quotations.some((quotation) => quotation.start < end && quotation.end > start);
}
