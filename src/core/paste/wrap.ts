import { readByline } from '../byline.ts';

const endsSentence = /[.!?…。！？]["'”’“‘»›)\]]*$/u;
const goesOn = /^\p{Ll}/u;
const maxWidth = 130;
const minWidth = 40;

/**
 * Joins lines that a PDF, a terminal or a mail program broke at a fixed width, words that were hyphenated there, and
 * sentences that a page's foot cut in two. Text in which every line is a paragraph comes back as it is.
 *
 * @param lines  trimmed; an empty one stands between blocks
 */
export function joinWrapped(lines: string[]): string[] {
  const width = findWidth(lines);
  if (width === undefined) return lines.filter(Boolean);
  const kept = dropPageMarks(lines);
  const known = new Set(kept.flatMap((line) => line.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const joined: string[] = [];
  let pieces: string[] = [];
  let last = '';
  let apart = false;
  for (const line of kept) {
    if (!line) {
      apart = true;
      continue;
    }
    if (pieces.length > 0 && belongsTo(last, line, width, apart)) append(pieces, last, line, known);
    else {
      if (pieces.length > 0) joined.push(pieces.join(''));
      pieces = [line];
    }
    last = line;
    apart = false;
  }
  if (pieces.length > 0) joined.push(pieces.join(''));
  return joined;
}

// Lines of nearly one length that stop in mid-sentence and go on in small letters: nobody writes paragraphs like that.
function findWidth(lines: string[]): number | undefined {
  let pairs = 0;
  let continued = 0;
  const lengths: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length >= 20) lengths.push(line.length);
    const next = lines[at + 1];
    if (!line || !next) continue;
    pairs++;
    if (line.length >= 30 && !endsSentence.test(line) && goesOn.test(next)) continued++;
  }
  if (continued < 2 || continued < pairs * 0.25) return undefined;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return width >= minWidth && width <= maxWidth ? width : undefined;
}

function belongsTo(last: string, line: string, width: number, apart: boolean): boolean {
  if (last.length > maxWidth * 1.5) return false;
  const cut = !endsSentence.test(last);
  if (apart) return cut && goesOn.test(line) && last.length > width * 0.6;
  if (/^[-–—•*·▪]\s/.test(line) || (/^\p{Lu}/u.test(line) && readByline(line))) return false;
  if (last.length >= width * 0.8) return true;
  return cut && last.length > width * 0.5 && goesOn.test(line);
}

// "gear-" and "box" are one word, unless the text writes it with its hyphen elsewhere.
function append(pieces: string[], last: string, line: string, known: Set<string>): void {
  const [, before] = /(\p{L}{2,40})-$/u.exec(last.slice(-42)) ?? [];
  const [after] = /^\p{Ll}+/u.exec(line) ?? [];
  if (!before || !after) pieces.push(' ');
  else if (!known.has(`${before}-${after}`.toLowerCase()))
    pieces[pieces.length - 1] = pieces.at(-1)?.slice(0, -1) ?? '';
  pieces.push(line);
}

// A page's number and the head that every page repeats.
function dropPageMarks(lines: string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    if (!line) return true;
    if (
      /^(?:[-–—\s]*\d{1,4}[-–—\s]*|(?:page|seite|página|pagina|p\.)\s?\d{1,4}(?:\s?(?:of|von|de|\/)\s?\d{1,4})?|\d{1,3}\s?\/\s?\d{1,3})$/iu.test(
        line,
      )
    )
      return false;
    const isFirst = !seen.has(unnumbered(line));
    seen.add(unnumbered(line));
    return isFirst || line.length > 80 || endsSentence.test(line);
  });
}

function unnumbered(line: string): string {
  return line.replace(/\d+/g, '#');
}
