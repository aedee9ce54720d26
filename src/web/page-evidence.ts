import { dropQuoted } from '../core/notice-signs.ts';
import { countWords } from '../core/words.ts';
import { firstMeta } from './clean-text.ts';
import type { Block } from './cut-blocks.ts';
import { isOwnLink } from './drop-blocks.ts';
import type { PageMetadata } from './metadata.ts';
import type { PageSource } from './page-source.ts';
import { decodeEntities } from './page-tree.ts';
import { siteOf } from './same-site.ts';

/** What a page shows, as far as it matters for whether it is an article. */
export type PageEvidence = {
  pageUrl: string;
  title: string;
  /** The text that was found, without furniture. */
  text: string;
  wordCount: number;
  /** All visible text of the page, furniture and all, from its start. */
  visibleText: string;
  /** The visible text without what stands in quotation marks: what the page says itself. */
  ownVoice: string;
  /** What the page says itself in anything but links: a footer's "Cookie settings" is no notice about cookies. */
  statements: string;
  /** What the page says itself outside the text that was found and its headline. */
  asides: string;
  /** How much of the visible text stands in links, 0 to 1. */
  linkShare: number;
  /** How many links read like headlines. */
  headlineLinks: number;
  /** The most words of the text that was found that stand in a row, with no linked headline between them; all of
   * them where the page has hardly any such headline. */
  longestRow: number;
  /** Headings that lead to other pages of the site with a few words below each, where most of the text is of that make. */
  cards: number;
  /** The page calls itself a list: of a section, of search results, of somebody's articles. */
  saysListing: boolean;
  /** The address the page gives as its own, whatever site it names. */
  statedAddress: string | undefined;
  headings: string[];
  /** What the page calls itself to social networks: `article`, `website`, `video.other` … */
  statedType: string;
  /** How much of the text that was found stands right below a headline that links to another page of the site, 0 to 1. */
  teaserShare: number;
  /** How much of the text that was found is links, 0 to 1. */
  textLinkShare: number;
  markup: string;
  scriptChars: number;
  noscript: string;
  isArticle: boolean;
  isPaid: boolean;
  /** The page counts how many such articles a reader has opened: most see it whole. */
  isMetered: boolean;
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
  headings: string[];
  pageUrl: string;
}): PageEvidence {
  const { source, metadata, everything, pageUrl } = page;
  const visibleText = everything.map((block) => block.text).join('\n');
  const linkChars = everything.reduce((sum, block) => sum + block.linkChars, 0);
  const kept = page.blocks.filter((block) => block.kept);
  const headlines = everything.filter((block) => isLinkedHeadline(block) && countWords(block.text) >= 5);
  return {
    pageUrl,
    title: source.title,
    text: page.text,
    wordCount: page.wordCount,
    visibleText,
    ownVoice: dropQuoted(visibleText),
    statements: dropQuoted(toLines(everything.map((block) => block.unlinked))),
    asides: dropQuoted(findAsides(everything, kept, [source.title, metadata.title ?? ''])),
    linkShare: linkChars / Math.max(1, visibleText.length),
    headlineLinks: headlines.length,
    longestRow: headlines.length >= 4 ? findLongestRow(page.blocks, pageUrl) : page.wordCount,
    cards: countCards(page.blocks, pageUrl),
    saysListing: metadata.isListing,
    statedAddress: findStatedAddress(source, pageUrl),
    headings: page.headings,
    statedType: firstMeta(source, ['og:type']) ?? '',
    teaserShare: shareOfTeasers(page.blocks, pageUrl),
    textLinkShare: kept.reduce((sum, block) => sum + block.linkChars, 0) / Math.max(1, page.text.length),
    markup: page.html.slice(0, 200_000),
    scriptChars: source.scriptChars,
    noscript: source.noscript,
    isArticle: metadata.isArticle,
    isPaid: metadata.isPaid,
    isMetered: metadata.isMetered,
  };
}

function toLines(texts: string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n');
}

function findAsides(everything: Block[], kept: Block[], titles: string[]): string {
  const ofArticle = new Set([...kept.map((block) => block.text), ...titles]);
  return toLines(everything.filter(({ tag, text }) => tag !== 'h1' && !ofArticle.has(text)).map(({ text }) => text));
}

// A card: a heading that is a link, and some words about what is behind it.
function countCards(blocks: Block[], pageUrl: string): number {
  const host = URL.parse(pageUrl)?.hostname ?? '';
  const targets = new Set<string>();
  let inCards = 0;
  let all = 0;
  let open = false;
  for (const block of blocks) {
    const target = /^h[2-6]$/.test(block.tag) && isLinkedHeadline(block) ? URL.parse(block.href, pageUrl) : null;
    if (target && !block.href.startsWith('#') && siteOf(target.hostname) === siteOf(host)) {
      targets.add(target.pathname + target.search);
      open = true;
    } else if (/^h[1-6]$/.test(block.tag)) open = false;
    else if (block.kept || open) {
      const words = countWords(block.text);
      all += words;
      if (open) inCards += words;
      // A card's text is a sentence or two; what goes on is an article below a linked heading.
      if (words > 60) return 0;
    }
  }
  // A short item may stand among the headlines of others; a section's introduction is shorter still.
  return inCards >= all * 0.6 && all - inCards < 40 ? targets.size : 0;
}

function isLinkedHeadline(block: Block): boolean {
  return block.linkChars > block.text.length * 0.8;
}

function findLongestRow(blocks: Block[], pageUrl: string): number {
  let row = 0;
  let longest = 0;
  for (const block of blocks) {
    if (isLinkedHeadline(block) && (countWords(block.text) >= 4 || isOwnLink(block, pageUrl))) row = 0;
    else if (block.kept) row += countWords(block.unlinked);
    longest = Math.max(longest, row);
  }
  return longest;
}

function findStatedAddress(source: PageSource, pageUrl: string): string | undefined {
  const canonical = source.links.find((link) => link.rel.split(/\s+/).includes('canonical'))?.href;
  const stated = canonical ?? firstMeta(source, ['og:url']);
  return stated ? URL.parse(decodeEntities(stated), pageUrl)?.href : undefined;
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
