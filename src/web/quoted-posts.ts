import { foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { isPost, type PageElement } from './page-tree.ts';

/** The blocks of a post that is set into the text, in order. */
export type QuotedPost = Block[];

/** Finds the posts that a page quotes; to be asked while the blocks stand in their page. */
export function findQuotedPosts(blocks: Block[]): QuotedPost[] {
  const posts = new Map<PageElement, QuotedPost>();
  for (const block of blocks) {
    for (let up: PageElement | null = block.element; up; up = up.parentNode) {
      if (!isPost(up)) continue;
      const post = posts.get(up);
      if (post) post.push(block);
      else posts.set(up, [block]);
      break;
    }
  }
  return [...posts.values()];
}

/**
 * Keeps the posts that the article works with: those whose writer its own text names. A stranger's post that only
 * illustrates goes, wherever it stands: its words would be taken for the article's.
 */
export function keepNamedPosts(posts: QuotedPost[], blocks: Block[]): void {
  if (posts.length === 0) return;
  const quoted = new Set(posts.flat());
  const own = blocks.filter((block) => block.kept && !quoted.has(block));
  const text = ` ${foldWords(own.map((block) => block.text).join(' '))} `;
  const [first, last] = [own[0]?.index ?? 0, own.at(-1)?.index ?? 0];
  for (const [at, post] of posts.entries()) {
    const isInside = at < mostPosts && post.every((block) => block.index > first && block.index < last);
    const isNamed = isInside && namesIn(post).some((name) => text.includes(` ${name} `));
    for (const block of post) block.kept = isNamed;
  }
}

const shortestName = 4;
// An article quotes a dozen; a hostile page must not make this slow.
const mostPosts = 100;

// "— Gov. Ida Falk (@idafalk) March 3, 2026": any two words of the name in a row, or the one word it is.
function namesIn(post: QuotedPost): string[] {
  const signed = post.map((block) => /[—–-]\s{0,2}([^—–()]{2,80}?)\s{0,2}\(@\w{1,40}\b/.exec(block.text)?.[1]);
  const words = foldWords(signed.find(Boolean) ?? '').split(' ');
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return (pairs.length > 0 ? pairs : words).filter((name) => name.length >= shortestName);
}
