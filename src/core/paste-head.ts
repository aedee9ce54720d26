import { cleanName, isDesk, isPersonName, readByline, splitNames } from './byline.ts';
import { readDateline } from './dateline.ts';
import { findDates, readPublishedDay } from './dates.ts';
import type { PasteLine } from './paste-lines.ts';
import { countWords, foldWords } from './words.ts';

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

// A headline and what belongs to it stand within so many lines of the top.
const headLines = 60;
// After the headline, this many lines may pass before a byline or a day ends the head.
const lookAhead = 10;

/**
 * Reads headline, standfirst, byline, publisher and day from the lines above the first paragraph.
 *
 * @param firstParagraph  where the article's text begins, if that is known
 */
export function readPasteHead(lines: PasteLine[], firstParagraph: number | undefined): PasteHead {
  const titleAt = findTitle(lines, firstParagraph);
  const headEnd = firstParagraph ?? findHeadEnd(lines, titleAt);
  const head = lines.slice(0, headEnd);
  const facts = titleAt === undefined ? head.slice(-6) : head.slice(Math.max(0, titleAt - 3), titleAt + 14);
  const suffixed = splitSiteName(titleAt === undefined ? '' : (lines[titleAt]?.text ?? ''));
  const byline = readBylines(titleAt === undefined ? facts : head.slice(titleAt + 1));
  return {
    title: suffixed.title || null,
    dek: titleAt === undefined ? null : findDek(lines, titleAt, headEnd),
    authors: byline.people,
    publisher: readLogo(head) ?? suffixed.site,
    desk: byline.desks[0] ?? null,
    publishedAt: readPublishedDay(facts.filter((line) => !line.prose).map((line) => line.text)),
    bodyStart: headEnd,
    start: titleAt ?? 0,
  };
}

// A line that stands there twice is the headline; else the most headline-like line above the first running text.
function findTitle(lines: PasteLine[], firstParagraph: number | undefined): number | undefined {
  const from = Math.max(0, (firstParagraph ?? 0) - headLines);
  const top = lines.slice(from, firstParagraph ?? headLines);
  const end = firstParagraph === undefined ? findTopEnd(top) : top.length;
  const menuEnd = from + top.slice(0, end).findLastIndex((line) => line.kind === 'navigation');
  let best: { at: number; score: number } | undefined;
  for (let at = from; at < from + end; at++) {
    const line = lines[at];
    const bare = line ? scoreTitle(line, at, lines) : 0;
    if (!line || bare <= 0) continue;
    const score = bare + (isRepeatedBelow(lines, at) ? 6 : 0) + (at > menuEnd ? 2 : 0);
    if (!best || score > best.score) best = { at, score };
  }
  return best?.at;
}

// The headline once more, above the text: a teaser further down may repeat another article's.
function isRepeatedBelow(lines: PasteLine[], at: number): boolean {
  const title = foldWords(lines[at]?.text ?? '');
  if (countWords(title) < 4) return false;
  return lines.slice(at + 1, at + 13).some((line) => foldWords(line.text) === title);
}

// A person's own words may stand above the copied headline, so the top reaches past one such line of running text.
function findTopEnd(top: PasteLine[]): number {
  const firstProse = top.findIndex((line) => line.prose && !mayBeQuestionHeadline(line));
  if (firstProse < 0) return top.length;
  const facts = top.findIndex((line, at) => at > firstProse && at < firstProse + 6 && isFactLine(line));
  const between = top.slice(firstProse + 1, Math.max(firstProse + 1, facts)).some((line) => line.prose);
  return facts > 0 && !between ? facts : firstProse;
}

function scoreTitle(line: PasteLine, at: number, lines: PasteLine[]): number {
  if (line.kind || isFactLine(line) || readDateline(line.text)) return 0;
  if (line.prose && !mayBeQuestionHeadline(line)) return 0;
  if (!isLongEnough(line.text, 3) || countWords(line.text) > 40 || line.text.length > 250) return 0;
  if (/[:,;]$|^[-–—•*]\s/.test(line.text)) return 0;
  const followed = lines.slice(at + 1, at + 10).some((next) => isFactLine(next));
  // Somebody's own remark above a paste begins small or points down; a headline does not.
  const remark =
    at === 0 && /^\p{Ll}|[👇⬇]|^(?:fyi|this|check|look|read|interesting|thoughts|worth|via|from)\b/iu.test(line.text);
  return Math.min(countWords(line.text), 6) + (followed ? 4 : 0) + (remark ? -10 : 0) + (at === 0 ? 1 : 0);
}

function mayBeQuestionHeadline(line: PasteLine): boolean {
  return /^[^.!?]+[?!]["'”’]?$/.test(line.text) && countWords(line.text) <= 25;
}

function isLongEnough(text: string, words: number): boolean {
  return countWords(text) >= words;
}

function isFactLine(line: PasteLine): boolean {
  return line.kind === 'date' || (!line.prose && readByline(line.text) !== undefined);
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
    if (isFactLine(line)) end = at + 1;
  }
  // A role or a bare name may still stand below the last fact; furniture does no harm either way.
  return end;
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
    for (const name of named.people) if (!people.includes(name)) people.push(name);
    desks.push(...named.desks);
  };
  for (const line of lines) {
    if (line.prose) continue;
    // "By Ann Lee | March 5, 2024": the day is cut off first.
    const date = findDates(line.text)[0];
    const text = date ? line.text.slice(0, date.start).replace(/[\s|,•·/–—-]+$/, '') : line.text;
    const named = readByline(text);
    if (named) add(named);
  }
  if (people.length > 0) return { people, desks };
  // A line that is nothing but a name, among the lines of the head.
  for (const line of lines) {
    if (line.kind || line.prose || countWords(line.text) > 8) continue;
    const name = cleanName(line.text.split(/[,|•·]/)[0] ?? '');
    if (isPersonName(name)) add(splitNames(line.text));
    else if (isDesk(name) && countWords(name) <= 4) desks.push(name);
  }
  return { people, desks };
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
