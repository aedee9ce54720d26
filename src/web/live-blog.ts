import { isProse } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';

const liveTitle =
  /(?:\blive(?: ?blog| updates?| ticker)?\s*[:|–—-]|^live\b|\blive (?:updates?|blog|coverage)\b|\bas it happened\b|\bliveticker\b|\bnewsblog\b|\ben directo?\b|\ben vivo\b|\bao vivo\b|\bin diretta\b|\bminuto a minuto\b|\bsuivez\b.{0,40}\ben direct\b)/iu;
// "18:05 GMT", "6.05pm", "Posted at 18:05", "3m ago", "18:05 GMT1h ago", "vor 5 Minuten", "il y a 5 minutes", "18.05 Uhr", "18h05".
const entryTime =
  /^(?:(?:posted|published|updated|last updated|today|now|heute|um)\b[\s:,]*(?:at |on )?)?(?:\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?(?:uhr|h|[a-z]{2,4}))?(?:[\s,·|–-]{1,3}.{0,24}\d{4}.{0,12})?(?:[\s,·|–-]{0,3}\d{1,3}\s?(?:s|m|h|d|mins?|minutes?|hrs?|hours?|days?) ago)?$|^(?:vor|il y a|hace|há) \d{1,3} .{1,12}$|^\d{1,3}\s?(?:s|m|h|d|mins?|minutes?|hrs?|hours?|days?) ago$/iu;
const entryByline = /^(?:by|von|par|por|di) \p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]+){1,3}$/iu;

/** True where a page's title and the times of its entries show that it is written as things happen. */
export function isLiveBlog(title: string | null, everything: Block[]): boolean {
  return liveTitle.test(title ?? '') && everything.filter((block) => entryTime.test(block.text)).length >= 4;
}

/** Keeps what stands between the headline and the newest entry: the key points, which readers look for first. */
export function keepKeyPoints(blocks: Block[]): void {
  const headlineAt = blocks.findIndex((block) => block.tag === 'h1');
  const firstKept = blocks.findIndex((block) => block.kept && isProse(block.text));
  if (headlineAt < 0 || firstKept < 0) return;
  for (const [at, block] of blocks.slice(headlineAt + 1, firstKept).entries()) {
    const next = blocks[headlineAt + 2 + at];
    const leads = /^h[2-4]$/.test(block.tag) && next !== undefined && (next.tag === 'li' || isProse(next.text));
    const isOwn = block.linkChars < block.text.length * 0.8 && isProse(block.text);
    if (isOwn || leads) block.kept = true;
  }
}

/** The times and names above a live blog's entries. */
export function findEntryMarks(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  for (const block of blocks) {
    if (entryTime.test(block.text)) found.set(block, 'an entry’s time');
    else if (entryByline.test(block.text)) found.set(block, 'an entry’s writer');
  }
  return found;
}
