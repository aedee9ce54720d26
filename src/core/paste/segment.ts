import { readByline } from '../byline.ts';
import { countWords } from '../words.ts';
import type { PasteLine } from './lines.ts';

/** The lines of a paste that hold the article: indices, `end` exclusive. */
export type PasteSegment = { start: number; end: number };

// What a line is worth: running text counts for the article by its length, everything else against it. A heading or a
// few links inside the article cost less than the paragraphs around them bring; a menu or a row of teasers does not.
const perProseLine = 0;
const perShortLine = -50;
const perListItem = -10;
const perFurniture = -50;
const perSectionEnd = -120;
const sectionEnds = new Set(['comments', 'copyright', 'standards']);

/**
 * Finds the stretch with most running text in a page that was copied whole.
 *
 * @returns undefined where the paste shows no page around the article; then all of it is the article's own
 */
export function findSegment(lines: PasteLine[]): PasteSegment | undefined {
  if (!isPage(lines)) return undefined;
  let best: (PasteSegment & { gain: number }) | undefined;
  let start = 0;
  let gain = 0;
  for (const [at, line] of lines.entries()) {
    if (gain <= 0) {
      gain = 0;
      start = at;
    }
    gain += weigh(line);
    if (gain > 0 && (!best || gain > best.gain)) best = { start, end: at + 1, gain };
  }
  if (!best) return undefined;
  let end = best.end;
  // A last sentence may be short: "“We will see,” she said."
  for (let next: number | undefined = end; next !== undefined; ) {
    end = next;
    next = endsSentence(lines[end]) ? end + 1 : (findContinuation(lines, end) ?? findLastWords(lines, end));
  }
  return { start: findFirstWords(lines, best.start), end };
}

/** True for a line above links to other articles; "Read more: Mayor resigns" is such a link itself. */
export function isLinksLabel({ kind, text }: PasteLine): boolean {
  return kind === 'related' && (/:$/.test(text) || (countWords(text) <= 4 && !/[:|»›→]\s*\S/u.test(text)));
}

/**
 * Where an article that is interrupted by a label and a few links goes on and ends: running text alone, while a teaser has
 * the next one's headline below it.
 *
 * @returns the index below its last line; undefined where `at` is no such label or nothing follows
 */
export function findContinuation(lines: PasteLine[], at: number): number | undefined {
  const label = lines[at];
  if (!label || !isLinksLabel(label)) return undefined;
  const from = lines.findIndex((line, index) => index > at && (line.prose || line.kind !== undefined));
  if (from < 0 || from - at > 4 || !lines[from]?.prose) return undefined;
  const to = lines.findIndex((line, index) => index > from && !endsSentence(line));
  const end = to < 0 ? lines.length : to;
  return lines[end] === undefined || lines[end].kind ? end : undefined;
}

// A first sentence may be short too, right below the day or the byline: "The verdict came at noon."
function findFirstWords(lines: PasteLine[], start: number): number {
  let first = start;
  while (endsSentence(lines[first - 1])) first--;
  const above = lines[first - 1];
  return above && (above.kind === 'date' || readByline(above.text)) ? first : start;
}

// What interrupts a text, one line at a time; below the rest stands something else.
const interrupts = new Set(['advertisement', 'caption', 'newsletter', 'related', 'share']);

// Below one such line the article's last sentences may be short, to the paste's end: "Nobody was hurt."
function findLastWords(lines: PasteLine[], at: number): number | undefined {
  const line = lines[at];
  if (!line?.kind || !interrupts.has(line.kind) || isLinksLabel(line)) return undefined;
  const rest = lines.slice(at + 1);
  return rest.length > 0 && rest.every(endsSentence) ? lines.length : undefined;
}

function isPage(lines: PasteLine[]): boolean {
  const furniture = lines.filter((line) => line.kind).length;
  const scraps = lines.filter((line) => !line.kind && !line.prose && countWords(line.text) <= 12).length;
  return furniture >= 2 || (furniture === 1 && scraps > lines.length / 2);
}

function weigh(line: PasteLine): number {
  const { kind, text } = line;
  if (line.prose) return text.length * (isDense(text) ? 3 : 1) + perProseLine;
  if (kind) return sectionEnds.has(kind) || isLinksLabel(line) ? perSectionEnd : perFurniture;
  if (line.row || endsSentence(line)) return 0;
  return /^[-–—•*·▪]\s|:$/.test(text) ? perListItem : perShortLine;
}

function endsSentence(line: PasteLine | undefined): boolean {
  return line !== undefined && !line.kind && /[.!?…。！？]["'”’»)]?$/u.test(line.text);
}

function isDense(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}
