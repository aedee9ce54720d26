import type { Span } from '../../core/article.ts';
import type { Sentence, TaggedText, Token } from '../tokens.ts';
import { readCue } from './cues.ts';

const maxSubjectTokens = 9; // of a clause behind "but"

/** The text between two tokens, `last` exclusive. */
export function spanOf(tokens: Token[], first: number, last: number): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

/** "told officials in her letter", "reporters at the time": whom, without where and when. */
export function endOfAddressee(tokens: Token[], { first, last }: { first: number; last: number }): number {
  for (let k = first + 1; k < last; k++)
    if (/^(?:in|at|on|during|by|from|near)$/.test(tokens[k]?.lower ?? '')) return k;
  return last;
}

/** The first token that begins at `start` or later, by halving. */
export function firstTokenFrom({ tokens }: TaggedText, start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands before a speaker: the quotation that ends there, from its sentence's start where that is no quotation. */
export function stretchBefore(text: TaggedText, edge: number, low: number): Span | undefined {
  const { tokens, quotations, sentences } = text;
  let last = edge - 1;
  while (last >= low && /^[,—–-]$/.test(tokens[last]?.text ?? '') && tokens[last]?.quotation === -1) last--;
  const end = tokens[last];
  if (!end || last < low) return undefined;
  let first = tokens[low] as Token;
  const outer = sentences[first.sentence];
  if (first.quotation >= 0 || end.quotation >= 0) {
    const index = first.quotation >= 0 ? first.quotation : end.quotation;
    const quotation = quotations[index];
    if (!quotation) return undefined;
    if (quotation.start < first.start) {
      // The quotation began in an earlier sentence; words of that sentence before it belong to the statement.
      const opener = sentences[tokens[quotation.first]?.sentence ?? -1];
      const start =
        opener && opener.paragraph === outer?.paragraph ? openingOf(text, opener, quotation) : quotation.start;
      return { start, end: end.end };
    }
  }
  // "(“It is nothing,” Cole said.)"
  if (/^[([]$/.test(first.text) && low + 1 < edge) first = tokens[low + 1] as Token;
  // Skip a leading "And", "But" outside quotation marks.
  if (first.pos === 'CCONJ' && first.quotation < 0 && low + 1 < edge) first = tokens[low + 1] as Token;
  return { start: first.start, end: end.end };
}

function openingOf(text: TaggedText, opener: Sentence, quotation: Span): number {
  const lead = text.text.slice(opener.start, quotation.start);
  return /[:.!?]\s*$/.test(lead) || lead.trim() === '' ? quotation.start : opener.start;
}

/** From `start` to the end of the statement: the sentence's end, or the end of a quotation that runs over it. */
export function clauseAfter(text: TaggedText, sentence: Sentence, start: number, cue: number): Span | undefined {
  const { tokens, quotations } = text;
  const first = tokens[start];
  if (!first || start >= sentence.last || start <= cue) return undefined;
  const last = endOfStatement(text, sentence, start);
  const end = tokens[last - 1];
  if (!end || last <= start) return undefined;
  // "the plan “must be thought out”: “It is …”": the words themselves follow.
  const behind = end.text === ':' ? quotations[tokens[last]?.quotation ?? -1] : undefined;
  const quotation = end.quotation >= 0 ? quotations[end.quotation] : behind;
  return { start: first.start, end: Math.max(end.end, quotation?.end ?? 0) };
}

/** Ends before ", but Jones said" and before the final stop. */
function endOfStatement({ tokens }: TaggedText, sentence: Sentence, start: number): number {
  let last = sentence.last;
  for (let k = start + 2; k < sentence.last - 3; k++) {
    const token = tokens[k];
    if (!token || token.quotation >= 0) continue;
    if (token.text === ';') {
      last = k;
      break;
    }
    const joins = /^(?:but|and|while|though|although|with|adding|saying|noting)$/.test(tokens[k + 1]?.lower ?? '');
    if (token.text === ',' && isReportersOwn(tokens, k + 1)) {
      last = k;
      break;
    }
    if (token.text !== ',') {
      if (!/^(?:and|but)$/.test(token.lower)) continue;
      if (goesOnSpeaking(tokens[k + 1])) {
        last = k;
        break;
      }
      continue;
    }
    if (!joins) continue;
    const ownClause =
      /^(?:and|but|while)$/.test(tokens[k + 1]?.lower ?? '') &&
      /^(?:PRON|PROPN)$/.test(tokens[k + 2]?.pos ?? '') &&
      tokens[k + 3]?.pos === 'VERB' &&
      readCue(tokens[k + 3]?.lower ?? '') !== undefined;
    const cueNear =
      ownClause ||
      [1, 2, 3, 4, 5, 6, 7].some((step) => {
        const word = tokens[k + step];
        const other = word?.quotation === -1 && word.pos === 'VERB' ? readCue(word.lower) : undefined;
        return other?.plain || other?.kind === 'judge';
      });
    if (cueNear) {
      last = k;
      break;
    }
  }
  while (last > start && /^[.]$/.test(tokens[last - 1]?.text ?? '') && tokens[last - 1]?.quotation === -1) last--;
  return last;
}

/** "…, prompting accusations of surrender", "…, but the bill still imposed a ban": what the reporter adds. */
function isReportersOwn(tokens: Token[], k: number): boolean {
  const word = tokens[k]?.lower ?? '';
  if (/^(?:prompt|spark|trigger|provok|fuell?|stok|ignit|anger|infuriat|alarm|delight)ing$/.test(word)) return true;
  if (!/^(?:but|though|although)$/.test(word)) return false;
  const subject = tokens[k + 1];
  if (!subject || subject.quotation >= 0 || !/^(?:DET|PROPN|NOUN|ADJ)$/.test(subject.pos) || subject.lower === 'that')
    return false;
  for (let i = k + 2; i < k + maxSubjectTokens; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== subject.sentence || token.quotation >= 0 || token.pos === 'PUNCT') return false;
    if (token.pos === 'VERB' || token.pos === 'AUX') return true;
  }
  return false;
}

/**
 * Where the statement of a clause ends that its sentence only leads with: "Although engineers said the dam is sound, farmers …".
 *
 * @returns the first comma behind a subject and a verb; `end` where there is none
 */
export function endOfLeadingClause({ tokens }: TaggedText, start: number, end: number): number {
  let hasVerb = false;
  for (let k = start; (tokens[k]?.start ?? end) < end; k++) {
    const token = tokens[k] as Token;
    if (token.quotation >= 0) continue;
    if (token.pos === 'VERB' || token.pos === 'AUX') hasVerb = true;
    if (token.text === ',' && hasVerb) return tokens[k - 1]?.end ?? end;
  }
  return end;
}

/** "said it was closed and called on the state", "and suggested": the same speaker's next statement. */
function goesOnSpeaking(token: Token | undefined): boolean {
  if (token?.pos !== 'VERB') return false;
  const cue = readCue(token.lower);
  return (
    cue?.plain === true ||
    /^(?:suggested|called|urged|accused|blamed|insisted|vowed|criticised|criticized)$/.test(token.lower)
  );
}

/** Where the object of "denied" ends: at a comma or stop, or before "and said". */
export function endOfClause({ tokens }: TaggedText, sentence: Sentence, start: number): number {
  let last = start;
  while (last < sentence.last && !/^[,;.]$/.test(tokens[last]?.text ?? '')) {
    const next = tokens[last + 1];
    if (/^(?:and|but)$/.test(tokens[last]?.lower ?? '') && next?.pos === 'VERB' && readCue(next.lower)) break;
    last++;
  }
  return last;
}

/** Quotations of the same paragraph that follow a cue without another speaker: “…,” he said. “…” */
export function quotationsAfter(text: TaggedText, sentence: Sentence, from: number): Span[] {
  const { tokens, quotations, sentences } = text;
  const continued: Span[] = [];
  let k = from;
  while (k < tokens.length && sentences[tokens[k]?.sentence ?? -1]?.paragraph === sentence.paragraph) {
    const token = tokens[k] as Token;
    if (token.quotation >= 0) {
      const quotation = quotations[token.quotation] as Span;
      let after = k;
      while (after < tokens.length && tokens[after]?.quotation === token.quotation) after++;
      if (hasOwnSpeaker(text, after, sentence.paragraph)) break;
      continued.push(quotation);
      k = after;
    } else if (token.sentence !== tokens[from - 1]?.sentence && token.pos !== 'PUNCT') break;
    else k++;
  }
  return continued;
}

function hasOwnSpeaker({ tokens, sentences }: TaggedText, from: number, paragraph: number): boolean {
  for (let k = from; k < from + 8; k++) {
    const token = tokens[k];
    if (!token || token.quotation >= 0 || token.text === '.' || sentences[token.sentence]?.paragraph !== paragraph)
      return false;
    if (token.pos === 'VERB' && readCue(token.lower)) return true;
  }
  return false;
}

/**
 * A quotation that opens a paragraph goes on with the last speaker where the quotation before it was left open, which is how
 * print marks a speech over several paragraphs.
 */
export function continueQuotations(
  { text, quotations }: TaggedText,
  found: { content: Span; continued: Span[] }[],
): void {
  const byEnd = new Map<number, { content: Span; continued: Span[] }>();
  for (const statement of found)
    for (const span of [statement.content, ...statement.continued]) byEnd.set(span.end, statement);
  for (const [index, quotation] of quotations.entries()) {
    const before = quotations[index - 1];
    if (!before || /["”»’']$/.test(text.slice(before.start, before.end))) continue;
    const statement = byEnd.get(before.end);
    if (!statement || byEnd.has(quotation.end) || text.slice(before.end, quotation.start).trim() !== '') continue;
    statement.continued.push({ start: quotation.start, end: quotation.end });
    byEnd.set(quotation.end, statement);
  }
}
