import type { Phrase } from '../speech/phrases.ts';
import type { NamedAt } from '../speech/voices.ts';
import type { TaggedText, Token } from '../tokens.ts';
import type { NameMention } from './names.ts';
import { isPersonNoun, titleParts, titles } from './words.ts';

const maxDescribing = 9; // tokens between "for" and a name: "for the prince's former private secretary,"

/**
 * The name that a phrase ends in and describes: "Governor of Washington Chris Gregoire", "The host, board member Nicole Lederer",
 * "A rival, Dr Chris Gregoire of Ghent".
 */
export function nameAtEnd({ tokens }: TaggedText, subject: Phrase, thingAt: Map<number, NamedAt>): NamedAt | undefined {
  if (thingAt.get(subject.head)?.thing.kind === 'person') return undefined;
  let comma = subject.first;
  while (comma < subject.last && tokens[comma]?.text !== ',') comma++;
  const apposed = apposedName(tokens, comma, subject, thingAt);
  if (apposed) return isOfAnother(tokens, apposed.mention) ? undefined : apposed;
  for (const end of [comma, subject.last]) {
    const named = thingAt.get(end - 1);
    if (named?.thing.kind !== 'person' || named.mention.first <= subject.head) continue;
    // "A caller claiming to be minister Chris Gregoire": the name behind a verb is not who the phrase is about.
    if (tokens.slice(subject.head, named.mention.first).some(({ pos, lower }) => pos === 'VERB' && lower !== 'lead'))
      continue;
    if (isOfAnother(tokens, named.mention)) continue;
    const before = tokens[named.mention.first - 1];
    if (before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.lower === 'lead') return named;
    if (named.mention.title && named.mention.outerStart === tokens[comma + 1]?.start) return named;
  }
  return undefined;
}

/** The name right behind the comma of a phrase for a person: up to its end, or to where its bearer is from. */
function apposedName(
  tokens: Token[],
  comma: number,
  { first, last, head }: Phrase,
  thingAt: Map<number, NamedAt>,
): NamedAt | undefined {
  let at = comma + 1;
  while (at < last && titles.has(tokens[at]?.lower.replace(/\.$/, '') ?? '') && !thingAt.has(at)) at++;
  if (tokens[at]?.text === '.') at++;
  const named = thingAt.get(at);
  if (head >= comma || head < first || !named || named.mention.first !== at) return undefined;
  const isClosed = named.mention.last === last || /^(?:,|of|from|at)$/.test(tokens[named.mention.last]?.lower ?? '');
  if (!isClosed) return undefined;
  if (named.thing.kind === 'person') return named;
  // "The head of the club, Vicent Moll": whom a noun for a person describes is a person.
  const isPerson = isPersonNoun(tokens[head]?.lower ?? '') && named.mention.words.length > 1;
  if (named.thing.kind !== undefined || !isPerson) return undefined;
  named.thing.kind = 'person';
  return named;
}

/**
 * "An aide to Senator Chris Gregoire", "A lawyer for the mayor, Chris Gregoire": the name, with what says who its bearer is, stands
 * behind a preposition, so that it is, or may be, not the one whom the phrase is about.
 */
function isOfAnother(tokens: Token[], { first }: NameMention): boolean {
  for (let k = first - 1; k > first - maxDescribing && k > 0; k--) {
    const token = tokens[k];
    if (!token || token.sentence !== tokens[first]?.sentence) return false;
    // "the Bank of Northland's economist, Chris Gregoire": within the owner's name.
    if (token.lower === 'of' && isOwner(tokens, k)) {
      while (tokens[k - 1]?.pos === 'PROPN') k--;
      continue;
    }
    if (token.pos === 'ADP' || token.lower === 'to') return true;
    const describes =
      isPersonNoun(token.lower) ||
      titles.has(token.lower) ||
      titleParts.has(token.lower) ||
      /^(?:[.,]|the|an?|his|her|its|their|late|then|'s|’s)$/.test(token.lower) ||
      tokens[k + 1]?.lower === "'s";
    if (!describes) return false;
  }
  return false;
}

/** "of" in a name of capitals that a possessive ends. */
function isOwner(tokens: Token[], of: number): boolean {
  let k = of + 1;
  while (tokens[k]?.pos === 'PROPN') k++;
  return k > of + 1 && tokens[of - 1]?.pos === 'PROPN' && /^['’]s?$/.test(tokens[k]?.lower ?? '');
}
