import type { Claim, Contest } from '../../brief.ts';
import { isBody, isSameName } from '../../grammar/names.ts';
import { negationPattern } from '../../grammar/negation-words.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { shareOfWords } from '../../grammar/overlap.ts';
import { toVerbStem } from '../../grammar/verb-forms.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import { cutPassage } from '../passage.ts';
import { type Reading, sentenceAt, textOf } from '../reading.ts';
import { isCalled, type Speaker, standsFor } from '../speakers/antecedents.ts';
import { findMentions } from '../speakers/mentions.ts';
import { findVoices } from '../speakers/voices.ts';
import { accusing } from './dispute-words.ts';
import { type Dispute, findDisputes } from './disputes.ts';

const minShared = 0.5; // of a claim's words, for it to rest on the sentence that a denial points back to
const minMeant = 0.66; // of a denial's words, for it to mean a claim elsewhere in the article: "took" is no form of "take" here
const ownerReach = 4; // sentences between somebody's claim and "Pratt's claims"
const reach = 3; // sentences between a claim and a denial that shares one word with it
const denial = /\b(?:den(?:y|ies|ied|ying)|reject|disput|dismiss|refut|contradict|rebut)/iu;

/**
 * Pairs claims with whoever disputes them in the article ("Washington denies such accusations"): the same claims, those that
 * are disputed with who does so and in which words. The dispute must mean the claim: right behind it, by its owner or by its words.
 */
export function pairContested(claims: Claim[], reading: Reading): Claim[] {
  const disputes = claims.length > 0 ? findDisputes(reading) : [];
  if (disputes.length === 0) return claims;
  return claims.map((claim) => {
    const met = disputes.filter((dispute) => means(dispute, claim, reading));
    if (met.length === 0) return claim;
    return { ...claim, contestedBy: met.map((dispute) => toContest(dispute, claim, claims, reading)) };
  });
}

function toContest(dispute: Dispute, claim: Claim, claims: Claim[], reading: Reading): Contest {
  const { voice, words, sentence } = dispute;
  const own = claims.findIndex(
    (other) =>
      other !== claim &&
      other.sentences.includes(sentence) &&
      isDenier(other, dispute, reading) &&
      denial.test(other.text),
  );
  const source = reading.article.text.slice(voice.start, voice.end).replace(/['’]s$/u, '');
  return { source, passage: cutPassage(words, reading), ...(own >= 0 && { claim: own + 1 }) };
}

function means(dispute: Dispute, claim: Claim, reading: Reading): boolean {
  if (denial.test(claim.text) || isDenier(claim, dispute, reading)) return false;
  if (dispute.isFigure && !/\p{N}/u.test(claim.text)) return false;
  if (!isAboutThem(dispute, claim, reading)) return false;
  if (dispute.before !== undefined) return isSaidBefore(dispute, claim, reading);
  if (dispute.owner) return isOwned(dispute, claim);
  return dispute.isBack ? isMeantBack(dispute, claim, reading) : isMeantByWords(dispute, claim, reading);
}

// "…, which Islamabad denies"
function isSaidBefore({ sentence, before = 0 }: Dispute, claim: Claim, reading: Reading): boolean {
  const start = sentenceAt(sentence, reading)?.start ?? before;
  const said = reading.article.text.slice(start, before);
  return claim.sentences.includes(sentence) && shareOfWords(claim.text, said) >= minShared;
}

// "Washington denies such accusations": what the sentence before has somebody say or accuse.
function isMeantBack(dispute: Dispute, claim: Claim, reading: Reading): boolean {
  const id = dispute.sentence - 1;
  const sentence = sentenceAt(id, reading);
  if (!sentence || !claim.sentences.includes(id)) return false;
  const said = textOf([id], reading);
  if (shareOfWords(claim.text, said) < minShared) return false;
  if (dispute.isPersonal && !/person|anonymous/.test(claim.source.kind)) return false;
  const voices = findVoices(sentence, reading);
  if (voices.some((voice) => isDenierSpeaking(voice, dispute, reading))) return false;
  if (accusing.test(said)) return true;
  // "The allegations" are those just before where the article has named none until then.
  const isFirst = dispute.subjects === undefined && !accusing.test(reading.article.text.slice(0, sentence.start));
  return (dispute.isPointed || isFirst) && voices.length > 0;
}

function isOwned({ owner, content, sentence }: Dispute, claim: Claim): boolean {
  const { name } = claim.source;
  if (!owner || name === null) return false;
  const keys = listWords(name).map(({ key }) => key);
  if (!isSameName(owner.keys, keys)) return false;
  if (content.length > 0) return shareOf(content, claim) >= minShared;
  return claim.sentences.some((id) => id < sentence && sentence - id <= ownerReach);
}

function isMeantByWords({ content, sentence, words }: Dispute, claim: Claim, reading: Reading): boolean {
  if (shareOf(content, claim) < minMeant) return false;
  const isDenied = [...claim.text.matchAll(negationPattern)].length > 0;
  const denies = [...reading.article.text.slice(words.start, words.end).matchAll(negationPattern)].length > 0;
  if (isDenied && !denies) return false;
  if (claim.sentences.includes(sentence)) return false;
  if (content.length > 1) return true;
  return claim.sentences.some((id) => id < sentence && sentence - id <= reach) || accusing.test(claim.text);
}

// "Pike insists he did not take bribes" means no claim about Cole, none of other deeds and none that denies as well.
function isAboutThem(
  { subjects, verb, sentence }: Dispute,
  { text, source, sentences }: Claim,
  reading: Reading,
): boolean {
  if (!subjects) return true;
  const own = new Set(listWords(source.name ?? '').map(({ key }) => key));
  const said = listWords(`${text} ${sentences.includes(sentence - 1) ? textOf([sentence - 1], reading) : ''}`);
  const isNamed = subjects.some(
    (key) => !isFunctionWord(key) && !own.has(key) && said.some((word) => word.key === key),
  );
  if (verb === undefined) return isNamed;
  const isDenied = [...text.matchAll(negationPattern)].length > 0;
  const stem = toVerbStem(verb);
  return isNamed && !isDenied && listWords(text).some(({ key }) => toVerbStem(key) === stem);
}

function shareOf(content: string[], { text }: Claim): number {
  const stems = new Set(listWords(text).map(({ key }) => toStem(key)));
  return content.filter((stem) => stems.has(stem)).length / content.length;
}

// What somebody denies behind their own words is no claim of theirs: "Cole said it was late. He denied the allegations."
function isDenierSpeaking(voice: Voice, { voice: denier }: Dispute, reading: Reading): boolean {
  if (voice.kind === 'described') return false;
  const speaker = toSpeaker(reading.article.text.slice(denier.start, denier.end), reading);
  return standsFor(voice, speaker, reading) !== undefined;
}

/** True where a claim's source is the one who disputes. */
function isDenier({ source }: Claim, { voice }: Dispute, reading: Reading): boolean {
  if (source.name === null) return false;
  const speaker = toSpeaker(source.name, reading);
  if (voice.kind !== 'described' || !/person/.test(source.kind))
    return standsFor(voice, speaker, reading) !== undefined;
  // "The ministry" is no person of the sentence before, "the mayor" only one whom the article calls so.
  const head = listWords(reading.article.text.slice(voice.start, voice.headEnd)).at(-1)?.key ?? '';
  // "Moss accused the board": a body beside a person's name is no title of theirs.
  if (isBody([head])) return speaker.mentions.some(({ start, end }) => start < voice.end && end > voice.start);
  return speaker.mentions.some(
    (mention) => (mention.start < voice.end && mention.end > voice.start) || isCalled(toStem(head), mention, reading),
  );
}

function toSpeaker(name: string, reading: Reading): Speaker {
  return { name, mentions: findMentions(name, reading), known: new Map() };
}
