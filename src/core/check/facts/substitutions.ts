import { isCalendar, isOpeningWord, isSameName, isTitle } from '../../grammar/names.ts';
import { isCapitalised, isFunctionWord, listWords, type Word } from '../../grammar/word-list.ts';
import { toOrigin } from './foreign-names.ts';

const maxRun = 3; // words of a name that stands where another stood

/**
 * The first name of a statement that stands between the same words as another name of its passage: "November 5" and "Governor 5".
 * That the passage has the name elsewhere does not put it there.
 *
 * @param forms  the words of every name in the article: what stands side by side in one of them is one name
 */
export function findMisplacedName(statement: string, passage: string, forms: string[][]): string | undefined {
  const said = listWords(statement).filter(isNoArticle);
  const given = listWords(passage).filter(isNoArticle);
  const pairs = new Set(given.map(({ key }, at) => `${given[at - 1]?.key ?? ''} ${key}`));
  const places = new Map<string, number[]>();
  for (const [at, { key }] of given.entries()) places.set(key, [...(places.get(key) ?? []), at]);
  for (let at = 0; at < said.length; at += 1) {
    const word = said[at];
    if (!word || !isName(word)) continue;
    let end = at;
    while (end - at < maxRun && isName(said[end])) end += 1;
    if (stands(at, end, said, pairs)) continue;
    for (let from = at; from < end; from += 1) {
      for (let to = from + 1; to <= end; to += 1) {
        if (to - from < end - at && isKnown(from, to, said, forms)) continue;
        if (isReplaced(from, to, said, { given, places }))
          return said
            .slice(from, to)
            .map(({ text }) => text)
            .join(' ');
      }
    }
  }
  return undefined;
}

function isNoArticle({ key }: Word): boolean {
  return !/^(?:the|an?)$/.test(key);
}

function isName(word: Word | undefined): boolean {
  return word !== undefined && isCapitalised(word.text) && !isFunctionWord(word.key) && !isOpeningWord(word.key);
}

/** True where the passage has the name's words beside the same neighbours on both sides. */
function stands(at: number, end: number, said: Word[], pairs: Set<string>): boolean {
  const before = `${said[at - 1]?.key ?? ''} ${said[at]?.key}`;
  const after = `${said[end - 1]?.key} ${said[end]?.key ?? ''}`;
  return (at === 0 || pairs.has(before)) && (end === said.length || pairs.has(after));
}

type Given = { given: Word[]; places: Map<string, number[]> };

// "Tom" of "Tom Okafor" where the passage has "Mayor Okafor": the article has the two words side by side.
function isKnown(from: number, to: number, said: Word[], forms: string[][]): boolean {
  const [left, right] = [said[from - 1]?.key, said[to]?.key];
  const [first, last] = [said[from]?.key, said[to - 1]?.key];
  const beside = (form: string[], one: string | undefined, other: string | undefined): boolean =>
    form.some((key, at) => key === one && form[at + 1] === other);
  return forms.some((form) => beside(form, left, first) || beside(form, last, right));
}

/** True where the passage has another name there: one word the same on each side, and a second one on either. */
function isReplaced(from: number, end: number, said: Word[], { given, places }: Given): boolean {
  const [left, right] = [said[from - 1], said[end]];
  if (!left && !right) return false;
  const own = said.slice(from, end);
  const anchors = left ? (places.get(left.key) ?? []).map((place) => place + 1) : [0];
  return anchors.some((start) => {
    for (let stop = start + 1; stop <= Math.min(given.length, start + maxRun); stop += 1) {
      const there = given.slice(start, stop);
      if (!there.every(isName)) return false;
      if (right ? right.key !== given[stop]?.key : stop < given.length) continue;
      const isDeeper =
        (from >= 2 && said[from - 2]?.key === given[start - 2]?.key) ||
        (end + 1 < said.length && said[end + 1]?.key === given[stop + 1]?.key);
      if (isDeeper && !isSameActor(own, there) && !isListed(from, end, said, there)) return true;
    }
    return false;
  });
}

// "Rome and Paris" of "Paris and Rome".
function isListed(from: number, end: number, said: Word[], there: Word[]): boolean {
  const near = said.slice(Math.max(0, from - 2 * maxRun), end + 2 * maxRun);
  return (
    near.some(({ key }) => /^(?:and|or)$/.test(key)) && there.every(({ key }) => near.some((word) => word.key === key))
  );
}

function isSameActor(own: Word[], there: Word[]): boolean {
  const [one, other] = [own.map(({ key }) => key), there.map(({ key }) => key)];
  if (isSameName(one, other) || one.some((key) => other.includes(key))) return true;
  const origins = other.map(toOrigin);
  if (one.some((key) => origins.includes(toOrigin(key)))) return true;
  // "Mayor Moss" for "Bob Moss", but no title for a month.
  return (one.some(isTitle) || other.some(isTitle)) && !origins.some(isCalendar);
}
