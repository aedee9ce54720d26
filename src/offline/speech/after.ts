import type { Span } from '../../core/article.ts';
import { isPeopleNoun, isPersonNoun } from '../names/words.ts';
import type { Sentence, TaggedText, Token } from '../tokens.ts';
import { skipAdjunct, startsClause } from './clauses.ts';
import { clauseAfter, endOfAddressee, endOfClause, endOfLeadingClause, spanOf } from './contents.ts';
import { type Cue, isPromise, particleOf } from './cues.ts';
import { type Phrase, phraseStartingAt } from './phrases.ts';
import type { Candidate } from './statement.ts';

/** Smith said (that) the centre is at work. / Smith said: “…” */
export function readForward(
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
      via = cue.kind === 'tell' ? spanOf(tokens, addressee.first, endOfAddressee(tokens, addressee)) : undefined;
      from = addressee.last;
    }
  }
  if (cue.kind === 'call') return readName(text, sentence, i, subject);
  const block = cue.kind === 'judge' ? undefined : quotationBelow(text, sentence);
  if (block) return { subject, content: block, ...(via ? { via } : {}) };
  let start = skipAdjunct(text, sentence, from);
  if (/^[,:]$/.test(tokens[start]?.text ?? '')) start++;
  const opener = tokens[start];
  if (!opener || start >= sentence.last) return undefined;
  if (/^(?:before|after|when|while|as|during|until|since|because)$/.test(opener.lower)) return undefined;
  const explicit = opener.quotation >= 0 || tokens[start - 1]?.lower === 'that' || tokens[start - 1]?.text === ':';
  if (isPromise(cue) && opener.lower === 'to' && tokens[start + 1]?.pos === 'VERB')
    return { subject, content: spanOf(tokens, start, endOfClause(text, sentence, start)) };
  if (cue.lemma === 'expect' || cue.lemma === 'estimate') {
    const foreseen = readForeseen(text, sentence, start);
    if (foreseen) return { subject, content: foreseen };
  }
  if (cue.kind === 'voice' && opener.quotation < 0) return undefined;
  if (cue.kind === 'judge') {
    const object = phraseStartingAt(text, start, sentence.last);
    if (!object || opener.quotation >= 0 || (cue.lemma === 'welcome' && receivesGuests(tokens, object)))
      return undefined;
    return { subject, content: spanOf(tokens, start, endOfClause(text, sentence, start)) };
  }
  // "In hand, he said, was a fleet": the clause goes on around the speaker.
  if (opener.quotation < 0 && (opener.pos === 'AUX' || /^(?:is|was|are|were|has|had|have)$/.test(opener.lower)))
    return undefined;
  if (!explicit && !startsClause(text, sentence, start, cue)) return undefined;
  // "Once the man mentioned it, …": no statement of the story's.
  const isSubordinate = /^(?:once|when|if|after|before|until|unless|because|whenever)$/.test(
    tokens[subject.first - 1]?.lower ?? '',
  );
  if (isSubordinate && opener.quotation < 0) return undefined;
  // "If the mayor says “no”, …": nobody has said it yet.
  if (/^(?:if|unless|whenever|until)$/.test(tokens[subject.first - 1]?.lower ?? '')) return undefined;
  if (opener.quotation >= 0 && cue.kind === 'think') return undefined;
  const content = clauseAfter(text, sentence, start, i);
  if (content && leadsSentence(text, sentence, subject)) content.end = endOfLeadingClause(text, start, content.end);
  return content && { subject, content, ...(via ? { via } : {}) };
}

/** "The museum welcomed 20,000 visitors", "the club welcomes the group Nord": no statement. */
function receivesGuests(tokens: Token[], { first, last, head }: Phrase): boolean {
  const phrase = tokens.slice(first, last);
  const isGuest = ({ lower }: Token) =>
    isPeopleNoun(lower) ||
    isPersonNoun(lower) ||
    /^(?:visitor|guest|tourist|band|group|baby|team|crowd)s?$/.test(lower);
  if (isGuest(tokens[head] as Token) || (phrase[0]?.pos === 'NUM' && phrase.some(isGuest))) return true;
  return phrase.every(
    (token, i) =>
      /^(?:PROPN|DET)$/.test(token.pos) ||
      (isGuest(token) && phrase[i + 1]?.pos === 'PROPN') ||
      i < phrase.findIndex(isGuest),
  );
}

/** "Although engineers have said …, farmers": the sentence's own clause comes behind the comma. */
function leadsSentence({ tokens }: TaggedText, { first: start }: Sentence, { first }: Phrase): boolean {
  const opensSentence = first - 1 <= start + 1;
  return opensSentence && /^(?:although|though|while|whilst|whereas|as|since)$/.test(tokens[first - 1]?.lower ?? '');
}

/** "Smith wrote on his blog:" with the quotation as the next paragraph. */
function quotationBelow({ tokens, quotations }: TaggedText, sentence: Sentence): Span | undefined {
  if (tokens[sentence.last - 1]?.text !== ':') return undefined;
  const quotation = quotations[tokens[sentence.last]?.quotation ?? -1];
  return quotation?.first === sentence.last ? { start: quotation.start, end: quotation.end } : undefined;
}

/** "expects the bank to raise rates", "estimated the crowd at 4,000": what is foreseen or reckoned, without a verb of its own. */
function readForeseen(text: TaggedText, sentence: Sentence, start: number): Span | undefined {
  const { tokens } = text;
  const object = phraseStartingAt(text, start, sentence.last);
  if (!object || tokens[start]?.lower === 'to') return undefined;
  const [next, second] = [tokens[object.last], tokens[object.last + 1]];
  const isForeseen = next?.lower === 'to' && (second?.pos === 'VERB' || second?.pos === 'AUX');
  const isReckoned = next?.lower === 'at' && second?.pos === 'NUM';
  return isForeseen || isReckoned ? spanOf(tokens, start, endOfClause(text, sentence, start)) : undefined;
}

const maxNamedTokens = 14;

/** "called the plan “a monument to vanity”": a name in the speaker's own words; a title or a proper name is none. */
function readName(
  { tokens, quotations }: TaggedText,
  sentence: Sentence,
  i: number,
  subject: Phrase,
): Candidate | undefined {
  if (/^(?:for|on|upon|off|in|out)$/.test(tokens[i + 1]?.lower ?? '')) return undefined;
  for (let k = i + 1; k < Math.min(sentence.last, i + maxNamedTokens); k++) {
    const token = tokens[k];
    if (!token) return undefined;
    if (token.quotation < 0) {
      if (
        /^[;:,]$/.test(token.text) ||
        token.pos === 'AUX' ||
        (token.pos === 'VERB' && !/(?:ed|ing)$/.test(token.lower))
      )
        return undefined;
      continue;
    }
    const quotation = quotations[token.quotation];
    const words = tokens.slice(quotation?.first, quotation?.last).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (!quotation || words.length < 2 || /^\p{Lu}/u.test(words[0]?.text ?? '')) return undefined;
    return { subject, content: { start: tokens[i + 1]?.start ?? quotation.start, end: quotation.end } };
  }
  return undefined;
}
