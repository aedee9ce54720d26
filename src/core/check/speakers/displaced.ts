import type { Span } from '../../article.ts';
import { genderOfName, isGivenName } from '../../grammar/given-names.ts';
import { isBody, isSameName, isTitle, type Name, withoutTitles } from '../../grammar/names.ts';
import { type Reading, sentencesIn, stretchOf } from '../reading.ts';

const opening =
  /^(?:(?:but|and|meanwhile|later|earlier|then|still|yet|however),?\s|(?:\p{L}+\s){1,3}(?:before|earlier|later|ago|afterwards),?\s|(?:on|in|at|after|by|during)\s[^,\uFFFC]{2,40},\s)/iu;
const described =
  /^(?:the|an?|his|her|its|their)\s(?:\p{Ll}+\s){0,2}?(?<noun>\p{Ll}+)\s(?:had|has|was|is|also|\p{Ll}+ed)(?!\p{L})/iu;

/**
 * True where a sentence is about one person who is not the one looked for, so that "he" behind it is not that one: "Captain Maru
 * was not impressed", "Dunn's successor, Peter Maru, had also", "the bishop had", "the elder Soros gives".
 *
 * @param isCalled  tells whether the one looked for is called by a noun: "mayor"
 */
export function isAboutAnother(
  sentence: Span,
  pronoun: string,
  mentions: Span[],
  reading: Reading,
  isCalled: (noun: string) => boolean,
): boolean {
  const lead = reading.masked.slice(sentence.start, sentence.end);
  const start = sentence.start + (opening.exec(lead)?.[0].length ?? 0);
  const rest = reading.masked.slice(start, sentence.end);
  if (/^the (?:elder|older|younger)\s\p{Lu}/iu.test(rest)) return true;
  const apposition = /^[^,\uFFFC]{2,60},\s(?=\p{Lu})/u.exec(rest)?.[0].length;
  const apposed = apposition === undefined ? undefined : nameAt(start + apposition, reading);
  const isApposed = apposed !== undefined && reading.masked.charAt(apposed.end) === ',';
  const subject = isApposed ? apposed : nameAt(start, reading);
  if (subject && !/^['’]/.test(reading.masked.charAt(subject.end)))
    return isOtherPerson(subject, pronoun, mentions, reading);
  const noun = described.exec(rest)?.groups?.noun?.toLowerCase();
  return noun !== undefined && isTitle(noun) && !isCalled(noun);
}

function nameAt(place: number, { names }: Reading): Name | undefined {
  return names.find(({ start }) => start === place);
}

function isOtherPerson({ start, end, keys }: Name, pronoun: string, mentions: Span[], reading: Reading): boolean {
  if (isBody(keys) || /['’]s$/u.test(reading.article.text.slice(start, end))) return false;
  const given = keys.slice(0, -1).find(isGivenName);
  if (given === undefined) return false;
  const gender = genderOfName(given);
  if (gender !== 'unknown' && (gender === 'man') !== /^he$/iu.test(pronoun)) return false;
  return !mentions.some((mention) =>
    reading.names.some(
      (name) =>
        name.start < mention.end &&
        mention.start < name.end &&
        isSameName(withoutTitles(keys), withoutTitles(name.keys)),
    ),
  );
}

/** True where a noun says what somebody is to one who is named: "adviser" of "an adviser to Mayor Okafor", "Okafor's adviser". */
export function isRelation(noun: Span, mention: Span, { masked }: Reading): boolean {
  if (noun.end <= mention.start) {
    const between = /^\s(?:of|for|to|by|with|against|about)\s(?<words>[^.;:\uFFFC]*)$/u.exec(
      masked.slice(noun.end, mention.start),
    );
    const words = between?.groups?.words?.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
    return (
      between !== null &&
      words.every(
        (word) => isTitle(word) || /^(?:the|his|her|its|their|late|then|former|executive|private)$|['’]s$/.test(word),
      )
    );
  }
  const possessive =
    /['’]s?$/u.test(masked.slice(mention.start, mention.end)) ||
    /^['’]s?\s/u.test(masked.slice(mention.end, mention.end + 3));
  return possessive && /^(?:['’]s?)?\s(?:\p{Ll}+\s){0,3}$/u.test(masked.slice(mention.end, noun.start));
}

/** The places of a noun in the sentence of a mention, no farther from it than `reach` characters. */
export function nounsNear(mention: Span, reach: number, reading: Reading): { start: number; text: string } {
  const sentence = stretchOf(sentencesIn(mention, reading), reading);
  const start = Math.max(sentence.start, mention.start - reach);
  return { start, text: reading.masked.slice(start, Math.min(sentence.end, mention.end + reach)) };
}
