import { boundOf, endOfChange, isRoughBefore, measureBehind } from './measures.ts';
import { parseWords, scales, valuesOf } from './number-words.ts';
import { isPastForm } from './verb-forms.ts';
import { isFunctionWord, listWords, toStem } from './word-list.ts';

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
