import type { Span } from '../article.ts';
import { isCapitalised, isFunctionWord, listWords, type Word } from './word-list.ts';

/** A name as it stands in a text: capitalised words in a row, with the small words that join them ("al", "de", "of"). */
export type Name = Span & { keys: string[] };

const particle = /^(?:al|el|ibn|bin|bint|de|del|della|der|den|di|do|dos|da|das|du|la|le|les|van|von|zu|ter|ten)$/;
const link = /^(?:of|the|and|for)$/; // only within the name of a body: "Council for the Welfare of Immigrants"
const shortForm =
  /^(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|lt|col|sgt|capt|cmdr|adm|maj|rev|hon|st|messrs|mme|mlle|\p{L})$/u;
const titles = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince princess pope cardinal bishop archbishop rev reverend father sister imam sheikh ayatollah rabbi ' +
    'president prime minister premier chancellor secretary undersecretary senator sen representative rep congressman congresswoman governor gov mayor councillor ambassador envoy commissioner mp mep ' +
    'general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal marshal officer detective inspector sheriff chief justice judge attorney prosecutor ' +
    'director chairman chairwoman chair ceo founder coach manager spokesman spokeswoman deputy vice former acting senior researcher home foreign defence defense interior finance education health'
  ).split(' '),
);
const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/;
const bodies =
  /^(?:administration|agency|airport|alliance|army|assembly|association|authority|bank|board|bureau|campaign|cent(?:er|re)|chamber|church|club|college|commission|committee|company|confederation|congress|corporation|council|court|department|directorate|family|federation|firm|forces?|foundation|fund|government|group|hospital|house|institut(?:e|ion)|kingdom|league|library|ministry|movement|museum|nations|network|news|office|organi[sz]ation|parliament|party|police|post|press|program(?:me)?|republic|school|secretary|senate|service|society|states|studios?|team|times|union|university|act|award|law|poll|prize|report|road|street|study|survey)$/;

/** The names of a text in reading order; a sentence's first word counts as one unless it is a function word. */
export function listNames(text: string): Name[] {
  const names: Name[] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.length > 0 && !isNameWord(run.at(-1))) run.pop();
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) names.push({ start: first.start, end: last.end, keys: run.map(({ key }) => key) });
    run = [];
  };
  for (const word of listWords(text)) {
    const last = run.at(-1);
    if (
      last &&
      (!isJoined(last, text.slice(last.end, word.start)) || calendar.test(word.key) !== calendar.test(last.key))
    )
      close();
    if (isNameWord(word) || (run.length > 0 && isInnerWord(word, run))) run.push(word);
    else close();
  }
  close();
  return names;
}

function isInnerWord(word: Word, run: Word[]): boolean {
  return particle.test(word.key) || (link.test(word.key) && run.some(({ key }) => bodies.test(key)));
}

function isJoined(last: Word, between: string): boolean {
  if (/['’‘ʼ]s$/i.test(last.text)) return false;
  return /^[ \u00a0-]$/.test(between) || (/^\.[ \u00a0]$/.test(between) && shortForm.test(last.key));
}

function isNameWord(word: Word | undefined): boolean {
  if (word === undefined || !isCapitalised(word.text)) return false;
  return !isFunctionWord(word.key) || isAcronym(word.text);
}

/** True for a word in capitals, which is a name even where it is a function word in small letters: "WHO", "IT". */
export function isAcronym(text: string): boolean {
  return /^\p{Lu}[\p{Lu}.&]+$/u.test(text);
}

/** True for a word that says what a person is: "mayor", "CEO". */
export function isTitle(key: string): boolean {
  return titles.has(key);
}

/** True for a word that opens sentences and is nobody's name: "every", "nearly". */
export function isOpeningWord(key: string): boolean {
  return /^(?:every|no|none|nobody|nothing|everyone|everybody|everything|several|few|almost|instead|despite|following|without|yet|according|(?:near|rough|approximate|exact|on|main|large|most|part|recent|final|eventual|original|current|former|previous|sudden|slight|hard|bare|allegeds?)ly)$/.test(
    key,
  );
}

/** True for the name of a month or a weekday. */
export function isCalendar(key: string): boolean {
  return calendar.test(key);
}

/** A name's words without the titles before it and the "Jr." behind it; the last word else always stays. */
export function withoutTitles(keys: string[]): string[] {
  const named = keys.length > 2 && /^(?:jr|sr|ii|iii)$/.test(keys.at(-1) ?? '') ? keys.slice(0, -1) : keys;
  const first = named.findIndex((key) => !titles.has(key) && !link.test(key));
  return first <= 0 ? named : named.slice(first);
}

/**
 * True where two names can be of one actor: one is the end of the other or leaves out words before its end ("Zamili",
 * "Hakim al Zamili"), is its beginning ("Ahmed", "Ahmed Mohamed"), has the same words in another order, or its initials.
 */
export function isSameName(one: string[], other: string[]): boolean {
  const [first, second] = [withoutTitles(one), withoutTitles(other)];
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  const last = short.at(-1);
  if (last === undefined) return false;
  if (!short.every((key) => long.includes(key))) return short.length === 1 && isInitialsOf(last, long);
  if (last === long.at(-1)) return true;
  const isBeginning = short.every((key, at) => key === long[at]);
  const isReordered = short.length === long.length;
  return isReordered || (isBeginning && !isBody(long));
}

/** True for the name of a body or a thing by its last word: "Warhol Foundation". */
export function isBody(keys: string[]): boolean {
  return bodies.test(keys.at(-1) ?? '');
}

function isInitialsOf(key: string, keys: string[]): boolean {
  if (key.length < 2 || key.length > keys.length) return false;
  const initials = (words: string[]): string => words.map((word) => word.charAt(0)).join('');
  const content = keys.filter((word) => !link.test(word) && !particle.test(word));
  return key === initials(content) || key === initials(keys.filter((word) => word !== 'the')); // "MOT" takes the "of" in
}
