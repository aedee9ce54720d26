import type { Span } from '../core/article.ts';
import { isProse, skipDateline } from './furniture.ts';
import { canSpeak, documentNouns } from './names/words.ts';
import { readForward } from './speech/after.ts';
import { readAccordingTo, readInverted, readTrailing } from './speech/before.ts';
import { hasVerb } from './speech/clauses.ts';
import { clauseAfter, spanOf } from './speech/contents.ts';
import { type Cue, isFeeling, readCue } from './speech/cues.ts';
import { type Phrase, phraseStartingAt } from './speech/phrases.ts';
import type { Candidate, Statement } from './speech/statement.ts';
import { subjectBefore } from './speech/subjects.ts';
import { isSpeaker, isSpeechVerb } from './speech/verbs.ts';
import type { Sentence, TaggedText, Token } from './tokens.ts';

/** Characters; less than a word or two is no statement. */
const minContentLength = 8;

/** "Washington worries that …, an official said": the inner statement ends where the outer speaker begins. */
function trimInner(statements: Statement[]): void {
  for (const outer of statements) {
    for (const inner of statements) {
      const within =
        inner !== outer && inner.content.start < outer.source.start && outer.source.end <= inner.content.end;
      if (within && outer.content.start <= inner.source.start)
        inner.content.end = Math.min(inner.content.end, outer.content.end);
    }
  }
}

/** "according to", and "per" before a name: "Per the club, the striker is out." Not "20 per cent". */
function readSourceMark(tokens: Token[], i: number, low: number): { cue: Cue; width: number } | undefined {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  const cue = { lemma: 'according', kind: 'say', plain: true } as const;
  if (token?.lower === 'according' && next?.lower === 'to') return { cue, width: 2 };
  const opens = i === low || before?.text === ',';
  const names = next?.pos === 'PROPN' || /^(?:the|a|an)$/.test(next?.lower ?? '');
  return token?.lower === 'per' && opens && names ? { cue, width: 1 } : undefined;
}

/** "Farmers are concerned the tax will rise": a thought that an adjective reports. */
function readFeeling(tokens: Token[], i: number): Cue | undefined {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (
    !token ||
    !isFeeling(token.lower) ||
    !/^(?:is|are|was|were|am|'s|'re|'m|remains?|remained)$/.test(before?.lower ?? '')
  )
    return undefined;
  return { lemma: 'feel', kind: 'think', plain: false };
}

/** Reads one sentence's statements into `found`. */
export function readSentence(text: TaggedText, sentence: Sentence, found: Statement[]): void {
  const { tokens } = text;
  const words = text.text.slice(sentence.start, sentence.end);
  if (sentence.isFurniture || !isProse(words)) return;
  const low = skipDateline(text, sentence);
  // The statement that "and said" goes on with: the sentence's own, not one that somebody reports in it.
  let previous: Statement | undefined;
  const mine: Statement[] = [];
  for (let i = low; i < sentence.last; i++) {
    const token = tokens[i];
    if (!token || token.quotation >= 0) continue;
    const source = readSourceMark(tokens, i, low);
    const cue = source?.cue ?? readFeeling(tokens, i) ?? readCue(token.lower);
    if (!cue || (!source && cue.lemma !== 'feel' && !isSpeechVerb(tokens, i, cue))) continue;
    const candidate = source
      ? readAccordingTo(text, sentence, i, source.width, low)
      : readVerb(text, sentence, i, low, cue, previous);
    if (!candidate || candidate.content.end - candidate.content.start < minContentLength) continue;
    const isQuoted = /^["“‘]/.test(text.text.slice(candidate.content.start, candidate.content.start + 1));
    if (!isSpeaker(tokens, candidate.subject, cue, isQuoted)) continue;
    const { subject, content, continued = [], via } = candidate;
    const statement: Statement = {
      source: spanOf(tokens, subject.first, subject.last),
      cue: spanOf(tokens, i, i + (source?.width ?? 1)),
      content,
      subject,
      cueKind: cue.kind,
      continued,
      ...(via ? { via } : {}),
    };
    mine.push(statement);
    if (!previous || statement.source.start >= previous.content.end || statement.content.end <= previous.source.start)
      previous = statement;
  }
  trimInner(mine);
  found.push(...mine.filter(({ content }) => content.end - content.start >= minContentLength));
}

function readVerb(
  text: TaggedText,
  sentence: Sentence,
  i: number,
  low: number,
  cue: Cue,
  previous: Statement | undefined,
): Candidate | undefined {
  const { tokens } = text;
  const before = tokens[i - 1];
  const isVoice = cue.kind === 'voice';
  const speech = cue.kind === 'say' || cue.kind === 'tell' || isVoice;
  if (
    (cue.kind === 'say' || (isVoice && before?.quotation !== -1)) &&
    before &&
    i > low &&
    (before.quotation >= 0 || before.text === ',' || before.text === '—')
  ) {
    const inverted = readInverted(text, sentence, i, low);
    if (inverted) return inverted;
    // "Recipients, said Jones, are required": the speaker stands in the middle.
    const inner = phraseStartingAt(text, i + 1, sentence.last);
    if (inner && /^[,.]$/.test(tokens[inner.last]?.text ?? '') && tokens[inner.head]?.pos === 'PROPN') {
      const content = clauseAround(text, sentence, i - 1, inner.last, low);
      return content && { subject: inner, content };
    }
  }
  const quoted = before?.lower === 'as' ? quotedVerb(tokens, i - 2, low) : undefined;
  const own = subjectBefore(text, quoted ?? i, low);
  // "tradition means the monarch saying": a participle right behind its noun reports only where the noun is a document.
  if (own && own.last === i && /ing$/.test(tokens[i]?.lower ?? '') && !reportsByItself(tokens, own)) return undefined;
  // "helps members find what they need": no more than what is done with them.
  const isMade =
    own &&
    /^(?:help|let|mak|watch|see)/.test(tokens[own.first - 1]?.lower ?? '') &&
    tokens[own.first - 1]?.pos === 'VERB';
  if (isMade && tokens[i]?.lower === cue.lemma) return undefined;
  const subject = own ?? sharedSubject(text, i, low, previous);
  if (!subject) return undefined;
  // "That is smaller than what Smith said, but …": compared with a statement, which is not given.
  if (own && /^(?:what|whatever|than)$/.test(tokens[own.first - 1]?.lower ?? '')) return undefined;
  // "The claim that evidence shows a plan": what is said there, the claim says.
  if (tokens[subject.first]?.lower === 'that' && tokens[subject.first - 1]?.pos === 'NOUN' && subject.last <= i)
    return undefined;
  // "No minister said so": nobody speaks.
  if (/^(?:no|neither|nobody|none|nothing|not)$/.test(tokens[subject.first]?.lower ?? '')) return undefined;
  const trailing = speech && own && subject.last <= i ? readTrailing(text, sentence, i, low, cue, subject) : undefined;
  if (trailing) return trailing;
  const isBetween = cue.plain && own && tokens[own.first - 1]?.text === ',' && tokens[i + 1]?.text === ',';
  const around = isBetween ? clauseAround(text, sentence, own.first - 1, i + 1, low) : undefined;
  return around && own ? { subject: own, content: around } : readForward(text, sentence, i, cue, subject);
}

/** "was quoted by state television as saying": the place of "quoted". */
function quotedVerb(tokens: Token[], from: number, low: number): number | undefined {
  for (let k = from; k > low && k > from - 8; k--) {
    if (/^(?:quoted|cited|reported)$/.test(tokens[k]?.lower ?? '')) return k;
    if (!/^(?:NOUN|PROPN|ADJ|DET|ADP|PART)$/.test(tokens[k]?.pos ?? '')) return undefined;
  }
  return undefined;
}

/** "The vaccine, the agency said, had been tested": the clause that goes on around its speaker, the speaker with it. */
function clauseAround(
  text: TaggedText,
  sentence: Sentence,
  comma: number,
  next: number,
  low: number,
): Span | undefined {
  const { tokens } = text;
  const goesOn = tokens[next + 1];
  if (tokens[next]?.text !== ',' || !/^(?:AUX|VERB)$/.test(goesOn?.pos ?? '') || goesOn?.quotation !== -1)
    return undefined;
  if (comma - low < 1 || comma - low > 12 || tokens[low]?.quotation !== -1 || hasVerb(tokens, low, comma))
    return undefined;
  const phrase = phraseStartingAt(text, low, comma);
  if (!phrase || /ing$/.test(goesOn.lower)) return undefined;
  return clauseAfter(text, sentence, low, low - 1);
}

function reportsByItself(tokens: Token[], { first, head }: Phrase): boolean {
  return documentNouns.has(tokens[head]?.lower ?? '') || tokens[first - 1]?.lower === 'with';
}

/** "The tradition sees the king read the plan, saying": a thing does not go on to speak. */
function mayGoOnSpeaking(tokens: Token[], { head }: Phrase): boolean {
  const token = tokens[head];
  return token?.pos !== 'NOUN' || canSpeak(token.lower);
}

/** An "-ing" beside another whose doer stands right before it, behind a verb of its own. */
function isDoneByObject(tokens: Token[], i: number, link: number, low: number): boolean {
  if (!/ing$/.test(tokens[i]?.lower ?? '')) return false;
  for (let k = link - 1; k > low + 1; k--) {
    const [verb, doer, token] = [tokens[k - 2], tokens[k - 1], tokens[k]];
    if (token?.pos !== 'VERB' || !/ing$/.test(token.lower)) continue;
    return verb?.pos === 'VERB' && /^(?:PRON|PROPN|NOUN)$/.test(doer?.pos ?? '');
  }
  return false;
}

/** "Smith shook his head and said …", "…, saying that …": the subject of the sentence's first verb, or of the last cue. */
function sharedSubject(text: TaggedText, i: number, low: number, previous: Statement | undefined): Phrase | undefined {
  const { tokens } = text;
  let j = i - 1;
  while (j > low && (tokens[j]?.pos === 'ADV' || tokens[j]?.pos === 'AUX')) j--;
  const link = tokens[j];
  if (!link || j <= low) return undefined;
  const joins =
    link.lower === 'and' || link.lower === 'but' || (link.text === ',' && /ing$/.test(tokens[i]?.lower ?? ''));
  if (!joins) return undefined;
  // "The film shows her greeting the guests and saying": she says it.
  if (link.lower === 'and' && isDoneByObject(tokens, i, j, low)) return undefined;
  if (previous && previous.subject.last <= i) return previous.subject;
  let verb = low;
  while (verb < j && !(tokens[verb]?.quotation === -1 && (tokens[verb]?.pos === 'VERB' || tokens[verb]?.pos === 'AUX')))
    verb++;
  const subject = verb < j && verb > low ? subjectBefore(text, verb, low) : undefined;
  // "China, Turkey and Russia have …, saying": a subject that begins behind a comma may be the end of a list.
  const opensClause =
    subject &&
    (subject.first === low ||
      (tokens[subject.first - 1]?.text === ',' && /^(?:ADP|SCONJ|ADV)$/.test(tokens[low]?.pos ?? '')));
  return opensClause && mayGoOnSpeaking(tokens, subject) ? subject : undefined;
}
