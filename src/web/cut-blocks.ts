import { isBlock, isElement, isText, type PageElement, type PageNode } from './page-tree.ts';

/** A paragraph, heading or list item of a page, in reading order. `dropped` says which step took it out and why. */
export type Block = {
  /** Number of the element it stands in; elements with several runs of text share it. */
  index: number;
  element: PageElement;
  tag: string;
  text: string;
  linkChars: number;
  kept: boolean;
};

/** The attribute that carries a block's number through Readability, which moves and renames elements. */
export const blockAttribute = 'data-block';

/** Cuts what is left of a page into its blocks and numbers their elements. */
export function cutBlocks(body: PageElement): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linkChars = 0;
  const flush = (element: PageElement) => {
    const clean = text.replace(/\s+/g, ' ').trim();
    if (clean) {
      let index = Number(element.getAttribute(blockAttribute) ?? -1);
      if (index < 0) {
        index = blocks.length;
        element.setAttribute(blockAttribute, String(index));
      }
      blocks.push({ index, element, tag: tagOf(element), text: clean, linkChars, kept: false });
    }
    text = '';
    linkChars = 0;
  };
  const walk = (node: PageNode, block: PageElement, inLink: boolean) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (isText(child)) {
        text += child.textContent;
        if (inLink) linkChars += child.textContent.trim().length;
      } else if (isElement(child)) {
        if (child.localName === 'br') {
          if (/[.!?…。"”»:]\s*$/.test(text) || isLineBreak(child.nextSibling)) flush(block);
          else text += ' ';
        } else if (isBlock(child)) {
          flush(block);
          walk(child, child, inLink || isLink(child));
          flush(child);
        } else walk(child, block, inLink || isLink(child));
      }
    }
  };
  walk(body, body, false);
  flush(body);
  return blocks;
}

function isLink(element: PageElement): boolean {
  return element.localName === 'a' && element.getAttribute('href') !== null;
}

function isLineBreak(node: PageNode | null): boolean {
  let next = node;
  while (next && isText(next) && next.textContent.trim() === '') next = next.nextSibling;
  return next !== null && isElement(next) && next.localName === 'br';
}

const headings = /^h[1-6]$/;

// The tag that says most about a run of text: the nearest heading, list item or quotation around it.
function tagOf(element: PageElement): string {
  let tag = element.localName;
  let around: PageElement | null = element;
  for (let up = 0; around && up < 4; up++) {
    if (headings.test(around.localName) || around.localName === 'li' || around.localName === 'blockquote') {
      tag = around.localName;
      break;
    }
    around = around.parentNode;
  }
  return tag;
}
