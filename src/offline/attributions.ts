import type { Span } from '../core/article.ts';
import { findTurns, type Turn, turnAt } from '../core/turns.ts';
import { readForeign } from './foreign/foreign.ts';
import { readUnspaced } from './foreign/unspaced.ts';
import { thingsOf } from './foreign/voices.ts';
import { findNames } from './names/names.ts';
import { gatherNames, type NamedThing } from './names/things.ts';
import { readSentence } from './read-sentence.ts';
import { continueQuotations } from './speech/contents.ts';
import { readFramedQuotes } from './speech/framed-quotes.ts';
import { readNestedThoughts } from './speech/nested-thoughts.ts';
import { resolveSpeakers } from './speech/speakers.ts';
import type { Statement } from './speech/statement.ts';
import type { Voice } from './speech/voices.ts';
import { type TaggedText, tagText } from './tokens.ts';
import { voiceOfTurn } from './turn-claims.ts';

/** Who said what, where the text says it. Spans are UTF-16 offsets into the text. */
export type Attribution = {
  /** Who, with apposition: "Hakim al Zamili, the head of the committee". Absent where the text leaves it out. */
  source?: Span;
  /** The verb of speech, or "according to". */
  cue: Span;
  /** What was said: a quotation with its marks, a clause, or a clause that ends in a quotation. */
  content: Span;
  /** The name, or the fullest words, that the source stands for: a person for "he", the whole name for a surname. */
  speaker?: string;
};

/** A text read once, for everything the drafter needs: `voices[n]` stands behind `statements[n]`. */
export type Reading = {
  tagged: TaggedText;
  things: NamedThing[];
  statements: Statement[];
  voices: (Voice | undefined)[];
  /** Who speaks where, in an interview or a transcript. */
  turns: Turn[];
};

/**
 * Finds who said what in news. English: direct, mixed and indirect speech, "according to", thoughts and stances that are
 * reported; bylines, credits, captions and datelines are no speech. German, French, Spanish: quotations with a speaker,
 * "according to", and sentences that a verb of speech and its speaker open or close; Chinese, Japanese: quotations with a speaker.
 *
 * @returns in reading order of their content; empty for a text in another language or for no prose. Time grows linearly with the text.
 */
export function findAttributions(text: string): Attribution[] {
  const { statements, voices } = readText(text);
  return statements.map((statement, i) => {
    const { source, cue } = statement;
    const speaker = voices[i]?.name;
    return { source, cue, content: wholeContent(text, statement), ...(speaker === undefined ? {} : { speaker }) };
  });
}

/** What was said with the quotations that go on right behind it: in the next sentence or, as print marks it, in the next paragraph. */
function wholeContent(text: string, { content, continued }: Statement): Span {
  let { end } = content;
  for (const next of continued) {
    if (next.start < end || !/^[.:]?\s*$/.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return { start: content.start, end };
}

/** Reads names, statements and who stands behind them. @param title  the headline, which may name who is interviewed */
export function readText(text: string, title: string | null = null): Reading {
  const tagged = tagText(text);
  const turns = findTurns(text, title);
  if (!tagged.isEnglish) {
    const foreign = tagged.language
      ? readForeign(tagged, tagged.language)
      : tagged.unspaced
        ? readUnspaced(tagged, tagged.unspaced)
        : [];
    const things = thingsOf(tagged, foreign);
    return {
      tagged,
      things,
      statements: foreign.map(({ statement }) => statement),
      voices: foreign.map(({ voice }) => voice),
      turns,
    };
  }
  const things = gatherNames(tagged, findNames(tagged));
  const statements: Statement[] = [];
  for (const sentence of tagged.sentences) readSentence(tagged, sentence, statements);
  statements.push(...readFramedQuotes(tagged, statements));
  statements.push(...readNestedThoughts(tagged, statements));
  statements.sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
  continueQuotations(tagged, statements);
  const resolved = resolveSpeakers(tagged, statements, things);
  const place = new Map(statements.map((statement, i) => [statement, i]));
  const voices = resolved.map((voice, i) => {
    const statement = statements[i];
    if (statement?.within) return resolved[place.get(statement.within) ?? -1];
    return voice ?? (statement && turns.length > 0 ? selfIn(turns, statement, tagged, things) : undefined);
  });
  // "It says" without a body that spoke before is no one's statement.
  const isOpen = (i: number) =>
    voices[i] === undefined && tagged.tokens[statements[i]?.subject.head ?? -1]?.lower === 'it';
  const kept = statements.flatMap((statement, i) => (isOpen(i) ? [] : [{ statement, voice: voices[i] }]));
  return {
    tagged,
    things,
    statements: kept.map(({ statement }) => statement),
    voices: kept.map(({ voice }) => voice),
    turns,
  };
}

/** Who "I" is in an interview: whoever's turn it is. */
function selfIn(
  turns: Turn[],
  { source, subject }: Statement,
  tagged: TaggedText,
  things: NamedThing[],
): Voice | undefined {
  if (!/^(?:i|we)$/.test(tagged.tokens[subject.head]?.lower ?? '')) return undefined;
  const turn = turnAt(source, turns);
  return turn && !turn.isQuestion ? voiceOfTurn(turn, things, tagged.text) : undefined;
}
