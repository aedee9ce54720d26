import type { Span } from '../../core/article.ts';
import type { Sentence, TaggedText, Token } from '../tokens.ts';
import { hasMainClause, hasVerb } from './clauses.ts';
import { clauseAfter, endOfAddressee, quotationsAfter, spanOf, stretchBefore } from './contents.ts';
import type { Cue } from './cues.ts';
import { isTimeWord, type Phrase, phraseStartingAt, withAppositionAfter } from './phrases.ts';
import type { Candidate } from './statement.ts';

// What was said stands before who said it, or "according to" joins the two.

/** "Two generals are stationed there, according to an official who asked not to be named." */
export function readAccordingTo(
  text: TaggedText,
  sentence: Sentence,
  i: number,
  width: number,
  low: number,
): Candidate | undefined {
  const { tokens } = text;
  const phrase = phraseStartingAt(text, i + width, sentence.last);
  if (!phrase || isManner(tokens, i) || isInRelative(tokens, i)) return undefined;
  if (i - low <= 1) {
    const apposed = withAppositionAfter(text, phrase, sentence.last);
    const describes = /^(?:a|an|the)$/.test(tokens[phrase.last + 1]?.lower ?? '');
    const isApposed = describes && tokens[apposed.last]?.text === ',' && !hasVerb(tokens, phrase.last, apposed.last);
    const subject = isApposed ? apposed : phrase;
    let end = subject.last;
    // "According to Yonhap, quoting the army, the port …"
    if (tokens[end]?.text === ',' && /^(?:citing|quoting)$/.test(tokens[end + 1]?.lower ?? '')) end++;
    const limit = Math.min(sentence.last, end + 12);
    while (end < limit && tokens[end]?.text !== ',') end++;
    // "According to the ministry over 300 were hurt": no comma, or one that stands within what was said.
    const participle =
      tokens[subject.last]?.pos === 'VERB' && /(?:ed|en|ing)$/.test(tokens[subject.last]?.lower ?? '') ? 1 : 0;
    const isClosed = tokens[end]?.text === ',' && !hasVerb(tokens, subject.last + participle, end);
    const content = clauseAfter(text, sentence, isClosed ? end + 1 : subject.last, i);
    return content && { subject, content };
  }
  let last = phrase.last;
  while (last < sentence.last && !/^[,;.:]$/.test(tokens[last]?.text ?? '') && tokens[last]?.quotation === -1) {
    const token = tokens[last];
    const next = tokens[last + 1];
    // "according to the service on Saturday": when it said so is no part of who.
    if (token && (isTimeWord(token) || (token.pos === 'ADP' && next && (isTimeWord(next) || next.lower === 'late'))))
      break;
    last++;
  }
  const subject = withAppositionAfter(text, { ...phrase, last }, sentence.last);
  const content = stretchBefore(text, i, low);
  return content && { subject, content };
}

/** "The scores were weighted according to a survey": how it is done, not who says so. */
function isManner(tokens: Token[], i: number): boolean {
  const doing =
    /^(?:weight|rank|rat|sort|order|group|classif|calculat|adjust|divid|allocat|distribut|assign|select|chos|pric|grad|tax|treat|judg|pa|liv|act|var|differ|chang|proceed|go)(?:e|ed|ied|en|y|ies|es|s|ing|aid|id)?$/;
  return tokens[i]?.lower === 'according' && doing.test(tokens[i - 1]?.lower ?? '');
}

/** "The firm adds a mode which, according to its users, is slow": only what stands behind "which" is theirs. */
function isInRelative(tokens: Token[], i: number): boolean {
  return tokens[i - 1]?.text === ',' && /^(?:which|who|that|whose)$/.test(tokens[i - 2]?.lower ?? '');
}

/** “…,” said Smith, the mayor, on Tuesday. */
export function readInverted(text: TaggedText, sentence: Sentence, i: number, low: number): Candidate | undefined {
  const { tokens } = text;
  const phrase = phraseStartingAt(text, i + 1, sentence.last);
  if (!phrase) return undefined;
  const next = tokens[phrase.last];
  if (
    phrase.last < sentence.last &&
    next &&
    (next.pos === 'VERB' || next.pos === 'AUX') &&
    next.quotation === -1 &&
    !/ing$/.test(next.lower)
  )
    return undefined;
  const isQuoted = tokens[i - 1]?.quotation !== -1;
  if (!isQuoted && phrase.last < sentence.last && !/^[.,;]$/.test(next?.text ?? '') && next?.pos !== 'ADP')
    return undefined;
  if (!isQuoted && !hasVerb(tokens, low, i - 1)) return undefined;
  const subject = withAppositionAfter(text, phrase, sentence.last);
  // "The builder, Tom Reyes, said the defendant, Colin Hart, had come": what stands behind the verb has one of its own.
  const goesOn = tokens[subject.last]?.text === ',' ? tokens[subject.last + 1] : undefined;
  if (
    !isQuoted &&
    goesOn &&
    goesOn.sentence === next?.sentence &&
    /^(?:VERB|AUX)$/.test(goesOn.pos) &&
    !/ing$/.test(goesOn.lower)
  )
    return undefined;
  const content = stretchBefore(text, i, low);
  return content && { subject, content, continued: quotationsAfter(text, sentence, subject.last) };
}

/** “…,” Smith said on Tuesday. / The centre has been at work for a week, Smith told Reuters. */
export function readTrailing(
  text: TaggedText,
  sentence: Sentence,
  i: number,
  low: number,
  cue: Cue,
  subject: Phrase,
): Candidate | undefined {
  const { tokens } = text;
  const edge = tokens[subject.first - 1];
  if (!edge || subject.first <= low) return undefined;
  const isQuoted = edge.quotation >= 0;
  const closes =
    isQuoted || /^[,—–?!]$/.test(edge.text) || ((edge.pos === 'NOUN' || edge.pos === 'PROPN') && cue.plain);
  if (!closes) return undefined;
  let rest = i + 1;
  let via: Span | undefined;
  if (cue.kind === 'tell') {
    const addressee = phraseStartingAt(text, rest, sentence.last);
    if (!addressee) return undefined;
    via = spanOf(tokens, addressee.first, endOfAddressee(tokens, addressee));
    rest = addressee.last;
  }
  if (!isTail(text, sentence, rest, isQuoted)) return undefined;
  const endsThere = rest >= sentence.last - 1 && cue.kind === 'say' && edge.text === ',';
  // "Not “one cent” has come, the mayor complained": the marks tell that words are reported.
  const isMixed = tokens.slice(low, subject.first).some(({ quotation }) => quotation >= 0);
  if (cue.kind === 'voice' && !isQuoted && !isMixed) return undefined;
  if (!isQuoted && ((!cue.plain && !endsThere && !isMixed) || !hasMainClause(tokens, low, subject.first - 1)))
    return undefined;
  const content = stretchBefore(text, subject.first, low);
  return content && { subject, content, continued: quotationsAfter(text, sentence, rest), ...(via ? { via } : {}) };
}

/** What follows the verb says when, where or to whom, not what. */
function isTail({ tokens }: TaggedText, sentence: Sentence, from: number, isQuoted: boolean): boolean {
  const first = tokens[from];
  if (from >= sentence.last || !first || /^[.,;:!?—–]$/.test(first.text) || first.quotation >= 0) {
    return first?.text !== ':';
  }
  // "…, the minister said only: “…”": what is said comes behind.
  if (first.pos === 'ADV' && tokens[from + 1]?.text === ':') return false;
  for (let k = from; k < Math.min(sentence.last, from + 14) && !isQuoted; k++) {
    if (tokens[k]?.lower === 'that' && tokens[k]?.pos === 'SCONJ') return false;
  }
  return (
    first.pos === 'ADP' ||
    first.pos === 'ADV' ||
    first.pos === 'SCONJ' ||
    isTimeWord(first) ||
    /^(?:this|last|earlier|when|while|as|after|before)$/.test(first.lower)
  );
}
