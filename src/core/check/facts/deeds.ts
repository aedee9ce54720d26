import { isInvertible, isReportingVerb } from '../../grammar/cues.ts';
import { isSameName, listNames, type Name } from '../../grammar/names.ts';
import { isCapitalised, isFunctionWord, listWords, toStem, type Word } from '../../grammar/word-list.ts';
import type { Reading } from '../reading.ts';
import { readSubjects, skipped } from './deed-subjects.ts';

/**
 * What a text has a named one do: "Ott died in the flood". `subjects` are those named right before the verb (several of "A and
 * B"), `nots` those of whom the text speaks of another ("the killer of Dunn"); `about` are the stems of what follows, up to the
 * next deed. `verb` is the same for all plain verbs of saying.
 */
type Deed = {
  at: number;
  verb: string;
  isPassive: boolean;
  subjects: Name[];
  nots: Name[];
  about: Set<string>;
};

const saying = 'to say';
const minShared = 2; // words of what is said, for two sentences to report the same
const minShare = 0.5;
const sentenceEnd = /[.!?]["”’»]?\s+(?=["“‘«]?\p{Lu})|\n/u;
/**
 * The name that a statement puts before a verb where its passage has another one: "Ott died in the flood" of "Ott built the dam.
 * Smith died in the flood". Only names right before their verb are compared, so that a pronoun may stand for either.
 */
export function findMisplacedSubject(
  statement: string,
  passage: string,
  start: number,
  reading: Reading,
): string | undefined {
  const said = readDeeds(statement, reading);
  if (said.length === 0) return undefined;
  const given = readDeeds(passage, reading);
  const wrong = said.find((deed) => isAnothers(deed, given, start, reading));
  return wrong?.subjects[0]?.keys.join(' ');
}

function isAnothers(deed: Deed, given: Deed[], start: number, reading: Reading): boolean {
  if (deed.subjects.length === 0) return false;
  // Who does it in the active is not who it is done to in the passive: that is for the roles to tell.
  const same = given.filter(({ verb, isPassive }) => verb === deed.verb && isPassive === deed.isPassive);
  if (same.length === 0) return false;
  const shared = (other: Deed): number => [...deed.about].filter((stem) => other.about.has(stem)).length;
  const best = Math.max(...same.map(shared));
  if (deed.verb === saying && (best < minShared || best < deed.about.size * minShare)) return false;
  // "Moss voted against the tax, and Pike voted for it": what a pronoun stands for may be what the statement names.
  const closest = same.filter((other) => shared(other) === best || other.about.size === 0);
  return closest.every((other) => {
    const isOne = (name: Name): boolean => deed.subjects.some(({ keys }) => isSameBearer(keys, name, start, reading));
    if (other.subjects.some(isOne)) return false;
    return other.subjects.length > 0 || other.nots.some(isOne);
  });
}

/** True where two names can be of one: "Smith" is the Smith last named in full before it. */
function isSameBearer(keys: string[], name: Name, start: number, reading: Reading): boolean {
  if (!isSameName(keys, name.keys)) return false;
  const last = name.keys.at(-1);
  if (name.keys.length > 1 || keys.length === 1 || last === undefined) return true;
  const full = reading.names.findLast(
    (known) => known.start < start + name.start && known.keys.length > 1 && known.keys.at(-1) === last,
  );
  return full === undefined || isSameName(keys, full.keys);
}

function readDeeds(text: string, reading: Reading): Deed[] {
  const words = listWords(text);
  const names = listNames(text);
  const deeds: Deed[] = [];
  for (const [at, word] of words.entries()) {
    const verb = verbOf(word);
    if (verb === undefined) continue;
    const found = readSubjects(at, words, names, text, reading);
    const before = words.slice(Math.max(0, at - 3), at).findLast(({ key }) => !/^not$|ly$/.test(key))?.key ?? '';
    const isPassive = /^(?:am|is|are|was|were|be|been|being)$/.test(before) && !word.key.endsWith('ing');
    deeds.push({ at, verb, isPassive, ...found, about: new Set() });
  }
  deeds.push(...readAccording(words, names, text));
  const known = deeds.filter(({ verb, subjects, nots }) => verb === saying || subjects.length > 0 || nots.length > 0);
  for (const [index, deed] of known.entries()) {
    if (deed.about.size > 0) continue;
    const [last, next] = [known[index - 1], known[index + 1]];
    const verb = words[deed.at];
    if (!verb) continue;
    const start = Math.min(verb.start, ...deed.subjects.map((name) => name.start));
    // "“…,” Okafor said": what is said stands before.
    if (deed.verb === saying && /[,"”’»]\s*$/u.test(text.slice(0, start))) {
      const from = Math.max(lastEnd(text.slice(0, start)), last ? (words[last.at]?.end ?? 0) : 0);
      deed.about = stemsIn(words, from, start);
      continue;
    }
    const stop = next
      ? Math.min(next.subjects[0]?.start ?? text.length, words[next.at]?.start ?? text.length)
      : text.length;
    const rest = text.slice(verb.end, stop);
    deed.about = stemsIn(words, verb.end, verb.end + (rest.split(sentenceEnd)[0]?.length ?? 0));
  }
  return deeds;
}

/** "According to Moss, the road is safe": what the rest of the sentence says is said. */
function readAccording(words: Word[], names: Name[], text: string): Deed[] {
  return words.flatMap((word, at) => {
    if (word.key !== 'according' || words[at + 1]?.key !== 'to') return [];
    const name = names.find(({ start }) => start >= word.end);
    if (!name || !/^\sto\s(?:\p{Ll}+\s){0,3}$/u.test(text.slice(word.end, name.start))) return [];
    const from = lastEnd(text.slice(0, word.start));
    const to = name.end + (text.slice(name.end).split(sentenceEnd)[0]?.length ?? 0);
    const about = new Set([...stemsIn(words, from, word.start), ...stemsIn(words, name.end, to)]);
    return [{ at, verb: saying, isPassive: false, subjects: [name], nots: [], about }];
  });
}

function lastEnd(lead: string): number {
  return [...lead.matchAll(new RegExp(sentenceEnd, 'gu'))].at(-1)?.index ?? 0;
}

function stemsIn(words: Word[], from: number, to: number): Set<string> {
  const inside = words.filter(({ key, start, end }) => start >= from && end <= to && !isFunctionWord(key));
  return new Set(inside.map(({ key }) => toStem(key)));
}

function verbOf({ text, key }: Word): string | undefined {
  if (isCapitalised(text) || /\d/.test(key)) return undefined;
  if (/^(?:sa(?:id|ys?)|t(?:old|ells?))$/.test(key) || (isReportingVerb(key) && isInvertible(key))) return saying;
  return isFunctionWord(key) || skipped.test(key) ? undefined : toStem(key);
}
