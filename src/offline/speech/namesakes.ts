import { type Gender, genderOfName } from '../../core/grammar/given-names.ts';
import type { NameMention } from '../names/names.ts';
import type { NamedThing } from '../names/things.ts';
import { manTitles, womanTitles } from '../names/words.ts';
import type { TaggedText, Token } from '../tokens.ts';

// Letters of a first name: "Kristin" and "Kristen" are one person, spelled twice.
const sameNameLetters = 4;
const mainPersonTimes = 4;

const womanNouns = /^(?:wife|daughter|sister|mother|widow|aunt|grandmother|girlfriend|niece)$/;
const manNouns = /^(?:husband|son|brother|father|widower|uncle|grandfather|boyfriend|nephew)$/;

/**
 * The persons who can be meant by a surname: named in full before it and not of the other gender than its "Mr" or "Mrs" says;
 * one whom the story names in full far more often than the other is meant.
 */
export function bearersOf(
  near: { thing: NamedThing; distance: number }[],
  mention: NameMention,
  { tokens }: TaggedText,
): NamedThing[] {
  const surname = surnameOf(mention);
  const persons = near
    .filter(({ thing, distance }) => distance < Number.MAX_SAFE_INTEGER && isPersonHint(thing))
    .map(({ thing }) => thing)
    .filter(({ mentions }) => mentions[0] && surnameOf(mentions[0]) === surname);
  const firstNames = new Set(persons.map(({ mentions }) => mentions[0]?.words[0]?.slice(0, sameNameLetters)));
  if (firstNames.size < 2 || mention.words.length > 1) return [];
  const wanted = genderOfMention(mention, tokens);
  const known = persons.map((thing) => ({ thing, gender: genderOfThing(thing, tokens) }));
  const fitting = known.flatMap(({ thing, gender }) =>
    wanted === 'unknown' || gender === 'unknown' || gender === wanted ? [thing] : [],
  );
  const [most, next] = fitting.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return most && next && most.mentions.length >= next.mentions.length * mainPersonTimes ? [most] : fitting;
}

/** The last word of a name that is no "Jr.". */
export function surnameOf({ words }: NameMention): string | undefined {
  return words.findLast((word) => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word));
}

function isPersonHint({ mentions }: NamedThing): boolean {
  return mentions.some(({ hint }) => hint?.kind === 'person');
}

function genderOfMention({ title, first }: NameMention, tokens: Token[]): Gender {
  const words = [...(title ?? '').toLowerCase().split(/[\s.]+/), tokens[first - 1]?.lower ?? ''];
  if (words.some((word) => womanTitles.has(word) || womanNouns.test(word))) return 'woman';
  return words.some((word) => manTitles.has(word) || manNouns.test(word)) ? 'man' : 'unknown';
}

/** What the titles and the kin before a name, or else its first name, tell. */
export function genderOfThing({ mentions }: NamedThing, tokens: Token[]): Gender {
  for (const mention of mentions) {
    const gender = genderOfMention(mention, tokens);
    if (gender !== 'unknown') return gender;
  }
  const full = mentions.find(({ words }) => words.length > 1) ?? mentions[0];
  return genderOfName(/[\p{L}]+/u.exec(full?.text ?? '')?.[0] ?? '');
}
