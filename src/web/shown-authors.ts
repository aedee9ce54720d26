import { cleanName, isDesk, isJob, isPersonName, isPostNominal, readByline, splitNames } from '../core/byline.ts';
import { findDates, isDateLine } from '../core/dates.ts';
import type { HeadLine } from './page-facts.ts';

const authorPath =
  /\/(?:authors?|autor(?:en|es|in)?|auteurs?|people|person|contributors?|staff|journalists?|profiles?|team|by|redaktion|writers?)\//i;
const weekday =
  /[\s,]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/i;
const label =
  /^(?:(?:(?:article|post|story|guide) )?(?:written|authored|posted|words) by|(?:article |post |story )?by|(?:article )?authors?|about the author|von|geschrieben von|über den autor|par|écrit par|rédigé par|por|escrito por|di|scritto da|door|geschreven door|text)\s*:?$/i;

/** Names in the lines around the headline: after "By", beside the day, alone above or below it, or linked to an author's page. */
export function findHeadNames(lines: HeadLine[], desks: string[]): string[] {
  const named = lines.map((line) => readBylineOf(line.text));
  desks.push(...named.flatMap((byline) => byline?.desks ?? []));
  const people = named.flatMap((byline) => byline?.people ?? []);
  if (people.length > 0) return people;
  return lines.flatMap((line, at) => {
    if (named[at]) return [];
    const dates = findDates(line.text);
    const parts = cutDates(line.text).map(dropSection);
    const name = parts.map(cleanName).find(isPersonName);
    const isMarked = dates.length > 0 || authorPath.test(line.href);
    if (name && (isMarked || standsByItself(line, lines, at))) return [name];
    const several = readNamesAlone(line.text);
    if (
      several.length > 0 &&
      line.below &&
      line.plain &&
      (isMarked || isBesideDay(lines, at) || hasPostNominal(line.text))
    )
      return several;
    const before = parts[0] ?? '';
    const single = cleanName(before);
    return single !== before && authorPath.test(line.href) && isSingleName(single) ? [single] : [];
  });
}

/** People of the first line below the headline that says "By": what readers take for the byline. */
export function findByline(lines: HeadLine[]): string[] {
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const isLabelled = above?.below && isLabel(above.text);
    const people = line.below ? (isLabelled ? nameBelow(line.text) : readBylineOf(line.text)?.people) : undefined;
    if (people && people.length > 0) return people;
    const several = line.below && authorPath.test(line.href) ? readNamesAlone(line.text) : [];
    if (several.length > 0) return several;
  }
  return [];
}

/**
 * People whom a line at the article's end gives as its writers: "Written by Ann Lee", or a name below "Article by". Nobody
 * where such lines differ: they are other articles' then.
 */
export function findSignedNames(lines: string[]): string[] {
  const found = new Map<string, string[]>();
  for (const [at, line] of lines.entries()) {
    const people = isLabel(line)
      ? nameBelow(lines[at + 1])
      : /^(?:article |post )?written by\s/i.test(line)
        ? splitNames(line.slice(0, 200).replace(/^.*?written by:?\s/i, '')).people
        : [];
    if (people.length > 0) found.set(people.join('\n'), people);
  }
  return found.size === 1 ? ([...found.values()][0] ?? []) : [];
}

/** People whom an agency's note at the end gives as its reporters, "(Reporting by Ann Lee and Bo Ek; Editing by …)"; nobody where several differ. */
export function findReporters(lines: string[]): string[] {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const list = /^\(?\s*reporting by\s+([^;()]{3,120})/iu.exec(line)?.[1];
    const people = list ? splitNames(list.split(/[.]\s|\s(?:editing|writing)\sby\s/i)[0] ?? '').people : [];
    if (people.length > 0) found.set(people.join('\n'), people);
  }
  return found.size === 1 ? ([...found.values()][0] ?? []) : [];
}

/** True for one capitalised word that can be a person's name where the page says that it is an author's. */
export function isSingleName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]{2,30}$/u.test(name) && !isDesk(name);
}

function isLabel(line: string): boolean {
  return line.length <= 30 && label.test(line.trim());
}

function nameBelow(line: string | undefined): string[] {
  if (!line) return [];
  const name = cleanName(line);
  return isPersonName(name) ? [name] : readNamesAlone(line);
}

function readBylineOf(text: string): ReturnType<typeof readByline> {
  for (const part of cutDates(text)) {
    const byline = readByline(part);
    if (byline) return byline;
  }
  return undefined;
}

// "4 March 2024 by Ann Lee", but in "Ann Lee | 4 March 2024 | Science Fiction" the section comes last.
function cutDates(text: string): string[] {
  const dates = findDates(text);
  const before = trimLine(text.slice(0, dates[0]?.start).replace(/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?=\s)/, ''));
  const isBare = /^(?:(?:last )?(?:published|updated|posted|created)(?: on)?:?)?$/i.test(before);
  return isBare ? [before, trimLine(text.slice(dates.at(-1)?.end ?? text.length))] : [before];
}

// "Ann Lee in Climate".
function dropSection(part: string): string {
  return part.replace(/\s(?:in|en|dans)\s\p{L}[\p{L}\s&]{1,30}$/u, '');
}

function trimLine(line: string): string {
  const trim = (text: string) => text.replace(/^[\s|,•·–—-]+|[\s|,•·–—-]+$/g, '');
  const bare = trim(trim(line).replace(weekday, ''));
  // "By Ann Lee Published 14 May": two boxes of one line.
  return trim(bare.replace(/(?<=\p{L}{2})\s+(?:last )?(?:published|updated|posted)(?: on| at)?:?$/iu, ''));
}

// Several names and nothing else; what they have after their names ("MD, PhD") goes with them.
function readNamesAlone(line: string): string[] {
  const parts = line
    .replace(/\([^()]{1,30}\)/g, ' ')
    .split(/\s*[,;/&]\s*|\s+(?:and|und|et|y|e|og|och|en)\s+/)
    .filter(Boolean);
  if (parts.length < 2 || parts.length > 16 || line.length > 200) return [];
  const names = parts.filter((part) => !isPostNominal(part));
  if (isPostNominal(parts[0] ?? '')) return [];
  return names.every(isPersonName) ? names : [];
}

function hasPostNominal(line: string): boolean {
  return line.split(/\s*[,;&]\s*/).some(isPostNominal);
}

// A name on a line of its own below the headline is the author's beside a day, a job, or below "By".
function standsByItself(line: HeadLine, lines: HeadLine[], at: number): boolean {
  if (!line.below || !line.plain || !/\p{Lu}/u.test(line.text) || (line.href && !authorPath.test(line.href)))
    return false;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  if (before && isLabel(before.text)) return true;
  return isBesideDay(lines, at) || [before, after].some((other) => other?.below && other.plain && isJob(other.text));
}

// The day may stand right above the headline that the name stands right below.
function isBesideDay(lines: HeadLine[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].some((other) => other !== undefined && isDateLine(other.text));
}
