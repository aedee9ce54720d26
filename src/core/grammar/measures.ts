import type { Span } from '../article.ts';

// What a number measures, where two measures are taken for one another at a reader's cost: one list a measure.
const measures: [string, string][] = [
  ['celsius', 'c celsius centigrade'],
  ['fahrenheit', 'f fahrenheit'],
  ['metres', 'metre metres meter meters'],
  ['kilometres', 'km kilometre kilometres kilometer kilometers'],
  ['miles', 'mile miles'],
  ['feet', 'ft foot feet'],
  ['grams', 'gram grams gramme grammes'],
  ['kilograms', 'kg kilo kilos kilogram kilograms'],
  ['tonnes', 'tonne tonnes ton tons'],
  ['pounds', 'lb lbs'],
  ['litres', 'litre litres liter liters'],
  ['gallons', 'gallon gallons'],
  ['hectares', 'ha hectare hectares'],
  ['acres', 'acre acres'],
  ['am', 'am'],
  ['pm', 'pm'],
  ['seconds', 'second seconds'],
  ['minutes', 'minute minutes'],
  ['hours', 'hour hours'],
  ['days', 'day days'],
  ['weeks', 'week weeks'],
  ['months', 'month months'],
  ['years', 'year years'],
];
const known = new Map(measures.flatMap(([measure, words]) => words.split(' ').map((word) => [word, measure] as const)));

/** The measure that stands behind a number ("30°C", "12 miles"); undefined where none of the list does. */
export function measureBehind(behind: string): string | undefined {
  const word = /^[\s\u00a0-]{0,2}(?:°|degrees?\s)?[\s\u00a0]?(\p{L}+)/u
    .exec(behind.replace(/^:\d\d(?=\s[ap]m)/u, ''))?.[1]
    ?.toLowerCase();
  if (word === undefined || (word.length === 1 && !/^[\s\u00a0]?(?:°|degrees?\s)/u.test(behind))) return undefined;
  return known.get(word);
}

const more =
  /\b(?:more than|over|at least|above|exceed(?:s|ed|ing)?|no fewer than|no less than|not less than|a minimum of|upwards of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond)\s+(?:the\s)?(?:[$€£¥]\s?)?$/iu;
const less =
  /\b(?:(?<!no )(?<!not )less than|(?<!no )fewer than|under|below|at most|up to|nearly|almost|no more than|not more than|as (?:many|much) as|a maximum of|close to|approaching)\s+(?:the\s)?(?:[$€£¥]\s?)?$/iu;
const behindMore = /^\+|^\s(?:\p{L}+\s){0,2}(?:or|and)\s(?:more|above|over)\b/iu;
const behindLess = /^\s(?:\p{L}+\s){0,2}(?:or|and)\s(?:fewer|less|below|under)\b/iu;
const rough =
  /\b(?:about|around|some|roughly|approximately|circa|an estimated|estimated|nearly|almost|close to)\s+(?:the\s)?(?:[$€£¥]\s?)?$/iu;

/** True where a text gives a number as a rough one: "about 300". */
export function isRoughBefore(lead: string): boolean {
  return rough.test(lead);
}

/** Which side of a number the truth lies on: 1 above it, -1 below it, 0 where the text does not say. */
export function boundOf(lead: string, tail: string): 1 | 0 | -1 {
  if (less.test(lead) || behindLess.test(tail)) return -1;
  return more.test(lead) || behindMore.test(tail) ? 1 : 0;
}

/** A stretch of a text that begins with a number, with the bound before or behind it: "over 300", "300 or more". */
export function takeInBound({ start, end }: Span, text: string): string {
  const lead = text.slice(Math.max(0, start - 30), start);
  const before = more.exec(lead) ?? less.exec(lead);
  const [behind = ''] = behindMore.exec(text.slice(end, end + 40)) ?? behindLess.exec(text.slice(end, end + 40)) ?? [];
  return text.slice(start - (before ? lead.length - before.index : 0), end + behind.length);
}

/** Whether a number is where a change starts or where it ends; undefined where neither. */
export function endOfChange(lead: string): 'from' | 'to' | undefined {
  const word = /\b(from|to)\s+(?:about\s+|some\s+)?(?:[$€£¥]\s?)?$/iu.exec(lead)?.[1]?.toLowerCase();
  return word === 'from' || word === 'to' ? word : undefined;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A text with its numeric dates in words, where they can be read in one way only: "2024-12-05" is "5 December 2024". */
export function spellDates(text: string): string {
  const spell = (whole: string, day: string, month: string, year: string): string => {
    const name = months[Number(month) - 1];
    return name && Number(day) >= 1 && Number(day) <= 31 ? `${Number(day)} ${name} ${year}` : whole;
  };
  return text
    .replace(/(?<![\d.-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g, (whole, year, month, day) => spell(whole, day, month, year))
    .replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g, (whole, day, month, year) =>
      spell(whole, day, month, year),
    )
    .replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g, (whole, one, other, year) => {
      if (Number(one) > 12 || one === other) return spell(whole, one, other, year);
      return Number(other) > 12 ? spell(whole, other, one, year) : whole;
    });
}
