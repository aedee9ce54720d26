import type { Span } from '../../article.ts';
import { readNounPhrase, type Voice } from '../../grammar/noun-phrase.ts';
import { type Reading, sentenceAt, sentencesIn } from '../reading.ts';
import { maskedOf } from '../speakers/voices.ts';
import { anyDenial, readDenial } from './denials.ts';
import { findSubjectOf, isTold, toShown } from './disputant.ts';
import { cutObject, type DisputeObject, readObject } from './dispute-object.ts';
import { claimNoun, disputing, ofContent, untrue } from './dispute-words.ts';

/**
 * A sentence in which somebody disputes what somebody else says. `words`: those that say so. `before`: where it ends what was
 * said in the same sentence.
 */
export type Dispute = DisputeObject & { sentence: number; voice: Voice; words: Span; before: number | undefined };

const maxDisputes = 120; // sentences that are looked at
const anyDispute = new RegExp(`\\b(?:${anyDenial}|no evidence)\\b`, 'giu');

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
  if (isWithdrawn(id, masked, reading)) return undefined;
  const met = readAside(id, masked, sentence, reading) ?? readVerb(id, masked, sentence, reading);
  if (met) return met;
  const denial = readDenial(id, reading);
  return denial && { ...denial, sentence: id, words: trim(denial.words, reading), before: undefined };
}

const owning =
  '(?:admit(?:s|ted)?|conced(?:es?|ed)|confess(?:es|ed)?|acknowledg(?:es?|ed)|own(?:s|ed) up|withdr(?:ew|awn|aws?)|retract(?:s|ed)?)\\b';
const thenOwned = new RegExp(
  `\\b(?:but|before|and)\\s(?:(?:he|she|they|it|has|have|had|now|later|since|then|eventually|finally|also|on \\p{L}+)\\s){0,4}${owning}|${owning}\\s(?:its|his|her|their|that|the|an earlier)\\s(?:\\p{Ll}+\\s)?denials?\\b`,
  'iu',
);
const ownedLater = new RegExp(
  `^(?:But\\s)?(?:he|she|they|it)\\s(?:(?:has|have|had)\\s)?(?:later|since|now|then|eventually|finally)\\s${owning}`,
  'iu',
);

// "Pike first denied it but later admitted that": no dispute is left.
function isWithdrawn(id: number, masked: string, reading: Reading): boolean {
  const next = sentenceAt(id + 1, reading);
  return thenOwned.test(masked) || (next !== undefined && ownedLater.test(maskedOf(next, reading)));
}

const adverb = '(?:\\p{Ll}+ly\\s|also\\s|always\\s|since\\s|again\\s|later\\s){0,2}';
const done = `(?:ha(?:s|ve|d)\\s)?${adverb}(?:${disputing})`;
const aside = new RegExp(
  `(?:[,–—(]|\\s-)\\s*(?:which|something(?:\\sthat)?|(?:an?|the)\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})(?:\\s(?:that|which))?)\\s(?<who>[^,;:–—()]{2,70}?)\\s${done}(?:\\s\\p{Ll}+ly)?\\s*(?=[.,;)–—!?]|$)`,
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
    ...{ isBack: true, isPointed: true, isPersonal: false, isFigure: false, owner: undefined },
    ...{ content: [], subjects: undefined, verb: undefined },
  };
}

const unsure =
  /\b(?:not|never|cannot|could|would|may|might|should|must|if|to|whether|unable|refus\p{Ll}*|declin\p{Ll}*|who|which|that|be|been|was|were|is|are|being|longer|once|initially|originally|first)\s(?:\p{Ll}+ly\s)?$|n['’]t\s(?:\p{Ll}+ly\s)?$/iu;
const conditional = /\b(?:if|whether|unless|until)\s(?:\p{L}+\s){1,4}$/iu;
const nounMaker = /\b(?:the|an?|his|her|their|its|of|by)\s$/iu;
const quarrel = /^\s(?:between|over|with|among|about)\b/u; // "disputes between heirs"
const courtAct = /\b(?:charges|complaint|case|lawsuit|appeal|motion)\b/iu;
const verb = new RegExp(`(?<![\\p{L}-])(?<cue>${disputing})(?![\\p{L}-])`, 'giu');
const called = new RegExp(
  `(?<![\\p{L}-])(?<cue>call(?:s|ed)|describ(?:es|ed)|brand(?:s|ed)|label(?:s|ed|led)|sa(?:id|ys?))\\s(?:that\\s(?=(?:the|these|those|such|all|any|that|this|his|her|their)\\s))?(?<object>(?:(?:the|these|those|such|all|all of|any|that|this|her|his|their)\\s)*(?:\\p{L}+['’]s?\\s)?(?:${claimNoun})\\b[^.;,]{0,60}?)\\s(?:as\\s|is\\s|are\\s|was\\s|were\\s|had been\\s)?(?:\\p{Ll}+ly\\s)?["“]?(?:${untrue})\\b`,
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

function trim({ start, end }: Span, { article }: Reading): Span {
  const words = article.text.slice(start, end);
  const lead = /^[\s,–—(-]+/u.exec(words)?.[0].length ?? 0;
  const tail = /[\s.,;:)–—-]+$/u.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}
