import { boundOf, endOfChange, isRoughBefore, measureBehind, spellDates } from './measures.ts';
import { spellNumbers } from './number-forms.ts';
import { isPastForm } from './verb-forms.ts';
import { isFunctionWord, listWords, toStem } from './word-list.ts';

// Number words, plurals of scale and signs that belong to a number.
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};
const currencies: Record<string, string> = {
  $: '$',
  us$: '$',
  dollar: '$',
  dollars: '$',
  usd: '$',
  '€': '€',
  euro: '€',
  euros: '€',
  eur: '€',
  '£': '£',
  pound: '£',
  pounds: '£',
  gbp: '£',
  '¥': '¥',
  yen: '¥',
  yuan: '¥',
  '₹': '₹',
  rupee: '₹',
  rupees: '₹',
  rouble: '₽',
  roubles: '₽',
  ruble: '₽',
  rubles: '₽',
  '₽': '₽',
};

/** A number, its unit ('%', a currency sign, "th" for an ordinal word, "many" for "thousands", else ''), what it counts, and the words around. */
export type Quantity = {
  values: number[];
  unit: string;
  counts: string | undefined;
  around: string[];
  text: string;
  measure: string | undefined;
  bound: 1 | 0 | -1;
  isRough: boolean;
  /** The words in small letters behind it that say what it counts, up to three. */
  things: string[];
  /** Whether a part is counted of it: "24 of the 80". */
  isWhole: boolean;
  start: number;
  change: 'from' | 'to' | undefined;
};

const contextWords = 3;
const contextLength = 80; // characters
const clearlyMore = 2;
const maxQuantities = 150; // of a statement or a passage; a table of more is no statement's ground

const token = /(\d+(?:[.,]\d+)*)(?=(st|nd|rd|th)?)|[$€£¥₹₽%]|\p{L}[\p{L}\p{M}]*\$?/giu;

/** The numbers of a text, in digits or in English words, in reading order. "one" is left out: it is a pronoun too often. */
export function listQuantities(text: string): Quantity[] {
  const tokens = [...text.matchAll(token)].map(({ 0: text, 1: digits, 2: ordinal, index }) => ({
    text,
    word: text.toLowerCase(),
    digits,
    ordinal,
    start: index,
    end: index + text.length + (ordinal?.length ?? 0),
  }));
  const follows = (at: number): string | undefined => {
    const [before, next] = [tokens[at - 1], tokens[at]];
    return before && next && /^[\s\u00a0-]{0,2}$/.test(text.slice(before.end, next.start)) ? next.word : undefined;
  };
  const quantities: Quantity[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (!first) break;
    const startAt = at;
    const parsed = first.digits
      ? { values: valuesOf(first.digits), last: at, unit: '' }
      : parseWords(at, tokens, follows);
    if (!parsed) continue;
    let { values, last, unit } = parsed;
    if (first.ordinal && follows(last + 1) === first.ordinal.toLowerCase()) last += 1;
    for (let scale = scales[follows(last + 1) ?? '']; first.digits && scale; scale = scales[follows(last + 1) ?? '']) {
      const scaled = scale;
      last += 1;
      // "5m" may be metres as well.
      values = [...(tokens[last]?.text === 'm' ? values : []), ...values.map((value) => value * scaled)];
    }
    const next = follows(last + 1);
    if (next === '%' || next === 'percent' || next === 'pct') {
      unit = '%';
      last += 1;
    } else if (next === 'per' && follows(last + 2) === 'cent') {
      unit = '%';
      last += 2;
    } else if (next === 'percentage' && follows(last + 2)?.startsWith('point')) {
      unit = 'points';
      last += 2;
    } else if (next && currencies[next]) {
      unit = currencies[next];
      last += 1;
    }
    const sign = startAt > 0 ? currencies[tokens[startAt - 1]?.word ?? ''] : undefined;
    if (sign && follows(startAt) !== undefined) unit = sign;
    // "3 percent points"
    if (unit === '%' && follows(last + 1)?.startsWith('point')) unit = 'points';
    const end = tokens[last]?.end ?? first.end;
    quantities.push({
      values,
      unit,
      counts: countedBehind(text, end),
      around: wordsAround(text, first.start, end),
      measure: measureBehind(text.slice(end, end + 30)),
      bound: boundOf(text.slice(Math.max(0, first.start - 30), first.start), text.slice(end, end + 40)),
      isRough: isRoughBefore(text.slice(Math.max(0, first.start - 30), first.start)),
      change: endOfChange(text.slice(Math.max(0, first.start - 30), first.start)),
      things: thingsBehind(text, end),
      isWhole: whole.test(text.slice(Math.max(0, first.start - 40), first.start)),
      start: first.start,
      text: text.slice(first.start, end),
    });
    at = last;
  }
  return quantities;
}

type Token = { word: string; digits: string | undefined };

function parseWords(
  at: number,
  tokens: Token[],
  follows: (at: number) => string | undefined,
): { values: number[]; last: number; unit: string } | undefined {
  const word = tokens[at]?.word ?? '';
  const ordinal = ordinals.indexOf(word);
  if (ordinal > 0) return { values: [ordinal], last: at, unit: 'th' };
  const many = word.endsWith('s') ? scales[word.slice(0, -1)] : undefined;
  if (many && word.length > 4) return { values: [many], last: at, unit: 'many' };
  let [total, current, last] = [0, 0, at - 1];
  for (let next: string | undefined = word; next !== undefined; next = follows(last + 1)) {
    const [unit, ten, scale] = [small.indexOf(next), tens.indexOf(next), next.length > 2 ? scales[next] : undefined];
    if (unit >= 0) current += unit;
    else if (ten >= 0) current += (ten + 2) * 10;
    else if (scale === 100 || scale === 12) current = Math.max(1, current) * scale;
    else if (scale) [total, current] = [total + Math.max(1, current) * scale, 0];
    else if (!(next === 'and' && last >= at && isNumberWord(follows(last + 2)))) break;
    last += 1;
  }
  if (last < at || (last === at && word === 'one')) return undefined;
  return { values: [total + current], last, unit: '' };
}

/** True for a number from nought to ninety in letters, without its parts: "twelve", "sixty". */
export function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (small.includes(word) || tens.includes(word));
}

/** What digits may mean: "1,200" is 1200 and, in some countries, 1.2. */
function valuesOf(digits: string): number[] {
  const plain = Number(digits.replaceAll(',', ''));
  const european = Number(digits.replaceAll('.', '').replace(',', '.'));
  const isThousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  if (isThousands || /^\d+(?:\.\d{1,2})?$/.test(digits)) return [plain];
  return [plain, european].filter((value) => Number.isFinite(value));
}

/**
 * The first number of a statement that its passage does not give with the same unit, as often, and of the same thing:
 * where the passage counts with other numbers what the statement counts, a number from elsewhere in it is none of its.
 */
export function findForeignNumber(statement: string, passage: string): string | undefined {
  const given = listQuantities(spellNumbers(spellDates(passage))).slice(0, maxQuantities);
  const free = [...given];
  const said = listQuantities(spellNumbers(spellDates(statement)));
  if (said.length > maxQuantities) return said[maxQuantities]?.text;
  for (const quantity of said) {
    const counted = given.filter((other) => other.counts !== undefined && other.counts === quantity.counts);
    const candidates = counted.length > 0 ? counted : given;
    const own = candidates.filter((other) => isSameQuantity(quantity, other));
    const others = candidates.filter((other) => !isSameQuantity(quantity, other));
    if (own.length > 0 && own.every((other) => isTurned(quantity, other))) return quantity.text;
    if (own.length === 0 || standsCloser(quantity, others, own)) return quantity.text;
    const used = free.findIndex((other) => isSameQuantity(quantity, other));
    if (used < 0) return quantity.text;
    free.splice(used, 1);
  }
  return undefined;
}

/** True where one text says "more than" of a number and the other "less than" or just the number, or one "from" and the other "to". */
function isTurned(one: Quantity, other: Quantity): boolean {
  if (one.bound !== other.bound && !((one.isRough || other.isRough) && one.bound * other.bound >= 0)) return true;
  return one.change !== undefined && other.change !== undefined && one.change !== other.change;
}

/** True where two numbers are the same, in the same unit and measure. */
export function isSameQuantity(one: Quantity, other: Quantity): boolean {
  const isOrdinal = [one.unit, other.unit].toSorted().join() === ',th';
  if (one.measure !== undefined && other.measure !== undefined && one.measure !== other.measure) return false;
  return (one.unit === other.unit || isOrdinal) && one.values.some((value) => other.values.includes(value));
}

const whole =
  /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|some|most|many|few|half|none|several|majority|part|percent|cent|third|quarter))\s(?:out\s)?of\s(?:the|its|his|her|their|our|those|these|all|some)?\s*$|(?:^|[.!?]\s|\n)Of\s(?:the|its|his|her|their|those)\s$/iu;

function thingsBehind(text: string, end: number): string[] {
  const tail = /^[^.,;:!?()“”"\n–—]*/u.exec(text.slice(end, end + contextLength))?.[0] ?? '';
  const words = listWords(tail).filter((word) => /^\p{Ll}/u.test(word.text));
  const first = words.findIndex(
    ({ key }) => !/^(?:of|the|its|their|his|her|more|other|such|those|these|most)$/.test(key),
  );
  const things: string[] = [];
  for (const { key } of first < 0 ? [] : words.slice(first, first + 3)) {
    if (isFunctionWord(key) || /ed$/.test(key) || isPastForm(key)) break;
    things.push(key);
  }
  return things;
}

/** What a number counts: the stem of the next word with content, where one follows at once. */
function countedBehind(text: string, end: number): string | undefined {
  const next = listWords(text.slice(end, end + 40)).find(({ key }) => !isFunctionWord(key));
  const isAtOnce = next && !/[.,;:!?()"“”]/.test(text.slice(end, end + next.start));
  return isAtOnce && /^\p{Ll}/u.test(next.text) ? toStem(next.key) : undefined;
}

/** The words with content on both sides of a number, as stems. */
function wordsAround(text: string, start: number, end: number): string[] {
  const stemsOf = (part: string): string[] =>
    listWords(part)
      .filter(({ key }) => !isFunctionWord(key))
      .map(({ key }) => toStem(key));
  return [
    ...stemsOf(text.slice(Math.max(0, start - contextLength), start)).slice(-contextWords),
    ...stemsOf(text.slice(end, end + contextLength)).slice(0, contextWords),
  ];
}

/** True where a number stands among words that the passage puts around another one: two numbers have changed places. */
function standsCloser({ around }: Quantity, others: Quantity[], own: Quantity[]): boolean {
  const shared = (other: Quantity): number => around.filter((stem) => other.around.includes(stem)).length;
  const best = Math.max(...own.map(shared));
  return others.some((other) => shared(other) >= best + clearlyMore);
}
