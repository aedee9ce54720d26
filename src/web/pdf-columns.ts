import type { PdfLine } from './pdf-text.ts';

/** A run of text of a PDF's page. `apart` is set where it stands on the height of the one before, with a wide gap between. */
export type PdfSegment = PdfLine & { apart: boolean };

// Fewer lines side by side than this are a letterhead or a table's rows.
const leastRows = 6;
// A column's lines are as long as this; a table's cells are shorter.
const leastChars = 15;
// Two lines begin in one column if they begin within so many points: a paragraph's first line may be set in.
const sameStart = 30;

/**
 * The lines of a page in the order in which they are read, where a program painted columns across, height by height, or the
 * page from its foot up. What stands side by side in short pieces is a table: its rows stay lines.
 */
export function orderLines(segments: PdfSegment[]): PdfLine[] {
  const lines = readColumns(segments, findColumns(segments));
  return isUpsideDown(lines) ? lines.reverse() : lines;
}

/** Where the page's columns begin, from left to right; none or one where it has no columns. */
function findColumns(segments: PdfSegment[]): number[] {
  const beside = segments.filter((segment, at) => segment.apart || segments[at + 1]?.apart);
  const groups: PdfSegment[][] = [];
  for (const segment of [...beside].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    if (group?.[0] && segment.x - group[0].x <= sameStart) group.push(segment);
    else groups.push([segment]);
  }
  if (groups.some((group) => !isColumn(group))) return [];
  return groups.map((group) => group[0]?.x ?? 0);
}

function isColumn(group: PdfSegment[]): boolean {
  const lengths = group.map(({ text }) => text.trim().length).sort((a, b) => a - b);
  return group.length >= leastRows && (lengths[Math.floor(lengths.length / 2)] ?? 0) >= leastChars;
}

function readColumns(segments: PdfSegment[], starts: number[]): PdfLine[] {
  if (starts.length < 2) return joinRows(segments);
  const lines: PdfLine[] = [];
  let columns: PdfLine[][] = starts.map(() => []);
  const flush = () => {
    lines.push(...columns.flat());
    columns = starts.map(() => []);
  };
  for (const { apart, ...line } of segments) {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => line.x >= start - 6),
    );
    // A headline over several columns ends what stands above it.
    if (!apart && line.right > (starts[at + 1] ?? Number.POSITIVE_INFINITY) + 6) {
      flush();
      lines.push(line);
    } else columns[at]?.push(line);
  }
  flush();
  return lines;
}

function joinRows(segments: PdfSegment[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { apart, ...line } of segments) {
    const last = lines.at(-1);
    if (!apart || !last) lines.push(line);
    else {
      last.text += /\s$/.test(last.text) || /^\s/.test(line.text) ? line.text : ` ${line.text}`;
      last.right = Math.max(last.right, line.right);
      last.size = Math.max(last.size, line.size);
    }
  }
  return lines;
}

function isUpsideDown(lines: PdfLine[]): boolean {
  let up = 0;
  let down = 0;
  for (const [at, line] of lines.entries()) {
    const step = line.y - (lines[at - 1]?.y ?? line.y);
    if (step > line.size * 0.5) up++;
    if (step < -line.size * 0.5) down++;
  }
  return up >= leastRows && up > down * 3;
}
