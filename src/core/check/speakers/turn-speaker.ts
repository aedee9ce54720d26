import type { Span } from '../../article.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { listWords } from '../../grammar/word-list.ts';
import { type Turn, turnAt } from '../../turns.ts';
import type { Ground } from '../passage.ts';
import { type Reading, sentenceAt, sentencesIn } from '../reading.ts';
import { findActs, type SpeechAct } from './voices.ts';

/** The turn of an interview or a transcript that a claim's words stand in. */
export function turnOf({ found, span }: Pick<Ground, 'found' | 'span'>, { turns }: Reading): Turn | undefined {
  return turns.length === 0 ? undefined : turnAt(found ?? span, turns);
}

/**
 * Where a turn names a speaker: the mention at the turn's label, or at a place that names or addresses who is interviewed;
 * undefined where the turn is somebody else's.
 */
export function speaksIn({ speaker, label }: Turn, mentions: Span[]): Span | undefined {
  const places = [label, speaker?.place, ...(speaker?.addressed ?? [])].filter(
    (place) => place !== null && place !== undefined,
  );
  const met = mentions.find((mention) => places.some(({ start, end }) => mention.start < end && start < mention.end));
  return met;
}

/**
 * True where a statement rests on questions alone: what a question takes for granted nobody says. "I think the question is, why
 * now?" in an answer states something.
 */
export function isOnlyAsked(turn: Turn, { sentences }: Ground, reading: Reading): boolean {
  if (turn.isQuestion && turn.speaker === null) return true;
  const { article, sentences: spans } = reading;
  return sentences.every((id) => {
    const { start, end } = spans[id - 1] ?? turn.content;
    if (!/[?？؟]["”»’')]*$/u.test(article.text.slice(start, end))) return false;
    const states = /(?<!\p{L})I\s(?:just\s|do\s|really\s)?(?:mean|think|believe|say|suppose|guess)(?!\p{L})/u;
    return turn.isQuestion || !states.test(reading.masked.slice(start, end));
  });
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
      ({ voices, isPassive, cue }) =>
        !isPassive && !isOwnVerb(cue, reading) && voices.every((voice) => !isSelfOrAddressed(voice, reading)),
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
  return sentence ? findActs(sentence, reading).filter(({ voices }) => voices.length > 0) : [];
}

// "I have heard", "we know": whatever else stands before them, the verb is the speaker's own.
function isOwnVerb({ start }: Span, { masked }: Reading): boolean {
  return /(?<!\p{L})(?:I|we)(?:['’]\p{L}+)?(?:\s\p{L}+){0,2}\s$/iu.test(masked.slice(Math.max(0, start - 40), start));
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
