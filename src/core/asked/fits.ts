import type { Demands } from './demands.ts';
import { deedReach, hasNoDoer, isOtherPart } from './doers.ts';
import { type FitWord, isVagueNumber } from './fit-words.ts';
import { holdsKind, readUnit } from './kinds.ts';
import { holdsTerm } from './rank-sentences.ts';
import type { AskedQuestion } from './read-question.ts';

/**
 * Share of the question's weight that a passage must hold. A question whose rare words the article never uses cannot reach it.
 * A drafter that finds by words alone needs more of them; one that reads may know them in others.
 */
export const minCoverage = { byWords: 0.56, read: 0.38 };
// "Did X do Y?" is answered by a passage about X and Y, not about one of both.
const minCoverageWhether = 0.8;

/** A passage as it is held against a question; `coverage` as in a ranked sentence. */
export type AskedPassage = { text: string; words: FitWord[]; terms: ReadonlySet<string>; coverage: number };

/** What of a question a passage does not have. */
export type Misfit = 'words' | 'question' | 'kind' | 'measure' | 'name' | 'person' | 'deed' | 'count' | 'role' | 'time';

/** What keeps a passage from answering a question: too few of its words, no such thing as it asks for, another's deed. */
export function findMisfit(
  passage: AskedPassage,
  asked: AskedQuestion,
  demands: Demands,
  least: number,
): Misfit | undefined {
  const { words, text, terms } = passage;
  if (passage.coverage < (asked.wants === 'whether' ? minCoverageWhether : least)) return 'words';
  if (/\?[\s”"’)]*$/u.test(text) && !/[.!]\s/u.test(text)) return 'question';
  if (isOfOtherYear(asked.text, text)) return 'time';
  // A name alone is not what is asked about it: "When did Cohen die?"
  const things = asked.terms.filter(({ isName }) => !isName);
  if (things.length > 0 && !things.some((thing) => holdsTerm(thing, terms))) return 'words';
  const unit = readUnit(asked);
  if (unit && !unit.test(text)) return 'measure';
  if (!unit && !holdsKind(words, text, asked)) return 'kind';
  if (demands.names.some((name) => !holdsTerm(name, terms))) return 'name';
  if (demands.doer && !namesOrPoints(words, demands.doer)) return 'person';
  if (demands.part && isOtherPart(words, demands.part)) return 'deed';
  if (demands.part && !demands.part.does && asked.wants === 'who' && !isNamedOrObject(words, demands.part.name))
    return 'person';
  if (demands.deed && hasNoDoer(words, demands.deed)) return 'deed';
  if (demands.isToCome && asked.wants === 'when' && !isToCome(text)) return 'time';
  if (demands.counted && !isCounted(words, demands.counted)) return 'count';
  if (demands.countedDeed && !isCountedDeed(words, demands.countedDeed)) return 'count';
  if (demands.described && !isDescribed(words, demands.described)) return 'role';
  const known = new Set(asked.terms.flatMap((term) => term.words));
  return demands.role && !isRoleOfSomebody(words, demands.role, known) ? 'role' : undefined;
}

const years = /(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]\d|\d)/gu;

/** "How much in 2020?" is not answered with what was so in 2019. */
function isOfOtherYear(question: string, passage: string): boolean {
  const asked = question.match(years) ?? [];
  const given: string[] = passage.match(years) ?? [];
  return asked.length > 0 && given.length > 0 && !asked.some((year) => given.includes(year));
}

function namesOrPoints(words: FitWord[], name: string): boolean {
  return words.some(({ term, lower }) => term === name || /^(?:he|she|it|they|we|i|his|her|its|their)$/.test(lower));
}

function isNamedOrObject(words: FitWord[], name: string): boolean {
  return words.some(({ term, lower }) => term === name || /^(?:him|her|it|them|me|us|his|their|its)$/.test(lower));
}

function isToCome(text: string): boolean {
  return /\b(?:will|would|shall|next|tomorrow|schedul\p{L}+|plan(?:s|ned)?|due|expect(?:s|ed)?|set (?:to|for)|going to|(?:is|are|has|have) to|as of|begins?|starts?|opens?|ends?|closes?|coming|upcoming|required|must|(?:by|until) (?:the )?(?:end|\p{Lu}|\d))\b/u.test(
    text,
  );
}

const countReach = 6; // words between a number and what it counts: "over 28,000 Andy Warhol photographs"
const nameReach = 9; // words between a name and its bearer's role: "Kathryn Waters, professor of photography and director"

/** True where a number stands beside what is counted without a verb between; "several" and the like right before it. */
function isCounted(words: FitWord[], thing: string): boolean {
  const places = words.flatMap(({ term }, n) => (term === thing ? [n] : []));
  // A thing that the passage does not name is counted without its noun: "107 were killed".
  if (places.length === 0) return true;
  return places.some((at) => {
    const before = words.slice(Math.max(0, at - countReach), at).reverse();
    const after = words.slice(at + 1, at + 1 + countReach);
    if (before.slice(0, 2).some(({ isNumber }) => isNumber)) return true;
    return [before, after].some((side) => {
      const number = side.findIndex((word) => word.isNumber && !isVagueNumber(word));
      return number >= 0 && !side.slice(0, number).some(({ isVerb }) => isVerb);
    });
  });
}

/** True where a number stands beside a deed: "107 were killed", "killed at least 12 people". */
function isCountedDeed(words: FitWord[], deed: string): boolean {
  const places = words.flatMap(({ term }, n) => (term === deed ? [n] : []));
  return (
    places.length === 0 ||
    places.some((at) => words.slice(Math.max(0, at - deedReach), at + deedReach).some(({ isNumber }) => isNumber))
  );
}

/** True where a name stands beside a role without a verb between: "Kathryn Waters, director of the gallery". */
function isRoleOfSomebody(words: FitWord[], role: string, known: ReadonlySet<string>): boolean {
  return words.some((word, at) => {
    if (word.term !== role) return false;
    const places = new Set(words.filter((_, n) => isPlaceWord(words[n - 1])));
    const before = words.slice(Math.max(0, at - nameReach), at).reverse();
    const after = words.slice(at + 1, at + nameReach);
    return [before, after].some((side) => {
      const name = side.findIndex(
        (one) => (one.isName && !known.has(one.term) && !places.has(one)) || /^(?:he|she)$/.test(one.lower),
      );
      // "is" joins the two as a comma does.
      return (
        name >= 0 &&
        !side.slice(0, name).some(({ isVerb, lower }) => isVerb && !/^(?:is|was|are|were|been|has|have)$/.test(lower))
      );
    });
  });
}

// What follows is where, not who.
function isPlaceWord(word: FitWord | undefined): boolean {
  return word !== undefined && /^(?:in|at|from|near|to)$/.test(word.lower);
}

/** True where a passage says what somebody is: "Ann Ray, a baker", "baker Ann Ray", "Ray is a baker". */
function isDescribed(words: FitWord[], name: string): boolean {
  return words.some((word, at) => {
    if (word.term !== name) return false;
    const [next, afterNext] = [words[at + 1], words[at + 2]];
    if (next?.isAfterMark && !next.isName && !next.isVerb) return true;
    if (next && /^(?:is|was|who|are|were)$/.test(next.lower) && afterNext && !afterNext.isVerb) return true;
    let first = at;
    while (first > 0 && words[first - 1]?.isName && !words[first]?.isAfterMark) first -= 1;
    const before = words[first - 1];
    return (
      before !== undefined &&
      (words[first]?.isAfterMark ||
        !/^(?:and|but|that|to|of|for|by|with|from|the|as|on|in|when|while|or|than|after)$/.test(before.lower)) &&
      !before.isVerb
    );
  });
}
