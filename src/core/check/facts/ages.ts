import { isSameName, listNames } from '../../grammar/names.ts';

type Aged = { keys: string[]; age: string };

const maxNames = 60; // of a text whose ages are read
const behindName =
  /^(?:,\s(?:an?\s)?|\s\(|,?\s(?:who\s)?(?:is|was|turned)\s|,?\saged\s)(\d{1,3})(?![\d.]|,\d|\s?(?:%|percent|per cent|million|billion|points?|goals?|votes?))/u;
const beforeName = /\b(\d{1,3})-year-old,?\s(?:(?!(?:from|of|in|at|with|and|to|for|by)\s)\p{Ll}[\p{L}-]*\s){0,3}$/u;

/**
 * The first age that a statement gives to somebody whose passage gives it to another, or gives them another: "Lee, 50" of "Lee, 40,
 * and Ray, 50".
 */
export function findForeignAge(statement: string, passage: string): string | undefined {
  const said = listAges(statement);
  if (said.length === 0) return undefined;
  const given = listAges(passage);
  return said.find(({ keys, age }) => {
    const own = given.filter((other) => isSameName(keys, other.keys));
    if (own.length > 0) return !own.some((other) => other.age === age);
    return given.some((other) => other.age === age);
  })?.age;
}

function listAges(text: string): Aged[] {
  return listNames(text)
    .slice(0, maxNames)
    .flatMap(({ start, end, keys }) => {
      const age =
        behindName.exec(text.slice(end, end + 40))?.[1] ??
        beforeName.exec(text.slice(Math.max(0, start - 60), start))?.[1];
      return age === undefined || isFollowed(text, end, age) ? [] : [{ keys, age }];
    });
}

// "Lee, 40 of whose", "Velden, 40 miles from": no age.
function isFollowed(text: string, end: number, age: string): boolean {
  const at = text.indexOf(age, end) + age.length;
  return (
    text.indexOf(age, end) >= end &&
    /^\s(?!years?\sold|years?-old|and\s|or\s|was\s|is\s|at\s|when\s|in\s|has\s|had\s|who\s)\p{Ll}/u.test(
      text.slice(at, at + 16),
    )
  );
}
