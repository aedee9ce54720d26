import { Readability } from '@mozilla/readability';
import { type Block, blockAttribute } from './cut-blocks.ts';
import { bodyNames, nameTokens, type PageDocument, type PageElement } from './page-tree.ts';

/** Readability's pick counts where it holds at least this share of the running text of the best container. */
const enoughCoverage = 0.5;

/**
 * Marks the blocks that are the article: those that Readability takes, the subheadings between them, and the whole of
 * the container that holds most running text where Readability took too little of it. The document is taken apart; only
 * the blocks are used afterwards.
 */
export function pickArticle(document: PageDocument, blocks: Block[]): void {
  const container = findContainer(blocks);
  const inContainer = new Set(
    blocks.filter((block) => container !== undefined && ancestorsOf(block).includes(container)),
  );
  const picked = readWithReadability(document);
  for (const block of blocks) block.kept = picked.has(block.index);

  const prose = [...inContainer].filter(isRunningText);
  const whole = sumChars(prose);
  const kept = sumChars(blocks.filter((block) => block.kept && isRunningText(block)));
  if (kept < whole * enoughCoverage) {
    for (const block of blocks) block.kept = inContainer.has(block) && block.linkChars < block.text.length * 0.5;
  }
  keepSubheadings(blocks);
}

function readWithReadability(document: PageDocument): Set<number> {
  // Readability's types name the DOM library's Document; it works on linkedom's as well.
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as PageElement,
  });
  const picked = new Set<number>();
  const content = reader.parse()?.content;
  if (!content) return picked;
  for (const element of content.querySelectorAll(`[${blockAttribute}]`)) {
    picked.add(Number(element.getAttribute(blockAttribute)));
  }
  return picked;
}

/** A paragraph of running text: long enough, hardly any of it a link, no heading. */
export function isRunningText(block: Block): boolean {
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(block.text);
  return (
    block.text.length >= (dense ? 40 : 80) &&
    block.linkChars < block.text.length * 0.4 &&
    !/^(?:h[1-6]|tr)$/.test(block.tag)
  );
}

// The element that gains most: running text counts for it, links and scraps against it.
function findContainer(blocks: Block[]): PageElement | undefined {
  const gains = new Map<PageElement, number>();
  for (const block of blocks) {
    const gain = isRunningText(block)
      ? block.text.length
      : -(block.linkChars + (block.text.length - block.linkChars) * 0.3);
    for (const element of ancestorsOf(block)) gains.set(element, (gains.get(element) ?? 0) + gain);
  }
  let best: { element: PageElement; gain: number } | undefined;
  for (const [element, gain] of gains) {
    const named = bodyNames.test(nameTokens(element)) || element.getAttribute('itemprop') === 'articleBody';
    const weighted = gain * (named ? 1.1 : 1);
    if (gain > 0 && (!best || weighted > best.gain)) best = { element, gain: weighted };
  }
  return best?.element;
}

function ancestorsOf(block: Block): PageElement[] {
  const path: PageElement[] = [];
  for (let element: PageElement | null = block.element; element && element.nodeType === 1; element = element.parentNode)
    path.push(element);
  return path.reverse();
}

function keepSubheadings(blocks: Block[]): void {
  const first = blocks.findIndex((block) => block.kept && isRunningText(block));
  const last = blocks.findLastIndex((block) => block.kept && isRunningText(block));
  for (const block of blocks.slice(first + 1, Math.max(first + 1, last))) {
    if (/^h[2-4]$/.test(block.tag) && block.linkChars < block.text.length * 0.4) block.kept = true;
  }
}

function sumChars(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
