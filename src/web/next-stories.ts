import { foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { agreement } from './page-title.ts';
import { nameTokens, type PageElement } from './page-tree.ts';
import { isRunningText } from './pick-article.ts';

const nextNames =
  /(?:^|-)(?:next|next-(?:up|article|story|post)|infinite-(?:article|story|post|item)|story-\d{2,})(?:-|$)/;
const storyWriter = /^(?:by|von|par|por|di|door|av|af)\s\p{Lu}/iu;
// Lines below a headline in which a story says who wrote it and when.
const headLines = 3;
// No page has more; a hostile one must not make this slow.
const mostTries = 60;
const longestLine = 100;

/**
 * The boxes of stories that a page puts below its own, as endless scrolling does: each in a box beside the first one's, an
 * `<article>` or one of the same name, or in one that says "next", with a headline of its own. None where the page's title
 * is no headline of its first story: that is a list. To be asked of the whole page's blocks, before anything is taken out.
 */
export function findNextStories(blocks: Block[], headings: string[], title: string | null): Set<PageElement> {
  const own = foldWords(title ?? '');
  const ownAt = blocks.findIndex((block) => block.tag === 'h1' && isTitle(block.text, title ?? ''));
  if (ownAt < 0 || !headings.some((heading) => isTitle(heading, title ?? ''))) return new Set();
  const headline = blocks[ownAt]?.text ?? '';
  const box = storyOf(blocks[ownAt]?.element) ?? boxBeside(blocks, ownAt);
  // A headline above the box that its text stands in says nothing of where the story ends.
  if (!box || !blocks.some((block) => isRunningText(block) && isInside(block, new Set([box])))) return new Set();
  const strangers = new Set<PageElement>();
  let tries = 0;
  for (const [at, block] of blocks.entries()) {
    if (at <= ownAt || !/^h[12]$/.test(block.tag) || [own, foldWords(headline)].includes(foldWords(block.text)))
      continue;
    const story: PageElement | undefined = storyOf(block.element) ?? sameBox(block.element, box);
    if (!story || story === box || strangers.has(story) || isWithin(box, story) || isWithin(story, box)) continue;
    if (tries++ >= mostTries) break;
    if (block.tag === 'h1' || isStory(blocks, at, story)) strangers.add(story);
  }
  return strangers;
}

function isTitle(heading: string, title: string): boolean {
  return title !== '' && (foldWords(heading) === foldWords(title) || agreement(heading, title) >= 0.6);
}

// A chapter of one story has a heading of the second rank as well; a story has a writer or a day, or calls itself the next.
function isStory(blocks: Block[], at: number, story: PageElement): boolean {
  const inside = blocks.slice(at).filter((block) => isInside(block, new Set([story])));
  if (inside[0] !== blocks[at] || !inside.some(isRunningText)) return false;
  if (nextNames.test(nameTokens(story))) return true;
  if (story.querySelector('time,[rel=author],[itemprop=author],[class*=byline]')) return true;
  return inside.slice(1, 1 + headLines).some(({ text }) => text.length <= longestLine && storyWriter.test(text));
}

function storyOf(element: PageElement | undefined): PageElement | undefined {
  for (let up: PageElement | null = element ?? null; up?.nodeType === 1; up = up.parentNode) {
    if (up.localName === 'article' || nextNames.test(nameTokens(up))) return up;
  }
  return undefined;
}

// Of boxes that are no `<article>`s, the one around the headline that has another of its name with an `<h1>` beside it.
function boxBeside(blocks: Block[], ownAt: number): PageElement | undefined {
  const others = blocks.slice(ownAt + 1).filter((block) => block.tag === 'h1');
  for (const other of others.slice(0, 5)) {
    const around = ancestorsOf(other.element);
    const beside = ancestorsOf(blocks[ownAt]?.element).find((up) =>
      around.some((one) => one !== up && one.parentNode === up.parentNode && isSameName(one, up)),
    );
    if (beside) return beside;
  }
  return undefined;
}

function sameBox(element: PageElement, box: PageElement): PageElement | undefined {
  return ancestorsOf(element).find((up) => up.parentNode === box.parentNode && isSameName(up, box));
}

function isSameName(one: PageElement, other: PageElement): boolean {
  const name = one.getAttribute('class');
  return one.localName === other.localName && Boolean(name) && name === other.getAttribute('class');
}

function ancestorsOf(element: PageElement | undefined): PageElement[] {
  const path: PageElement[] = [];
  for (let up = element?.parentNode ?? null; up?.nodeType === 1 && up.localName !== 'body'; up = up.parentNode)
    path.push(up);
  return path;
}

function isWithin(element: PageElement, box: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parentNode) if (up === box) return true;
  return false;
}

/** True for a block that stands in one of the boxes; to be asked while it stands in its page. */
export function isInside(block: Block, boxes: ReadonlySet<PageElement>): boolean {
  for (let up: PageElement | null = block.element; up; up = up.parentNode) if (boxes.has(up)) return true;
  return false;
}
