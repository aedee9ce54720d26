import type { Span } from '../../article.ts';
import { isBody } from '../../grammar/names.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { readOpening, readSubject } from '../../grammar/subjects.ts';
import { isFunctionWord, listWords } from '../../grammar/word-list.ts';
import { type Reading, sentenceAt } from '../reading.ts';
import { standsFor } from '../speakers/antecedents.ts';
import { findMentions } from '../speakers/mentions.ts';
import { findActs, findSubject, findVoices } from '../speakers/voices.ts';

/**
 * Who disputes by a verb: its own subject, else whoever spoke before in the sentence, else the sentence's.
 *
 * @param masked  the sentence, in which the verb `cue` starts at `start`
 */
export function findSubjectOf(
  { start, cue }: { start: number; cue: string },
  masked: string,
  sentence: Span,
  reading: Reading,
): Voice | undefined {
  const at = sentence.start + start;
  const acts = findActs(sentence, reading);
  const [known] = acts.find((act) => act.cue.start === at)?.voices ?? [];
  if (known) return known;
  const lead = masked.slice(0, start).replace(/\([^()]*\)/g, (words) => ' '.repeat(words.length));
  const word = { text: cue, key: cue.toLowerCase(), start, end: start + cue.length };
  const [own] = readSubject({ text: lead, start: 0 }, { text: '', start: start + cue.length }, word) ?? [];
  if (own) return shift(own, sentence.start);
  const [said] = acts.filter(({ cue: { end } }) => end <= at).flatMap(({ voices }) => voices);
  const [opening] = readOpening(masked, start);
  return said ?? (opening && shift(opening, sentence.start));
}

/** True where somebody else tells of it: "He added that some leaders deny". */
export function isTold(voice: Voice, sentence: Span, reading: Reading): boolean {
  return findActs(sentence, reading).some(
    ({ cue, voices }) =>
      cue.end <= voice.start &&
      voices.every(({ start }) => start !== voice.start) &&
      !/[,;:—–(]|\b(?:but|while|and)\b/iu.test(reading.masked.slice(cue.end, voice.start)),
  );
}

const tail = /(?:\s(?:today|yesterday|flat|out|also|since|has|have|had|repeatedly|again|now|later|\p{Ll}+ly))+$/u;
const maxName = 90; // characters; more is no way to name somebody

/** The voice as it is named in a brief; undefined for the page's own "we", and where the text does not say who "he" is. */
export function toShown(voice: Voice, id: number, reading: Reading): Voice | undefined {
  const said = reading.article.text.slice(voice.start, voice.end);
  if (voice.kind !== 'pronoun') {
    const words = listWords(said);
    const end = voice.end - (tail.exec(said)?.[0].length ?? 0);
    const isName = words.some(
      ({ key }) => !isFunctionWord(key) && !/^(?:including|without|despite|many|some|others)$/.test(key),
    );
    return isName && end - voice.start <= maxName ? { ...voice, end } : undefined;
  }
  const before = /^(?:he|she)$/iu.test(said) ? sentenceAt(id - 1, reading) : undefined;
  const subjects = before ? [...findVoices(before, reading), ...findSubject(before, reading)] : [];
  const person = subjects.find(
    ({ kind, start, end }) =>
      kind === 'named' && !isBody(listWords(reading.article.text.slice(start, end)).map(({ key }) => key)),
  );
  if (!person) return undefined;
  const name = reading.article.text.slice(person.start, person.end);
  const speaker = { name, mentions: findMentions(name, reading), known: new Map() };
  return standsFor(voice, speaker, reading) && person;
}

function shift(voice: Voice, by: number): Voice {
  return { ...voice, start: voice.start + by, end: voice.end + by, headEnd: voice.headEnd + by };
}
