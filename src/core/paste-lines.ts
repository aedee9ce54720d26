import { furnitureKind, type LineKind } from './boilerplate.ts';
import { isDateLine } from './dates.ts';
import { openMail } from './paste-mail.ts';
import { joinWrapped } from './paste-wrap.ts';
import { dropUnseen } from './unseen.ts';
import { isProse } from './words.ts';

/** One line of a paste. `kind` is set where it is page furniture, `prose` where it reads as running text. */
export type PasteLine = { text: string; kind: LineKind | undefined; prose: boolean };

// What steers a terminal: colours, links.
const terminalCodes = /\u001b(?:\[[\d;?]{0,40}[A-Za-z]|\][^\u0007\u001b]{0,400}(?:\u0007|\u001b\\))/g;

/** A paste's lines as they stand, mail's quoting and heads and everything unseen taken off. */
export function cutRawLines(paste: string): string[] {
  const text = paste
    .toWellFormed()
    .replace(terminalCodes, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ');
  return cutAtEnd(openMail(dropUnseen(text).split('\n')));
}

/** Joins wrapped paragraphs and says what each line is. */
export function readPasteLines(rawLines: string[]): PasteLine[] {
  const lines = rawLines.map((line) => line.replace(/\s+/g, ' ').trim());
  return joinWrapped(lines).map((line) => {
    const kind = furnitureKind(line) ?? (isDateLine(line) ? 'date' : undefined);
    return { text: line, kind, prose: kind === undefined && isProse(line) };
  });
}

// What a press release or a wire story ends with; below stand contacts and notes.
const endMark = /^(?:#\s?#\s?#+|-\s?30\s?-|[-–—*\s]{1,4}(?:ends?|ende|fin)[-–—*\s]{1,4})$/i;

function cutAtEnd(lines: string[]): string[] {
  const at = lines.findIndex((line) => line.length <= 12 && endMark.test(line.trim()));
  if (at < 0) return lines;
  const size = (part: string[]) => part.reduce((sum, line) => sum + line.length, 0);
  const above = lines.slice(0, at);
  return size(above) >= size(lines) * 0.5 ? above : lines;
}
