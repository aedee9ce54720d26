import type { TaggedText } from '../tokens.ts';
import type { NamedThing } from './things.ts';
import { thingWords } from './words.ts';

const ideas =
  /(?:ism|phobia|mania)$|^(?:islam|christianity|christmas|easter|ramadan|hajj|internet|bible|quran|koran|torah)$/;

/**
 * True for capitals that name neither a person nor a body nor a place: "Cold War", "Booker Prize", "STS-9", "20 Zorgs",
 * "Islam", "Hurricane Delia" with every later "Delia".
 *
 * @param lowerWords  the words that the text also writes without a capital
 */
export function isNoName(
  { tokens }: TaggedText,
  { kind, mentions, name }: NamedThing,
  lowerWords: Set<string>,
): boolean {
  if (kind !== undefined) return false;
  const lower = name.toLowerCase();
  if (ideas.test(lower) || lowerWords.has(lower) || /^\p{Lu}{1,5}-\d/u.test(name)) return true;
  if (mentions.some(({ words }) => words.length > 1 && thingWords.has(words[0] ?? ''))) return true;
  const isCounted = mentions.some(({ first }) => tokens[first - 1]?.pos === 'NUM' && name.endsWith('s'));
  return isCounted || !mentions.some(({ first, last }) => tokens.slice(first, last).some(({ isRare }) => isRare));
}
