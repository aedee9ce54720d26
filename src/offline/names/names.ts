import type { Span } from '../../core/article.ts';
import { deskLabel } from '../furniture.ts';
import type { TaggedText } from '../tokens.ts';
import { type KindHint, readKind } from './kinds.ts';
import { kindOfKnownBody } from './organisations.ts';
import { countryOfDemonym, isKnownPlace } from './places.ts';
import { findNameRuns, type NameRun } from './runs.ts';
import { faiths, isPeopleNoun, plainAcronyms, titles } from './words.ts';

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
  const plain = new Set([...plainAcronyms, ...acronymsOfPlainWords(text.text)]);
  return findNameRuns(text).flatMap((run) => {
    const mention = isInLabel(text, run) ? undefined : toMention(text, run);
    if (!mention || plain.has(mention.text.toLowerCase().replaceAll('.', ''))) return [];
    return mention.hint || run.from < run.first ? mention : (toMention(text, knownStart(text, run)) ?? mention);
  });
}

/** "improvised explosive device (IED)": short forms of words that are no name, in lower case. */
function acronymsOfPlainWords(text: string): string[] {
  return [...text.matchAll(/\((\p{Lu}{2,6})s?\)/gu)].flatMap(({ 1: acronym = '', index }) => {
    const before = text.slice(Math.max(0, index - 120), index).match(/[\p{L}\p{N}]+/gu) ?? [];
    const initials = before.slice(-acronym.length).map((word) => word.charAt(0));
    return initials.join('') === acronym.toLowerCase() ? [acronym.toLowerCase()] : [];
  });
}

/** "Google Science Fair", "NASA Administrator": of a run that names nobody, the body or the country it begins with. */
function knownStart({ text, tokens }: TaggedText, run: NameRun): NameRun {
  for (let last = run.last - 1; last > run.first; last--) {
    if (tokens[last]?.isRare || /^[-–.’'&]|^(?:and|of|for|the)$/.test(tokens[last]?.lower ?? '')) return run;
    const name = text.slice(tokens[run.first]?.start, tokens[last - 1]?.end);
    if (isKnownPlace(name) || kindOfKnownBody(name)) return { ...run, last };
  }
  return run;
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
  // "the U.S.-Mexico border": two places, and no name of either.
  const [left, right, ...more] = name.split(/[-–]/);
  if (left && right && more.length === 0 && [left, right].every((part) => isKnownPlace(part) || countryOfDemonym(part)))
    return undefined;
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < 2) return undefined;
  // "Iraqi", "South Korean", "Sunni Muslim" describe; "Iraqis" and "Muslims" name people.
  const describes =
    countryOfDemonym(name) !== undefined || words.every((word) => countryOfDemonym(word) || faiths.has(word));
  if (describes && !isKnownPlace(name)) return undefined;
  if (words.every((word) => titles.has(word))) return undefined;
  // "Progressive Senators"
  if (
    words.length === 2 &&
    /^(?:senators|lawmakers|congressmen|ministers|officials|judges|experts|scientists|researchers)$/.test(
      words[1] ?? '',
    )
  )
    return undefined;
  // "Ex-friends said"
  if (words.length === 2 && /^(?:ex|co|non)$/.test(words[0] ?? '') && isPeopleNoun(words[1] ?? '')) return undefined;
  // "U.S. Attorney", "Rep. Omar, D-Minn.": an office and a seat are nobody's name.
  if (/^(?:[DRI]|Lab|Con)-\p{Lu}/u.test(name)) return undefined;
  const office = words.at(-1) ?? '';
  const holder = name.slice(0, -office.length).trim();
  if (titles.has(office) && words.length > 1 && isKnownPlace(holder)) {
    const shorter =
      last - 1 > first ? toMention({ text, tokens } as TaggedText, { from, first, last: last - 1 }) : undefined;
    return shorter?.text === holder ? shorter : undefined;
  }
  const title = first > from ? text.slice(outer.start, tokens[first - 1]?.end) : undefined;
  const hint = readKind(tokens, first, last, name, title !== undefined);
  return { outerStart: outer.start, start: head.start, end: tail.end, text: name, words, first, last, hint, title };
}
