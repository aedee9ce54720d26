import { skipDateline } from '../furniture.ts';
import { bodyNouns, documentNouns, isPeopleNoun, isPersonNoun } from '../names/words.ts';
import type { Quotation, TaggedText, Token } from '../tokens.ts';
import { spanOf } from './contents.ts';
import { type Phrase, phraseStartingAt } from './phrases.ts';
import type { Statement } from './statement.ts';

const minQuotedWords = 3;

/**
 * Finds quotations that no verb of speech introduces: behind a colon ("Vance put it more bluntly: “…”", "His verdict was short:
 * “…”"), behind "In his words," and, as sentences of their own, behind a sentence about one person ("Fahey was philosophical.
 * “You lose players.”"). Behind a sentence in which that person speaks, they go on with what is said there.
 *
 * @param found  the statements read so far; quotations of theirs are left alone, and those that go on are added to them
 */
export function readFramedQuotes(text: TaggedText, found: Statement[]): Statement[] {
  const taken = new Set<number>();
  const { tokens, quotations } = text;
  const index = new Map(quotations.map((quotation, i) => [quotation.start, i]));
  for (const { content, continued } of found) {
    for (const { start, end } of [content, ...continued]) {
      let i = index.get(start) ?? firstInside(quotations, start);
      for (; (quotations[i]?.start ?? end) < end; i++) taken.add(i);
    }
  }
  const bySentence = new Map<number, Statement[]>();
  for (const statement of found) {
    const sentence = tokens[statement.subject.head]?.sentence ?? -1;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), statement]);
  }
  const framed: Statement[] = [];
  for (const [i, quotation] of quotations.entries()) {
    if (taken.has(i) || countWords(tokens, quotation) < minQuotedWords) continue;
    const statement = readFrame(text, quotation) ?? readBehindSentence(text, quotation, bySentence);
    if (statement) framed.push(statement);
  }
  return framed;
}

/** The first quotation that begins at `start` or later, by halving. */
function firstInside(quotations: Quotation[], start: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countWords(tokens: Token[], { first, last }: Quotation): number {
  return tokens.slice(first, last).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

/** "Vance put it more bluntly: “…”", "In his words, “…”". */
function readFrame(text: TaggedText, quotation: Quotation): Statement | undefined {
  const { tokens, sentences } = text;
  const mark = tokens[quotation.first - 1];
  const sentence = sentences[mark?.sentence ?? -1];
  if (!mark || !sentence || sentence.isFurniture || mark.quotation >= 0) return undefined;
  const low = skipDateline(text, sentence);
  const isWords = mark.text === ',' && /^(?:in|to)$/.test(tokens[low]?.lower ?? '');
  if (mark.text !== ':' && !isWords) return undefined;
  const speaker = speakerOf(text, isWords ? low + 1 : low, quotation.first - 1, isWords);
  return speaker && toStatement(text, speaker, quotation);
}

type Speaker = { subject: Phrase; cue: number };

const speechNouns =
  /^(?:words?|verdict|answer|reply|response|message|advice|explanation|comment|comments|remark|remarks|tweet|warning|assessment|conclusion|motto|plea|appeal|reaction|promise|demand|argument|defence|defense|summary|theory|view)$/;

const showsWords =
  /^(?:cit|quot|list|includ|contain|publish|print|carr(?:y|i)|featur|obtain|receiv|found|finds?|saw|seen|hear|wore|bears?|bore|sang|sings?|play)/;

/** Who the clause between two tokens is about; of "his verdict" and "the minister's answer" whose it is. */
function speakerOf(text: TaggedText, low: number, high: number, needsNoun: boolean): Speaker | undefined {
  const { tokens } = text;
  let verb = low;
  while (verb < high && !/^(?:VERB|AUX)$/.test(tokens[verb]?.pos ?? '')) verb++;
  const subject = phraseStartingAt(text, low, needsNoun ? high : verb);
  if (!subject || (!needsNoun && verb === high)) return undefined;
  for (let noun = subject.last - 1; noun > subject.first; noun--) {
    if (!speechNouns.test(tokens[noun]?.lower ?? '')) continue;
    const owner = tokens[noun - 1]?.pos === 'ADJ' ? noun - 2 : noun - 1;
    if (/^(?:his|her|their)$/.test(tokens[owner]?.lower ?? '') && owner === subject.first)
      return { subject: { first: owner, last: owner + 1, head: owner }, cue: noun };
    if (tokens[owner]?.lower !== "'s" || owner - 1 < subject.first) continue;
    return { subject: { first: subject.first, last: owner, head: owner - 1 }, cue: noun };
  }
  if (needsNoun) return undefined;
  // "Clarke, 61, was blunt": a comma between subject and verb closes what is told about the person.
  if (!isPerson(tokens[subject.head]) || (subject.last !== verb && tokens[subject.last]?.text !== ','))
    return undefined;
  // "The Guardian cited the form: “…”": somebody else's words.
  const isOpen = tokens
    .slice(verb, high)
    .some(({ lower }) => /^(?:if|unless|whether)$/.test(lower) || showsWords.test(lower));
  return isOpen ? undefined : { subject, cue: verb };
}

function isPerson(token: Token | undefined): boolean {
  if (!token || token.quotation >= 0) return false;
  if (/^(?:he|she)$/.test(token.lower)) return true;
  if (token.pos === 'PROPN') return token.text.length > 1;
  return (
    token.pos === 'NOUN' &&
    (isPersonNoun(token.lower) ||
      isPeopleNoun(token.lower) ||
      documentNouns.has(token.lower) ||
      bodyNouns.has(token.lower))
  );
}

/** "Fahey was philosophical. “You lose players. You find others.”": whole sentences in marks, behind one about a person. */
function readBehindSentence(
  text: TaggedText,
  quotation: Quotation,
  bySentence: Map<number, Statement[]>,
): Statement | undefined {
  const { tokens, sentences } = text;
  const at = tokens[quotation.first]?.sentence ?? -1;
  const [own, before] = [sentences[at], sentences[at - 1]];
  if (!own || !before || own.first !== quotation.first || own.paragraph !== before.paragraph || before.isFurniture)
    return undefined;
  const isWhole = /[.!?…]["”’]$/.test(text.text.slice(quotation.start, quotation.end));
  const next = tokens[quotation.last];
  if (!isWhole || (next && next.sentence === tokens[quotation.last - 1]?.sentence)) return undefined;
  const told = bySentence.get(at - 1) ?? [];
  const [first] = told;
  if (first) {
    const isOne = told.every(({ source }) => source.start === first.source.start);
    const speaks = first.cueKind === 'say' || first.cueKind === 'tell';
    if (isOne && speaks) first.continued.push({ start: quotation.start, end: quotation.end });
    return undefined;
  }
  const low = skipDateline(text, before);
  const speaker = speakerOf(text, low, before.last, false);
  const head = tokens[speaker?.subject.head ?? -1];
  if (!speaker || !head || isThing(head)) return undefined;
  // A second person in the sentence, or words of somebody else's: nothing tells who of them speaks.
  const others = tokens
    .slice(speaker.subject.last, before.last)
    .some(
      ({ pos, lower, quotation: inner }) => inner >= 0 || pos === 'PROPN' || isPersonNoun(lower) || isPeopleNoun(lower),
    );
  return others ? undefined : toStatement(text, speaker, quotation);
}

function isThing({ lower, pos }: Token): boolean {
  return pos === 'NOUN' && !isPersonNoun(lower);
}

function toStatement({ tokens }: TaggedText, { subject, cue }: Speaker, { start, end }: Quotation): Statement {
  return {
    subject,
    source: spanOf(tokens, subject.first, subject.last),
    cue: spanOf(tokens, cue, cue + 1),
    cueKind: 'say',
    content: { start, end },
    continued: [],
  };
}
