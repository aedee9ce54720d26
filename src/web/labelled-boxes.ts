import { furnitureKind } from '../core/boilerplate.ts';
import { countWords, isProse } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import type { PageElement } from './page-tree.ts';

// A box with so much of the article's text in it is the article.
const largestShare = 0.2;

/**
 * What a label such as "Read next" or "Most read" announces, with the label: the list below it, headlines that are links,
 * the rest of its box, and a teaser below the article's last paragraph.
 */
export function findLabelledBoxes(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  for (const [at, block] of blocks.entries()) {
    if (!isLabel(block)) continue;
    const below = blocks.slice(at + 1);
    const box = findBox(block, blocks, total);
    const count = below.findIndex((other) => !isAnnounced(other) && !(box && isInside(other.element, box)));
    let announced = count < 0 ? below : below.slice(0, count);
    const rest = below.slice(announced.length);
    // One teaser as the page's last words; a running text that goes on is the article's.
    if (announced.length === 0 && rest.length === 1 && /^h[2-6]$/.test(block.tag)) announced = rest;
    for (const part of announced.length > 0 ? [block, ...announced] : []) found.set(part, `below “${block.text}”`);
  }
  return found;
}

function isLabel({ text, tag }: Block): boolean {
  return tag !== 'li' && tag !== 'tr' && countWords(text) <= 6 && !isProse(text) && furnitureKind(text) === 'related';
}

// A list's entry, or a headline that is a link.
function isAnnounced(block: Block): boolean {
  return block.tag === 'li' || (block.text.length <= 160 && block.linkChars >= block.text.length * 0.8);
}

// What holds the label and little else.
function findBox(label: Block, blocks: Block[], total: number): PageElement | undefined {
  const box = label.element.parentNode;
  if (!box || label.element.localName === box.localName) return undefined;
  const inside = blocks.filter((other) => isInside(other.element, box));
  const chars = inside.reduce((sum, other) => sum + other.text.length, 0);
  return inside[0] === label && chars < total * largestShare ? box : undefined;
}

function isInside(element: PageElement, box: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parentNode) if (up === box) return true;
  return false;
}
