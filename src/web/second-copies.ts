import { isProse } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { isRunningText } from './pick-article.ts';

// What a page repeats is the article's opening. Farther down the same words may come again: questions put to each of many people.
const openingParts = 3;

/**
 * The copy that a page has of its article's first paragraphs in another box, for who has not paid or for narrow screens;
 * each with its first copy. To be asked while the blocks stand in their page: a refrain among its verses is no copy.
 */
export function findSecondCopies(blocks: Block[]): Map<Block, Block> {
  const copies = new Map<Block, Block>();
  const opening = blocks.filter((block) => isRunningText(block) && isProse(block.text)).slice(0, openingParts);
  for (const first of opening) {
    const others = blocks.filter((block) => block !== first && block.text === first.text);
    const [copy] = others;
    if (others.length === 1 && copy && copy.element.parentNode !== first.element.parentNode) copies.set(copy, first);
  }
  return copies;
}
