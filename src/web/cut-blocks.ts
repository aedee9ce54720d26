import { dropUnseen } from '../core/unseen.ts';
import { readInline } from './inline-marks.ts';
import { isBlock, isElement, isText, type PageElement, type PageNode } from './page-tree.ts';

/** A paragraph, heading, list item or table row of a page, in reading order. */
export type Block = {
  /** Number of the element it stands in; elements with several runs of text share it. */
  index: number;
  element: PageElement;
  /** The nearest heading, list item, quotation or table row around it, else its own element's name. */
  tag: string;
  text: string;
  linkChars: number;
  /** The words that are no link. */
  unlinked: string;
  /** Where its first link leads. */
  href: string;
  kept: boolean;
};

/** The attribute that carries a block's number through Readability, which moves and renames elements. */
export const blockAttribute = 'data-block';

/** Cuts what is left of a page into its blocks and numbers their elements. */
export function cutBlocks(body: PageElement): Block[] {
  const blocks: Block[] = [];
  let run = newRun();
  const flush = (element: PageElement) => {
    const text = squeeze(run.text);
    if (/[\p{L}\p{N}]/u.test(text)) {
      let index = Number(element.getAttribute(blockAttribute) ?? -1);
      if (index < 0) {
        index = blocks.length;
        element.setAttribute(blockAttribute, String(index));
      }
      blocks.push({
        index,
        element,
        tag: tagOf(element),
        text,
        linkChars: Math.min(run.linkChars, text.length),
        unlinked: squeeze(run.unlinked),
        href: run.href,
        kept: false,
      });
    }
    run = newRun();
  };
  const add = (text: string, link: PageElement | undefined) => {
    if (!text) return;
    run.text += text;
    if (link) {
      run.linkChars += squeeze(text).length;
      run.href ||= link.getAttribute('href') ?? '';
      run.unlinked += ' ';
    } else run.unlinked += text;
  };
  const walk = (node: PageNode, block: PageElement, link: PageElement | undefined) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (isText(child)) {
        add(child.textContent, link);
      } else if (isElement(child)) {
        const linked = child.localName === 'a' && child.getAttribute('href') !== null ? child : link;
        if (child.localName === 'br') {
          if (/[.!?…。"”»:]\s*$/.test(run.text) || isLineBreak(child.nextSibling) || isLabel(run, child)) flush(block);
          else run.text += ' ';
        } else if (isCell(child)) {
          run.text += cellMark;
          run.unlinked += ' ';
          walk(child, block, linked);
          run.text += cellMark;
        } else if (isBlock(child)) {
          flush(block);
          walk(child, child, linked);
          flush(child);
        } else {
          const said = readInline(child, run.text);
          if (said && 'instead' in said) add(said.instead, linked);
          else {
            add(said?.before ?? '', linked);
            walk(child, block, linked);
            add(said?.after ?? '', linked);
          }
        }
      }
    }
  };
  walk(body, body, undefined);
  flush(body);
  return blocks;
}

function newRun() {
  return { text: '', linkChars: 0, unlinked: '', href: '' };
}

// "Ann Lee<br>Food editor": a name that is a link, and what she does; a line that was broken at a width is longer.
function isLabel(run: ReturnType<typeof newRun>, lineBreak: PageElement): boolean {
  const text = squeeze(run.text);
  return text.length > 0 && text.length <= 40 && run.linkChars >= text.length && /^\p{Lu}/u.test(textAfter(lineBreak));
}

function textAfter(element: PageElement): string {
  for (let next = element.nextSibling; next; next = next.nextSibling) {
    const text = next.textContent.trim();
    if (text) return text;
  }
  return '';
}

// What a link says to who cannot see its icon: "(opens in a new window)".
const linkNote =
  /\s?\((?:opens? (?:in|a) .{0,20}(?:window|tab)|(?:öffnet|wird) in? ?(?:einem |im )?neue\S* (?:fenster|tab)[^()]{0,12}|öffnet im neuen (?:fenster|tab)|(?:s['’]ouvre|nouvelle fenêtre)[^()]{0,40}|(?:se abre|abre) en [^()]{0,40}|si apre in [^()]{0,40}|abre (?:em|numa) [^()]{0,40}|opent in [^()]{0,30})\)/gi;

function squeeze(text: string): string {
  return dropUnseen(text.includes('(') ? text.replace(linkNote, '') : text)
    .replace(/\s+/g, (space) => (space.includes(cellMark) ? '\t' : ' '))
    .trim();
}

// Between the cells of a row. In a block's text a tab: a link to the words must not run across two cells.
const cellMark = '\v';

// A cell of a data table is part of its row; a cell that holds blocks is layout.
function isCell(element: PageElement): boolean {
  if (element.localName !== 'td' && element.localName !== 'th') return false;
  let breaks = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (!isElement(child)) continue;
    if (isBlock(child)) return false;
    if (child.localName === 'br') breaks++;
  }
  return breaks < 2 || element.textContent.length < layoutChars;
}

// So much text with breaks in it is a page laid out as a table, not one of a table's figures.
const layoutChars = 400;

function isLineBreak(node: PageNode | null): boolean {
  let next = node;
  while (next && isText(next) && next.textContent.trim() === '') next = next.nextSibling;
  return next !== null && isElement(next) && next.localName === 'br';
}

const telling = /^(?:h[1-6]|li|blockquote|tr)$/;

function tagOf(element: PageElement): string {
  let around: PageElement | null = element;
  for (let up = 0; around && up < 4; up++) {
    if (telling.test(around.localName)) return around.localName;
    if (around.localName === 'td' && !isCell(around) && around.textContent.length >= layoutChars)
      return element.localName;
    around = around.parentNode;
  }
  return element.localName;
}
