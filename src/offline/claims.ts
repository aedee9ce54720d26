import type { Span } from '../core/article.ts';
import type { DraftClaim } from '../core/draft.ts';
import type { Reading } from './attributions.ts';
import { skipDateline } from './furniture.ts';
import type { Statement } from './statement.ts';
import type { TaggedText } from './tokens.ts';
import type { Voice } from './voices.ts';

/** A claim with what ranks it. `voice` is absent for the article's own. */
export type RankedClaim = { claim: DraftClaim; score: number; at: number; voice?: Voice };

const minQuoteWords = 4;
const maxClaimLength = 500;

/** One claim for each statement whose speaker is clear and whose words make sense alone, in reading order. */
export function toClaims(reading: Reading): RankedClaim[] {
  const { tagged, statements, voices } = reading;
  const claims: RankedClaim[] = [];
  const taken: Span[] = [];
  for (const [i, statement] of statements.entries()) {
    const voice = voices[i];
    // What somebody says about another's thoughts is shown as the outer speaker's, once.
    const last = taken.at(-1);
    if (!voice || (last && statement.content.start < last.end && statement.cueKind !== 'judge')) continue;
    const claim = toClaim(tagged, statement, voice);
    if (!claim) continue;
    taken.push(statement.content);
    claims.push({ claim, score: scoreOf(tagged, statement, voice), at: statement.content.start, voice });
  }
  return claims;
}

function toClaim(tagged: TaggedText, statement: Statement, voice: Voice): DraftClaim | undefined {
  const whole = [statement.content, statement.source, statement.cue];
  const quote = quoteOf(tagged, statement);
  if (quote) whole.push(quote);
  const sentences = sentencesOver(tagged, whole);
  if (statement.cueKind === 'judge' && pointsElsewhere.test(contentOf(tagged, statement))) return undefined;
  const text = claimText(tagged, statement, quote);
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
    quote: quote ? tagged.text.slice(quote.start, quote.end) : null,
  };
}

function contentOf({ text }: TaggedText, { content }: Statement): string {
  return text.slice(content.start, content.end);
}

/** The longest quotation of the statement, without its marks and the comma the sentence put into it. */
function quoteOf({ text, quotations, tokens }: TaggedText, { content, continued }: Statement): Span | undefined {
  let best: Span | undefined;
  const inside = (span: Span) => quotations.filter((q) => q.start >= span.start && q.end <= span.end);
  const candidates = [content, ...continued].flatMap((span) => (span.end - span.start > 20_000 ? [] : inside(span)));
  for (const quotation of candidates) {
    const words = tokens
      .slice(quotation.first, quotation.last)
      .filter((token) => /[\p{L}\p{N}]/u.test(token.text)).length;
    if (words < minQuoteWords) continue;
    const span = withoutMarks(text, quotation);
    if (!best || span.end - span.start > best.end - best.start) best = span;
  }
  return best;
}

function withoutMarks(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const lead = /^["“”„«»‹›「『‘']\s*/u.exec(inner)?.[0].length ?? 0;
  const tail = /[,\s]*["“”«»‹›」』’']?$/u.exec(inner)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** The statement's own words where they can be read alone, otherwise the whole sentence. */
function claimText(tagged: TaggedText, statement: Statement, quote: Span | undefined): string | undefined {
  const { text } = tagged;
  const content = contentOf(tagged, statement);
  const isQuotation = /^["“„«‘']/.test(content);
  if (
    quote &&
    isQuotation &&
    tagged.isEnglish &&
    quote.start - statement.content.start < 4 &&
    readsAlone(text.slice(quote.start, quote.end))
  ) {
    return tidy(text.slice(quote.start, quote.end));
  }
  if (!isQuotation && statement.cueKind !== 'judge' && readsAlone(content)) return tidy(content);
  const ids = sentencesOver(tagged, [statement.content, statement.source, statement.cue]);
  const [first, last] = [tagged.sentences[(ids[0] ?? 0) - 1], tagged.sentences[(ids.at(-1) ?? 0) - 1]];
  if (!first || !last) return undefined;
  const start = tagged.tokens[skipDateline(tagged, first)]?.start ?? first.start;
  return tidy(text.slice(start, last.end));
}

const pointsElsewhere =
  /^(?:he|she|they|it|we|i|this|these|that|those|such|his|her|their|its|our|my|there|you|and|but|so|who|which|how|what|why|whether|if|against|about|to|of|with|by|into|over|before|after|when|while|as|because)\b/i;

function readsAlone(words: string): boolean {
  const plain = words.replace(/^["“„«\s]+/, '');
  return (
    plain.split(/\s+/).length >= 5 &&
    !pointsElsewhere.test(plain) &&
    !/\b(?:I|we|me|us|my|our)\b/.test(plain) &&
    balanced(words)
  );
}

function balanced(words: string): boolean {
  const count = (mark: RegExp) => (words.match(mark) ?? []).length;
  return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0 && count(/\(/g) === count(/\)/g);
}

/** First letter large, no comma at the end, a full stop where nothing ends it. */
function tidy(words: string): string | undefined {
  const plain = words.replace(/\s+/g, ' ').replace(/[\s,;:—–-]+$/, '');
  if (plain.length > maxClaimLength || plain.length < 15) return undefined;
  const closed = /[.!?…]["”»’')]*$/.test(plain) ? plain : `${plain}.`;
  return closed.replace(/^(["“„«(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());
}

/** Ids, counted from 1, of the sentences that the spans touch, and of those between them. */
export function sentencesOver({ sentences }: TaggedText, spans: Span[]): number[] {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const ids: number[] = [];
  for (let i = sentenceAt(sentences, start); i < sentences.length && (sentences[i]?.start ?? end) < end; i++)
    ids.push(i + 1);
  return ids;
}

function sentenceAt(sentences: Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Named before unnamed, speech before stance, figures and the lead before the rest. */
function scoreOf(tagged: TaggedText, statement: Statement, voice: Voice): number {
  const content = contentOf(tagged, statement);
  let score = voice.kind === 'named-person' ? 3 : voice.kind.startsWith('unnamed') ? 1.5 : 2;
  if (statement.cueKind === 'say' || statement.cueKind === 'tell') score += 1;
  if (/["“„«]/.test(content)) score += 1;
  if (/\d/.test(content)) score += 0.5;
  score += 2 * (1 - statement.content.start / Math.max(1, tagged.text.length));
  return score;
}
