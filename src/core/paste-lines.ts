import { furnitureKind, type LineKind } from './boilerplate.ts';
import { isDateLine } from './dates.ts';
import { isProse } from './words.ts';

/** One line of a paste. `kind` is set where it is page furniture, `prose` where it reads as running text. */
export type PasteLine = { text: string; kind: LineKind | undefined; prose: boolean };

/** Cuts a paste into its lines, paragraphs that were wrapped by hand joined again, and says what each one is. */
export function cutPasteLines(paste: string): PasteLine[] {
  const text = paste
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u202f\u2007]/g, ' ');
  return unwrap(text).map((line) => {
    const kind = furnitureKind(line) ?? (isDateLine(line) ? 'date' : undefined);
    return { text: line, kind, prose: kind === undefined && isProse(line) };
  });
}

// Mail and old pages wrap at a fixed width: many lines of nearly one length that stop in mid-sentence. Only then are
// single line breaks joined; otherwise every line is a paragraph of its own.
function unwrap(text: string): string[] {
  const blocks = text.split(/\n[^\S\n]*\n+/).map((block) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  );
  return blocks.flatMap((lines) => (isWrapped(lines) ? [lines.join(' ')] : lines));
}

function isWrapped(lines: string[]): boolean {
  if (lines.length < 3) return false;
  const full = lines.slice(0, -1);
  const longest = Math.max(...full.map((line) => line.length));
  if (longest < 45 || longest > 100) return false;
  const even = full.filter((line) => line.length > longest * 0.75).length;
  const midSentence = full.filter((line) => !/[.!?:”"]$/.test(line)).length;
  return even >= full.length * 0.9 && midSentence >= full.length * 0.6;
}
