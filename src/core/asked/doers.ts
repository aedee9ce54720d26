import type { Demands } from './demands.ts';
import { type FitWord, isPassiveMark } from './fit-words.ts';

const articleWord = /^(?:a|an|the|this|that|these|those|its|his|her|their|our|of|from|with|by|newly|recently)$/;
const nounLead = /^(?:a|an|the|this|that|these|those|of|from|with|about|for|on|over|after|any|no|some|more)$/;
const byReach = 8; // words between a passive and its "by"

/** True where a deed is nobody's in a passage: "a leaked letter", "the letter was leaked". */
export function hasNoDoer(words: FitWord[], deed: string): boolean {
  const places = words.flatMap((word, at) => (word.term === deed && !word.isName ? [at] : []));
  return (
    places.length > 0 &&
    places.every((at) => {
      const isPart = /(?:ed|en|wn|ght|t|d)$/.test(words[at]?.lower ?? '');
      const [before, next] = [words[at - 1], words[at + 1]];
      const isAdjective =
        isPart && before !== undefined && articleWord.test(before.lower) && next?.isAfterMark === false;
      const isPassive = isPart && words.slice(Math.max(0, at - 3), at).some(isPassiveMark);
      const hasBy = words.slice(at + 1, at + 1 + byReach).some(({ lower }) => lower === 'by');
      // "told her about abuse": the deed as a thing.
      // "one of the organisers" does it.
      const isDoer = /[eo]rs?$/.test(words[at]?.lower ?? '');
      const isThing = !isPart && !isDoer && before !== undefined && nounLead.test(before.lower);
      return isAdjective || isThing || (isPassive && !hasBy);
    })
  );
}

/** Words between a name, or a number, and a deed. */
export const deedReach = 8;

/**
 * True where the passage has a name on the other side of a deed than the question: "Ray sued Gale" for "Who sued Ray?". What
 * it leaves open is no other part.
 */
export function isOtherPart(words: FitWord[], { verb, name, does }: NonNullable<Demands['part']>): boolean {
  const isDeed = (word: FitWord) =>
    word.term === verb && !word.isName && (word.isVerb || /(?:s|ing|e)$/.test(word.lower));
  const parts = words.flatMap((word, at) => (isDeed(word) ? [partIn(words, at, name)] : []));
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 && known.every((part) => part !== does);
}

/** Whether a name does the deed at `at`; undefined where it stands too far from it to tell. */
function partIn(words: FitWord[], at: number, name: string): boolean | undefined {
  const isPassive =
    words.slice(Math.max(0, at - 3), at).some(isPassiveMark) && /(?:ed|n|t|d)$/.test(words[at]?.lower ?? '');
  const before = words.slice(Math.max(0, at - deedReach), at).findLastIndex(({ term }) => term === name);
  const after = words.slice(at + 1, at + 1 + deedReach);
  const place = after.findIndex(({ term }) => term === name);
  const by = after.findIndex(({ lower }) => lower === 'by');
  if (place >= 0 && by >= 0 && by < place && place - by <= 4) return true;
  if (before >= 0 && place < 0) {
    const start = Math.max(0, at - deedReach) + before;
    // Another verb between is the name's own: "Ray said Gale sued".
    const between = words.slice(start + 1, at);
    const isOwn = !between.some((word) => word.isName || (word.isVerb && !isPassiveMark(word) && !isHelper(word)));
    return isOwn ? !isPassive : undefined;
  }
  if (place >= 0 && before < 0 && !isPassive)
    return after.slice(0, place).some(({ isVerb }) => isVerb) ? undefined : false;
  return undefined;
}

function isHelper({ lower }: FitWord): boolean {
  return /^(?:has|have|had|will|would|should|can|could|may|might|must|do|does|did)$/.test(lower);
}
