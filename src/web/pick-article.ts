import { Readability } from '@mozilla/readability';
import { isProse } from '../core/words.ts';
import { type Block, blockAttribute } from './cut-blocks.ts';
import { bodyNames, nameTokens, type PageDocument, type PageElement } from './page-tree.ts';
import { findQuotedPosts, keepNamedPosts } from './quoted-posts.ts';

/**
 * Marks the blocks that are the article: those that Readability takes, the subheadings between them, and the whole of
 * the container that holds most running text where Readability took too little of it. The document is taken apart; only
 * the blocks are used afterwards.
 */
export function pickArticle(document: PageDocument, blocks: Block[]): void {
  const container = findContainer(blocks);
  const inside = blocks.filter((block) => container !== undefined && ancestorsOf(block).includes(container));
  const depth = container ? depthOf(container) : 0;
  const paths = new Map(blocks.map((block) => [block, ancestorsOf(block)]));
  const posts = findQuotedPosts(blocks);
  const picked = readWithReadability(document);
  for (const block of blocks) block.kept = picked.has(block.index);

  const prose = blocks.filter((block) => block.kept && isRunningText(block));
  const distance = sharedDepth(prose.map((block) => paths.get(block) ?? [])) - depth;
  if (tookTooLittle(prose, inside, distance, depth)) {
    for (const block of inside) block.kept ||= block.linkChars < block.text.length * 0.5;
  }
  keepBetween(blocks, isSubheading);
  keepBetween(blocks, isTextInTable);
  keepBetween(blocks, (block) => opensAnswer(block, blocks, paths));
  keepNamedPosts(posts, blocks);
}

const longestTeaser = 350;

/**
 * Readability stops at the first box of an article that is built of many, and drops lists that it takes for menus. The
 * container counts instead where it is no page of teasers: where what it adds has the make of running text.
 */
function tookTooLittle(prose: Block[], inside: Block[], distance: number, depth: number): boolean {
  const kept = sumChars(prose);
  const all = inside.filter(isRunningText);
  const added = all.filter((block) => !block.kept);
  const coverage = kept / Math.max(1, sumChars(all));
  if (added.length === 0 || coverage > 0.75) return false;
  if (kept < 250) return true;
  if (depth <= 2) return false;
  if (distance <= 1) return true;
  const addedChars = sumChars(added);
  const teasers = added.filter((block) => followsLinkedHeading(block, inside)).length;
  const dropped = inside.filter((block) => !block.kept);
  const linkShare = dropped.reduce((sum, block) => sum + block.linkChars, 0) / Math.max(1, sumChars(dropped));
  return (
    coverage < 0.62 && kept < 6000 && teasers < added.length / 2 && linkShare < 0.25 && addedChars / added.length < 2000
  );
}

// A teaser stands right below a headline that is a link. Where a paragraph or a heading of the article's own is between
// them, or the text is a long one, the link was a "Read more" box inside the text.
function followsLinkedHeading(block: Block, blocks: Block[]): boolean {
  const at = blocks.indexOf(block);
  for (const before of blocks.slice(Math.max(0, at - 3), at).reverse()) {
    const isHeading = /^h[2-6]$/.test(before.tag);
    if (before.linkChars > before.text.length * 0.8) return isHeading || block.text.length <= longestTeaser;
    if (isHeading || isRunningText(before)) return false;
  }
  return false;
}

function readWithReadability(document: PageDocument): Set<number> {
  // Readability's types name the DOM library's Document; it works on linkedom's as well.
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    charThreshold: 200,
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

function depthOf(element: PageElement): number {
  let depth = 0;
  for (let up: PageElement | null = element; up && up.nodeType === 1; up = up.parentNode) depth++;
  return depth;
}

/** How many ancestors all the paths have in common. */
function sharedDepth(paths: PageElement[][]): number {
  const first = paths[0] ?? [];
  let depth = first.length;
  for (const path of paths) {
    let at = 0;
    while (at < depth && path[at] === first[at]) at++;
    depth = at;
  }
  return depth;
}

function isSubheading(block: Block): boolean {
  const isHeading = /^h[2-4]$/.test(block.tag) || (block.text.length <= 120 && isCalledSubheading(block));
  return isHeading && block.linkChars < block.text.length * 0.4;
}

// A question on a button, with its answer right below in the same small box.
function opensAnswer(block: Block, blocks: Block[], paths: Map<Block, PageElement[]>): boolean {
  if (block.tag !== 'button' || !/[?？؟]$/u.test(block.text)) return false;
  const next = blocks[blocks.indexOf(block) + 1];
  if (!next?.kept || !isProse(next.text)) return false;
  const path = paths.get(block) ?? [];
  const shared = sharedDepth([path, paths.get(next) ?? []]);
  if (shared === path.length - 1) return true;
  const box = path[shared - 1];
  const inBox = blocks.filter((other) => box && paths.get(other)?.[shared - 1] === box);
  return shared === path.length - 2 && inBox.length <= mostInItem;
}

const mostInItem = 8;

// Readability drops a table between paragraphs as soon as it takes it for layout; its running text goes on with theirs.
function isTextInTable({ tag, text, linkChars }: Block): boolean {
  return tag === 'tr' && text.length >= 80 && isProse(text) && linkChars < text.length * 0.4;
}

/** Keeps what stands between the first and the last paragraph that were picked. */
function keepBetween(blocks: Block[], belongs: (block: Block) => boolean): void {
  const first = blocks.findIndex((block) => block.kept && isRunningText(block));
  const last = blocks.findLastIndex((block) => block.kept && isRunningText(block));
  for (const block of blocks.slice(first + 1, Math.max(first + 1, last))) if (belongs(block)) block.kept = true;
}

// Some pages write their subheadings as boxes with a name.
function isCalledSubheading({ element }: Block): boolean {
  return /(?:^|-)(?:sub-?head(?:line|ing)?|cross-?head(?:ing)?|zwischen(?:titel|ueberschrift)|intertitre|ladillo|mellomtittel|mellanrubrik)(?:-|$)/.test(
    nameTokens(element),
  );
}

function sumChars(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
