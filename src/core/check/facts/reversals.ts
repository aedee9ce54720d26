import { type Clauses, likeness, type Place, placeAt, readClauses } from '../../grammar/places.ts';
import { toStem } from '../../grammar/word-list.ts';
import { isConverse, sidesOf } from './opposites.ts';

const minLikeness = 1; // a word next to both, for two places to speak of the same thing
const maxPlaces = 400; // of a passage that are compared

/**
 * The first word of a statement whose opposite its passage has in its place: "fell" of "rose", "after" of "before". A passage
 * may have both; the words around them tell which one the statement is about. Where either is denied, the rule keeps out.
 */
export function findOpposite(spoken: string, written: string): string | undefined {
  const [statement, passage] = [spellStances(spoken), spellStances(written)];
  const said = readClauses(statement);
  if (!said.words.some(({ key }) => sidesOf(key).length > 0)) return undefined;
  const given = readClauses(passage);
  const places = given.words.flatMap((word, at) =>
    sidesOf(word.key).length > 0 ? [{ key: word.key, place: placeAt(at, given) }] : [],
  );
  for (const [at, word] of said.words.entries()) {
    const sides = sidesOf(word.key);
    if (sides.length === 0) continue;
    const own = placeAt(at, said);
    if (own.isNegated) continue;
    const isOpposite = sides.some(({ pair, side }) => {
      const of = (wanted: 0 | 1) =>
        places
          .slice(0, maxPlaces)
          .filter(({ key }) => sidesOf(key).some((other) => other.pair === pair && other.side === wanted));
      const reverse = of(side === 0 ? 1 : 0).filter(
        ({ key, place }) => !place.isNegated && !(isConverse(key) && isTurned(own, place)),
      );
      return stands(
        own,
        reverse,
        of(side),
        given.words.some(({ key }) => toStem(key) === toStem(word.key)),
      );
    });
    if (isOpposite) return word.text;
  }
  return undefined;
}

const stance =
  /\b((?:vot|march|protest|campaign|rall[yi]|argu|speak|spok|rul|lobb[yi]|demonstrat|st[ao][no]d|came out|come out|decid|deci|side|preach|plead|petition|fight|fought|ballot|votes?)\p{L}*)\s(against|for|in\sfavou?r\sof)\s(?=(?:the|an?|his|her|its|their|this|that|it|them|him|any|all|more|new|\p{Lu}|\p{L}+ing\b))/giu;

// "voted against the tax" opposes it, "marched for it" supports it: as words whose opposites are known.
function spellStances(text: string): string {
  return text.replace(
    stance,
    (_, verb: string, side: string) => `${verb} ${/^against$/i.test(side) ? 'opposing' : 'supporting'} `,
  );
}

type Rival = { key: string; place: Place };

function stands(own: Place, reverse: Rival[], same: Rival[], isGiven: boolean): boolean {
  if (reverse.length === 0) return false;
  const ignoresBefore = same.some(({ place }) => place.before.length === 0);
  const ignoresAfter =
    own.before.length > 0 &&
    [...reverse, ...same].some(({ place }) => place.after.length === 0 && place.before.length > 1);
  const best = Math.max(...reverse.map(({ place }) => likeness(own, place, ignoresBefore, ignoresAfter)));
  if (same.length === 0) return !isGiven && best >= minLikeness;
  const kept = Math.max(...same.map(({ place }) => likeness(own, place, ignoresBefore, ignoresAfter)));
  return best >= minLikeness && best > kept * 1.3;
}

// "A sold it to B" of "B bought it from A": the one before the one verb stands behind the other.
function isTurned(own: Place, place: Place): boolean {
  const [first] = own.before;
  return first !== undefined && !place.before.includes(first);
}

const ranks: Record<string, number> = {
  some: 1,
  several: 1,
  few: 1,
  part: 1,
  certain: 1,
  many: 2,
  half: 2,
  most: 3,
  majority: 3,
  all: 4,
  every: 4,
  each: 4,
  none: -1,
  no: -1,
};

/** The first "all", "most" or "none" of a statement where its passage says "some", "many" or "most" of the same thing. */
export function findWiderScope(statement: string, passage: string): string | undefined {
  const said = listScopes(readClauses(statement));
  if (said.length === 0) return undefined;
  const given = listScopes(readClauses(passage));
  return said.find(({ rank, of }) => {
    const same = given.filter((other) => other.of === of);
    return same.length > 0 && same.every((other) => (rank < 0 ? other.rank > 0 : other.rank > 0 && other.rank < rank));
  })?.text;
}

function listScopes({ text, words }: Clauses): { rank: number; of: string; text: string }[] {
  return words.flatMap((word, at) => {
    const rank = Object.hasOwn(ranks, word.key) ? ranks[word.key] : undefined;
    if (rank === undefined) return [];
    const noun = words
      .slice(at + 1, at + 5)
      .find(({ key }) => !/^(?:of|the|its|his|her|their|our|these|those|a|number)$/.test(key));
    if (!noun || /[,;:.]/.test(text.slice(word.end, noun.start))) return [];
    return [{ rank, of: toStem(noun.key.replace(/(?:ies|y)$/, 'y')).replace(/s$/, ''), text: word.text }];
  });
}
