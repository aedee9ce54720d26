import type { Span } from '../core/article.ts';
import { deskLabel } from './furniture.ts';
import { type KindHint, readKind } from './name-kinds.ts';
import { findNameRuns, type NameRun } from './name-runs.ts';
import { faiths, titles } from './name-words.ts';
import { countryOfDemonym, isKnownPlace } from './places.ts';
import type { TaggedText } from './tokens.ts';

/** One mention of a name: `start` to `end` and `first` to `last` without its title, `outerStart` with it. */
export type NameMention = Span & {
  outerStart: number;
  text: string;
  words: string[];
  first: number;
  last: number;
  hint: KindHint | undefined;
  title: string | undefined;
};

/** Finds the names of persons, bodies and places, mention by mention, in reading order. */
export function findNames(text: TaggedText): NameMention[] {
  return findNameRuns(text).flatMap((run) => (isInLabel(text, run) ? [] : (toMention(text, run) ?? [])));
}

function isInLabel({ text, tokens, sentences }: TaggedText, { first }: NameRun): boolean {
  const token = tokens[first];
  const sentence = sentences[token?.sentence ?? -1];
  if (!token || !sentence || token.start - sentence.start > 20) return false;
  return token.start < sentence.start + deskLabel(text.slice(sentence.start, sentence.start + 40)).length;
}

function toMention({ text, tokens }: TaggedText, { from, first, last }: NameRun): NameMention | undefined {
  const [outer, head, tail] = [tokens[from], tokens[first], tokens[last - 1]];
  if (!outer || !head || !tail) return undefined;
  const name = text.slice(head.start, tail.end);
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < 2) return undefined;
  // "Iraqi", "South Korean", "Sunni Muslim" describe; "Iraqis" and "Muslims" name people.
  const describes =
    countryOfDemonym(name) !== undefined || words.every((word) => countryOfDemonym(word) || faiths.has(word));
  if (describes && !isKnownPlace(name)) return undefined;
  if (words.every((word) => titles.has(word))) return undefined;
  // "U.S. Attorney", "Rep. Omar, D-Minn.": an office and a seat are nobody's name.
  if (/^(?:[DRI]|Lab|Con)-\p{Lu}/u.test(name)) return undefined;
  const office = words.at(-1) ?? '';
  if (titles.has(office) && words.length > 1 && isKnownPlace(name.slice(0, -office.length).trim())) return undefined;
  const title = first > from ? text.slice(outer.start, tokens[first - 1]?.end) : undefined;
  const hint = readKind(tokens, first, last, name, title !== undefined);
  return { outerStart: outer.start, start: head.start, end: tail.end, text: name, words, first, last, hint, title };
}
