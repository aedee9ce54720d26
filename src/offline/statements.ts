import type { Span } from '../core/article.ts';
import { clauseAfter, endOfClause, quotationsAfter, spanOf, stretchBefore } from './contents.ts';
import { type Cue, particleOf, readCue } from './cues.ts';
import { isProse, skipDateline } from './furniture.ts';
import { canSpeak, documentNouns } from './name-words.ts';
import { isPronoun, isTimeWord, type Phrase, phraseStartingAt, subjectBefore, withAppositionAfter } from './phrases.ts';
import type { Sentence, TaggedText, Token } from './tokens.ts';

/** Somebody's statement as the text lays it out; who the subject stands for is not resolved yet. */
export type Statement = {
  subject: Phrase;
  source: Span;
  cue: Span;
  cueKind: Cue['kind'];
  content: Span;
  /** Quotations of the same speaker that go on after the cue or in the next paragraph. */
  continued: Span[];
  /** Who it was said to: "Reuters". */
  via?: Span;
};

type Candidate = { subject: Phrase; content: Span; continued?: Span[]; via?: Span };

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
    if (!candidate || !isSpeaker(tokens, candidate.subject, cue) || candidate.content.end - candidate.content.start < 8)
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
  found.push(...mine);
}

/** Not a noun ("the report"), a passive ("was told"), an infinitive ("asked to say") or a denial of speech ("did not say"). */
function isSpeechVerb(tokens: Token[], i: number, cue: Cue): boolean {
  const token = tokens[i] as Token;
  const surely = /^(?:said|says|told|tells)$/.test(token.lower);
  const states =
    tokens[i + 1]?.lower === 'that' &&
    /[^s]s$/.test(token.lower) &&
    tokens[i - 2]?.pos === 'DET' &&
    canSpeak(tokens[i - 1]?.lower ?? '');
  if (token.pos !== 'VERB' && !states && !surely && !(cue.lemma === 'say' && token.pos !== 'PROPN')) return false;
  const before = tokens[i - 1];
  if (before && before.sentence === token.sentence) {
    if (before.pos === 'DET' || /^(?:to|his|her|their|its|our|my|your|no)$/.test(before.lower)) return false;
  }
  let passive = false;
  for (let k = i - 1; k >= 0 && k > i - 5; k--) {
    const word = tokens[k];
    if (!word || word.sentence !== token.sentence || (word.pos !== 'AUX' && word.pos !== 'ADV' && word.pos !== 'PART'))
      break;
    if (/^(?:not|n't|never|would|could|should|might|may|can|cannot)$/.test(word.lower)) return false;
    if (/^(?:is|are|was|were|been|be|being|'s|'re)$/.test(word.lower) && !/ing$/.test(token.lower)) passive = true;
  }
  return !passive;
}

/** "Two generals are stationed there, according to an official who asked not to be named." */
function readAccordingTo(text: TaggedText, sentence: Sentence, i: number, low: number): Candidate | undefined {
  const { tokens } = text;
  const phrase = phraseStartingAt(text, i + 2, sentence.last);
  if (!phrase) return undefined;
  if (i - low <= 1) {
    const apposed = withAppositionAfter(text, phrase, sentence.last);
    const describes = /^(?:a|an|the)$/.test(tokens[phrase.last + 1]?.lower ?? '');
    const isApposed = describes && tokens[apposed.last]?.text === ',' && !hasVerb(tokens, phrase.last, apposed.last);
    const subject = isApposed ? apposed : phrase;
    let end = subject.last;
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
  while (last < sentence.last && !/^[,;.:]$/.test(tokens[last]?.text ?? '') && tokens[last]?.quotation === -1) last++;
  const subject = withAppositionAfter(text, { ...phrase, last }, sentence.last);
  const content = stretchBefore(text, i, low);
  return content && { subject, content };
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
  const trailing = speech && !(subject.last > i) ? readTrailing(text, sentence, i, low, cue, subject) : undefined;
  return trailing ?? readForward(text, sentence, i, cue, subject);
}

function reportsByItself(tokens: Token[], { first, head }: Phrase): boolean {
  return documentNouns.has(tokens[head]?.lower ?? '') || tokens[first - 1]?.lower === 'with';
}

/** “…,” said Smith, the mayor, on Tuesday. */
function readInverted(text: TaggedText, sentence: Sentence, i: number, low: number): Candidate | undefined {
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
  const content = stretchBefore(text, i, low);
  return content && { subject, content, continued: quotationsAfter(text, sentence, subject.last) };
}

/** “…,” Smith said on Tuesday. / The centre has been at work for a week, Smith told Reuters. */
function readTrailing(
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
    via = spanOf(tokens, addressee.first, addressee.last);
    rest = addressee.last;
  }
  if (!isTail(text, sentence, rest, isQuoted)) return undefined;
  const endsThere = rest >= sentence.last - 1 && cue.kind === 'say' && edge.text === ',';
  if (!isQuoted && ((!cue.plain && !endsThere) || !hasMainClause(tokens, low, subject.first - 1))) return undefined;
  const content = stretchBefore(text, subject.first, low);
  return content && { subject, content, continued: quotationsAfter(text, sentence, rest), ...(via ? { via } : {}) };
}

/** What follows the verb says when, where or to whom, not what. */
function isTail({ tokens }: TaggedText, sentence: Sentence, from: number, isQuoted: boolean): boolean {
  const first = tokens[from];
  if (from >= sentence.last || !first || /^[.,;:!?—–]$/.test(first.text) || first.quotation >= 0) {
    return first?.text !== ':';
  }
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

/** Smith said (that) the centre is at work. / Smith said: “…” */
function readForward(
  text: TaggedText,
  sentence: Sentence,
  i: number,
  cue: Cue,
  subject: Phrase,
): Candidate | undefined {
  const { tokens } = text;
  const particle = particleOf(cue);
  if (particle && tokens[i + 1]?.lower !== particle) return undefined;
  let from = particle ? i + 2 : i + 1;
  let via: Span | undefined;
  if (cue.kind === 'tell' || cue.lemma === 'warn' || cue.lemma === 'ask' || cue.lemma === 'urge') {
    const addressee = phraseStartingAt(text, from, sentence.last);
    const after = addressee ? tokens[addressee.last] : undefined;
    if (cue.kind === 'tell' && !addressee) return undefined;
    const spokenTo =
      addressee &&
      (cue.kind === 'tell' || after?.lower === 'that' || (after?.quotation ?? -1) >= 0 || after?.text === ':');
    if (spokenTo && /^(?:who|which)$/.test(after?.lower ?? '')) return undefined;
    if (spokenTo) {
      via = cue.kind === 'tell' ? spanOf(tokens, addressee.first, addressee.last) : undefined;
      from = addressee.last;
    }
  }
  const block = cue.kind === 'judge' ? undefined : quotationBelow(text, sentence);
  if (block) return { subject, content: block, ...(via ? { via } : {}) };
  const start = skipAdjunct(text, sentence, from);
  const opener = tokens[start];
  if (!opener || start >= sentence.last) return undefined;
  if (/^(?:before|after|when|while|as|during|until|since|because)$/.test(opener.lower)) return undefined;
  const explicit = opener.quotation >= 0 || tokens[start - 1]?.lower === 'that' || tokens[start - 1]?.text === ':';
  if (cue.kind === 'judge') {
    const object = phraseStartingAt(text, start, sentence.last);
    if (!object || opener.quotation >= 0) return undefined;
    return { subject, content: spanOf(tokens, start, endOfClause(text, sentence, start)) };
  }
  if (!explicit && !startsClause(text, sentence, start, cue)) return undefined;
  // "Once the man mentioned it, …": no statement of the story's.
  const isSubordinate = /^(?:once|when|if|after|before|until|unless|because|whenever)$/.test(
    tokens[subject.first - 1]?.lower ?? '',
  );
  if (isSubordinate && opener.quotation < 0) return undefined;
  if (opener.quotation >= 0 && cue.kind === 'think') return undefined;
  const content = clauseAfter(text, sentence, start, i);
  return content && { subject, content, ...(via ? { via } : {}) };
}

/** "Smith wrote on his blog:" with the quotation as the next paragraph. */
function quotationBelow({ tokens, quotations }: TaggedText, sentence: Sentence): Span | undefined {
  if (tokens[sentence.last - 1]?.text !== ':') return undefined;
  const quotation = quotations[tokens[sentence.last]?.quotation ?? -1];
  return quotation?.first === sentence.last ? { start: quotation.start, end: quotation.end } : undefined;
}

/** Steps over "on Tuesday", "in a statement", commas, colons and the word "that" to where the statement begins. */
function skipAdjunct(text: TaggedText, sentence: Sentence, from: number): number {
  const { tokens } = text;
  const limit = Math.min(sentence.last, from + 16);
  for (let k = from; k < limit; k++) {
    const token = tokens[k];
    if (!token) break;
    if (token.quotation >= 0)
      return k > from && !/^[,:]$/.test(tokens[k - 1]?.text ?? '') && !isAdjunctStart(tokens[from]) ? from : k;
    if (token.lower === 'that' && (k === from || isAdjunctStart(tokens[from]) || tokens[from]?.text === ','))
      return k + 1;
    if (token.text === ':') return k + 1;
    if (token.pos === 'VERB' || token.pos === 'AUX') break;
  }
  let k = from;
  while (k < limit && isAdjunctWord(tokens[k])) k++;
  if (tokens[k]?.text === ',') k++;
  return k;
}

function isAdjunctStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'ADP' ||
      token.pos === 'ADV' ||
      isTimeWord(token) ||
      /^(?:last|this|earlier|late)$/.test(token.lower))
  );
}

function isAdjunctWord(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    isTimeWord(token) ||
    (/^(?:on|late|earlier|last|this|in|at|during|a|an|statement|interview|week|month|year|morning|evening|night|press|news|conference|speech|email|tweet)$/.test(
      token.lower,
    ) &&
      token.pos !== 'PROPN' &&
      token.pos !== 'PRON')
  );
}

function startsClause(text: TaggedText, sentence: Sentence, start: number, cue: Cue): boolean {
  const { tokens } = text;
  const opener = tokens[start];
  if (!opener) return false;
  if (/^(?:how|why|what|whether|if|where|when|who)$/.test(opener.lower))
    return cue.kind === 'say' || cue.kind === 'tell';
  if (/^(?:there|it|he|she|they|we|i|you)$/.test(opener.lower)) return true;
  if (opener.pos === 'ADP' && cue.plain) return hasVerb(tokens, start, sentence.last);
  const phrase = phraseStartingAt(text, start, sentence.last);
  // A verb may hide in the phrase where the tagger took it for a noun: "said Mohamed wishes to".
  if (cue.lemma === 'say' && hasVerb(tokens, start, sentence.last)) return opener.pos !== 'ADV' || phrase !== undefined;
  if (!phrase) return false;
  for (let k = phrase.last; k < Math.min(sentence.last, phrase.last + 12); k++) {
    const token = tokens[k];
    if (!token) return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB') return isFiniteVerb(tokens, k) || cue.lemma === 'say';
    if (token.lower === 'to' || /^[;:.]$/.test(token.text)) return false;
    if (token.text === ',' && cue.lemma !== 'say') return false;
  }
  return false;
}

function isFiniteVerb(tokens: Token[], k: number): boolean {
  const token = tokens[k];
  if (!token || /ing$/.test(token.lower) || tokens[k - 1]?.lower === 'to') return false;
  return tokens[k + 1]?.lower !== 'by';
}

function hasVerb(tokens: Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens[k]?.pos === 'VERB' || tokens[k]?.pos === 'AUX') return true;
  return false;
}

/** A clause that stands by itself, not only "After the vote," or "In the capital,". */
function hasMainClause(tokens: Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const opensSubordinate =
    first !== undefined &&
    /^(?:after|when|as|while|although|though|if|because|before|since|once|asked|speaking|by)$/.test(first.lower);
  let start = from;
  if (opensSubordinate) {
    while (start < to && tokens[start]?.text !== ',') start++;
    if (start >= to) return false;
  }
  return to - start >= 3 && hasVerb(tokens, start, to);
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

/** Words that cannot speak: "it", "which", a time; and things of which "suggests" or "shows" tells a fact, not a statement. */
function isSpeaker(tokens: Token[], subject: Phrase, cue: Cue): boolean {
  const head = tokens[subject.head];
  if (!head || isTimeWord(head)) return false;
  if (head.lower === 'it') return cue.plain;
  if (isPronoun(head)) return head.lower !== 'you';
  if (head.pos === 'PROPN' || cue.lemma === 'say' || cue.lemma === 'according')
    return /^(?:NOUN|PROPN|ADJ)$/.test(head.pos);
  return head.pos === 'NOUN' && canSpeak(head.lower);
}
