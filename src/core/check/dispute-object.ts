import { claimNoun, guilt } from './dispute-words.ts';
import { listNames, type Name } from './names.ts';
import type { Voice } from './noun-phrase.ts';
import type { Reading } from './reading.ts';
import { isCapitalised, isFunctionWord, listWords, toStem } from './word-list.ts';

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
  /** Stems of what is disputed: "bribe", "tak". */
  content: string[];
};

/** The object of a verb, without the clause behind it: "denied the claims and says it is …". */
export function cutObject(behind: string): string {
  const stop = behind.search(
    /[;.!?\uFFFC]|,\s|\s[–—-]\s|\s(?:and|but|or)\s(?:\p{Ll}+ly\s)?(?:sa(?:id|ys?)|ha[sd]|is|was|t(?:ook|aken|old)|\p{Ll}+(?:ed|es))\s|\s(?:saying|calling|insisting|adding|while)\s|\sas\s*["“\uFFFC]|\sas\s(?:\p{Ll}+\s)?(?:false|nonsense|baseless)/u,
  );
  return stop < 0 ? behind : behind.slice(0, stop);
}

const back = new RegExp(
  `^\\s*(?:(?:any|all|all of|both|these|those|such|the|that|this|every|most of|each of)\\s)*(?:\\p{Ll}+\\s)?(?:${claimNoun}|${guilt})(?:\\s(?:against|in|on)\\s[^,]{2,40})?\\s*$`,
  'iu',
);
const pointed = /^\s*(?:all\s(?:of\s)?)?(?:such|these|those|that|this)\s/iu;
const pointing = /^\s*(?:that|this|it|them|these|doing so|having done so|all of (?:it|them|this|that))\s*$/iu;
const ownClaim = new RegExp(`^\\s*(?:his|her|their|its)\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})\\b`, 'iu');
const clause = /^\s*(?:that\s\p{L}|(?:ever\s|having\s|being\s|deliberately\s|knowingly\s|any\s)?\p{Ll}+ing\s)/u;
const claimOf = new RegExp(`(?<![\\p{L}])(?:${claimNoun})(?![\\p{L}])`, 'iu');
const generic = new RegExp(
  `^(?:${claimNoun}|${guilt}|ever|never|having|such|against|western|media|public|recent|earlier|many|anyone|anything|evidence|way|part)$`,
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
  { article }: Reading,
): DisputeObject | undefined {
  const isPersonal = ownClaim.test(phrase);
  const isPointed = isPersonal || pointed.test(phrase);
  if (pointing.test(phrase))
    return needsNoun ? undefined : { isBack: true, isPointed: true, isPersonal, owner: undefined, content: [] };
  const hasNoun = claimOf.test(phrase);
  const who = new Set(listWords(article.text.slice(voice.start, voice.end)).map(({ key }) => key));
  const owner = listNames(phrase).find(({ start, end }) => isOwner(phrase, start, end));
  const content = listWords(phrase)
    .filter(({ key }) => !isFunctionWord(key) && !generic.test(key) && !who.has(key) && !owner?.keys.includes(key))
    .filter(({ text }, _, all) => !isCapitalised(text) || all.every((word) => isCapitalised(word.text)))
    .map(({ key }) => toStem(key));
  const distinct = [...new Set(content)];
  if (hasNoun && owner) return { isBack: false, isPointed, isPersonal, owner, content: distinct };
  if (isPersonal && distinct.length === 0) return { isBack: true, isPointed: true, isPersonal, owner, content: [] };
  if (back.test(phrase) && distinct.length <= 1)
    return { isBack: distinct.length === 0, isPointed, isPersonal, owner: undefined, content: distinct };
  if (distinct.length === 0 || !(hasNoun || (!needsNoun && clause.test(phrase)))) return undefined;
  return { isBack: false, isPointed, isPersonal, owner: undefined, content: distinct };
}

// "Pratt's claims", "the claims by Pratt"
function isOwner(phrase: string, start: number, end: number): boolean {
  const isPossessive = /['’]s?$/u.test(phrase.slice(start, end)) || /^['’]/u.test(phrase.slice(end));
  const behind = phrase.slice(end).replace(/^['’]s?/u, '');
  if (isPossessive) return new RegExp(`^\\s(?:\\p{Ll}+\\s){0,2}(?:${claimNoun})\\b`, 'iu').test(behind);
  return new RegExp(`(?:${claimNoun})\\s(?:made\\s)?(?:by|from)\\s(?:the\\s)?$`, 'iu').test(phrase.slice(0, start));
}
