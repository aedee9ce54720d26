/** A line of a PDF page, in points from the lower left corner. */
export type PdfLine = { text: string; x: number; right: number; y: number; size: number };

/** Tells whether a text comes from fonts without a table of letters: private-use and replacement characters. */
export function isGarbled(text: string): boolean {
  const strange = text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  return strange > text.length * 0.05;
}

type PlacedLine = PdfLine & { startsPage: boolean };

/**
 * The running text of a PDF: lines joined to paragraphs, words that a line break cut put together, running heads, feet and
 * page numbers left out.
 *
 * @param pages  each page's lines in reading order
 * @returns paragraphs; `headline` is what stands in the largest letters of the first page, if anything stands out
 */
export function joinPdfLines(pages: PdfLine[][]): { headline: string | null; paragraphs: string[] } {
  const kept = dropRunningLines(pages.map((page) => page.filter((line) => !contentsEntry.test(line.text.slice(-100)))));
  const lines = kept.flatMap((page) => page.map((line, index): PlacedLine => ({ ...line, startsPage: index === 0 })));
  const bodySize = findCommonest(lines, (line) => Math.round(line.size * 2) / 2);
  const headline = findHeadline(pages[0] ?? [], bodySize);
  const lineGap = findLineGap(lines);

  const paragraphs: string[] = [];
  let previous: PlacedLine | undefined;
  for (const line of lines) {
    const text = cleanLine(line.text);
    if (!text) continue;
    const last = paragraphs.length - 1;
    const before = paragraphs[last];
    if (previous && before !== undefined && isSameParagraph(previous, line, before, text, lineGap))
      paragraphs[last] = joinText(before, text);
    else paragraphs.push(text);
    previous = line;
  }
  if (headline && fold(paragraphs[0] ?? '') === fold(headline)) paragraphs.shift();
  return { headline, paragraphs };
}

// A line of a table of contents: dots that lead to a page number.
const contentsEntry = /(?:[ .]\.){6}[ .]*\d{0,4}\s*$/;
const sentenceEnd = /[.!?…:;。！？]["”’»)\]\d]*$/;
const listMark = /^(?:[•▪◦‣●–—*-]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s/;

function isSameParagraph(a: PlacedLine, b: PlacedLine, before: string, text: string, lineGap: number): boolean {
  if (Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.12 || listMark.test(text)) return false;
  if (isCutWord(before, text)) return true;
  const ended = sentenceEnd.test(before.slice(-20));
  const drop = a.y - b.y;
  // The next page or the next column: only a sentence that goes on joins them.
  if (b.startsPage || drop < 0) return !ended;
  if (drop > lineGap * 1.4) return false;
  const isIndented = b.x > a.x + b.size * 0.7;
  const isShort = a.right < b.right - a.size * 2;
  return !(ended && (isIndented || isShort));
}

/** A word cut at the end of a line: "govern-" and "ment". A dash after a space is a dash. */
function isCutWord(before: string, after: string): boolean {
  return /[\p{L}\u00ad][-\u2010\u00ad]$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(after);
}

function joinText(before: string, after: string): string {
  if (isCutWord(before, after)) return before.slice(0, -1) + after;
  if (/[\p{L}\d][-\u2010]$/u.test(before.slice(-4))) return before + after;
  // Chinese and Japanese are written without spaces.
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、」）]$/u.test(before) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「（]/u.test(after)
  )
    return before + after;
  return `${before} ${after}`;
}

function cleanLine(text: string): string {
  return text
    .replace(/\u00ad(?=\S)/g, '')
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Leaves out lines at a page's top or bottom that return on other pages, and bare page numbers there. */
function dropRunningLines(pages: PdfLine[][]): PdfLine[][] {
  const seen = new Map<string, number>();
  const edges = pages.map((page) => [...new Set([...page.slice(0, 2), ...page.slice(-2)])]);
  for (const edge of edges) {
    for (const key of new Set(edge.map(toRunningKey))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(3, pages.length * 0.4);
  return pages.map((page, index) => {
    const edge = new Set(edges[index]);
    return page.filter(
      (line) => !edge.has(line) || !(isPageNumber(line.text) || (seen.get(toRunningKey(line)) ?? 0) >= often),
    );
  });
}

function toRunningKey({ text }: PdfLine): string {
  return fold(text).replace(/\d+/g, '#');
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]{0,4}(?:(?:page|p\.|seite|página|pagina)\s{0,3})?\d{1,4}(?:\s{0,3}(?:\/|of|von|de|di)\s{0,3}\d{1,4})?[-–—\s]{0,4}$/i.test(
    text.trim(),
  );
}

/** The value that most characters have. */
function findCommonest(lines: PdfLine[], measure: (line: PdfLine) => number): number {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(measure(line), (counts.get(measure(line)) ?? 0) + line.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The usual distance between two lines of a paragraph, in points. */
function findLineGap(lines: PlacedLine[]): number {
  const gaps: PdfLine[] = [];
  let previous: PlacedLine | undefined;
  for (const line of lines) {
    const drop = previous ? previous.y - line.y : 0;
    if (drop > 0 && !line.startsPage) gaps.push({ ...line, y: drop });
    previous = line;
  }
  return findCommonest(gaps, (gap) => Math.round(gap.y * 2) / 2) || Number.POSITIVE_INFINITY;
}

function findHeadline(page: PdfLine[], bodySize: number): string | null {
  const first = page.slice(0, 30);
  const size = Math.max(0, ...first.map((line) => line.size));
  if (size < bodySize * 1.15) return null;
  const start = first.findIndex((line) => line.size > size * 0.97);
  let headline = '';
  for (const line of first.slice(start)) {
    if (line.size < size * 0.97) break;
    headline = headline ? joinText(headline, cleanLine(line.text)) : cleanLine(line.text);
  }
  return headline.length >= 8 && headline.length <= 250 ? headline : null;
}
