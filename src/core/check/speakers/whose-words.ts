import type { Span } from '../../article.ts';
import { isDoubtedClaim } from '../../grammar/claim-nouns.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { isFunctionWord, listWords, toStem } from '../../grammar/word-list.ts';
import { hasReservation } from '../facts/reservations.ts';
import { type Reading, sentenceAt, sentencesIn } from '../reading.ts';
import { type Speaker, standsFor } from './antecedents.ts';
import { disownsIn, isUnsaidBefore } from './disowned.ts';
import { findActs, maskedOf, type SpeechAct } from './voices.ts';

/** A statement and where its check quote stands, to be held against the sentence that gives it as said. */
export type Words = { statement: string; found: Span | undefined };

const minMatched = 0.5; // of a statement's words with content, for its place in a sentence to be known
const adjacentWords = 6; // between "believes" and what is believed
// A verb by which no one says what follows, but has it said against them, left open, or asked.
const denying = /^(?:den|reject|dismiss|disput|contest|decr|condemn|critici)/;
// The statement has it against them too; one that is only worded in the negative ("kept from") does not.
const tellsDenial =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject\p{Ll}*|dismiss\p{Ll}*|disput\p{Ll}*|refut\p{Ll}*|rebut\p{Ll}*|contest\p{Ll}*|decr(?:y|ied|ies)|condemn\p{Ll}*|criti\p{Ll}+|not|never|no|nobody|nothing|without|false|untrue|baseless|wrong)\b|n['’]t\b/iu;
const asking = /^(?:doubt|question|wonder|ask)/;
// What things show is said by whoever tells of it: "Cole said the figures show that".
const showing =
  /^(?:find|found|show|suggest|indicat|mean|reveal|demonstrat|kn[eo]w|estimat|feel|felt|remember|reali[sz]|hop|fear)/;
const clauseBreak = /[,;:—–(]|\b(?:and|but|while|when|after|before|as|because|although|since|who|which|until|than)\b/iu;
const resumes =
  /\b(?:and|but|or)\s+(?:also\s+)?that(?:\s+(?:the|an?|his|her|their|its|our|this|these|some|all|most|many|there|it|they|he|she))?\s*["“«]?$/iu;

/**
 * True where a voice gives a statement as its own: not where another one in its sentence says it ("Moss said that Pike told
 * him"), where it is denied, never said or only asked ("Cole denied saying"), or where somebody else's claim is repeated.
 */
export function isOwnStatement(voice: Voice, words: Words, speaker: Speaker, reading: Reading): boolean {
  const sentence = sentenceAt(sentencesIn(voice, reading)[0] ?? 0, reading);
  if (!sentence) return true;
  const masked = maskedOf(sentence, reading);
  const acts = findActs(sentence, reading);
  const own = acts.filter(({ voices }) => voices.some(({ start }) => start === voice.start));
  const content = placeOf(words, sentence, reading);
  if (own.length === 0) return true;
  return own.some((act) => {
    if (isUnsaid(act, words.statement, sentence, masked)) return false;
    const cue = masked.slice(act.cue.start - sentence.start, act.cue.end - sentence.start).toLowerCase();
    if (isQuoting(act, acts, reading)) return false;
    if (denying.test(cue) && !tellsDenial.test(words.statement)) return false;
    if (asking.test(cue) && !hasReservation(words.statement, 'open')) return false;
    if (content === undefined) return true;
    const isTakenBack = acts.some(
      (other) =>
        other.cue.start >= act.cue.end &&
        other.cue.end <= content.start &&
        isUnsaid(other, words.statement, sentence, masked),
    );
    return !isTakenBack && reaches(act, content, { acts, sentence, speaker, reading });
  });
}

// "Pratt quoted Cole as saying": Pratt only repeats it.
function isQuoting({ cue }: SpeechAct, acts: SpeechAct[], { masked }: Reading): boolean {
  const next = acts.find((other) => other.cue.start >= cue.end);
  return (
    next !== undefined &&
    /^(?:quot|cit|paraphras)/i.test(masked.slice(cue.start, cue.end)) &&
    /^\s[^,;:]{2,60}\sas\s$/u.test(masked.slice(cue.end, next.cue.start))
  );
}

function isUnsaid({ cue, voices }: SpeechAct, statement: string, sentence: Span, masked: string): boolean {
  const subject = Math.max(...voices.map(({ start }) => start).filter((start) => start < cue.start), sentence.start);
  return isUnsaidBefore(masked.slice(0, cue.start - sentence.start), statement, subject - sentence.start);
}

/** True where one of some sentences takes back, refutes or mocks the claim that a statement repeats. */
export function isRefuted({ statement, found }: Words, sentences: number[], reading: Reading): boolean {
  return sentences.some((id) => {
    const sentence = sentenceAt(id, reading);
    const place = sentence && placeOf({ statement, found }, sentence, reading);
    if (!sentence || !place) return false;
    const masked = maskedOf(sentence, reading);
    const lead = masked.slice(0, Math.max(0, place.start - sentence.start));
    const isDoubted = [
      lead,
      lead.replace(/\s(?:the|an?|our|his|her|their|its|this|all|most|many|some|there)\s*$/iu, ''),
    ].some(isDoubtedClaim);
    return isDoubted || disownsIn(masked, statement);
  });
}

/** True where what a statement says was told to its subject by somebody the sentence does not name. */
export function wasTold({ statement, found }: Words, sentences: number[], reading: Reading): boolean {
  const said = new Set(listWords(statement).map(({ key }) => key));
  return sentences.some((id) => {
    const sentence = sentenceAt(id, reading);
    if (!sentence) return false;
    const content = placeOf({ statement, found }, sentence, reading);
    return findActs(sentence, reading).some(
      ({ isPassive, voices, cue }) =>
        isPassive &&
        voices.length === 0 &&
        content !== undefined &&
        content.start >= cue.end &&
        !said.has(reading.article.text.slice(cue.start, cue.end).toLowerCase()),
    );
  });
}

type Scene = { acts: SpeechAct[]; sentence: Span; speaker: Speaker; reading: Reading };

/** True where no other act stands between one and the words it gives. */
function reaches(act: SpeechAct, content: Span, scene: Scene): boolean {
  const { acts, sentence, reading } = scene;
  const others = acts.filter((other) => isAnothers(other, act, scene) && !isQuoting(other, acts, reading));
  if (act.cue.start < content.start) {
    const lead = reading.article.text.slice(sentence.start, content.start);
    if (resumes.test(lead)) return true;
    return !others.some(({ cue }) => cue.start >= act.cue.end && cue.end <= content.start);
  }
  const start = Math.min(act.cue.start, ...act.voices.map((voice) => voice.start));
  if (others.some(({ cue }) => cue.start >= content.end && cue.end <= start)) return false;
  return !others.some(
    ({ cue }) =>
      cue.end <= content.start &&
      reading.article.text.slice(cue.start, cue.end) !== 'according' &&
      isShortGap(reading.masked.slice(cue.end, content.start)),
  );
}

/** True for an act of somebody else, who is not the one looked for. */
function isAnothers(other: SpeechAct, act: SpeechAct, { speaker, reading }: Scene): boolean {
  if (other.voices.length === 0 && !other.isPassive) return false;
  if (other === act || other.voices.some(({ start }) => act.voices.some((voice) => voice.start === start)))
    return false;
  const { text } = reading.article;
  const isShowing = showing.test(text.slice(other.cue.start, other.cue.end).toLowerCase());
  if (isShowing && other.voices.every(({ kind }) => kind !== 'named')) return false;
  // In one sentence with a speaker, "the report" is somebody else, wherever descriptions may lead otherwise.
  return !other.voices.some((voice) =>
    voice.kind === 'described'
      ? speaker.mentions.some(({ start, end }) => start < voice.end && end > voice.start)
      : /^(?:I|we)$/iu.test(text.slice(voice.start, voice.end)) || standsFor(voice, speaker, reading) !== undefined,
  );
}

// Behind a verb that closes a sentence: when, where or to whom it was said; anything else is said there.
const saysMore =
  /^\s(?!on |in |at |to |during |after |before |when |late |last |this |yesterday|today|earlier|later|he |she |told )\p{L}/iu;

function isShortGap(gap: string): boolean {
  return !clauseBreak.test(gap) && listWords(gap).length <= adjacentWords;
}

/**
 * Who tells that a voice said a statement, where the voice does not speak to the reporter itself: Moss of "Moss testified that
 * Pike told him", Pratt of "according to Pratt, Cole said".
 */
export function findTeller(voice: Voice, words: Words, speaker: Speaker, reading: Reading): Voice | undefined {
  const sentence = sentenceAt(sentencesIn(voice, reading)[0] ?? 0, reading);
  const content = sentence && placeOf(words, sentence, reading);
  if (!sentence || !content) return undefined;
  const acts = findActs(sentence, reading);
  const act = acts.find(({ voices }) => voices.some(({ start }) => start === voice.start));
  if (!act) return undefined;
  const scene = { acts, sentence, speaker, reading };
  const teller = acts.find((other) => {
    if (!isAnothers(other, act, scene) || other.isPassive) return false;
    const isAccording = reading.article.text.slice(other.cue.start, other.cue.end).toLowerCase() === 'according';
    if (other.cue.end <= voice.start) {
      const gap = reading.masked.slice(other.cue.end, voice.start);
      return isAccording ? !/[;:]/.test(gap) : !clauseBreak.test(gap) || quotes(gap);
    }
    const last = Math.max(content.end, act.cue.end, voice.end);
    if (other.cue.start <= last) return false;
    // "…, divers say no pump was there": they tell of something else.
    const behind = reading.masked.slice(other.cue.end, sentence.end);
    if (!isAccording && saysMore.test(behind)) return false;
    const gap = reading.masked.slice(last, other.cue.start);
    // "…, with the Courier reporting that": something else.
    if (/,\s+with\s/u.test(gap)) return false;
    return isAccording ? !/[;:]/.test(gap) : /^[^,;:]*,[^,;:]*$/u.test(gap) && !clauseBreak.test(gap.replace(',', ''));
  });
  return teller?.voices.find(({ kind }) => kind !== 'pronoun') ?? teller?.voices[0];
}

// "quoted Cole as saying": the "as" breaks no clause.
function quotes(gap: string): boolean {
  return !clauseBreak.test(gap.replace(/\bas\b/g, ''));
}

/** Where in a sentence a statement's words stand: the shortest stretch with all of them that it has. */
function placeOf({ statement, found }: Words, sentence: Span, { article }: Reading): Span | undefined {
  const isHere = found !== undefined && found.start < sentence.end && found.end > sentence.start;
  const wanted = new Set(
    listWords(statement)
      .filter(({ key }) => !isFunctionWord(key))
      .map(({ key }) => toStem(key)),
  );
  const words = listWords(article.text.slice(sentence.start, sentence.end)).map(({ key, start, end }) => ({
    stem: toStem(key),
    start: start + sentence.start,
    end: end + sentence.start,
  }));
  const met = words.filter(({ stem }) => wanted.has(stem));
  const distinct = new Set(met.map(({ stem }) => stem)).size;
  if (distinct === 0 || distinct < wanted.size * minMatched) return isHere ? found : undefined;
  let best: Span | undefined;
  const counts = new Map<string, number>();
  let from = 0;
  for (const { stem, end } of met) {
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
    while ((counts.get(met[from]?.stem ?? '') ?? 0) > 1) {
      const first = met[from]?.stem ?? '';
      counts.set(first, (counts.get(first) ?? 0) - 1);
      from += 1;
    }
    const start = met[from]?.start ?? 0;
    if (counts.size === distinct && (!best || end - start <= best.end - best.start)) best = { start, end };
  }
  return best;
}
