import { type RankedSentence, rankSentences } from '../core/asked/rank-sentences.ts';
import type { AskedWords } from '../core/asked/read-question.ts';
import { toTerm } from '../core/asked/stems.ts';
import { contentWords } from '../core/asked/terms.ts';
import { isReportingVerb } from '../core/grammar/cues.ts';
import { isGivenName } from '../core/grammar/given-names.ts';
import type { Reading } from './attributions.ts';
import { titles } from './names/words.ts';
import { sentencesOver } from './sentences-over.ts';
import type { Token } from './tokens.ts';

const minTopicCoverage = 0.5;
const maxSentences = 8;
const titleTerms = new Set([...titles].map(toTerm));
const verbBefore = 3; // words: "said General Charles Bolden"
const verbBehind = 10; // "Bolden, head of the agency, said"

/**
 * The sentences with somebody's words on a topic, best first: only sentences that the article gives to that speaker, so that
 * "what did Brin say about the clock?" is not answered with what Brin did.
 */
export function findSaidBy({ speaker, topic }: AskedWords, reading: Reading): RankedSentence[] {
  const { tagged } = reading;
  const own = ownSentences(speaker, reading);
  if (own.size === 0) return [];
  if (topic.length === 0) {
    return [...own]
      .toSorted((a, b) => a - b)
      .map((index, place) => ({ index, score: 1 / (1 + place), coverage: 1, words: new Set() }));
  }
  // What is talked about may have been named in the sentence before: "He called it dangerous".
  const { ranked } = rankSentences(tagged, topic, withSentenceBefore(reading, own));
  return ranked.filter(({ index, coverage }) => own.has(index) && coverage >= minTopicCoverage);
}

function isSpeech(word: string): boolean {
  return (
    isReportingVerb(word) || /^(?:call(?:s|ed)|tweets?|tweeted|posts?|posted|wr[oi]tes?|th(?:inks?|ought))$/.test(word)
  );
}

/** "A son called Ronnie" is nobody's speech. */
function isNaming({ lower }: Token, next: Token | undefined): boolean {
  return lower === 'called' && next?.pos === 'PROPN';
}

/** Indexes of the sentences in which a speaker says something. */
function ownSentences(speaker: string, reading: Reading): Set<number> {
  const { tagged, statements, voices } = reading;
  const asked = contentWords(speaker);
  const last = asked.at(-1);
  const own = new Set<number>();
  const others = new Set<number>();
  if (last === undefined) return own;
  for (const [n, { content, source, continued }] of statements.entries()) {
    const voice = voices[n];
    if (!voice) continue;
    const name = new Set(contentWords(voice.name));
    // "The president, Ada Reuss, said": a role that is asked for may stand beside the name.
    const role = /\p{Lu}/u.test(speaker) ? '' : tagged.text.slice(source.start, source.end);
    const title = new Set(contentWords(`${voice.name} ${voice.title ?? ''} ${role}`));
    const isAsked = (name.has(last) && !isNamesake(asked, name, title)) || asked.every((word) => title.has(word));
    const covered = sentencesOver(tagged, [content, source, ...continued]).slice(0, maxSentences);
    if (!isAsked) for (const id of sentencesOver(tagged, [source])) others.add(id - 1);
    if (!isAsked) continue;
    for (const id of covered) own.add(id - 1);
  }
  for (const [index, { first, last: end, isFurniture }] of tagged.sentences.entries()) {
    const words = tagged.tokens.slice(first, end);
    const at = words.findIndex((word) => toTerm(word.text) === last);
    // "The prosecutor said Dunn had lied": who is only spoken of says nothing there.
    if (isFurniture || at < 0 || (others.has(index) && !own.has(index))) continue;
    if (isOthersName(words, at, asked)) continue;
    // A voice that the rules did not see: the name with a verb that reports beside it.
    const near = words.slice(Math.max(0, at - verbBefore), at + verbBehind);
    if (near.some((word, n) => isSpeech(word.lower) && !isNaming(word, near[n + 1]))) own.add(index);
    // "Cornyn issued a statement. “Like many Texans, I am …”": a paragraph goes on with the one whom it named.
    for (let next = index + 1; isUnvoicedQuotation(next, index, reading); next += 1) own.add(next);
  }
  return own;
}

/** "John Smith" is not Mary Smith; a title that the text leaves out ("General Bolden") tells nobody apart. */
function isNamesake(asked: string[], name: Set<string>, title: Set<string>): boolean {
  const firstNames = asked.slice(0, -1).filter((word) => !titleTerms.has(word));
  return name.size > 1 && firstNames.length > 0 && !firstNames.some((word) => name.has(word) || title.has(word));
}

function isOthersName(words: Token[], at: number, asked: string[]): boolean {
  const before = words[at - 1];
  const firstNames = asked.slice(0, -1).filter((word) => !titleTerms.has(word));
  if (firstNames.length === 0 || !before || !isGivenName(before.text)) return false;
  return !firstNames.includes(toTerm(before.text));
}

/** True for a sentence inside quotation marks, in the paragraph of another, that no rule gave to anybody. */
function isUnvoicedQuotation(index: number, before: number, { tagged, statements }: Reading): boolean {
  const [sentence, named] = [tagged.sentences[index], tagged.sentences[before]];
  if (!sentence || sentence.paragraph !== named?.paragraph) return false;
  const inside = tagged.quotations.some(({ start, end }) => start <= sentence.start + 1 && end >= sentence.start + 10);
  return inside && !statements.some(({ content }) => content.start < sentence.end && content.end > sentence.start);
}

function withSentenceBefore({ tagged: { text, sentences } }: Reading, own: Set<number>): Map<number, string> {
  return new Map(
    [...own].flatMap((index) => {
      const [before, here] = [sentences[index - 1], sentences[index]];
      if (!before || before.paragraph !== here?.paragraph) return [];
      return [[index, text.slice(before.start, before.end)] as const];
    }),
  );
}
