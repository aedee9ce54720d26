import { spanOf } from './contents.ts';
import { type Cue, readCue } from './cues.ts';
import { isProse, skipDateline } from './furniture.ts';
import { documentNouns } from './name-words.ts';
import { type Phrase, phraseStartingAt } from './phrases.ts';
import { readForward } from './speech-after.ts';
import { readAccordingTo, readInverted, readTrailing } from './speech-before.ts';
import { isSpeaker, isSpeechVerb } from './speech-verbs.ts';
import type { Candidate, Statement } from './statement.ts';
import { subjectBefore } from './subjects.ts';
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
    const according = token.lower === 'according' && tokens[i + 1]?.lower === 'to';
    const cue = according ? ({ lemma: 'according', kind: 'say', plain: true } as const) : readCue(token.lower);
    if (!cue || (!according && !isSpeechVerb(tokens, i, cue))) continue;
    const candidate = according
      ? readAccordingTo(text, sentence, i, low)
      : readVerb(text, sentence, i, low, cue, previous);
    if (
      !candidate ||
      !isSpeaker(tokens, candidate.subject, cue) ||
      candidate.content.end - candidate.content.start < minContentLength
    )
      continue;
    const { subject, content, continued = [], via } = candidate;
    const statement: Statement = {
      source: spanOf(tokens, subject.first, subject.last),
      cue: spanOf(tokens, i, according ? i + 2 : i + 1),
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
  const speech = cue.kind === 'say' || cue.kind === 'tell';
  if (
    cue.kind === 'say' &&
    before &&
    i > low &&
    (before.quotation >= 0 || before.text === ',' || before.text === '—')
  ) {
    const inverted = readInverted(text, sentence, i, low);
    if (inverted) return inverted;
    // "Recipients, said Jones, are required": the speaker stands in the middle; what is said is no one stretch.
    const inner = phraseStartingAt(text, i + 1, sentence.last);
    if (inner && /^[,.]$/.test(tokens[inner.last]?.text ?? '') && tokens[inner.head]?.pos === 'PROPN') return undefined;
  }
  const isQuoted = before?.lower === 'as' && /^(?:quoted|cited|reported)$/.test(tokens[i - 2]?.lower ?? '');
  const own = subjectBefore(text, isQuoted ? i - 2 : i, low);
  // "tradition means the monarch saying": a participle right behind its noun reports only where the noun is a document.
  if (own && own.last === i && /ing$/.test(tokens[i]?.lower ?? '') && !reportsByItself(tokens, own)) return undefined;
  const subject = own ?? sharedSubject(text, i, low, previous);
  if (!subject) return undefined;
  // "That is smaller than what Smith said, but …": compared with a statement, which is not given.
  if (own && /^(?:what|whatever|than)$/.test(tokens[own.first - 1]?.lower ?? '')) return undefined;
  // "No minister said so": nobody speaks.
  if (/^(?:no|neither|nobody|none|nothing|not)$/.test(tokens[subject.first]?.lower ?? '')) return undefined;
  const trailing = speech && own && subject.last <= i ? readTrailing(text, sentence, i, low, cue, subject) : undefined;
  return trailing ?? readForward(text, sentence, i, cue, subject);
}

function reportsByItself(tokens: Token[], { first, head }: Phrase): boolean {
  return documentNouns.has(tokens[head]?.lower ?? '') || tokens[first - 1]?.lower === 'with';
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
  return opensClause ? subject : undefined;
}
