import type { Span } from '../core/article.ts';
import type { DraftClaim } from '../core/draft.ts';
import { type Turn, turnAt } from '../core/turns.ts';
import type { Reading } from './attributions.ts';
import { claimText, contentOf, isAboutThing, pointsElsewhere, quoteOf } from './claim-text.ts';
import { isSuperseded } from './furniture.ts';
import { sentencesOver } from './sentences-over.ts';
import type { Statement } from './speech/statement.ts';
import type { Voice } from './speech/voices.ts';
import type { TaggedText } from './tokens.ts';

/** A claim with what ranks it. `voice` is absent for the article's own. */
export type RankedClaim = { claim: DraftClaim; score: number; at: number; voice?: Voice };

/** One claim for each statement whose speaker is clear and whose words make sense alone, in reading order. */
export function toClaims(reading: Reading): RankedClaim[] {
  const { tagged, statements, voices, turns } = reading;
  const claims: RankedClaim[] = [];
  const taken: Span[] = [];
  for (const [i, statement] of statements.entries()) {
    const voice = voices[i];
    // Shown with the words it stands in.
    if (statement.within) continue;
    // What is asked, with all that the question takes for granted, nobody states.
    if (turns.length > 0 && turnAt(statement.cue, turns)?.isQuestion) continue;
    // What somebody says about another's thoughts is shown as the outer speaker's, once.
    const last = taken.at(-1);
    if (!voice || (last && statement.content.start < last.end && statement.cueKind !== 'judge')) continue;
    const claim = toClaim(tagged, statement, voice);
    if (!claim || (turns.length > 0 && isAnothersWe(claim, statement, turns))) continue;
    taken.push(statement.content);
    claims.push({ claim, score: scoreOf(tagged, statement, voice, claim.text), at: statement.content.start, voice });
  }
  return claims;
}

/** "We get 14 million visitors, according to Moss": in an interview "we" are those whose turn it is, not Moss. */
function isAnothersWe({ text, source }: DraftClaim, { cue }: Statement, turns: Turn[]): boolean {
  const turn = turnAt(cue, turns);
  return (
    turn?.speaker != null &&
    turn.speaker.name !== source.name &&
    /\b(?:I|we|our|my)\b/i.test(text.replace(/["“][^"”]*["”]/g, ''))
  );
}

function toClaim(tagged: TaggedText, statement: Statement, voice: Voice): DraftClaim | undefined {
  const whole = [statement.content, statement.source, statement.cue];
  const subject = tagged.sentences[tagged.tokens[statement.subject.head]?.sentence ?? -1];
  if (subject && isSuperseded(tagged.text.slice(subject.start, subject.end))) return undefined;
  const quote = quoteOf(tagged, statement);
  if (quote) whole.push(quote);
  const sentences = sentencesOver(tagged, whole);
  if (isAboutThing(statement) && pointsElsewhere(contentOf(tagged, statement))) return undefined;
  const text = claimText(tagged, statement, quote);
  const own = text === undefined ? undefined : quoteOf(tagged, { ...statement, continued: [] });
  // The longest quotation may come from a later paragraph of the same speech: beside other words it would prove nothing.
  const shown = [quote, own].find((span) => span && text && isSameWords(tagged.text.slice(span.start, span.end), text));
  if (!text || sentences.length === 0 || sentences.length > 8) return undefined;
  return {
    text,
    source: {
      name: voice.name,
      kind: voice.kind,
      title: voice.title,
      via: statement.via ? tagged.text.slice(statement.via.start, statement.via.end) : null,
    },
    sentences,
    quote: shown ? tagged.text.slice(shown.start, shown.end) : null,
  };
}

/** True where a quote holds the claim's words or is one of them. */
function isSameWords(quote: string, claim: string): boolean {
  const fold = (words: string) =>
    ` ${
      words
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    } `;
  const [quoted, claimed] = [fold(quote), fold(claim)];
  return claimed.includes(quoted) || quoted.includes(claimed);
}

/** Named before unnamed, speech before stance, figures and the lead before the rest. */
function scoreOf(tagged: TaggedText, statement: Statement, voice: Voice, claim: string): number {
  const content = contentOf(tagged, statement);
  let score = voice.kind === 'named-person' ? 3 : voice.kind.startsWith('unnamed') ? 1.5 : 2;
  if (statement.cueKind === 'say' || statement.cueKind === 'tell') score += 1;
  if (/["“„«]/.test(content)) score += 1;
  if (/\d/.test(content)) score += 0.5;
  // "That creates a buying opportunity": what "that" is, another sentence tells.
  if (/^(?:that|this|these|those|its?)\b/i.test(claim)) score -= 2;
  score += 2 * (1 - statement.content.start / Math.max(1, tagged.text.length));
  return score;
}
