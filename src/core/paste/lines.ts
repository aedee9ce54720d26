import type { LineKind } from '../boilerplate/line-rule.ts';
import { furnitureKind } from '../boilerplate.ts';
import { isDateLine } from '../dates.ts';
import { dropUnseen } from '../unseen.ts';
import { isProse } from '../words.ts';
import { openMail } from './mail.ts';
import { joinPosts, stripEmphasis, unescapeQuoting } from './marks.ts';
import { joinWrapped } from './wrap.ts';

/** One line of a paste. `kind` is set where it is page furniture, `prose` where it reads as running text, `row` where it is a table's. */
export type PasteLine = { text: string; kind: LineKind | undefined; prose: boolean; row: boolean };

// What steers a terminal: colours, links.
const terminalCodes = /\u001b(?:\[[\d;?]{0,40}[A-Za-z]|\][^\u0007\u001b]{0,400}(?:\u0007|\u001b\\))/g;

/** A paste's lines as they stand, mail's quoting and heads and everything unseen taken off. */
export function cutRawLines(paste: string): string[] {
  const text = unescapeQuoting(paste)
    .toWellFormed()
    .replace(terminalCodes, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ');
  return cutAtEnd(joinPosts(openMail(dropUnseen(text).split('\n'))));
}

/** Joins wrapped paragraphs and says what each line is. */
export function readPasteLines(rawLines: string[]): PasteLine[] {
  const isMarkdown = rawLines.some((line) => markdownHeading.test(line));
  const rows = new Set<string>();
  const lines = rawLines.map((rawLine) => {
    const line = (isMarkdown ? stripMarkdown(rawLine) : stripEmphasis(rawLine)).replace(/\s+/g, ' ').trim();
    if (/\S\t+\S/.test(rawLine)) rows.add(line);
    return line;
  });
  return joinWrapped(lines).map((line) => {
    const kind = furnitureKind(line) ?? (isDateLine(line) ? 'date' : undefined);
    return { text: line, kind, prose: kind === undefined && isProse(line), row: rows.has(line) };
  });
}

const markdownHeading = /^#{1,6} +(?=\S)/;

// "## **What comes next**" is a heading, "[Ann Lee](https://…)" a name, "![A bridge](a.jpg)" a picture.
function stripMarkdown(line: string): string {
  return line
    .replace(markdownHeading, '')
    .replace(/!\[[^\]]{0,200}\]\([^()\s]{1,400}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\([^()\s]{1,400}\)/g, '$1')
    .replace(/(?<![\p{L}\d*_])(\*{1,3}|_{1,3})(?=\S)([^*_]{1,400})(?<=\S)\1(?![\p{L}\d*_])/gu, '$2');
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
