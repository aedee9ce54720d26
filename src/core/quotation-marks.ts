import type { Span } from './article.ts';

/** What stands between two quotation marks, without them. `goesOn`: the next paragraph opens the same quotation again. */
export type Quotation = Span & { goesOn: boolean };

// Which marks close a quotation that a mark has opened. A mark that is not here opens none.
const closersOf: Record<string, string> = {
  '“': '”"',
  '"': '"”',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '〝': '〞〟',
  '‘': "’'",
  "'": "'’",
  '‚': '‘’',
};
const marks = /[“”"„«»‹›「」『』﹁﹂〝〞〟‘’'‚]/gu;
const opensOnlyWords = `"”»‘'‚`; // open at the start of a word only; the others stand nowhere else
// Within one of these stands another kind: opened twice, the first has lost its partner.
const neverInItself = '“„‘';
const singles = `‘’'‚`;
const maxDepth = 8;

type Open = { mark: string; at: number };

/**
 * Finds the quotations of a text, the outermost where one stands in another, in reading order. A quotation that runs over
 * several paragraphs, each of which opens it again, is one for every paragraph. A mark without its partner opens nothing:
 * words are never taken for a quotation because a mark was forgotten.
 */
export function findQuotations(text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let unclosed: Open | undefined;
  let previousEnd = 0;
  for (const paragraph of setMarks(text).matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const line = paragraph[0].trimEnd();
    if (line === '') continue;
    if (unclosed && line.trimStart().startsWith(unclosed.mark)) {
      const outer = unclosed.at;
      while ((quotations.at(-1)?.start ?? -1) > outer) quotations.pop();
      quotations.push({ start: outer, end: previousEnd, goesOn: true });
    }
    const read = readParagraph(line, paragraph.index);
    quotations.push(...read.closed);
    unclosed = read.unclosed;
    previousEnd = paragraph.index + line.length;
  }
  return quotations;
}

// Wire copy writes ``so'', which takes as many characters.
function setMarks(text: string): string {
  return text.includes('``') ? text.replaceAll('``', ' “').replaceAll("''", '” ') : text;
}

/** A paragraph's quotations, and the mark left open at its end where the quotation may go on in the next one. */
function readParagraph(line: string, offset: number): { closed: Quotation[]; unclosed: Open | undefined } {
  const closed: (Quotation & { mark: string })[] = [];
  const stack: Open[] = [];
  for (const { 0: mark, index } of line.matchAll(marks)) {
    const level = stack.findLastIndex((open) => closersOf[open.mark]?.includes(mark));
    const open = stack[level];
    if (open && closesAt(line, index, mark)) {
      stack.length = level;
      closed.push({ start: open.at, end: offset + index, goesOn: false, mark: open.mark });
    } else if (stack.length < maxDepth && opensAt(line, index, mark)) {
      const same = stack.findIndex((open) => neverInItself.includes(mark) && open.mark === mark);
      if (same >= 0) stack.length = same;
      stack.push({ mark, at: offset + index + 1 });
    }
  }
  // Left open with the same kind closed behind it: a forgotten partner, not a quotation that goes on.
  const [only] = stack;
  const goesOn = only && stack.length === 1 && !closed.some(({ mark, start }) => mark === only.mark && start > only.at);
  return { closed: keepOutermost(closed), unclosed: goesOn ? only : undefined };
}

function opensAt(line: string, at: number, mark: string): boolean {
  if (!(mark in closersOf)) return false;
  if (!opensOnlyWords.includes(mark)) return true;
  const startsWord = at === 0 || /[\s([{\p{Pd}“"„«»‹‘「『¿¡]/u.test(line.charAt(at - 1));
  const after = line.slice(at + 1, at + 5);
  return (
    startsWord && /^\S/u.test(after) && !(singles.includes(mark) && /^(?:\d0s|tis\b|twas\b|em\b|n[’'])/iu.test(after))
  );
}

function closesAt(line: string, at: number, mark: string): boolean {
  if (!singles.includes(mark)) return true;
  if (/[\p{L}\p{N}]/u.test(line.charAt(at + 1))) return false;
  // "the workers’ rights" within single marks: the mark that closes is still to come.
  const isPossessive = /[sS]/.test(line.charAt(at - 1)) && /^\s\p{Ll}/u.test(line.slice(at + 1, at + 3));
  return !(isPossessive && /^[^‘\n]*?[\p{L}\p{P}][’'](?![\p{L}\p{N}])/u.test(line.slice(at + 1, at + 400)));
}

function keepOutermost(quotations: (Quotation & { mark: string })[]): Quotation[] {
  const outermost: Quotation[] = [];
  let end = -1;
  for (const { mark: _, ...quotation } of quotations.toSorted((one, other) => one.start - other.start)) {
    if (quotation.start < end) continue;
    outermost.push(quotation);
    end = quotation.end;
  }
  return outermost;
}
