import { isInvertible } from '../../grammar/cues.ts';
import { isBody, type Name } from '../../grammar/names.ts';
import { auxiliary } from '../../grammar/noun-phrase.ts';
import { toStem, type Word } from '../../grammar/word-list.ts';
import type { Reading } from '../reading.ts';

/** Small words between a name and its verb. */
export const skipped = /^(?:the|an?|not|never|also|then|had|has|have|been|be|who|\p{L}{2,}ly)$/u;
const stays =
  /^(?:spokes\p{L}*|representatives?|officials?|lawyers?|attorneys?|statement|report|letter|members?|leaders?|people|residents?|government|president|minist\p{L}*|city|town|village|state|province|region|district|county|island|port|republic|kingdom|university|bank|council)$/u;
const behindOf = /\b(\p{Ll}+)(?:\s(?:of|for|about|against|behind|by|to|with|from)) (?:the )?(?:\p{Lu}[\p{L}-]* )*$/u;

/** Who stands before the verb at `at` as the ones who do it; `nots` those of whom something else is told ("the killer of Dunn"). */
export function readSubjects(
  at: number,
  words: Word[],
  names: Name[],
  text: string,
  reading: Reading,
): { subjects: Name[]; nots: Name[] } {
  let first = at;
  const isGap = (key: string): boolean => skipped.test(key) || auxiliary.test(key);
  while (first > 0 && isGap(words[first - 1]?.key ?? '') && isSpace(text, words[first - 1], words[first])) first -= 1;
  const verbStart = words[first]?.start ?? 0;
  const behind = readBehind(words[at], names, text);
  if (behind) return { subjects: [behind], nots: [] };
  let name = names.findLast(({ end }) => end <= verbStart);
  if (!name) return { subjects: [], nots: [] };
  const gap = text.slice(name.end, verbStart);
  // "Brandt, the mayor of the city, said"
  if (!/^\s*(?:,\s*\d{1,3},\s*)?$/u.test(gap)) {
    if (!/^,\s(?:\d{1,3},\s)?[^,;:.!?"“”\n]{2,80},\s$/u.test(gap)) return { subjects: [], nots: [] };
    if (/^,\s(?:and|but|or|while|which|as|when|where|that)\b/u.test(gap)) return { subjects: [], nots: [] };
  }
  const subjects = [name];
  for (;;) {
    const before = names.findLast(({ end }) => end <= (name?.start ?? 0));
    const join = before && text.slice(before.end, name.start);
    // "In an interview with Gross, Colbert said": a comma joins only what "and" goes on with.
    if (!before || !(subjects.length > 1 ? /^(?:,|,? and|,? or) $/u : /^,? (?:and|or) $/u).test(join ?? '')) break;
    subjects.unshift(before);
    name = before;
  }
  if (subjects.some((one) => /['’]s?$/u.test(text.slice(one.start, one.end)) || !isActor(one, text, reading)))
    return { subjects: [], nots: [] };
  const lead = text.slice(Math.max(0, name.start - 80), name.start);
  const head = behindOf.exec(lead)?.[1];
  if (head !== undefined) return { subjects: [], nots: stays.test(head) || isBody(name.keys) ? [] : subjects };
  if (
    /\b(?:of|for|about|in|at|to|with|by|from|on|and|or|near|against|than|his|her|their|its|the|an?)\s$/iu.test(lead) &&
    !/\bThe\s$/u.test(lead)
  )
    return { subjects: [], nots: [] };
  return { subjects, nots: [] };
}

// "…, said Okafor", "…, said the mayor, Ilse Brandt" is not read.
function readBehind(verb: Word | undefined, names: Name[], text: string): Name | undefined {
  if (!verb || !isInvertible(verb.key) || !/["”’»,]\s*$/u.test(text.slice(0, verb.start))) return undefined;
  const next = names.find(({ start }) => start >= verb.end);
  return next && /^\s(?:\p{Ll}+\s){0,3}$/u.test(text.slice(verb.end, next.start)) ? next : undefined;
}

function isSpace(text: string, one: Word | undefined, other: Word | undefined): boolean {
  return /^\s+$/u.test(text.slice(one?.end ?? 0, other?.start ?? 0));
}

/** True for a name and not a sentence's first word: one of several words, or one that stands elsewhere inside a sentence. */
function isActor({ start, keys }: Name, text: string, { names, article, commonStems }: Reading): boolean {
  if (keys.length > 1) return true;
  const [key] = keys;
  if (key === undefined || commonStems.has(toStem(key))) return false;
  if (!/(?:^|[.!?:\n]["”’]?\s*["“‘]?)$/u.test(text.slice(0, start))) return true;
  return names.some(
    (name) =>
      name.keys.includes(key) &&
      (name.keys.length > 1 ||
        !/(?:^|[.!?:\n]["”’]?\s*["“‘]?)$/u.test(article.text.slice(Math.max(0, name.start - 4), name.start))),
  );
}
