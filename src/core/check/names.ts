import type { Span } from '../article.ts';
import { isCapitalised, isFunctionWord, listWords, toStem, type Word } from './word-list.ts';

/** A name as it stands in a text: capitalised words in a row, with the small words that join them ("al", "de", "of"). */
export type Name = Span & { keys: string[] };

const joiner =
  /^(?:al|el|ibn|bin|bint|de|del|della|der|den|di|do|dos|da|das|du|la|le|les|van|von|zu|ter|ten|of|the|and|for|y|e)$/;

/** The names of a text in reading order. A capital at a sentence's start is taken for a name where the word is no function word. */
export function listNames(text: string): Name[] {
  const names: Name[] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.length > 0 && !isNameWord(run.at(-1))) run.pop();
    while (run[0] && run.length > 0 && isFunctionWord(run[0].key)) run.shift();
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) names.push({ start: first.start, end: last.end, keys: run.map(({ key }) => key) });
    run = [];
  };
  let end = 0;
  for (const word of listWords(text)) {
    const joins = /^[\s\u00a0-]{1,2}$/.test(text.slice(end, word.start)) && !text.slice(end, word.start).includes('\n');
    end = word.end;
    if (!joins || /['’‘ʼ]s$/i.test(run.at(-1)?.text ?? '')) close();
    if (isNameWord(word) || (run.length > 0 && joiner.test(word.key))) run.push(word);
    else close();
  }
  close();
  return names;
}

function isNameWord(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    isCapitalised(word.text) &&
    !(isFunctionWord(word.key) && word.text !== word.text.toUpperCase())
  );
}

/** True where two names can be of one actor: one's words are among the other's, or one is the other's initials. */
export function isSameName(one: string[], other: string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  if (short.every((key) => long.includes(key))) return true;
  const initials = long
    .filter((key) => !joiner.test(key))
    .map((key) => key.charAt(0))
    .join('');
  return short.length === 1 && initials.length > 1 && short[0] === initials;
}

/**
 * The first name of a statement that neither its passage nor a name in `licensed` gives; undefined where all are there.
 *
 * @param names  those of the whole article: a name's other forms there count as the name
 * @param licensed  the words of names that may stand in the statement besides the passage's: the speaker, those a pronoun refers to
 */
export function findForeignName(
  statement: string,
  passage: string,
  { names, licensed, commonStems }: { names: Name[]; licensed: string[][]; commonStems: Set<string> },
): string | undefined {
  const given = listNames(passage).map(({ keys }) => keys);
  const here = [...given, ...licensed];
  const others = names.map(({ keys }) => keys).filter((keys) => here.some((name) => isSameName(name, keys)));
  const keys = new Set([...listWords(passage).map(({ key }) => key), ...licensed.flat(), ...others.flat()]);
  const stems = new Set([...keys].map((key) => toOrigin(key)));
  const words = listWords(statement);
  return words.find((word, at) => {
    if (!isCapitalised(word.text) && !/^(?=.*\p{L})(?=.*\d)/u.test(word.text)) return false;
    if (keys.has(word.key) || stems.has(toOrigin(word.key))) return false;
    if (isFunctionWord(word.key) && word.text !== word.text.toUpperCase()) return false;
    return !(at === 0 && startsPlainly(word, commonStems));
  })?.text;
}

/** True where a statement's first word is a common word: the article has it, or a form of it, in small letters. */
function startsPlainly(word: Word, commonStems: Set<string>): boolean {
  return commonStems.has(toStem(word.key)) || /^.{3,}ing$/.test(word.key);
}

const irregular: Record<string, string> = {
  french: 'franc',
  france: 'franc',
  dutch: 'netherland',
  netherlands: 'netherland',
  spanish: 'spain',
  swiss: 'switzerland',
  greek: 'greece',
  danish: 'denmark',
  turkish: 'turkey',
  polish: 'poland',
  swedish: 'sweden',
  finnish: 'finland',
  welsh: 'wales',
  irish: 'ireland',
  british: 'britain',
  english: 'england',
  scottish: 'scotland',
  german: 'german',
  germany: 'german',
  chinese: 'chin',
  china: 'chin',
  thai: 'thailand',
  filipino: 'philippines',
  norwegian: 'norway',
  americans: 'america',
  american: 'america',
  us: 'us',
  usa: 'us',
  uk: 'uk',
  afghan: 'afghanistan',
  iraqi: 'iraq',
};

/** What a name and its demonym share: "Iraqi" and "Iraq". */
function toOrigin(key: string): string {
  const known = irregular[key] ?? irregular[key.replace(/s$/, '')];
  if (known) return known;
  if (key.length < 5) return key;
  const bare = key.replace(/s$/, '').replace(/(?:ians?|eans?|ans?|ese|ish|is?|a|ia|y)$/, '');
  return bare.length >= 4 ? bare : key;
}
