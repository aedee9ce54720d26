import type { Span } from '../article.ts';
import { findSubjectOf, isTold, toShown } from './disputant.ts';
import { claimNoun, disputing, guilt, ofContent, untrue } from './dispute-words.ts';
import { listNames, type Name } from './names.ts';
import { readNounPhrase, type Voice } from './noun-phrase.ts';
import { type Reading, sentenceAt, sentencesIn } from './reading.ts';
import { maskedOf } from './voices.ts';
import { isCapitalised, isFunctionWord, listWords, toStem } from './word-list.ts';

/**
 * A sentence in which somebody disputes what somebody else says. `words`: those that say so. `before`: where it ends what was
 * said in the same sentence. `isBack`: nothing but "such accusations", "that", "it": what is meant was said just before.
 */
export type Dispute = {
  sentence: number;
  voice: Voice;
  words: Span;
  before: number | undefined;
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

const maxDisputes = 60;
const anyDispute = new RegExp(`\\b(?:${disputing})\\b|\\b(?:no evidence|${untrue})\\b`, 'giu');

/** Every dispute of an article, in reading order. Told in English alone. */
export function findDisputes(reading: Reading): Dispute[] {
  if (!reading.isEnglish) return [];
  const ids = new Set<number>();
  for (const met of reading.article.text.matchAll(anyDispute)) {
    for (const id of sentencesIn({ start: met.index, end: met.index + 1 }, reading)) ids.add(id);
    if (ids.size >= maxDisputes) break;
  }
  return [...ids].flatMap((id) => readDispute(id, reading) ?? []);
}

function readDispute(id: number, reading: Reading): Dispute | undefined {
  const sentence = sentenceAt(id, reading);
  // A subheading ("Operator denies claims") stands behind whatever came before.
  if (!sentence || !/[.!?][”"’»)]*$/u.test(reading.article.text.slice(sentence.start, sentence.end))) return undefined;
  const masked = maskedOf(sentence, reading);
  return readAside(id, masked, sentence, reading) ?? readVerb(id, masked, sentence, reading);
}

const adverb = '(?:\\p{Ll}+ly\\s|also\\s|always\\s|since\\s|again\\s|later\\s){0,2}';
const done = `(?:ha(?:s|ve|d)\\s)?${adverb}(?:${disputing})`;
const aside = new RegExp(
  `(?:[,–—(]|\\s-)\\s*(?:which|(?:an?|the)\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})(?:\\s(?:that|which))?)\\s(?<who>[^,;:–—()]{2,70}?)\\s${done}(?:\\s\\p{Ll}+ly)?\\s*(?=[.,;)–—!?]|$)`,
  'iu',
);
const passiveAside = new RegExp(
  `(?:[,–—(]|\\s-)\\s*(?:an?\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})\\s)(?:(?:that|which)\\s)?(?:(?:was|were|has been)\\s)?${adverb}(?:denied|disputed|rejected|dismissed|refuted|contested)\\sby\\s(?<who>[^;:–—().]{2,90})`,
  'iu',
);

// "…, which Islamabad denies", "– an allegation the agency refutes"
function readAside(id: number, masked: string, sentence: Span, reading: Reading): Dispute | undefined {
  const met = aside.exec(masked) ?? passiveAside.exec(masked);
  const who = met?.groups?.who;
  if (!met || who === undefined) return undefined;
  const at = met.index + met[0].lastIndexOf(who);
  const [voice] = readNounPhrase({ text: who, start: at + sentence.start });
  if (!voice || voice.kind === 'pronoun') return undefined;
  const words = trim({ start: sentence.start + met.index, end: sentence.start + met.index + met[0].length }, reading);
  const whole = { ...voice, end: voice.kind === 'named' ? voice.end : at + sentence.start + who.trimEnd().length };
  const shown = toShown(whole, id, reading);
  if (!shown) return undefined;
  return {
    ...{ sentence: id, voice: shown, words, before: sentence.start + met.index },
    ...{ isBack: true, isPointed: true, isPersonal: false, owner: undefined, content: [] },
  };
}

const unsure =
  /\b(?:not|never|cannot|could|would|may|might|should|must|if|to|whether|unable|refus\p{Ll}*|declin\p{Ll}*|who|which|that|be|been|was|were|is|are|being)\s(?:\p{Ll}+ly\s)?$|n['’]t\s(?:\p{Ll}+ly\s)?$/iu;
const conditional = /\b(?:if|whether|unless|until)\s(?:\p{L}+\s){1,4}$/iu;
const nounMaker = /\b(?:the|an?|his|her|their|its|of|by)\s$/iu;
const quarrel = /^\s(?:between|over|with|among|about)\b/u; // "disputes between heirs"
const courtAct = /\b(?:charges|complaint|case|lawsuit|appeal|motion)\b/iu;
const verb = new RegExp(`(?<![\\p{L}-])(?<cue>${disputing})(?![\\p{L}-])`, 'giu');
const called = new RegExp(
  `(?<![\\p{L}-])(?<cue>call(?:s|ed)|describ(?:es|ed)|brand(?:s|ed)|label(?:s|ed|led)|sa(?:id|ys?))\\s(?:that\\s)?(?<object>(?:(?:the|these|those|such|all|all of|any|that|this|her|his|their)\\s)*(?:\\p{L}+['’]s?\\s)?(?:${claimNoun})\\b[^.;,]{0,60}?)\\s(?:as\\s|is\\s|are\\s|was\\s|were\\s|had been\\s)?(?:\\p{Ll}+ly\\s)?["“]?(?:${untrue})\\b`,
  'iu',
);
const noEvidence =
  /(?<![\p{L}-])(?<cue>sa(?:id|ys?)|found|finds?|concluded|insist(?:s|ed))\s(?:[^.;,]{0,30}\s)?no evidence\s(?<object>(?:of|that|to support|for)\s[^.;]{4,})/iu;

function readVerb(id: number, masked: string, sentence: Span, reading: Reading): Dispute | undefined {
  const raw = reading.article.text.slice(sentence.start, sentence.start + masked.length);
  for (const met of [...masked.matchAll(verb), called.exec(raw), noEvidence.exec(masked)]) {
    const { cue, object } = met?.groups ?? {};
    if (!met || cue === undefined || masked.charAt(met.index) === '\uFFFC') continue;
    const lead = masked.slice(0, met.index);
    if (
      unsure.test(lead) ||
      conditional.test(lead) ||
      nounMaker.test(lead) ||
      (/^dismiss/i.test(cue) && courtAct.test(masked))
    )
      continue;
    if (quarrel.test(masked.slice(met.index + cue.length))) continue;
    const subject = findSubjectOf({ start: met.index, cue }, masked, sentence, reading);
    const voice = subject && !isTold(subject, sentence, reading) ? toShown(subject, id, reading) : undefined;
    if (!voice) continue;
    const phrase = object ?? cutObject(masked.slice(met.index + cue.length));
    const about = /^(?:of|that|to support|for)\s/iu; // "no evidence of bribes"
    const isAbout = object !== undefined && about.test(object);
    const needsNoun = !isAbout && (object !== undefined || !ofContent.test(cue));
    const read = readObject(isAbout ? object.replace(about, 'that ') : phrase, needsNoun, voice, reading);
    if (!read) continue;
    const words = trim({ start: sentence.start + met.index, end: sentence.end }, reading);
    return { sentence: id, voice, words, before: undefined, ...read };
  }
  return undefined;
}

// The object ends where another clause begins: "denied the claims and says it is …".
function cutObject(behind: string): string {
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

function readObject(
  phrase: string,
  needsNoun: boolean,
  voice: Voice,
  { article }: Reading,
): Pick<Dispute, 'isBack' | 'isPointed' | 'isPersonal' | 'owner' | 'content'> | undefined {
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

function trim({ start, end }: Span, { article }: Reading): Span {
  const words = article.text.slice(start, end);
  const lead = /^[\s,–—(-]+/u.exec(words)?.[0].length ?? 0;
  const tail = /[\s.,;:)–—-]+$/u.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}
