import type { Span } from '../core/article.ts';

// Opening marks and what closes them. German „…“ closes with the mark that opens English “…”.
const closersOf: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"”',
};

/** An unclosed quotation shorter than this is a stray mark (5" of snow), not speech that goes on in the next paragraph. */
const minOpenLength = 20;

/**
 * Finds the stretches of a text inside quotation marks, marks included, line by line. A quotation that is not closed on
 * its line runs to the line's end where the next line that holds words opens with a mark too: speech over several paragraphs.
 * Single marks count where they cannot be apostrophes: opened at a word's start, closed at a word's end, outside double ones.
 *
 * @returns UTF-16 offsets in reading order; they do not overlap, a quotation inside a quotation belongs to the outer one
 */
export function findQuotations(text: string): Span[] {
  const quotations: Span[] = [];
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029]+/g)].filter((line) => line[0].trim() !== '');
  for (const [i, line] of lines.entries()) {
    const { closed, open } = findInLine(line[0]);
    for (const span of closed) quotations.push({ start: line.index + span.start, end: line.index + span.end });
    for (const span of findSingle(line[0], closed))
      quotations.push({ start: line.index + span.start, end: line.index + span.end });
    if (open === undefined) continue;
    const goesOn = /^\s*["“„«»‘]/.test(lines[i + 1]?.[0] ?? '');
    const end = line[0].trimEnd().length;
    if (goesOn && end - open >= minOpenLength) quotations.push({ start: line.index + open, end: line.index + end });
  }
  return quotations.sort((a, b) => a.start - b.start);
}

function findInLine(line: string): { closed: Span[]; open: number | undefined } {
  const closed: Span[] = [];
  let open: number | undefined;
  let closers = '';
  let depth = 0;
  for (const { 0: mark, index } of line.matchAll(/["“”„«»‹›「」『』]/g)) {
    const before = line[index - 1] ?? ' ';
    const after = line[index + 1] ?? ' ';
    if (open === undefined) {
      const opens = closersOf[mark];
      if (opens === undefined || !canOpen(mark, before, after)) continue;
      open = index;
      closers = opens;
      depth = 1;
    } else if (closers.includes(mark)) {
      // A straight mark after a space and before a letter opens a quotation inside this one; its own end closes first.
      if (mark !== '"' && --depth > 0) continue;
      closed.push({ start: open, end: index + 1 });
      open = undefined;
    } else if (mark === '“' && closers === '”') depth++;
  }
  return { closed, open };
}

function canOpen(mark: string, before: string, after: string): boolean {
  if (mark === '"') return /[\s([{—–\-/,:]/.test(before);
  if (mark === '»') return /[\s(]/.test(before) && /\S/.test(after); // German and Danish open with the mark that closes French
  return true;
}

const minSingleLength = 8;

/** British papers quote in single marks: ‘The bridge is closed,’ she said. */
function findSingle(line: string, taken: Span[]): Span[] {
  const found: Span[] = [];
  let open = -1;
  let next = 0;
  for (const { 0: mark, index } of line.matchAll(/[‘’']/g)) {
    while ((taken[next]?.end ?? line.length) <= index) next++;
    const isInside = (taken[next]?.start ?? line.length) <= index;
    if (isInside) {
      open = -1;
      continue;
    }
    const before = line[index - 1] ?? ' ';
    const after = line[index + 1] ?? ' ';
    if (open < 0) {
      if (mark !== '’' && /[\s([—–-]/.test(before) && /[\p{L}\d“"[…]/u.test(after)) open = index;
    } else if (mark !== '‘' && !/[\p{L}\d]/u.test(after) && /\S/.test(before)) {
      // "the workers’ rights": after an s and before a word, it may own something; a later mark may close.
      const mayOwn =
        before === 's' &&
        /^ \p{Ll}/u.test(line.slice(index + 1, index + 3)) &&
        /[’'](?![\p{L}\d])/u.test(line.slice(index + 1, index + 400));
      if (mayOwn) continue;
      if (index - open >= minSingleLength) found.push({ start: open, end: index + 1 });
      open = -1;
    }
  }
  return found;
}
