// How far a day, week, month or year that is named from the article's own day lies from it: "last year", "yesterday".
const units = ['day', 'week', 'month', 'year'] as const;
type Unit = (typeof units)[number];
type RelativeDay = { unit: Unit; away: number; words: string };

const named: [RegExp, Unit, number][] = [
  [/^yesterday$/, 'day', -1],
  [/^(?:today|tonight)$/, 'day', 0],
  [/^tomorrow$/, 'day', 1],
  [/^day before yesterday$/, 'day', -2],
  [/^day after tomorrow$/, 'day', 2],
];
const words =
  /\b(day (?:before yesterday|after tomorrow)|yesterday|today|tonight|tomorrow|(?:(last|this|next|previous|coming|past) (day|week|month|year))(?!['’]s|\p{L}))\b/giu;

/** The first relative day of a statement where its passage has only other ones: "this year" of "last year". */
export function findOtherDay(statement: string, passage: string): string | undefined {
  const said = listRelativeDays(statement);
  if (said.length === 0) return undefined;
  const given = listRelativeDays(passage);
  if (given.length === 0) return undefined;
  return said.find(({ unit, away }) => given.every((other) => !isSameTime({ unit, away }, other)))?.words;
}

/** A passage with "last year" as the year that its article's date makes it, where a statement names that year. */
export function spellYears(passage: string, statement: string, publishedAt: string | null): string {
  const year = Number(/^\d{4}/.exec(publishedAt ?? '')?.[0]);
  if (!year) return passage;
  return passage.replace(words, (whole: string, _, which?: string, unit?: string) => {
    if (which === undefined || unit?.toLowerCase() !== 'year' || /past|coming|previous/i.test(which)) return whole;
    const meant = String(year + awayOf(which));
    return statement.includes(meant) ? meant : whole;
  });
}

type Time = Pick<RelativeDay, 'unit' | 'away'>;

// "Today" lies in this week, this month and this year; "yesterday" may lie in the last one of each.
function isSameTime(one: Time, other: Time): boolean {
  if (one.unit === other.unit) return one.away === other.away;
  const [small, large] = units.indexOf(one.unit) < units.indexOf(other.unit) ? [one, other] : [other, one];
  if (small.away === 0) return large.away === 0;
  return large.away === 0 || large.away === Math.sign(small.away);
}

function listRelativeDays(text: string): RelativeDay[] {
  return [...text.matchAll(words)].flatMap(([whole, , which, unit]) => {
    if (which === undefined || unit === undefined) {
      const known = named.find(([pattern]) => pattern.test(whole.toLowerCase()));
      return known ? [{ unit: known[1], away: known[2], words: whole }] : [];
    }
    return [{ unit: toUnit(unit), away: awayOf(which), words: whole }];
  });
}

function awayOf(which: string): number {
  if (/^this$/i.test(which)) return 0;
  return /^(?:next|coming)$/i.test(which) ? 1 : -1;
}

function toUnit(word: string): Unit {
  return units.find((unit) => unit === word.toLowerCase()) ?? 'year';
}
