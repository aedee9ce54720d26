import type { Span } from '../article.ts';
import { type Turn, turnAt } from '../turns.ts';
import type { Voice } from './noun-phrase.ts';
import type { Ground } from './passage.ts';
import { type Reading, sentenceAt, sentencesIn } from './reading.ts';
import { findActs, type SpeechAct } from './voices.ts';
import { listWords } from './word-list.ts';

/** The turn of an interview or a transcript that a claim's words stand in. */
export function turnOf({ found, span }: Pick<Ground, 'found' | 'span'>, { turns }: Reading): Turn | undefined {
  return turns.length === 0 ? undefined : turnAt(found ?? span, turns);
}

/**
 * Where a turn names a speaker: the mention at the turn's label, or at the place that names who is interviewed; undefined where
 * the turn is somebody else's.
 */
export function speaksIn({ speaker, label }: Turn, mentions: Span[]): Span | undefined {
  const places = [label, speaker?.place].filter((place) => place !== null && place !== undefined);
  const met = mentions.find((mention) => places.some(({ start, end }) => mention.start < end && start < mention.end));
  return met;
}

/** True where a statement rests on questions alone: what a question takes for granted nobody says. */
export function isOnlyAsked(turn: Turn, { sentences }: Ground, { article, sentences: spans }: Reading): boolean {
  if (turn.isQuestion && turn.speaker === null) return true;
  return sentences.every((id) =>
    /[?？؟]["”»’')]*$/u.test(article.text.slice(spans[id - 1]?.start, spans[id - 1]?.end)),
  );
}

/**
 * True where the speaker of a turn only tells that somebody else says a statement: "The minister told us the dam is safe" has
 * the dam's safety from the minister, unless the statement says so too.
 */
export function isRetold(statement: string, { found, sentences }: Ground, turn: Turn, reading: Reading): boolean {
  const ids = found ? sentencesIn(found, reading) : sentences;
  if (!reading.isEnglish) return found !== undefined && isQuotedInside(found, turn, reading);
  const said = new Set(listWords(statement).map(({ key }) => key));
  return ids.some((id) => {
    // The label gives the turn itself.
    const acts = actsIn(id, reading).filter(
      ({ cue }) =>
        cue.start >= turn.content.start && !said.has(reading.article.text.slice(cue.start, cue.end).toLowerCase()),
    );
    const giving = found ? actsNextTo(found, acts, reading) : actsBefore(said, acts, id, reading);
    return giving.some(
      ({ voices, isPassive }) => !isPassive && voices.every((voice) => !isSelfOrAddressed(voice, reading)),
    );
  });
}

/** True where a stretch stands inside quotation marks that open within the turn: somebody's words are quoted there. */
export function isQuotedInside({ start, end }: Span, { content }: Turn, { quotations }: Reading): boolean {
  return quotations.some(
    (quotation) =>
      quotation.start <= start + 1 &&
      end <= quotation.end + 1 &&
      // A turn that stands in marks as a whole is its speaker's.
      quotation.start > content.start + 1,
  );
}

function actsIn(id: number, reading: Reading): SpeechAct[] {
  const sentence = sentenceAt(id, reading);
  const ownVerb = /(?<!\p{L})(?:I|we)(?:\s\p{L}+){0,2}\s$/iu;
  const isOthers = ({ cue, voices }: SpeechAct): boolean =>
    voices.length > 0 && !ownVerb.test(reading.masked.slice(Math.max(0, cue.start - 40), cue.start));
  return sentence ? findActs(sentence, reading).filter(isOthers) : [];
}

/** The act right before words that were found, where no clause ends between them, and the one right behind. */
function actsNextTo(found: Span, acts: SpeechAct[], { article: { text } }: Reading): SpeechAct[] {
  const last = acts.findLast(({ cue }) => cue.end <= found.start);
  const next = acts.find(({ cue, voices }) => Math.min(cue.start, ...voices.map(({ start }) => start)) >= found.end);
  const begins = next && Math.min(next.cue.start, ...next.voices.map(({ start }) => start));
  return [
    ...(last && !/[;—–]|, (?:and|but|so) /u.test(text.slice(last.cue.end, found.start)) ? [last] : []),
    ...(next && begins !== undefined && /^["”’»,.\s]*$/u.test(text.slice(found.end, begins)) ? [next] : []),
  ];
}

/** The last act of a sentence before most of the words that a statement shares with it. */
function actsBefore(said: Set<string>, acts: SpeechAct[], id: number, reading: Reading): SpeechAct[] {
  const sentence = sentenceAt(id, reading);
  const shared = listWords(reading.article.text.slice(sentence?.start, sentence?.end)).filter(
    ({ key }) => key.length > 3 && said.has(key),
  );
  const first = (shared[0]?.start ?? 0) + (sentence?.start ?? 0);
  return acts.filter(({ cue }) => shared.length > 0 && cue.end <= first).slice(-1);
}

function isSelfOrAddressed({ start, end }: Voice, { article }: Reading): boolean {
  return /^(?:I|we|you)$/iu.test(article.text.slice(start, end));
}
