import type { Span } from '../core/article.ts';
import { skipDateline } from './furniture.ts';
import { sentencesOver } from './sentences-over.ts';
import { hasVerb } from './speech/clauses.ts';
import type { Statement } from './speech/statement.ts';
import { isOthersSentence, leavesItOpen } from './speech/whose-sentence.ts';
import type { Quotation, TaggedText } from './tokens.ts';

const minQuoteWords = 4;
const minWords = 5;
const maxClaimLength = 500;
const maxQuoted = 5_000; // characters; a longer quotation is not looked at sentence by sentence
/** Characters; of a longer quotation the first sentences stand as the claim, and the whole of it as the quote. */
const comfortableLength = 280;

/** The statement's words as the article has them. */
export function contentOf({ text }: TaggedText, { content }: Statement): string {
  return text.slice(content.start, content.end);
}

/** What is said is no clause of its own: "denied the charges", "called it “a disgrace”". */
export function isAboutThing({ cueKind }: Statement): boolean {
  return cueKind === 'judge' || cueKind === 'call';
}

/** The longest quotation of the statement, without its marks and the comma the sentence put into it. */
export function quoteOf(tagged: TaggedText, { content, continued }: Statement): Span | undefined {
  const { text } = tagged;
  let best: Span | undefined;
  const candidates = [content, ...continued].flatMap((span) =>
    span.end - span.start > 20_000 ? [] : quotationsIn(tagged, span),
  );
  for (const quotation of candidates) {
    if (countWords(tagged, quotation) < minQuoteWords) continue;
    const span = withoutMarks(text, quotation);
    if (!best || span.end - span.start > best.end - best.start) best = span;
  }
  return best;
}

/** The quotations that stand wholly within a span, found by halving: a hostile text may hold thousands. */
function quotationsIn({ quotations }: TaggedText, { start, end }: Span): Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((quotations[last]?.start ?? end) < end) last++;
  return quotations.slice(low, last).filter((quotation) => quotation.end <= end);
}

function countWords({ tokens }: TaggedText, { first, last }: Quotation): number {
  return tokens.slice(first, last).reduce((sum, { text }) => {
    // Two letters of a script without spaces are about a word.
    const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    return sum + (unspaced > 0 ? unspaced / 2 : /[\p{L}\p{N}]/u.test(text) ? 1 : 0);
  }, 0);
}

function withoutMarks(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const lead = /^["“”„«»‹›「『‘'](?:\s*(?:…|\.{3}))?\s*/u.exec(inner)?.[0].length ?? 0;
  const tail = /[,\s]*["“”«»‹›」』’']?$/u.exec(inner)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/**
 * What a claim says, cut from the article: the quotation with its marks and without who said it, the words of indirect
 * speech where they can be read alone, otherwise the whole sentence.
 *
 * @returns undefined where no cut makes sense: half a quotation, a sentence that is too long
 */
export function claimText(tagged: TaggedText, statement: Statement, quote: Span | undefined): string | undefined {
  const { text } = tagged;
  const content = contentOf(tagged, statement);
  const isQuotation = /^["“„«‘']/.test(content);
  if (tagged.isEnglish && !isQuotation && leavesItOpen(tagged, statement)) return undefined;
  if (tagged.language && !isQuotation && leansOn(content, tagged.language.leaning)) return undefined;
  if (isQuotation) {
    const said = wholeQuotation(tagged, statement);
    if (said) return quotedText(tagged, said, quote);
  }
  if (!isQuotation && !isAboutThing(statement) && readsAlone(content) && saysSomething(tagged, statement))
    return tidy(content);
  if (tagged.isEnglish && (isOthersSentence(tagged, statement) || isMinor(tagged, statement, content)))
    return undefined;
  const ids = sentencesOver(tagged, [statement.content, statement.source, statement.cue]);
  const [first, last] = [tagged.sentences[(ids[0] ?? 0) - 1], tagged.sentences[(ids.at(-1) ?? 0) - 1]];
  if (!first || !last) return undefined;
  const start = tagged.tokens[skipDateline(tagged, first)]?.start ?? first.start;
  const whole = text.slice(start, last.end);
  // "Operator denies allegations": a heading.
  if (tagged.isEnglish && breaksOff(whole)) return undefined;
  if (silence.test(whole)) return undefined;
  return balanced(whole) && (!tagged.isEnglish || /[.!?…]["”»’')]*$/.test(whole)) ? tidy(whole) : undefined;
}

/** "Er habe gewartet", "c'est fini": of whom or what, another sentence tells. */
function leansOn(content: string, leaning: string[]): boolean {
  const opener = /^[\p{L}]+['’]?/u.exec(content.toLowerCase())?.[0].replace('’', "'");
  return opener !== undefined && leaning.includes(opener);
}

const silence =
  /\b(?:declin|refus)(?:ed|es|ing) (?:to (?:comment|answer|respond|discuss|elaborate|say|speculate|give details)|any comment)|\b(?:did|does|do|has|have|had)(?: not|n['’]t) (?:immediately )?(?:respond|reply|comment|return|answer)|\b(?:promis|pledg)ed to (?:respond|reply|comment|get back)|\bpreferred not to (?:comment|discuss|answer|say)|\bcould not (?:immediately )?be reached|\b(?:had|has) no (?:immediate )?comment|\bnot available for comment\b/i;

/**
 * True where the whole sentence would say too little of a speaker or too much: “Probably not,” he said; a report of what somebody
 * did, with ", saying he would" at its end.
 */
function isMinor({ text }: TaggedText, { cue, content: { start } }: Statement, content: string): boolean {
  const quoted = /["“‘]/.test(content);
  if (/^[("“‘]/.test(content) && content.split(/\s+/).length < minWords) return true;
  return !quoted && start > cue.end && /ing$/.test(text.slice(cue.start, cue.end));
}

/** A verb of its own, not only "to lead Boston" or "hitting 16 %". */
function saysSomething({ tokens, isEnglish }: TaggedText, { content, subject }: Statement): boolean {
  if (!isEnglish) return true;
  const sentence = tokens[subject.head]?.sentence ?? -1;
  let i = subject.first;
  while (i > 0 && tokens[i - 1]?.sentence === sentence) i--;
  for (; tokens[i]?.sentence === sentence; i++) {
    const token = tokens[i];
    if (!token || token.start < content.start || token.end > content.end) continue;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[i - 1]?.lower !== 'to') return true;
  }
  return false;
}

/** The quotation that is all of the statement and says something: "Unconstitutional and hostile." is only part of a sentence. */
function wholeQuotation(tagged: TaggedText, { content }: Statement): Quotation | undefined {
  const { text, tokens, isEnglish } = tagged;
  const [quotation] = quotationsIn(tagged, content);
  if (quotation?.start !== content.start || quotation.end !== content.end) return undefined;
  const opener = tokens.slice(quotation.first, quotation.last).find((token) => /[\p{L}\p{N}]/u.test(token.text));
  const opensSmall = /^\p{Ll}/u.test(opener?.text ?? '');
  const inner = text.slice(quotation.start, quotation.end);
  // “… will be closed”, “increasing our patrols”: what it is about stands before the marks.
  if (opensSmall && (!isEnglish || !readsAlone(inner) || /^(?:VERB|AUX|ADV)$/.test(opener?.pos ?? '')))
    return undefined;
  return !isEnglish || hasVerb(tokens, quotation.first, quotation.last) ? quotation : undefined;
}

const closing: Record<string, string> = { '“': '”', '„': '“', '«': '»', '»': '«', '‘': '’', '「': '」', '『': '』' };

function quotedText(tagged: TaggedText, said: Quotation, quote: Span | undefined): string | undefined {
  const { text } = tagged;
  const own = withoutMarks(text, said);
  // "No," she said. "The works are finished.": the longer part is what the claim is about.
  const shown = statedPart(text, quote && own.end - own.start < 30 ? quote : own);
  if (!shown) return undefined;
  const span = shown.end - shown.start > comfortableLength ? firstSentences(tagged, shown) : shown;
  const words = text.slice(span.start, span.end);
  if (tagged.isEnglish && readsAlone(words)) return tidy(words);
  const plain = tidy(words);
  const open = text.charAt(said.start);
  return plain && `${open}${plain}${closing[open] ?? open}`;
}

const leadingQuestion = /^[^.!?…]{1,300}\?\s+(?=\S)/u;
const lastSentenceEnd = /[.!?…]\s+(?=[^.!?…]*$)/u;

/** A quotation without the questions it opens with and the sentence that is cut short at its end; undefined where nothing is left. */
function statedPart(text: string, { start, end }: Span): Span | undefined {
  let words = text.slice(start, end);
  if (words.length > maxQuoted) return { start, end };
  if (/[—–-]$/.test(words)) {
    const cut = lastSentenceEnd.exec(words);
    if (!cut) return undefined;
    words = words.slice(0, cut.index + 1);
  }
  let from = start;
  // “No. Do I like it? No.”: short answers to one's own questions go with them.
  for (let n = 0; n < 5; n++) {
    const question =
      leadingQuestion.exec(words) ??
      (from > start ? /^(?:Yes|No|Nothing|Never|Nobody)[.,!]\s+(?=\S)/.exec(words) : null);
    if (!question) break;
    from += question[0].length;
    words = words.slice(question[0].length);
  }
  if (/\?$/.test(words) || (from > start && words.split(/\s+/).length < minWords)) return undefined;
  return { start: from, end: from + words.length };
}

function firstSentences({ sentences }: TaggedText, span: Span): Span {
  let end = span.end;
  for (const sentence of sentences) {
    if (sentence.start >= span.end) break;
    if (sentence.end <= span.start) continue;
    if (end < span.end && sentence.end - span.start > comfortableLength) break;
    end = Math.min(sentence.end, span.end);
  }
  return { start: span.start, end };
}

/** True for words that lean on another sentence: "he denied it" without the sentence before. */
export function pointsElsewhere(words: string): boolean {
  // "There is", "There continues to be": nowhere else.
  if (
    /^there (?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|seems?|appears?|remains?|continues?|still|can|cannot|['’](?:s|re|ll))(?![\p{L}])/iu.test(
      words,
    )
  )
    return false;
  return /^(?:he|she|they|it|we|i|this|these|that|those|such|his|her|their|its|our|my|there|you|and|but|so|who|which|how|what|why|whether|if|against|about|to|of|with|by|into|over|before|after|when|while|as|because)\b/i.test(
    words,
  );
}

function readsAlone(words: string): boolean {
  const plain = words.replace(/^["“„«\s]+/, '');
  return (
    plain.split(/\s+/).length >= minWords &&
    !pointsElsewhere(plain) &&
    !breaksOff(plain) &&
    !/\b(?:I|we|me|us|my|our)\b/.test(plain) &&
    balanced(words)
  );
}

const openEnd =
  /(?<![\p{L}])(?:which|who|whom|whose|that|and|but|or|of|to|the|an?|with|for|by|as|because|than|including|such as|is|are|was|were|in part)[,\s]*[.…]?$/iu;

/** "Strava is also introducing dark mode, which": the rest stands elsewhere; "After , you may": a word is lost. */
export function breaksOff(words: string): boolean {
  return openEnd.test(words) || /\p{L} ,(?=\s)/u.test(words);
}

/** Every mark that opens is closed: half a quotation or half a bracket is none. */
export function balanced(words: string): boolean {
  const count = (mark: RegExp) => (words.match(mark) ?? []).length;
  const closed = count(/”/g) + (words.includes('„') ? count(/“/g) : 0);
  return count(words.includes('„') ? /„/g : /“/g) === closed && count(/"/g) % 2 === 0 && count(/\(/g) === count(/\)/g);
}

/** First letter large, no dots before and no comma after, a full stop where nothing ends it. */
function tidy(words: string): string | undefined {
  const plain = words
    .replace(/\s+/g, ' ')
    .replace(/^\(([^()]+)\)$/, '$1')
    .replace(/^(?:…|\.{3})\s*/, '')
    .replace(/^(?:But|And|So|Yet|Still|Meanwhile|However),?\s+(?=\p{L})/u, '')
    .replace(/[\s,;:—–-]+$/, '')
    .replace(/,(["”»’']+)$/, '$1');
  if (/\?["”»’')]*$/.test(plain) || silence.test(plain)) return undefined;
  if (plain.length > maxClaimLength || plain.length < (/\p{Script=Han}/u.test(plain) ? 8 : 15)) return undefined;
  const closed = /[.!?…。！？]["”»’')」』]*$/.test(plain)
    ? plain
    : `${plain}${/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(plain) ? '。' : '.'}`;
  return closed.replace(/^(["“„«(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());
}
