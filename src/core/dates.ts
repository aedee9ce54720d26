// The languages whose month names are known. The names come from the runtime's own locale tables.
const locales =
  'en de fr es pt it nl sv da nb fi pl cs sk hr sl sr-Latn sr ru uk bg ro hu el tr ca id ms vi sw et lv lt is ar fa he hi bn ta th'.split(
    ' ',
  );
// Short forms that newsrooms write and locale tables lack.
const newsroomForms: [string, number][] = [
  ['sept', 9],
  ['mrz', 3],
  ['märz', 3],
  ['janv', 1],
  ['févr', 2],
  ['avr', 4],
  ['juil', 7],
];

let monthNames: Map<string, number> | undefined;

function collectMonthNames(): Map<string, number> {
  const found = new Map<string, number>();
  const ambiguous = new Set<string>();
  const add = (written: string, month: number) => {
    const name = foldMonth(written);
    if (!/^\p{L}[\p{L}\p{M}'’ ]+$/u.test(name)) return;
    const known = found.get(name);
    if (known === undefined) found.set(name, month);
    else if (known !== month) ambiguous.add(name);
  };
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { month: style, timeZone: 'UTC' });
      const inDate = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
        day: 'numeric',
        month: style,
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month++) {
        const day = Date.UTC(2021, month - 1, 15);
        add(alone.format(day), month);
        add(inDate.formatToParts(day).find((part) => part.type === 'month')?.value ?? '', month);
      }
    }
  }
  // A name that means different months in different languages (listopad, мај) decides nothing, unless English has it.
  for (const name of ambiguous) if (!isEnglishMonth(name)) found.delete(name);
  for (const [name, month] of newsroomForms) found.set(name, month);
  return found;
}

function monthOf(written: string): number | undefined {
  monthNames ??= collectMonthNames();
  return monthNames.get(foldMonth(written));
}

function isEnglishMonth(name: string): boolean {
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(name);
}

function foldMonth(written: string): string {
  return written
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .trim();
}

/** A calendar day found in a text: `iso` as YYYY-MM-DD and where it was written. */
export type WrittenDate = { iso: string; start: number; end: number };

const year = String.raw`(?<y>(?:1[89]|20)\d\d)`;
// "July 12th, 202412 min read": two lines of a page run into one.
const yearEnd = String.raw`(?!\d)|(?=\d{1,2}\s?min)`;
const dayOfMonth = String.raw`(?<d>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|°)?`;
// Letters, marks and an inner apostrophe; bounded, so that a hostile line cannot make the match slow.
const monthWord = String.raw`(?<m>\p{L}[\p{L}\p{M}’']{1,14})`;
const forms = [
  // 2015-10-13, 2015/10/13, 2015.10.13, 20151013 is left out: it is as often an id
  new RegExp(String.raw`(?<!\d)${year}[-/.](?<n>[01]?\d)[-/.](?<d>[0-3]?\d)(?!\d)`, 'gu'),
  // 2015. 10. 13., as Korean and Hungarian write it
  new RegExp(String.raw`(?<![\d.])${year}\.\s(?<n>[01]?\d)\.\s(?<d>[0-3]?\d)(?:\.|(?!\d))`, 'gu'),
  // 2015年10月13日, 2015년 10월 13일
  new RegExp(String.raw`(?<!\d)${year}\s?[年년]\s?(?<n>[01]?\d)\s?[月월]\s?(?<d>[0-3]?\d)\s?[日일]`, 'gu'),
  // October 13, 2015
  new RegExp(String.raw`(?<![\p{L}\d])${monthWord}\.?\s{1,3}${dayOfMonth},?\s{1,3}${year}(?:${yearEnd})`, 'gu'),
  // 13 October 2015, 13. Oktober 2015, 13 de octubre de 2015, 13-Oct-2015
  new RegExp(
    String.raw`(?<!\d)${dayOfMonth}\.?(?:\s{1,3}|-)(?:de\s|of\s|d['’]|ngày\s|tháng\s)?${monthWord}\.?,?(?:\s{1,3}|-)(?:de\s|del\s|г\.\s)?${year}(?:${yearEnd})`,
    'gu',
  ),
  // 2015 October 13
  new RegExp(String.raw`(?<!\d)${year}\.?\s{1,3}${monthWord}\.?\s{1,3}${dayOfMonth}(?!\d)`, 'gu'),
  // 13.10.2015: with full stops the day always comes first
  new RegExp(String.raw`(?<![\d.])(?<d>[0-3]?\d)\.\s?(?<n>[01]?\d)\.\s?${year}(?!\d)`, 'gu'),
  // 13/10/2015 or 10/13/2015: read only where one of the two cannot be a month or the language is clear
  new RegExp(String.raw`(?<![\d/])(?<a>[0-3]?\d)[/-](?<b>[0-3]?\d)[/-]${year}(?!\d)`, 'gu'),
  // 10/13/15: month, day and year of this century, where the second can be no month
  /(?<![\d/.])(?<a>0?[1-9]|1[0-2])\/(?<b>1[3-9]|2\d|3[01])\/(?<yy>[0-3]\d)(?![\d/])/gu,
];

/**
 * Finds the calendar days written in a text, in some forty languages and in digits, in reading order.
 * A day that could be read in two ways (3/4/2024) and a month whose language is not sure are left out.
 *
 * @param text  a line or two; only the first 400 characters are read
 */
export function findDates(text: string): WrittenDate[] {
  const line = toLatinDigits(text.slice(0, 400));
  const found: WrittenDate[] = [];
  const isDayFirst = dayFirstLine.test(line);
  for (const form of forms) {
    for (const match of line.matchAll(form)) {
      const iso = toIso(match.groups ?? {}, isDayFirst || dayFirst.test(line.slice(0, match.index)));
      const end = match.index + match[0].length;
      const overlaps = found.some((other) => match.index < other.end && other.start < end);
      if (iso && !overlaps) found.push({ iso, start: match.index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The day a published date names: an ISO date with its time kept where it has one, or a written date; undefined where neither. */
export function readDate(written: string): string | undefined {
  const text = toLatinDigits(written.trim()).slice(0, 200);
  const iso =
    /^((?:1[89]|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i.exec(
      text,
    );
  if (iso?.[1] && iso[2] && iso[3]) {
    const day = toIso({ y: iso[1], n: iso[2], d: iso[3] });
    if (!day) return undefined;
    if (!iso[4]) return day;
    const time = `${day}T${iso[4]}${iso[5] ?? ':00'}`;
    if (Number.isNaN(Date.parse(`${time}Z`))) return day;
    return `${time}${toZone(iso[6])}`;
  }
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact?.[1]) return toIso({ y: compact[1], n: compact[2], d: compact[3] });
  const epoch = /^\d{10}(?:\d{3})?$/.exec(text)?.[0];
  if (epoch) return new Date(epoch.length === 10 ? Number(epoch) * 1000 : Number(epoch)).toISOString();
  // A mail-style date carries a zone that the day alone would lose: "Tue, 13 Oct 2015 23:30:00 -0400".
  const mail = /\d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(mail)) return new Date(mail).toISOString();
  return findDates(text)[0]?.iso;
}

function toZone(zone: string | undefined): string {
  if (!zone) return '';
  if (/^[a-z]/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

// "Publié le 03/11/2026": what stands before the day is in a language that writes it before the month.
const dayFirst =
  /(?<![\p{L}\d]|\d\s)(?:publiée?|mis à jour|modifié|le|el|em|atualizad[oa]|il|pubblicat[oa]|aggiornat[oa]|gepubliceerd|geplaatst|bijgewerkt|op|veröffentlicht|erschienen|aktualisiert|am|opublikowan[oa]|опубликовано|обновлено|نشر)(?!\p{L})[^\p{L}]{0,12}(?:\p{Ll}{1,10} )?$/iu;

// "05/06/2026 16h22 Atualizado 06/06/2026": the line is in such a language wherever its word stands.
const dayFirstLine =
  /(?<!\p{L})(?:publiée? le|mis à jour|atualizad[oa]|pubblicat[oa]|aggiornat[oa]|gepubliceerd|bijgewerkt|veröffentlicht|aktualisiert)(?!\p{L})/iu;

function toIso(parts: Record<string, string | undefined>, isDayFirst = false): string | undefined {
  const { n, m, d, a, b, yy } = parts;
  const y = yy ? `20${yy}` : parts.y;
  let month = n ? Number(n) : m ? monthOf(m) : undefined;
  let day = d ? Number(d) : undefined;
  if (a && b) {
    const [first, second] = [Number(a), Number(b)];
    if (first > 12 || (isDayFirst && second <= 12)) [day, month] = [first, second];
    else if (second > 12 || first === second) [month, day] = [first, second];
  }
  if (!y || !month || !day || month > 12) return undefined;
  const date = new Date(Date.UTC(Number(y), month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Turns the decimal digits of any script into 0-9; every other character keeps its place. */
function toLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero =
      [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10].find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}

/** True for a line that gives a day and hardly anything else: "October 13, 2015 / 12:35 PM / in 2 years". */
export function isDateLine(line: string): boolean {
  if (line.length > 120) return false;
  const dates = findDates(line);
  if (dates.length === 0) return false;
  let rest = line;
  for (const { start, end } of dates.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const others = rest
    .replace(/\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b/g, ' ')
    .replace(
      /(?<![\p{L}\d])(?:[ap]\.?m\.?|[A-Z]{2,4}T|GMT|UTC|BST|CET|CEST|IST|Uhr|in \d+ \w+|\d+ \w+ ago|on|at|um|à|le|am|den|el|il|em|às|mon|tue|wed|thu|fri|sat|sun|published|updated|posted|\p{L}{2,8}day|\p{L}{3,7}-feira)(?![\p{L}\d])\.?/giu,
      ' ',
    )
    .match(/\p{L}[\p{L}\p{M}]*/gu);
  return (others?.length ?? 0) <= 2;
}

const updated =
  /(?:updated|modified|reviewed|edited|aktualisiert|stand|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|güncelleme|обновлено)(?!.*(?:published|posted|created|veröffentlicht|erstellt|publié|créé|publicado|creado|pubblicato|creato))/i;
// The day of what is announced, not of the announcement.
const ofEvent =
  /(?:(?<!\p{L})(?:event|closing|start|end|due|hearing|meeting|expiry|release|veranstaltungs?) ?(?:date|day|datum)?|deadline|when|starts|ends|expires|valid until|termin|born|died)\s*:\s*(?:\p{L}{3,12},?\s*)?$|(?:event date|deadline|expires|valid until)\s*(?:on\s*)?$/iu;

/** The day that lines say something was published; with `orUpdated` a day it was only updated counts where there is no other. */
export function readPublishedDay(lines: string[], orUpdated = true): string | null {
  let fallback: string | null = null;
  for (const line of lines) {
    for (const date of findDates(line)) {
      if (ofEvent.test(line.slice(0, date.start))) continue;
      if (!updated.test(line.slice(0, date.start))) return date.iso;
      fallback ??= date.iso;
    }
  }
  return orUpdated ? fallback : null;
}
