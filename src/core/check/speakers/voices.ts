import type { Span } from '../../article.ts';
import { readClaimNouns } from '../../grammar/claim-nouns.ts';
import { isCue, passive } from '../../grammar/cues.ts';
import { opener, type Part, readNounPhrase, relative, type Voice } from '../../grammar/noun-phrase.ts';
import { cutBehind, cutClause, readBefore, readLastPhrase, readOpening, readSubject } from '../../grammar/subjects.ts';
import { listWords, type Word } from '../../grammar/word-list.ts';
import type { Reading } from '../reading.ts';

const maxLength = 3000; // characters of a sentence that are looked at; a longer one is no sentence

/**
 * Who a sentence gives as speaking, thinking or finding, in reading order: the subject of every reporting verb that stands
 * outside quotation marks, before it or behind it, and whoever follows "according to". Words and word order alone are
 * looked at (English), so one verb may give several candidates; none where the sentence reports nothing.
 */
export function findVoices(sentence: Span, reading: Reading): Voice[] {
  return findActs(sentence, reading).flatMap(({ voices }) => voices);
}

/**
 * A verb that reports and who it gives as speaking. `isPassive`: the verb's subject is told, not telling ("Cole was told
 * by Pratt that"); whoever tells may then be nobody. Without voices, an act is one told of ("Eastman says he believes").
 */
export type SpeechAct = { cue: Span; voices: Voice[]; isPassive: boolean };

/** What a sentence gives as said, thought or found, in reading order. */
export function findActs(sentence: Span, reading: Reading): SpeechAct[] {
  const known = reading.acts.get(sentence.start);
  if (known) return known;
  const acts = readActs(sentence, reading);
  reading.acts.set(sentence.start, acts);
  return acts;
}

function readActs(sentence: Span, reading: Reading): SpeechAct[] {
  const masked = maskedOf(sentence, reading);
  const words = listWords(masked);
  const acts: SpeechAct[] = [];
  let clauseStart = 0;
  for (const [at, word] of words.entries()) {
    const told = readTold(at, words, masked);
    if (told) acts.push({ cue: word, voices: told, isPassive: true });
    if (told || !isCue(at, words, masked)) continue;
    const voices: Voice[] = [];
    acts.push({ cue: word, voices, isPassive: false });
    if (word.key === 'according') {
      voices.push(...readNounPhrase(cutSource(cutClause(masked, words[at + 1]?.end ?? word.end))));
      continue;
    }
    const quoted = readQuoted(masked, word, clauseStart);
    if (quoted) {
      voices.push(...quoted);
      clauseStart = word.end;
      continue;
    }
    const isAside = relative.test(words[at - 1]?.key ?? '');
    const whole = masked.slice(clauseStart, isAside ? words[at - 1]?.start : word.start);
    // "Pike read out a letter in which Moss wrote"
    const lead = whole.replace(/^.*\s(?:in|on|to|under|from|by|during) (?:which|whom)(?=\s\p{L})/su, (words) =>
      ' '.repeat(words.length),
    );
    const before = { text: lead.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length)), start: clauseStart };
    const after = cutClause(masked, word.end);
    const found = isAside ? readAntecedents(before, words[at - 1]?.key) : readSubject(before, after, word);
    // "…, he added, saying": a verb without a subject of its own has the sentence's.
    const earlier = acts.flatMap((act) => act.voices);
    const leaned = earlier.length > 0 ? earlier.slice(0, 1) : (readClause(before) ?? readOpening(masked, word.start));
    voices.push(...(found ?? leaned));
    // "An official, who asked not to be named, said": the clause goes on behind the aside.
    if (!isAside) clauseStart = word.end;
  }
  acts.push(...readClaimNouns(masked));
  const label = /^\s*([^:“"\n]{2,40}):\s/u.exec(masked)?.[1];
  if (label && acts.every(({ voices }) => voices.length === 0) && isLineStart(sentence.start, reading))
    acts.push({
      cue: { start: label.length, end: label.length + 1 },
      voices: readNounPhrase({ text: label, start: 0 }),
      isPassive: false,
    });
  if (acts.every(({ voices }) => voices.length === 0)) acts.push(...readSignature(masked));
  const all = acts.flatMap(({ voices }) => voices);
  const first = all.find(({ kind }) => kind !== 'pronoun');
  const isOwn = (voice: Voice): boolean =>
    first === undefined || all.indexOf(voice) < all.indexOf(first) || !isTold(voice, masked);
  return acts
    .map(({ cue, voices, isPassive }) => ({
      cue: { start: cue.start + sentence.start, end: cue.end + sentence.start },
      voices: toArticle(voices.filter(isOwn), sentence),
      isPassive,
    }))
    .toSorted((one, other) => one.cue.start - other.cue.start);
}

// "…, when strangers walk up and say": the subject of the clause whose second verb it is.
function readClause({ text, start }: Part): Voice[] | undefined {
  const last = text.slice(text.lastIndexOf(',') + 1);
  const isClause =
    /^\s(?:when|whenever|if|as|because|while|since|until|he|she|they|we|I)\s.*\s(?:and|or|but)\s*$/u.test(last);
  return isClause ? readNounPhrase({ text: last, start: start + text.length - last.length }) : undefined;
}

// "“The lamp never went out.” — Edvard Holm, keeper", and the same in a line of its own
function readSignature(masked: string): SpeechAct[] {
  const met = /(?:^|\uFFFC["”“»«’'][.,]?)\s*(?<dash>[—–―-]{1,2})\s?(?=\p{Lu})(?<who>[^\uFFFC\n]{3,120})$/u.exec(masked);
  const { dash, who } = met?.groups ?? {};
  if (!met || dash === undefined || who === undefined) return [];
  const start = met.index + met[0].length - who.length;
  const name = cutClause(masked, start);
  const cue = { start: met.index + met[0].indexOf(dash), end: met.index + met[0].indexOf(dash) + dash.length };
  return [{ cue, voices: readNounPhrase(name).filter(({ kind }) => kind === 'named'), isPassive: false }];
}

// "According to the Mason Index Professor Dunn is": the source ends where the one that a clause is about begins.
function cutSource({ text, start }: Part): Part {
  const met =
    /^(?<source>.*?\p{L})\s(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|President|Prime Minister|Minister|Senator|Governor|Mayor)\.?\s(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:is|was|are|were|has|had|will|would|can|could|may|might|must)\s/u.exec(
      text,
    );
  return { text: met?.groups?.source ?? text, start };
}

// "A letter from Pratt, which says": the one next to "which", where there is one; "who" may be the subject as well.
function readAntecedents(before: Part, relative: string | undefined): Voice[] {
  const nearest = readLastPhrase(before);
  return relative === 'which' && nearest.length > 0 ? nearest : [...readBefore(before), ...nearest];
}

const addressing = /^(?:told|informed|warned|advised|assured|notified|reminded|briefed)$/;

/** Who tells where a verb's subject is told: "Cole was told by Pratt"; undefined where the verb is no such one. */
function readTold(at: number, words: Word[], masked: string): Voice[] | undefined {
  const word = words[at];
  const before = words.slice(Math.max(0, at - 3), at).findLast(({ key }) => !/ly$|^not$/.test(key));
  if (!word || !addressing.test(word.key) || !passive.test(before?.key ?? '')) return undefined;
  const clause = cutClause(masked, word.end);
  const agent = /^\s(?:\p{Ll}+\s){0,3}?by\s/u.exec(clause.text)?.[0];
  return agent
    ? readNounPhrase(cutBehind({ text: clause.text.slice(agent.length), start: clause.start + agent.length }))
    : [];
}

// "Pratt quoted Cole as saying", "Pratt heard Cole say": the one whose words they are stands between the two verbs.
const quoting =
  /(?<![\p{L}\p{N}])(?:quot(?:ed?|es|ing)|paraphras(?:ed?|es|ing)|cit(?:ed?|es|ing)|recall(?:ed|s|ing)?|remember(?:ed|s|ing)?|hear(?:d|s|ing)?|overheard|describ(?:ed|es|ing)|show(?:s|ed|ing)?|record(?:ed|s|ing)?|film(?:ed|s|ing)?|caught)\s+([^,;:\uFFFC]{2,60}?)\s+(?:as\s+)?(?:\p{Ll}+ly\s+)?$/u;

const maxQuotingVerb = 12; // characters

function readQuoted(masked: string, { key, start: end }: Word, clauseStart: number): Voice[] | undefined {
  if (!/ing$|^(?:say|tell|write|admit|claim)$/.test(key)) return undefined;
  // The verb before may be the clause's own cue: "“…,” Pratt quoted Cole as saying".
  const start = Math.max(0, clauseStart - maxQuotingVerb);
  const met = quoting.exec(masked.slice(start, end));
  const subject = met?.[1];
  if (!met || subject === undefined || /^by\s/.test(subject)) return undefined;
  if (listWords(subject).some((word) => opener.test(word.key))) return undefined;
  return readNounPhrase({ text: subject, start: start + met.index + met[0].indexOf(subject) });
}

// "Eastman says he is alarmed by what they found": those behind the one who says it are told about; "…, he said" is not.
function isTold({ kind, start, end }: Voice, masked: string): boolean {
  return (
    kind === 'pronoun' &&
    !/^(?:I|we)$/iu.test(masked.slice(start, end)) &&
    !/[,"”’»\uFFFC]\s*$/u.test(masked.slice(0, start))
  );
}

/** Whom a sentence that reports nothing speaks of first: its subject, whose own act or stance it may be. */
export function findSubject(sentence: Span, reading: Reading): Voice[] {
  const masked = maskedOf(sentence, reading);
  return toArticle(readOpening(masked, masked.length), sentence);
}

/** A sentence with every character inside quotation marks replaced; of a sentence that is none, its beginning. */
export function maskedOf({ start, end }: Span, { masked }: Reading): string {
  return masked.slice(start, Math.min(end, start + maxLength));
}

function toArticle(voices: Voice[], sentence: Span): Voice[] {
  return voices.map(({ start, end, headEnd, kind }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
    headEnd: headEnd + sentence.start,
    kind,
  }));
}

function isLineStart(at: number, { article }: Reading): boolean {
  return at === 0 || /[\n\r]\s*$/u.test(article.text.slice(Math.max(0, at - 3), at));
}
