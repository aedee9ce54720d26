import type { TaggedText, Token } from '../tokens.ts';
import type { WordLists } from './words.ts';

const maxPlaces = 20; // of a surname in the text
const maxFirstName = 30; // characters

/** Where the name begins: behind the last noun for a person ("Beraterin und Autorin Anna Müller"), behind the place of an office. */
export function startOfName(run: Token[], words: WordLists): number {
  const isArticle = (lower: string, i: number) =>
    words.articles.has(lower) && !/^(?:von|van|de)$/.test(run[i - 1]?.lower ?? '');
  const noun = run.findLastIndex(({ lower }, i) => words.isPerson(lower) || isArticle(lower, i));
  const start = run.findIndex(({ text }, i) => i > noun && /^\p{Lu}/u.test(text));
  if (start < 0) return run.length;
  // "Bürgermeister von Neustadt Jens Adler"
  const isOf = words.of.has(run[start - 1]?.lower ?? '') && words.isPerson(run[start - 2]?.lower ?? '');
  const first = isOf ? run.findIndex(({ text }, i) => i > start && i < run.length - 1 && words.isFirstName(text)) : -1;
  return first > 0 && !words.isFirstName(run[start]?.text ?? '') ? first : start;
}

/**
 * True where a run of words speaks of somebody who is another's: "l’avocat de Jean Morel", "ein Sprecher von Minister Jens Adler".
 * Who holds an office in a place ("Bürgermeister von Neustadt Jens Adler") or for a body is nobody's.
 */
export function isAnothers(run: Token[], words: WordLists): boolean {
  const noun = run.findIndex(({ lower }) => words.isPerson(lower));
  const of = run.findIndex(({ lower }, i) => i > noun && words.of.has(lower));
  if (noun < 0 || of < 0 || of === run.length - 1) return false;
  const start = startOfName(run, words);
  if (start <= of || start === run.length) return false;
  const between = run.slice(of + 1, start);
  if (between.some(({ lower }) => words.bodies.has(lower) || words.groups.has(lower))) return false;
  if (between.some(({ lower }) => words.isPerson(lower))) return true;
  return (
    between.length === 0 && (words.attendants.has(run[noun]?.lower ?? '') || words.isFirstName(run[start]?.text ?? ''))
  );
}

/** The whole names that the text has for a surname before a place, or, where it has none there, behind it. */
export function fullNamesOf({ text: surname, start }: Token, { text }: TaggedText, words: WordLists): string[] {
  const names = new Map<string, number>();
  let at = text.indexOf(` ${surname}`);
  for (let tries = 0; at > 0 && tries < maxPlaces; tries += 1) {
    const first = /\p{Lu}[\p{L}-]+$/u.exec(text.slice(Math.max(0, at - maxFirstName), at))?.[0];
    const isWhole = !/\p{L}/u.test(text.charAt(at + surname.length + 1));
    const name = `${first} ${surname}`;
    if (first && isWhole && words.isFirstName(first) && !names.has(name)) names.set(name, at);
    at = text.indexOf(` ${surname}`, at + 1);
  }
  const before = [...names].flatMap(([name, place]) => (place < start ? [name] : []));
  return before.length > 0 ? before : [...names.keys()];
}
