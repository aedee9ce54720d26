import { cleanName, isPersonName } from '../core/byline.ts';
import type { Block } from './cut-blocks.ts';
import { isElement, nameTokens, type PageElement } from './page-tree.ts';

/** Names of what holds other people's words and other stories. */
export const othersNames =
  /(?:^|-)(?:comment|comments|commentlist|disqus|respond|replies|discussion|sidebar|side-bar|related|recommended|recirc|most-read|most-popular|trending|latest|more-from|more-stories|read-next|next-article|next-story|also-like|widget|masthead|site-header|topbar|top-bar)(?:-|$)/;
const boxNames =
  /(?:^|-)(?:author|autor|auteur|autore|writer)-?(?:box|bio|card|info|name|text|details|profile|description|meta)(?:-|$)|(?:^|-)about-(?:the-)?(?:author|writer)(?:-|$)/;

/** Short lines below the headline, down to the page's end: some of them may say who wrote the text above. */
export function findSignatures(blocks: Block[], headlineAt: number): string[] {
  return blocks
    .slice(headlineAt + 1)
    .filter((block) => block.text.length <= 200 && !block.text.includes('\t'))
    .map((block) => block.text);
}

/** Names that stand by themselves in what its own markup calls a box about the author, each once. */
export function findBoxedNames(blocks: Block[]): string[] {
  const names = new Set<string>();
  for (const { element, text } of blocks) {
    if (text.length > 60 || !/\p{Lu}|\p{Lo}/u.test(text)) continue;
    if (!standsIn(element, boxNames, 3)) continue;
    const name = cleanName(text);
    if (isPersonName(name) && !standsIn(element, othersNames)) names.add(name);
  }
  return [...names];
}

// Itself or what is around it is so called, up to the page's body: that one's names are about the page as a whole.
function standsIn(element: PageElement, called: RegExp, levels = Number.POSITIVE_INFINITY): boolean {
  let level = 0;
  for (let up: PageElement | null = element; up && isElement(up) && up.localName !== 'body'; up = up.parentNode) {
    if (level++ === levels) return false;
    if (called.test(nameTokens(up))) return true;
  }
  return false;
}
