import { isPastForm, toVerbStem } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem, type Word } from '../../grammar/word-list.ts';
import { isUnsurePredicate } from './reservations.ts';

// How sure a text is that something happens: only possible, meant, to come, done.
const possible = /^(?:may|might|could)$/;
const meant =
  /^(?:plan|hop|want|intend|aim|seek|sought|propos|consider|expect|threaten|wish|attempt|tr[yi]|prepar|discuss|weigh|mull|contemplat|fear|risk|offer)(?:e?s|e?d|ing|ning|e|ies|ied|ying|y)?$/;
const promised = /^(?:agree|vow|promise|pledge|decide|due|set)[sd]?$/;
const coming = /^(?:will|shall|wont|ll)$/;
// Words by which a statement says itself that it is not sure.
const hedge =
  /^(?:may|might|could|can|would|should|cannot|perhaps|maybe|possib(?:le|ly|ility)|potential(?:ly)?|likely|unlikely|probabl[ey]|if|unless|whether|chance|chances|prospect|prospects|set|due|likelihood|bid|scheduled|(?:plan|hop|want|intend|aim|seek|sought|propos|consider|expect|threat|threaten|wish|attempt|tr[yi]|prepar|discuss|weigh|mull|contemplat|fear|risk|offer|alleg|suspect|believ|predict|forecast|estimat|warn|suggest|appear|seem|urg|call|demand|ask|agree|decid|vow|promis|pledg|able|want)(?:e?s|e?d|ing|ning|e|ies|ied|ying|y|als?|ations?)?)$/;
const adverb = /^(?:\p{L}+ly|also|soon|now|then|still|even|yet|be|have|been|to|well|again|not|never)$/u;

const levels = { possible: 0, meant: 1, coming: 2, plain: 3 } as const;
type Level = (typeof levels)[keyof typeof levels];

const reach = 3; // words between "may" and what may be
const back = 8; // words before a verb in which a statement may be unsure of it
const around = 4;
const maxMarked = 30; // verbs of a passage that are compared, and places of each where nothing governs it

type Verb = { stem: string; level: Level; key: string; near: Set<string> };

function stemOf(key: string): string {
  // "sell" and "selling", "close" and "closing" have one stem here.
  return toStem(toVerbStem(key))
    .replace(/s(?:ed|ing)$/, 's')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/e$/, '');
}

/** The verbs of a text that "may", "plans to" or "will" governs, with how sure it makes them. */
function governed(words: Word[]): Verb[] {
  return words.flatMap((word, at) => {
    const level = levelOf(word, words[at + 1]);
    if (level === undefined) return [];
    const target = words.slice(at + 1, at + 2 + reach).find(({ key }) => !adverb.test(key));
    const index = target ? words.indexOf(target) : -1;
    if (!target || isFunctionWord(target.key)) return [];
    return [{ stem: stemOf(target.key), level, key: target.key, near: nearOf(index, words) }];
  });
}

function levelOf({ text, key }: Word, next: Word | undefined): Level | undefined {
  if (possible.test(text)) return levels.possible; // "May" is a month
  if (meant.test(key) && (next?.key === 'to' || /^\p{Ll}+ing$/u.test(next?.key ?? ''))) return levels.meant;
  if (promised.test(key) && next?.key === 'to') return levels.coming;
  return coming.test(key) ? levels.coming : undefined;
}

function nearOf(at: number, words: Word[]): Set<string> {
  const stems = (part: Word[]): string[] =>
    part.filter(({ key }) => !isFunctionWord(key)).map(({ key }) => stemOf(key));
  return new Set([
    ...stems(words.slice(Math.max(0, at - 2 * around), at)).slice(-around),
    ...stems(words.slice(at + 1, at + 1 + 2 * around)).slice(0, around),
  ]);
}

/**
 * The first verb that a statement says more surely than its passage: "will spend" or "spent" of "may spend" and "plans to
 * spend", "decided" of "will decide". Where the passage says it in several ways, the place with the most words around it in
 * common counts.
 */
export function findFirmer(statement: string, passage: string): string | undefined {
  const given = listWords(passage);
  const marked = governed(given).slice(0, maxMarked);
  if (marked.length === 0) return undefined;
  const said = listWords(statement);
  const own = governed(said);
  const stems = given.map(({ key }) => stemOf(key));
  const plain = new Map<string, Verb[]>();
  const placesOf = (stem: string): Verb[] => {
    const known = plain.get(stem) ?? plainPlaces(stem, given, stems, marked);
    plain.set(stem, known);
    return known;
  };
  for (const [at, word] of said.entries()) {
    const stem = stemOf(word.key);
    if (isFunctionWord(word.key) || !marked.some((verb) => verb.stem === stem)) continue;
    const before = said.slice(Math.max(clauseStart(at, said, statement), at - back), at);
    const near = nearOf(at, said);
    const level = own.find((verb) => verb.stem === stem && verb.key === word.key)?.level ?? levels.plain;
    const places = [...marked.filter((verb) => verb.stem === stem), ...placesOf(stem)];
    const best = closest(places, near);
    if (!best || best.level >= level) continue;
    if (best.level === levels.coming) {
      if (!isDone(word, before)) continue;
    } else if (isUnsurePredicate(statement) || before.some(({ key }) => hedge.test(key))) continue;
    else if (best.level === levels.meant && isArranged(before)) continue;
    return word.text;
  }
  return undefined;
}

/** The places where the passage has a verb with nothing before it that makes it less than sure. */
function plainPlaces(stem: string, given: Word[], stems: string[], marked: Verb[]): Verb[] {
  const count = marked.filter((verb) => verb.stem === stem).length;
  const all = stems
    .flatMap((other, at) => (other === stem ? [at] : []))
    .slice(0, maxMarked)
    .map((at) => ({ stem, level: levels.plain as Level, key: given[at]?.key ?? '', near: nearOf(at, given) }));
  if (all.length <= count) return [];
  return all.filter(({ near }) => !marked.some((verb) => verb.stem === stem && isSame(verb.near, near)));
}

function isSame(one: Set<string>, other: Set<string>): boolean {
  return one.size === other.size && [...one].every((stem) => other.has(stem));
}

function closest(places: Verb[], near: Set<string>): Verb | undefined {
  const shared = (verb: Verb): number => [...verb.near].filter((stem) => near.has(stem)).length;
  const best = Math.max(...places.map(shared));
  // Of places that fit as well, the one that says it most surely: the rule drops only what it is sure of.
  return places.filter((verb) => shared(verb) === best).toSorted((one, other) => other.level - one.level)[0];
}

// "These things are hard to predict, they will take off": the first clause says nothing of the second.
function clauseStart(at: number, said: Word[], statement: string): number {
  const lead = statement.slice(0, said[at]?.start);
  const last = [...lead.matchAll(/[,;:—–.]\s+(?:(?:and|but)\s+)?(?=(?:I|we|you|he|she|they|it)\s)/giu)].at(-1);
  return last ? said.findIndex(({ start }) => start >= last.index) : 0;
}

// "three clinics are to close" is no surer than that it is planned.
function isArranged(before: Word[]): boolean {
  const lead = before.map(({ key }) => key).join(' ');
  return /\b(?:is|are|was|were) to(?: be)?$/.test(lead);
}

// "decided", "has decided", "won": told as done. "to be decided" is not.
function isDone({ key }: Word, before: Word[]): boolean {
  const lead = before.slice(-3).map((word) => word.key);
  if (lead.some((word) => /^(?:will|would|shall|to|can|could|may|might|be|should)$/.test(word))) return false;
  return /ed$/.test(key) || isPastForm(key);
}
