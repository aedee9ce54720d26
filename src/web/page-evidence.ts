import { countWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { isOwnLink } from './drop-blocks.ts';
import type { PageMetadata } from './metadata.ts';
import type { PageSource } from './page-source.ts';

/** What a page shows, as far as it matters for whether it is an article. */
export type PageEvidence = {
  pageUrl: string;
  title: string;
  /** The text that was found, without furniture. */
  text: string;
  wordCount: number;
  /** All visible text of the page, furniture and all, from its start. */
  visibleText: string;
  /** How much of the visible text stands in links, 0 to 1. */
  linkShare: number;
  /** How many links read like headlines. */
  headlineLinks: number;
  /** How much of the text that was found stands right below a headline that links to another page of the site, 0 to 1. */
  teaserShare: number;
  /** How much of the text that was found is links, 0 to 1. */
  textLinkShare: number;
  markup: string;
  scriptChars: number;
  noscript: string;
  isArticle: boolean;
  isPaid: boolean;
};

/** Gathers what the judge needs to know. `everything` is the whole page's blocks, `blocks` those after the furniture went. */
export function gatherEvidence(page: {
  html: string;
  source: PageSource;
  metadata: PageMetadata;
  everything: Block[];
  blocks: Block[];
  text: string;
  wordCount: number;
  pageUrl: string;
}): PageEvidence {
  const { source, metadata, everything } = page;
  const visibleText = everything.map((block) => block.text).join('\n');
  const linkChars = everything.reduce((sum, block) => sum + block.linkChars, 0);
  const kept = page.blocks.filter((block) => block.kept);
  const headlines = everything.filter((block) => isLinkedHeadline(block) && countWords(block.text) >= 5);
  return {
    pageUrl: page.pageUrl,
    title: source.title,
    text: page.text,
    wordCount: page.wordCount,
    visibleText,
    linkShare: linkChars / Math.max(1, visibleText.length),
    headlineLinks: headlines.length,
    teaserShare: shareOfTeasers(page.blocks, page.pageUrl),
    textLinkShare: kept.reduce((sum, block) => sum + block.linkChars, 0) / Math.max(1, page.text.length),
    markup: page.html.slice(0, 200_000),
    scriptChars: source.scriptChars,
    noscript: source.noscript,
    isArticle: metadata.isArticle,
    isPaid: metadata.isPaid,
  };
}

function isLinkedHeadline(block: Block): boolean {
  return block.linkChars > block.text.length * 0.8;
}

function shareOfTeasers(blocks: Block[], pageUrl: string): number {
  let teasers = 0;
  let all = 0;
  for (const [at, block] of blocks.entries()) {
    if (!block.kept || isLinkedHeadline(block)) continue;
    all += block.text.length;
    const before = blocks[at - 1];
    if (before && isLinkedHeadline(before) && isOwnLink(before, pageUrl)) teasers += block.text.length;
  }
  return all > 0 ? teasers / all : 0;
}
