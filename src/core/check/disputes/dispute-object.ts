import { listNames, type Name } from '../../grammar/names.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { isCapitalised, isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import type { Reading } from '../reading.ts';
import { claimNoun, guilt } from './dispute-words.ts';

/** What is disputed, as the words behind the verb name it. */
export type DisputeObject = {
  /** Nothing but "such accusations", "that", "it": what is meant was said just before. */
  isBack: boolean;
  /** "such accusations", "that": they may be what anybody said. "The allegations" are an accuser's. */
  isPointed: boolean;
  /** "her allegations": the one just before, who is a person. */
  isPersonal: boolean;
  /** Whose claim it is where it says so: "Pratt's claims". */
  owner: Name | undefined;
  /** "that figure": only a claim that has a number can be meant. */
  isFigure: boolean;
  /** Stems of what is disputed: "bribe", "tak". */
  content: string[];
  /** Keys of whom it is about, where a claim is meant only if it speaks of them. */
  subjects: string[] | undefined;
  /** What is said not to have been done: the claim must say it by the same verb. */
  verb: string | undefined;
};

const calledAs = new RegExp(`((?<![\\p{L}])(?:${claimNoun}))\\sas\\s.*$`, 'isu'); // "rejected the claim as political"

/** The object of a verb, without the clause behind it: "denied the claims and says it is …". */
export function cutObject(behind: string): string {
  const stop = behind.search(
    /[;.!?\uFFFC]|,\s|\s[–—-]\s|\s(?:and|but|or)\s(?:\p{Ll}+ly\s)?(?:sa(?:id|ys?)|ha[sd]|is|was|t(?:ook|aken|old)|\p{Ll}+(?:ed|es))\s|\s(?:saying|calling|insisting|adding|while)\s|\sas\s*["“\uFFFC]|\sas\s(?:\p{Ll}+\s)?(?:false|nonsense|baseless)/u,
  );
  const object = stop < 0 ? behind : behind.slice(0, stop);
  return object.replace(calledAs, '$1');
}

const back = new RegExp(
  `^\\s*(?:(?:any|all|all of|both|these|those|such|the|that|this|every|most of|each of)\\s)*(?:\\p{Ll}+\\s)?(?:${claimNoun}|${guilt})(?:\\s(?:against|in|on)\\s[^,]{2,40})?\\s*$`,
  'iu',
);
const pointed = /^\s*(?:all\s(?:of\s)?)?(?:such|these|those|that|this)\s/iu;
const pointing = /^\s*(?:that|this|it|them|these|doing so|having done so|all of (?:it|them|this|that))\s*$/iu;
// "The claim" is what was said just before; "the allegations" may be known from elsewhere.
const neutral = /^\s*the\s(?:claims?|assertions?|suggestions?|contentions?)\s*$/iu;
const figure = /\b(?:figure|number|estimate|toll|total)\s*$/iu;
const ownClaim = new RegExp(`^\\s*(?:his|her|their|its)\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})\\b`, 'iu');
const clause = /^\s*(?:that\s\p{L}|(?:ever\s|having\s|being\s|deliberately\s|knowingly\s|any\s)?\p{Ll}+ing\s)/u;
const claimOf = new RegExp(`(?<![\\p{L}])(?:${claimNoun})(?![\\p{L}])`, 'iu');
const generic = new RegExp(
  `^(?:${claimNoun}|${guilt}|ever|never|having|such|against|western|media|public|recent|earlier|many|anyone|anything|evidence|way|part|wrong)$`,
  'iu',
);

/**
 * What the words behind a disputing verb mean, or undefined where they name nothing that somebody said.
 *
 * @param needsNoun  true where only a noun like "claims" makes it a dispute: "rejected the plan" is none
 */
export function readObject(
  phrase: string,
  needsNoun: boolean,
  voice: Voice,
  reading: Reading,
): DisputeObject | undefined {
  const isPersonal = ownClaim.test(phrase);
  const isPointed = isPersonal || pointed.test(phrase);
  const rest = { isPersonal, isFigure: figure.test(phrase), subjects: undefined, verb: undefined };
  if (pointing.test(phrase))
    return needsNoun ? undefined : { ...rest, isBack: true, isPointed: true, owner: undefined, content: [] };
  const hasNoun = claimOf.test(phrase);
  const owner = listNames(phrase).find(({ start, end }) => isOwner(phrase, start, end));
  const content = toContent(phrase, voice, reading, owner);
  if (hasNoun && owner) return { ...rest, isBack: false, isPointed, owner, content };
  if (isPersonal && content.length === 0) return { ...rest, isBack: true, isPointed: true, owner, content };
  if (back.test(phrase) && content.length <= 1) {
    const isAnyones = isPointed || neutral.test(phrase);
    return { ...rest, isBack: content.length === 0, isPointed: isAnyones, owner: undefined, content };
  }
  if (content.length === 0 || !(hasNoun || (!needsNoun && clause.test(phrase)))) return undefined;
  return { ...rest, isBack: false, isPointed, owner: undefined, content };
}

/** Stems of the words of an object that say what is disputed, without those of whoever disputes. */
export function toContent(phrase: string, voice: Voice, { article }: Reading, owner?: Name): string[] {
  const who = new Set(listWords(article.text.slice(voice.start, voice.end)).map(({ key }) => key));
  const content = listWords(phrase)
    .filter(({ key }) => !isFunctionWord(key) && !generic.test(key) && !who.has(key) && !owner?.keys.includes(key))
    .filter(({ text }, _, all) => !isCapitalised(text) || all.every((word) => isCapitalised(word.text)))
    .map(({ key }) => toStem(key));
  return [...new Set(content)];
}

// "Pratt's claims", "the claims by Pratt"
function isOwner(phrase: string, start: number, end: number): boolean {
  const isPossessive = /['’]s?$/u.test(phrase.slice(start, end)) || /^['’]/u.test(phrase.slice(end));
  const behind = phrase.slice(end).replace(/^['’]s?/u, '');
  if (isPossessive) return new RegExp(`^\\s(?:\\p{Ll}+\\s){0,2}(?:${claimNoun})\\b`, 'iu').test(behind);
  return new RegExp(`(?:${claimNoun})\\s(?:made\\s)?(?:by|from)\\s(?:the\\s)?$`, 'iu').test(phrase.slice(0, start));
}
