import { Readability } from '@mozilla/readability';
import { type Block, blockAttribute } from './cut-blocks.ts';
import type { PageDocument, PageElement } from './page-tree.ts';

/** Marks the blocks that Readability takes for the article. It takes the document apart; only the blocks are used afterwards. */
export function pickArticle(document: PageDocument, blocks: Block[]): void {
  // Readability's types name the DOM library's Document; it works on linkedom's as well.
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as PageElement,
  });
  const content = reader.parse()?.content;
  if (!content) return;
  const picked = new Set<number>();
  for (const element of content.querySelectorAll(`[${blockAttribute}]`)) {
    picked.add(Number(element.getAttribute(blockAttribute)));
  }
  for (const block of blocks) block.kept = picked.has(block.index);
}
