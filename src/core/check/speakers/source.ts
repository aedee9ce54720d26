import type { Span } from '../../article.ts';
import type { Drop, Source } from '../../brief.ts';
import type { DraftSource, SourceKind } from '../../draft.ts';
import { isDescription } from '../../grammar/description.ts';
import type { Voice } from '../../grammar/noun-phrase.ts';
import { isFunctionWord, listWords } from '../../grammar/word-list.ts';
import { findQuote } from '../../quotes.ts';
import { type Reading, sentencesIn, stretchOf } from '../reading.ts';
import { findAntecedent } from './antecedents.ts';
import type { Tie } from './speaker.ts';
import { isAttendant } from './spoken-for.ts';

/** The source as it is shown: name, title and via cut from the article, the kind as the text gives it. */
export function cutSource(source: DraftSource, tie: Tie, reading: Reading): { source: Source; drops: Drop[] } {
  const title = source.title === null ? null : cutTitle(source.title, tie, reading);
  const via = source.via === null ? null : cutVia(source.via, tie, reading);
  const drops: Drop[] = [];
  if (source.title !== null && title === null)
    drops.push({ part: 'title', why: 'words-not-in-passage', text: source.title });
  if (source.via !== null && via === null) drops.push({ part: 'via', why: 'words-not-in-passage', text: source.via });
  return {
    source: {
      name: cutName(source.name ?? '', tie, reading),
      kind: correctKind(source, tie, reading),
      title,
      via: tie.teller ? [via, nameTeller(tie.teller, reading)].filter((words) => words !== null).join(', ') : via,
    },
    drops,
  };
}

const addressed =
  /\b(?:t(?:old|ells?|elling)|inform(?:ed|s)|assur(?:ed|es)|warn(?:ed|s)|ask(?:ed|s)|remind(?:ed|s)|brief(?:ed|s)|to|with|at|in|on|during|via|through|before|by|for|from)\s+(?:(?:the|an?|his|her|their|its|this)\s+)?(?:[\p{L}'’-]+\s+){0,2}$/iu;
const tellsItself = /^\s(?:\p{Ll}+ly\s)?(?:report|say|add|claim|suggest|quot|writ|not|announc)ing\b/u;

/**
 * To whom or where it was said: by the sentence that gives the source as speaking, never by its neighbour, and as somebody told
 * or a place. "With the Courier reporting that" makes the Courier a teller of something else.
 */
function cutVia(via: string, tie: Tie, reading: Reading): string | null {
  const { text } = reading.article;
  const place = tie.voice ?? tie.mention;
  const sentence = stretchOf(sentencesIn(place, reading), reading);
  const found = findWords(via, sentence, reading);
  if (!found || (found.start < place.end && found.end > place.start)) return null;
  const [lead, behind] = [text.slice(sentence.start, found.start), text.slice(found.end, sentence.end)];
  const isAccording = /\baccording to\s(?:the\s|an?\s)?$/iu.test(lead);
  if (isAccording || tellsItself.test(behind) || !addressed.test(lead)) return null;
  return trimMarks(text.slice(found.start, found.end));
}

/** "according to Moss" where Moss tells what the source said: shown without it, hearsay would pass for a statement. */
function nameTeller(teller: Voice, reading: Reading): string {
  const { text } = reading.article;
  const named = teller.kind === 'pronoun' ? findAntecedent(teller, reading) : teller;
  const article = named && /\b[Tt]he\s$/u.test(text.slice(Math.max(0, named.start - 5), named.start)) ? 4 : 0;
  const words = named && trimMarks(text.slice(named.start - article, named.end)).replace(/['’]s$/u, '');
  return words ? `according to ${words}` : 'in another’s account';
}

function cutName(name: string, { mention, mentions }: Tie, reading: Reading): string {
  for (const place of [mention, ...mentions]) {
    const here = cutWords(name, stretchOf(sentencesIn(place, reading), reading), reading);
    if (here !== null) return here;
  }
  return reading.article.text.slice(mention.start, mention.end);
}

/** A title counts where it stands at a mention of the source: before it, in it, or behind it as what they are. */
function cutTitle(title: string, { mentions }: Tie, reading: Reading): string | null {
  const { text } = reading.article;
  for (const mention of mentions) {
    const found = findWords(title, stretchOf(sentencesIn(mention, reading), reading), reading);
    if (!found) continue;
    const isBefore = found.end <= mention.start && /^[\s,]{0,2}$/u.test(text.slice(found.end, mention.start));
    const isWithin = found.start < mention.end && found.end > mention.start;
    const isBehind = found.start >= mention.end && apposition.test(text.slice(mention.end, found.start));
    if (isBefore || isWithin || isBehind) return trimMarks(text.slice(found.start, found.end));
  }
  return null;
}

// "Brown, the chairman", "Brown (the chairman", "Brown, who is also the chairman", "Brown, 61, chairman", "Brown of Hull, chairman"
const apposition =
  /^(?:['’]s)?\s*(?:of [\p{Lu}][\p{L}\s-]{1,40})?(?:,\s*\d{1,3})?[,\s(–—-]*(?:(?:who|which)\s+(?:is|was|are|were|has been|serves as|heads|leads|runs)\s+)?(?:is|was|as|also|both)?\s*(?:now |currently |then )?(?:the|an?|its|their|his|her|one of the)?\s*$/u;

/** Words as the article writes them there, without the marks around them; null where they do not stand there in a row. */
function cutWords(words: string, within: Span, reading: Reading): string | null {
  const found = findWords(words, within, reading);
  return found ? trimMarks(reading.article.text.slice(found.start, found.end)) : null;
}

// Looked for in the sentence alone: a long article names its people in thousands of them.
function findWords(words: string, within: Span, { article }: Reading): Span | undefined {
  const here = article.text.slice(within.start, within.end);
  const bare = words.replace(/^(?:the|an?)\s+/iu, '');
  const found = findQuote(words, here) ?? findQuote(bare, here);
  return found && { start: within.start + found.start, end: within.start + found.end };
}

function trimMarks(words: string): string {
  return words.replace(/^["“”'‘’\s]+|[\s,;:"“”]+$/gu, '');
}

const askedNotToBeNamed =
  /\b(?:(?:ask(?:ed|ing)|request(?:ed|ing)|want(?:ed|ing)|prefer(?:red|ring)|insist(?:ed|ing)?|spoke|speaking|speaks)\b[^.]{0,40}\b(?:not (?:to )?be (?:named|identified)|anonym(?:ity|ous(?:ly)?))|declin(?:ed|ing) to be (?:named|identified)|(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be)|not authori[sz]ed to (?:speak|talk|comment|discuss)|who (?:did not want|didn['’]t want) to be (?:named|identified))/iu;

const namedKinds: { [kind in SourceKind]?: SourceKind } = {
  anonymous: 'named-person',
  'unnamed-person': 'named-person',
  'unnamed-group': 'named-organisation',
};

/** The kind of source that the text gives, which overrules the drafter's. */
function correctKind(source: DraftSource, { mention, mentions }: Tie, reading: Reading): SourceKind {
  if (source.name === null) return 'article';
  // "der Finanzprofessor": in German every noun has a capital.
  const isNoun = source.kind === 'unnamed-person' && /^(?:der|die|das|ein|eine)\s\p{Lu}\p{Ll}{4,}$/u.test(source.name);
  if (isNoun || (source.kind === 'unnamed-group' && opensWithPlural(source.name, mention, reading))) return source.kind;
  if (!isDescription(source.name)) return namedKinds[source.kind] ?? source.kind;
  // Said once, where the source first speaks: later the drafter has to know that "the official" is the same one.
  const places = source.kind === 'anonymous' ? [mention, ...mentions] : [mention];
  if (places.some((place) => asksNotToBeNamed(place, reading))) return 'anonymous';
  if (source.kind === 'document' || source.kind === 'named-organisation') return source.kind;
  const head = listWords(source.name).findLast(({ key }) => !isFunctionWord(key))?.key ?? '';
  return isAttendant(source.name) ||
    /^(?:an?|one)\s/iu.test(source.name) ||
    !/(?:[^s]s|people|police|media)$/.test(head)
    ? 'unnamed-person'
    : 'unnamed-group';
}

/** "Officials said", "Backers of tariffs say": a plain plural with the capital of its sentence. */
function opensWithPlural(name: string, { start }: Span, { article }: Reading): boolean {
  const lead = article.text.slice(Math.max(0, start - 3), start);
  return (
    /^\p{Lu}\p{Ll}+(?<=[^s]s|people|police)(?: \p{Ll}[\p{L}'’-]*)*$/u.test(name) && /^$|[.!?”"’]\s*$|\n\s*$/u.test(lead)
  );
}

function asksNotToBeNamed({ start, end }: Span, { article }: Reading): boolean {
  const behind = article.text.slice(end, end + 200).split(/\n|(?<=[.!?]["”’]?)\s/u)[0] ?? '';
  return askedNotToBeNamed.test(article.text.slice(start, end) + behind);
}
