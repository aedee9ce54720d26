import { cleanName, isDesk, isJob, isPersonName, readByline, splitNames } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { findDates, readPublishedDay } from '../dates.ts';
import { countWords, foldWords } from '../words.ts';
import type { PasteLine } from './lines.ts';
import type { PasteSegment } from './segment.ts';
import { isPictureCredit, readSigner } from './signer.ts';
import { findTitle, isFactLine } from './title.ts';

/** What stands above an article's first paragraph. `bodyStart` is the index of the line that paragraph may begin at. */
export type PasteHead = {
  title: string | null;
  dek: string | null;
  authors: string[];
  /** Who the page says it belongs to. */
  publisher: string | null;
  /** The agency or newsroom a byline names. */
  desk: string | null;
  publishedAt: string | null;
  bodyStart: number;
  /** Index of the headline, or of the first line that may belong to the head. */
  start: number;
};

// What an agency puts before the headline of a story that it sends again.
const wireMark =
  /^(?:(?:UPDATE|WRAPUP|ADVISORY|REFILE|RPT|CORRECTED|RECAST)(?: \d{1,2})?-|\d(?:st|nd|rd|th) (?:LEAD|UPDATE)\s?[:-]\s?)(?=\S)/;
// After the headline, this many lines may pass before a byline or a day ends the head.
const lookAhead = 10;

/**
 * Reads headline, standfirst, byline, publisher and day from the lines above the first paragraph.
 *
 * @param segment  where the article's text stands, if that is known
 */
export function readPasteHead(lines: PasteLine[], segment: PasteSegment | undefined): PasteHead {
  const titleAt = findTitle(lines, segment);
  const headEnd = segment ? Math.max(segment.start, (titleAt ?? -1) + 1) : findHeadEnd(lines, titleAt);
  const head = lines.slice(0, headEnd);
  const facts = titleAt === undefined ? head.slice(-6) : head.slice(Math.max(0, titleAt - 3), titleAt + 14);
  const suffixed = splitSiteName(titleAt === undefined ? '' : (lines[titleAt]?.text ?? ''));
  const byline = readBylines(titleAt === undefined ? facts : head.slice(titleAt + 1));
  return {
    title: suffixed.title.replace(wireMark, '') || null,
    dek: titleAt === undefined ? null : findDek(lines, titleAt, headEnd),
    authors: byline.people,
    publisher: readLogo(head) ?? suffixed.site,
    // What a person does is nobody's name.
    desk: byline.desks.find((desk) => !isJob(desk)) ?? null,
    publishedAt: readPublishedDay(
      facts.filter((line) => !line.prose && line.kind !== 'caption').map((line) => line.text),
    ),
    bodyStart: headEnd,
    start: titleAt ?? 0,
  };
}

// The head ends after the last byline or day below the headline, or after the headline itself.
function findHeadEnd(lines: PasteLine[], titleAt: number | undefined): number {
  const from = titleAt === undefined ? 0 : titleAt + 1;
  let end = from;
  let prose = 0;
  for (let at = from; at < Math.min(lines.length, from + lookAhead); at++) {
    const line = lines[at];
    if (!line) break;
    if (line.prose) prose++;
    if (prose > 1 || readDateline(line.text)) break;
    if (isFactLine(line) || isNameAboveJob(line, lines[at + 1])) end = at + 1;
    else if (end === at && at > from && isJobLine(line)) end = at + 1;
  }
  // A role or a bare name may still stand below the last fact; furniture does no harm either way.
  return end;
}

function isNameAboveJob(line: PasteLine, below: PasteLine | undefined): boolean {
  return !line.kind && !line.prose && isPersonName(line.text) && below !== undefined && isJobLine(below);
}

function isJobLine({ kind, prose, text }: PasteLine): boolean {
  return !kind && !prose && countWords(text) <= 6 && isJob(text);
}

function findDek(lines: PasteLine[], titleAt: number, headEnd: number): string | null {
  const title = foldWords(lines[titleAt]?.text ?? '');
  const between = lines
    .slice(titleAt + 1, headEnd)
    .filter((line) => !line.kind && !isFactLine(line) && foldWords(line.text) !== title && countWords(line.text) >= 6);
  const dek = between.find((line) => splitNames(line.text).people.length === 0) ?? null;
  return dek?.text ?? null;
}

function readBylines(lines: PasteLine[]): { people: string[]; desks: string[] } {
  const people: string[] = [];
  const desks: string[] = [];
  const add = (named: { people: string[]; desks: string[] }) => {
    for (const name of named.people.map(toNameCase)) if (!people.includes(name)) people.push(name);
    desks.push(...named.desks);
  };
  for (const line of lines) {
    if (line.prose) continue;
    // "By Ann Lee | March 5, 2024": the day is cut off first.
    const date = findDates(line.text)[0];
    const text = date ? line.text.slice(0, date.start).replace(/[\s|,•·/–—-]+$/, '') : line.text;
    const named = readByline(text);
    if (named) add(named);
    const signer = named ? undefined : readSigner(line.text);
    if (signer) add({ people: [signer], desks: [] });
  }
  if (people.length > 0) return { people, desks };
  // A line that is nothing but a name, among the lines of the head.
  for (const line of lines) {
    if (line.kind || line.prose || countWords(line.text) > 8 || isPictureCredit(line.text)) continue;
    const name = cleanName(line.text.split(/[,|•·]/)[0] ?? '');
    if (isPersonName(name)) add(splitNames(line.text));
    else if (isDesk(name) && countWords(name) <= 4) desks.push(name);
  }
  return { people, desks };
}

// "JANE O'HARA", as many sites set their bylines, is Jane O'Hara.
function toNameCase(name: string): string {
  if (/\p{Ll}{2}/u.test(name) || !/\p{Lu}{3}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])\p{L}|(?<=(?<![\p{L}\p{M}])mc)\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(
      /(?<=\s)(?:De|Da|Do|Dos|Del|Della|Di|Du|Des|La|Le|Van|Von|Der|Den|Ten|Ter|Zu|Bin|Ibn|Al|El|Y|E)(?=\s)/g,
      (word) => word.toLowerCase(),
    );
}

function readLogo(lines: PasteLine[]): string | null {
  for (const { text } of lines) {
    const logo = /^(.{2,40}?) logo$/i.exec(text);
    if (logo?.[1] && !/^(?:site|the|our|company|brand)$/i.test(logo[1])) return logo[1];
  }
  return null;
}

/** Takes the site's name off a copied page title: "Headline | The Daily Example". */
function splitSiteName(title: string): { title: string; site: string | null } {
  const cut = /^(.{15,}?)\s(?:\||—|–|-|»)\s([^|]{2,40})$/u.exec(title);
  if (!cut?.[1] || !cut[2] || countWords(cut[1]) < 4 || countWords(cut[2]) > 4) return { title, site: null };
  return / \| /.test(title) || isDesk(cut[2]) ? { title: cut[1], site: cut[2] } : { title, site: null };
}
