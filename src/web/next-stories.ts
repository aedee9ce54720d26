import { foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { nameTokens, type PageElement } from './page-tree.ts';
import { isRunningText } from './pick-article.ts';

const nextNames = /(?:^|-)(?:next-(?:article|story|post)|infinite-(?:article|story|post|item)|story-\d{2,})(?:-|$)/;

/**
 * The blocks of stories that a page with endless scrolling puts below its own: each in an `<article>`, or a box that says
 * "next", with a headline of its own. None where the page's title is no headline of its first story: that is a list.
 */
export function findNextStories(blocks: Block[], headings: string[], title: string | null): Block[] {
  const own = foldWords(title ?? '');
  if (!own || !headings.some((heading) => foldWords(heading) === own)) return [];
  const ownAt = blocks.findIndex((block) => block.tag === 'h1' && foldWords(block.text) === own);
  if (ownAt < 0) return [];
  const ownStory = storyOf(blocks[ownAt]?.element);
  // A headline above the box that its text stands in says nothing of where the story ends.
  if (!ownStory || !blocks.some((block) => isRunningText(block) && isInside(block, new Set([ownStory])))) return [];
  const strangers = new Set<PageElement>();
  for (const block of blocks.slice(ownAt + 1)) {
    if (block.tag !== 'h1' || foldWords(block.text) === own) continue;
    const story = storyOf(block.element);
    if (story && story !== ownStory) strangers.add(story);
  }
  return strangers.size === 0 ? [] : blocks.slice(ownAt + 1).filter((block) => isInside(block, strangers));
}

function storyOf(element: PageElement | undefined): PageElement | undefined {
  for (let up: PageElement | null = element ?? null; up?.nodeType === 1; up = up.parentNode) {
    if (up.localName === 'article' || nextNames.test(nameTokens(up))) return up;
  }
  return undefined;
}

function isInside(block: Block, boxes: ReadonlySet<PageElement>): boolean {
  for (let up: PageElement | null = block.element; up; up = up.parentNode) if (boxes.has(up)) return true;
  return false;
}
