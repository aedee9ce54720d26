import type { Article, Refusal } from '../core/article.ts';
import { countWords } from '../core/words.ts';
import { type Block, cutBlocks } from './cut-blocks.ts';
import { dropBlocks } from './drop-blocks.ts';
import { findDek } from './find-dek.ts';
import { judgePage } from './judge.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { readVisibleFacts } from './page-facts.ts';
import { type PageSource, scanPage } from './page-source.ts';
import { parsePage } from './page-tree.ts';
import { pickArticle } from './pick-article.ts';
import { type NoteRemoval, type Removal, removeFurniture } from './remove-furniture.ts';

const maxChars = 10_000_000;
// A paid article with fewer words than this is taken for its free part.
const partialWords = 250;

/**
 * Makes a page an article: its text without anything that stands around it, with the facts the page states.
 *
 * @param html     the decoded page
 * @param pageUrl  where it was read, after redirects; absolute
 * @returns a refusal where the page is no article; never throws, whatever the page holds
 */
export function extractArticle(html: string, pageUrl: string): Article | Refusal {
  return explainExtraction(html, pageUrl).result;
}

/** What `extractArticle` gives, with everything each step took out, in the order it went. */
export function explainExtraction(html: string, pageUrl: string): { result: Article | Refusal; removals: Removal[] } {
  const removals: Removal[] = [];
  try {
    return { result: extract(html, pageUrl, (removal) => removals.push(removal)), removals };
  } catch {
    // A page that breaks the parser is a page that was not read; what broke it is the page's own text, so it is not kept.
    return { result: unreadable, removals };
  }
}

const unreadable: Refusal = {
  kind: 'refusal',
  why: 'error-page',
  detail: 'This page is built in a way that I cannot read. Paste the article’s text here and I will read that.',
};
const notText: Refusal = {
  kind: 'refusal',
  why: 'not-text',
  detail: 'The link leads to something that is not text. Paste the article’s text here and I will read that.',
};
const tooLarge: Refusal = {
  kind: 'refusal',
  why: 'too-large',
  detail: 'This page is larger than I read at once. Paste the article’s text here and I will read that.',
};

function extract(html: string, pageUrl: string, note: NoteRemoval): Article | Refusal {
  if (html.length > maxChars) return tooLarge;
  if (!isText(html)) return notText;
  const source = scanPage(html);
  const document = parsePage(source);
  const everything = cutBlocks(document.body);
  const visible = readVisibleFacts(document, everything);
  const metadata = readMetadata(source, visible, pageUrl);
  removeFurniture(document.body, note);
  const blocks = cutBlocks(document.body);
  pickArticle(document, blocks);
  const dek = findDek(blocks, metadata.title, metadata.dek);
  if (dek) dek.kept = false;
  dropBlocks(blocks, { title: metadata.title, pageUrl, isNews: metadata.isNews }, note);
  const text = blocks
    .filter((block) => block.kept)
    .map((block) => block.text)
    .join('\n\n');
  const wordCount = countWords(text);
  const refusal = judgePage(gatherEvidence(source, metadata, everything, text, wordCount, pageUrl));
  if (refusal) return refusal;
  const { isArticle: _isArticle, isNews: _isNews, isPaid, statedBody, statedWordCount, marks, ...facts } = metadata;
  const isPartial =
    isPaid && wordCount < Math.max(partialWords, 0.6 * Math.max(statedWordCount ?? 0, countWords(statedBody)));
  return {
    kind: 'article',
    url: pageUrl,
    ...facts,
    dek: dek?.text ?? null,
    wordCount,
    text,
    marks: isPartial ? [...marks, 'partial'] : marks,
  };
}

// Binary that was decoded as text is full of characters that no page holds.
function isText(html: string): boolean {
  const sample = html.slice(0, 20_000);
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return sample.trim().length > 0 && strange < sample.length * 0.05;
}

function gatherEvidence(
  source: PageSource,
  metadata: PageMetadata,
  blocks: Block[],
  text: string,
  wordCount: number,
  pageUrl: string,
) {
  const visibleText = blocks.map((block) => block.text).join('\n');
  const linkChars = blocks.reduce((sum, block) => sum + block.linkChars, 0);
  return {
    pageUrl,
    title: source.title,
    text,
    wordCount,
    visibleText,
    linkShare: linkChars / Math.max(1, visibleText.length),
    headlineLinks: blocks.filter((block) => block.linkChars > block.text.length * 0.8 && countWords(block.text) >= 5)
      .length,
    markup: source.body.slice(0, 100_000),
    scriptChars: source.scriptChars,
    noscript: source.noscript,
    isArticle: metadata.isArticle,
    isPaid: metadata.isPaid,
  };
}
