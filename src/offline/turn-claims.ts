import type { Span } from '../core/article.ts';
import { type Turn, turnAt } from '../core/turns.ts';
import { pointsElsewhere } from './claim-text.ts';
import type { RankedClaim } from './claims.ts';
import { isProse } from './furniture.ts';
import type { NamedThing } from './names/things.ts';
import type { Voice } from './speech/voices.ts';
import type { TaggedText } from './tokens.ts';

const minWords = 6;
const maxLength = 400; // characters; a longer sentence of somebody's talk is no claim to be shown
const baseScore = 3;

/** The voice of a turn: the person or body the article names, or, where it names nobody, what the label says. */
export function voiceOfTurn({ speaker, label }: Turn, things: NamedThing[], text: string): Voice | undefined {
  if (!speaker) return undefined;
  const { start, end } = speaker.place;
  const surname = speaker.name.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  const thing =
    things.find(({ mentions }) => mentions.some((mention) => mention.start < end && start < mention.end)) ??
    things.find(({ kind, name }) => kind === 'person' && name.split(/\s+/).at(-1)?.toLowerCase() === surname);
  if (thing && thing.kind !== 'place') {
    const kind = thing.kind === 'person' || thing.kind === undefined ? 'named-person' : 'named-organisation';
    return { name: speaker.name, kind, title: null, thing };
  }
  // "PRIME MINISTER:" in an article that never says who that is.
  const isLabel = label?.start === start && label.end === end;
  const isOffice =
    isLabel && /\b(?:minister|president|judge|chair\p{L}*|secretary|officer)\b/iu.test(text.slice(start, end));
  return { name: speaker.name, kind: isOffice ? 'unnamed-person' : 'named-person', title: null };
}

/**
 * What people state in their turns of an interview or a transcript: whole sentences, each its speaker's. Questions, asides and
 * sentences that lean on the one before are left out. No marks are added: the article has none around them.
 */
export function toTurnClaims({ text, sentences }: TaggedText, turns: Turn[], things: NamedThing[]): RankedClaim[] {
  const voices = new Map<string, Voice | undefined>();
  const voiceIn = (turn: Turn): Voice | undefined => {
    const name = turn.speaker?.name ?? '';
    if (!voices.has(name)) voices.set(name, voiceOfTurn(turn, things, text));
    return voices.get(name);
  };
  return sentences.flatMap((sentence, index): RankedClaim[] => {
    const turn = sentence.isFurniture ? undefined : turnOver(sentence, turns);
    const voice = turn && !turn.isQuestion ? voiceIn(turn) : undefined;
    if (!turn || !voice) return [];
    const words = text.slice(Math.max(sentence.start, turn.content.start), sentence.end).trim();
    if (!statesSomething(words)) return [];
    const source = { name: voice.name, kind: voice.kind, title: voice.title, via: null };
    const claim = { text: words.replace(/\s+/g, ' '), source, sentences: [index + 1], quote: null };
    return [{ claim, score: scoreOf(words, sentence, text.length), at: sentence.start, voice }];
  });
}

/** The turn that holds a sentence,. */
export function turnOver(sentence: Span, turns: Turn[]): Turn | undefined {
  return turnAt(sentence, turns);
}

const ownVoice = /^(?:I|We|My|Our)\b/;
const leansBack =
  /^(?:Er|Es|Das|Dies\p{L}*|Aber|Und|Denn|Deshalb|Darum|Ja|Nein|Il|Elle|Ils|Elles|Ce|C['’]est|Cela|Ça|Mais|Et|Oui|Non|Él|Ella|Eso|Esto|Pero|Y|Sí|No|Yes|Well|Sure|Thanks|Thank|Okay|OK|Right|Absolutely|Exactly|Also|Then|Or|First of all|\p{L}+,? (?:he|she|it|they|this|that|these|those))(?!\p{L})/u;

function statesSomething(words: string): boolean {
  if (words.length > maxLength || words.split(/\s+/).length < minWords) return false;
  if (!/[.!…]["”»’)]*$/u.test(words) || !/^["“„«]?[\p{Lu}\p{N}]/u.test(words) || !isProse(words)) return false;
  return !leansBack.test(words) && (ownVoice.test(words) || !pointsElsewhere(words));
}

/** Figures and names before feelings, what comes early before what comes late. */
function scoreOf(words: string, { start }: Span, length: number): number {
  let score = baseScore + 2 * (1 - start / Math.max(1, length));
  if (/\d/.test(words)) score += 0.5;
  if (/\b(?:I|me|my|I['’]m)\b/.test(words)) score -= 0.7;
  return score;
}
