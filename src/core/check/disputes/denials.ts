import type { Span } from '../../article.ts';
import { readNounPhrase, type Voice } from '../../grammar/noun-phrase.ts';
import { readOpening } from '../../grammar/subjects.ts';
import { listWords } from '../../grammar/word-list.ts';
import { type Reading, sentenceAt } from '../reading.ts';
import { findActs, maskedOf } from '../speakers/voices.ts';
import { findSubjectOf, isTold, toShown } from './disputant.ts';
import { cutObject, type DisputeObject, readObject, toContent } from './dispute-object.ts';
import { claimNoun, disputed, disputing, ofContent, untrue } from './dispute-words.ts';

/** Who denies in a sentence, the words that say so, and what is denied. */
export type Denial = DisputeObject & { voice: Voice; words: Span };
type Place = { id: number; sentence: Span; masked: string; raw: string; reading: Reading };

/**
 * A denial that is no verb with its object: "the claim was denied by Pike", "Denying the claims, Pike said", a plea of not
 * guilty, “That is not true,” and "Pike insists he did not take bribes".
 */
export function readDenial(id: number, reading: Reading): Denial | undefined {
  const sentence = sentenceAt(id, reading);
  if (!sentence) return undefined;
  const masked = maskedOf(sentence, reading);
  const raw = reading.article.text.slice(sentence.start, sentence.start + masked.length);
  const place = { id, sentence, masked, raw, reading };
  for (const read of [readPassive, readParticiple, readPlea, readQuoted, readSaid, readNegated, readMutual]) {
    const denial = read(place);
    if (denial) return denial;
  }
  return undefined;
}

const back: DisputeObject = {
  ...{ isBack: true, isPointed: false, isPersonal: false, isFigure: false },
  ...{ owner: undefined, content: [], subjects: undefined, verb: undefined },
};

const passive = new RegExp(
  `^(?<what>[^,;:\\uFFFC]{4,120}?)\\s(?:was|were|is|are|(?:has|have|had) (?<since>\\p{Ll}+\\s)?been)\\s(?<adverb>\\p{Ll}+\\s)?(?<cue>${disputed})\\s(?:on \\p{L}+ )?by\\s(?<who>[^,;:()\\uFFFC]{2,90})`,
  'iu',
);
const doubtful = /^(?:not|never|being|largely|once|initially|originally|first)\s$/iu;
const agentEnd =
  /[.,;]|\s(?:on|in|at|during|after|before|when|who|which|as|since|last|this|earlier|yesterday|today)(?=\s|[.,;]|$)/u;

// "The accusation has been denied by the ministry."
function readPassive({ id, sentence, masked, reading }: Place): Denial | undefined {
  const met = passive.exec(masked);
  const { what, who, adverb = '', since = '', cue = '' } = met?.groups ?? {};
  if (!met || what === undefined || who === undefined || doubtful.test(since) || doubtful.test(adverb))
    return undefined;
  const stop = who.search(agentEnd);
  const agent = stop < 0 ? who : who.slice(0, stop);
  const start = met[0].length - who.length;
  const [read] = readNounPhrase({ text: agent, start: start + sentence.start });
  if (
    !read ||
    read.kind === 'pronoun' ||
    /\b(?:courts?|judges?|jury|magistrates?|tribunal|nobody|no one|none)\b/iu.test(agent)
  )
    return undefined;
  const voice = toShown(
    read.kind === 'named' ? read : { ...read, end: sentence.start + start + agent.length },
    id,
    reading,
  );
  const needsNoun = !(/^th(?:at|is)$/iu.test(what.trim()) && ofContent.test(cue));
  const object = voice && readObject(what, needsNoun, voice, reading);
  return object && { ...object, voice, words: sentence };
}

const participle =
  /(?:^(?:While\s|In\s|By\s|But\s)?|,\s(?:while\s)?)(?:\p{Ll}+ly\s)?(?<cue>denying|disputing|rejecting|dismissing|refuting|contradicting|rebutting)\s(?<object>[^,;:]{3,120}?)(?=[,;.]|$)/iu;

// "Denying the allegations, Pike said", "Pike left the hall, denying any wrongdoing."
function readParticiple({ id, sentence, masked, reading }: Place): Denial | undefined {
  const met = participle.exec(masked);
  const { cue, object } = met?.groups ?? {};
  if (!met || cue === undefined || object === undefined) return undefined;
  const start = met.index + met[0].indexOf(cue);
  const behind = met.index + met[0].length + 1;
  const isLeading = met.index === 0 && !met[0].startsWith(',');
  const acts = findActs(sentence, reading).flatMap(({ voices }) => voices);
  const near = isLeading
    ? acts.find((voice) => voice.start >= sentence.start + behind)
    : acts.findLast((voice) => voice.start < sentence.start + start);
  const [opening] = isLeading ? readOpening(masked.slice(behind), masked.length) : readOpening(masked, met.index);
  // Where a described one ends ("the firm offered") is not told.
  const lead = opening && opening.kind !== 'described' ? opening : undefined;
  const subject = near ?? (lead && shift(lead, sentence.start + (isLeading ? behind : 0)));
  const voice = subject && toShown(subject, id, reading);
  const read = voice && readObject(cutObject(object), !ofContent.test(cue), voice, reading);
  return read && { ...read, voice, words: from(start, sentence) };
}

const plea =
  /(?<![\p{L}-])(?<cue>plead(?:s|ed)|pled|entered)\s(?:(?:a\s)?pleas? of\s)?["“]?not guilty["”]?(?<to>\sto\s[^.;,]{3,90})?/iu;
const charges =
  /^\sto\s(?:(?:all|both|the|these|those|any|of|\p{L}+)\s)*(?:charges?|counts?|accusations?|allegations?)\b/iu;

// What is denied is what the sentence before has the same person accused of, or what the plea names.
function readPlea(place: Place): Denial | undefined {
  const met = plea.exec(place.raw);
  const voice = met && findVoice(met, place);
  if (!met || !voice) return undefined;
  const to = met.groups?.to;
  const content = to === undefined || charges.test(to) ? [] : toContent(to.slice(4), voice, place.reading);
  const subjects = keysOf(voice, place.reading);
  return { ...back, isBack: content.length === 0, content, subjects, voice, words: from(met.index, place.sentence) };
}

const what = `that|this|it|them|(?:all|any|none) of (?:that|this|it|them)|(?:the|these|those|such|this|that|his|her|their)\\s(?:\\p{Ll}+\\s)?(?:${claimNoun})`;
const noTruth = `(?:absolutely\\s|simply\\s)?(?:no truth(?: at all)?|not a (?:shred|grain|word|bit) of truth|nothing true)\\s(?:in|to)\\s(?<in>${what})`;
const isUntrue = `(?:\\p{Ll}+ly\\s|just\\s|all\\s|an?\\s|total\\s|complete\\s|pure\\s){0,3}(?:not true|${untrue})`;
const quoted = new RegExp(
  `["“](?:(?:No|Well|Look|Absolutely not|Of course not)[,.]\\s)?(?:(?<object>That|It|They|${what})(?:\\s(?:is|are|was|were)|['’](?:s|re))\\s${isUntrue}|None of (?<none>that|this|it) (?:is|was) true|There(?:['’]s|\\sis|\\swas|\\swere)\\s${noTruth})(?:\\s(?:at all|whatsoever))?[.,!;]?["”]`,
  'iu',
);

// "“That is not true,” said Pike."
function readQuoted({ id, sentence, raw, reading }: Place): Denial | undefined {
  const met = quoted.exec(raw);
  const [said] = met ? findActs(sentence, reading).flatMap(({ voices }) => voices) : [];
  const voice = said && toShown(said, id, reading);
  const object = met?.groups?.object ?? met?.groups?.none ?? met?.groups?.in;
  const read = voice && object !== undefined && toBack(object, voice, reading);
  if (!read || !met) return undefined;
  const start = sentence.start + met.index;
  return { ...read, voice, words: { start: start + 1, end: start + met[0].length - 1 } };
}

const saidUntrue = new RegExp(
  `(?<![\\p{L}-])(?<cue>sa(?:id|ys?)|insist(?:s|ed)|maintain(?:s|ed)|told)\\s(?:[^,.;:“”]{2,40}?\\s)??(?:that\\s(?=th|such|his|her))?(?:(?<object>that|this|${what})\\s(?:is|are|was|were)\\s${isUntrue}(?=[.,;]|$|\\sand\\b)|there\\s(?:is|was)\\s${noTruth})`,
  'iu',
);

// "Pike told reporters the claim was untrue", "Pike said there was no truth in it"
function readSaid(place: Place): Denial | undefined {
  const met = saidUntrue.exec(place.masked);
  const object = met?.groups?.object ?? met?.groups?.in;
  const voice = met && object !== undefined ? findVoice(met, place) : undefined;
  const read = voice && object !== undefined && toBack(object, voice, place.reading);
  return read && met ? { ...read, voice, words: from(met.index, place.sentence) } : undefined;
}

const stating = '(?<![\\p{L}-])(?<cue>insist(?:s|ed)|maintain(?:s|ed)|sa(?:id|ys?)|stress(?:es|ed))';
const rightly =
  '(?:done|did) nothing (?:wrong|illegal|improper|unlawful)|acted (?:lawfully|legally|properly|correctly)';
const negated = new RegExp(
  `${stating}\\s(?:that\\s)?(?<who>[^,;:.“”\\uFFFC]{1,60}?)\\s(?:(?:had|has|have)?\\s?(?<right>${rightly})|(?:(?:had|has|have|did|do|does)(?:\\snot|n['’]t|\\snever)|never)\\s(?<did>[^,;:.\\uFFFC]{4,120}))`,
  'iu',
);

// "Pike insists he did not take bribes": what he did not do must be what the claim says of him, by the same verb.
function readNegated(place: Place): Denial | undefined {
  const met = negated.exec(place.masked);
  const { who, did } = met?.groups ?? {};
  const voice = met && who !== undefined ? findVoice(met, place) : undefined;
  if (!met || who === undefined || !voice) return undefined;
  const isOwn = /^(?:it|he|she|they|we|its|his|her)(?:\s|$)/iu.test(who);
  const subjects = isOwn ? keysOf(voice, place.reading) : listWords(who).map(({ key }) => key);
  const words = from(met.index, place.sentence);
  if (did === undefined) return { ...back, subjects, voice, words };
  const verb = listWords(did).find(({ key }) => !/^(?:ever|been|be|even|\p{L}+ly)$/u.test(key));
  if (!verb) return undefined;
  const content = toContent(did.slice(verb.end), voice, place.reading);
  return content.length === 0 ? undefined : { ...back, isBack: false, content, subjects, verb: verb.key, voice, words };
}

const mutual =
  /(?<who>(?:both|the (?:two|warring|rival)|each)\s(?:sides?|parties|countries|governments|armies|camps|companies|families))\s(?:(?:have|has|had|also|repeatedly|long|since|again)\s)*(?<cue>accuse[sd]?|blame[sd]?)\s(?:each other|one another|the other)(?:\s(?:of|for)\s(?<of>[^.;]{4,120}))?/iu;

// "Both sides accuse each other of breaking the truce."
function readMutual({ sentence, masked, reading }: Place): Denial | undefined {
  const met = mutual.exec(masked);
  const { who, of } = met?.groups ?? {};
  if (!met || who === undefined) return undefined;
  const start = sentence.start + met.index;
  const voice: Voice = { start, end: start + who.length, headEnd: start + who.length, kind: 'described' };
  if (isTold(voice, sentence, reading)) return undefined;
  const content = of === undefined ? [] : toContent(of, voice, reading);
  return { ...back, isBack: content.length === 0, content, voice, words: { start, end: sentence.end } };
}

const unsure =
  /(?:\b(?:not|never|could|would|may|might|should|must|if|to|whether|who|which|that|will)\s(?:\p{Ll}+ly\s)?|n['’]t\s)$/iu;

function findVoice(met: RegExpExecArray, { id, sentence, masked, reading }: Place): Voice | undefined {
  const cue = met.groups?.cue ?? '';
  if (unsure.test(masked.slice(0, met.index))) return undefined;
  const subject = findSubjectOf({ start: met.index, cue }, masked, sentence, reading);
  return subject && !isTold(subject, sentence, reading) ? toShown(subject, id, reading) : undefined;
}

function toBack(object: string, voice: Voice, reading: Reading): DisputeObject | undefined {
  const bare = object.replace(/^(?:all|any|none) of /iu, '');
  const read = readObject(/^they$/iu.test(bare) ? 'them' : bare, false, voice, reading);
  return read?.isBack || read?.owner ? read : undefined;
}

function keysOf({ start, end }: Span, { article }: Reading): string[] {
  return listWords(article.text.slice(start, end)).map(({ key }) => key);
}

function from(start: number, sentence: Span): Span {
  return { start: sentence.start + start, end: sentence.end };
}

function shift(voice: Voice, by: number): Voice {
  return { ...voice, start: voice.start + by, end: voice.end + by, headEnd: voice.headEnd + by };
}

/** Matches what may begin a denial of these kinds, for a first look at an article. */
export const anyDenial = `(?:${disputing})|denying|disputing|rejecting|dismissing|refuting|rebutting|not guilty|none of|no truth|nothing true|not true|of truth|(?:${untrue})|(?:both|two|warring|rival|each) (?:sides?|parties|countries|governments|armies|camps|companies|families)|(?:insist|maintain|stress|sa[iy])\\p{Ll}*\\b[^.!?\\n]{0,70}?(?:\\b(?:not|never|nothing|lawfully|legally|properly|correctly)|n['’]t)`;
