import type { Refusal } from '../core/article.ts';
import { furnitureKind } from '../core/boilerplate.ts';
import { countWords, foldWords, isProse } from '../core/words.ts';
import { cleanText } from './clean-text.ts';
import { cutBlocks } from './cut-blocks.ts';
import type { PageMetadata } from './metadata.ts';
import { type PageSource, scanPage } from './page-source.ts';
import { agreement } from './page-title.ts';
import { parsePage } from './page-tree.ts';

const leastWords = 60;

/**
 * The article as a page gives it to machines, where scripts would show it and nothing else does: its own, by its headline and
 * the words that headline shares with it, and in sentences.
 *
 * @param shown  what the page shows itself; must be next to nothing
 */
export function readStatedBody(
  refusal: Refusal,
  metadata: PageMetadata,
  source: PageSource,
  shown: string,
): string | undefined {
  if (!['too-short', 'needs-script'].includes(refusal.why) || metadata.isPaid || !metadata.statedHeadline)
    return undefined;
  if (countWords(metadata.statedBody) < Math.max(leastWords, countWords(shown) * 3)) return undefined;
  const title = cleanText(source.title);
  if (title && agreement(title, metadata.statedHeadline) < 0.4) return undefined;
  const body = foldWords(metadata.statedBody);
  const words = foldWords(metadata.statedHeadline)
    .split(' ')
    .filter((word) => word.length >= 4);
  if (words.length >= 3 && words.filter((word) => body.includes(word)).length < words.length * 0.3) return undefined;
  const paragraphs = cutParagraphs(metadata.statedBodyRaw).filter((line) => !furnitureKind(line));
  const sentences =
    paragraphs
      .filter(isProse)
      .join(' ')
      .match(/[.!?…。！？।؟]["'”’»)」]?(?:\s|$|(?<=[。！？]))/gu)?.length ?? 0;
  return sentences >= 3 ? paragraphs.join('\n\n') : undefined;
}

function cutParagraphs(written: string): string[] {
  const html = /<[a-z]|&lt;[a-z]/i.test(written)
    ? written.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    : `<p>${written.replace(/\s*\n\s*/g, '</p><p>')}</p>`;
  return cutBlocks(parsePage(scanPage(html)).body).map((block) => block.text);
}
