import { isDateLine } from '../core/dates.ts';
import { dropUnseen } from '../core/unseen.ts';
import { foldWords, isProse } from '../core/words.ts';
import { findBoxedNames, findSignatures, othersNames } from './author-lines.ts';
import type { Block } from './cut-blocks.ts';
import {
  decodeEntities,
  isBlock,
  isElement,
  isText,
  nameTokens,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';
import { readSiteInTitle } from './site-name.ts';

/** A line near the headline: where its first link leads, whether it stands below it, and is neither heading nor caption. */
export type HeadLine = { text: string; href: string; below: boolean; plain: boolean };

/** What a page shows of its facts, read before anything is taken out of it. */
export type VisibleFacts = {
  /** Short lines around the headline, in reading order. */
  headLines: HeadLine[];
  /** Text of the `<h1>`s, in reading order. */
  headings: string[];
  /** Headings of the second and third rank right below the first `<h1>`, in reading order. */
  subheadings: string[];
  /** Text of what is marked as author or byline, in reading order. */
  bylines: string[];
  /** Short lines below the headline, down to the page's end, that may say who wrote the text above them. */
  signatures: string[];
  /** Names that stand in a box about the author, each once. */
  boxedNames: string[];
  /** The site's name as `<title>` has it beside the headline; null where that is not sure. */
  siteInTitle: string | null;
  /** `datetime` of `<time>`s, and the text of what is marked as a date, in reading order. */
  dates: string[];
};

const bylineNames =
  /(?:^|[^a-z])(?:byline|by-line|author|authors|author-?name|article-?author|post-?author|writer|contributor|c-byline|autor|auteur|autore)(?:[^a-z]|$)/i;
const notAuthor =
  /bio|about|avatar|image|photo|social|follow|related|comment|box|card-list|more|link-list|description|title|role|twitter/i;
const dateNames =
  /(?:^|[^a-z])(?:date|dateline|datetime|timestamp|publish(?:ed)?(?:-?(?:date|on|time))?|pub-?date|post-?date|entry-?date|posted-?on|article-?date|time)(?:[^a-z]|$)/i;

/**
 * Reads headline, byline and date as the page shows them.
 *
 * @param blocks  of the whole page, before anything is taken out of it
 * @param documentTitle  what stands in its `<title>`
 */
export function readVisibleFacts(
  document: PageDocument,
  blocks: Block[],
  documentTitle: string,
  pageUrl: string,
): VisibleFacts {
  const headlineAt = findHeadline(blocks, documentTitle);
  const facts: VisibleFacts = {
    headLines: findHeadLines(blocks, headlineAt),
    headings: [],
    subheadings: findSubheadings(blocks, headlineAt),
    bylines: [],
    signatures: findSignatures(blocks, headlineAt),
    boxedNames: findBoxedNames(blocks),
    siteInTitle: readSiteInTitle(documentTitle, blocks, pageUrl),
    dates: [],
  };
  const stack: PageElement[] = [document.body];
  const elsewhere = new Set<PageElement>();
  const headline = blocks[headlineAt]?.element ?? document.body.querySelector('h1');
  const boxes = headline ? boxesAround(headline) : undefined;
  const outside = new Set<PageElement | null>([null, document.body.parentNode]);
  for (let element = stack.pop(); element; element = stack.pop()) {
    const isElsewhere = (element.parentNode !== null && elsewhere.has(element.parentNode)) || isOfOthers(element);
    if (isElsewhere) elsewhere.add(element);
    const mayBeAbove = facts.headings.length === 0 && boxes !== undefined && !boxes.has(element);
    const isAbove = mayBeAbove && outside.has(element.parentNode);
    if (isAbove) outside.add(element);
    noteFact(element, facts, isElsewhere || isAbove, headline);
    const children: PageElement[] = [];
    for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) children.push(child);
    stack.push(...children.reverse());
  }
  return facts;
}

// Of several `<h1>`s the one that the page's title has: the first may be the site's name.
function findHeadline(blocks: Block[], documentTitle: string): number {
  const title = foldWords(documentTitle);
  const first = blocks.findIndex((block) => block.tag === 'h1');
  const isTitle = (block: Block) =>
    block.tag === 'h1' && block.text.length >= 15 && title.startsWith(foldWords(block.text));
  return Math.max(first, blocks.findIndex(isTitle));
}

function findSubheadings(blocks: Block[], headlineAt: number): string[] {
  if (headlineAt < 0) return [];
  return blocks
    .slice(headlineAt + 1, headlineAt + 5)
    .filter((block) => /^h[23]$/.test(block.tag))
    .map((block) => block.text);
}

// From a little above the headline down to the second paragraph.
function findHeadLines(blocks: Block[], headlineAt: number): VisibleFacts['headLines'] {
  const headline = blocks[headlineAt]?.element;
  if (!headline) return [];
  const lines: VisibleFacts['headLines'] = [];
  let paragraphs = 0;
  const from = Math.max(0, headlineAt - 4);
  for (const [at, block] of blocks.slice(from, headlineAt + 16).entries()) {
    if (from + at > headlineAt && isProse(block.text)) paragraphs++;
    if (paragraphs > 1) break;
    const below = from + at > headlineAt && block.tag !== 'figcaption';
    const plain = !/^(?:h[1-6]|figcaption)$/.test(block.tag);
    if (from + at < headlineAt && isOfMasthead(block, headline)) continue;
    // A row of a table says what its first cell names: who wrote the film, not the page.
    const isRow = block.text.includes('\t');
    if (block.text.length <= 200 && block.tag !== 'h1' && !isRow)
      lines.push({ text: block.text, href: block.href, below, plain });
  }
  return lines;
}

// Comments, sidebars and lists of other stories have days of their own. What holds the headline is never one of them.
function isOfOthers(element: PageElement): boolean {
  const { localName } = element;
  const named = localName === 'aside' || localName === 'nav' || othersNames.test(nameTokens(element));
  if (!named || localName === 'body' || localName === 'main' || localName === 'article') return false;
  return element.querySelector('h1') === null;
}

function noteFact(element: PageElement, facts: VisibleFacts, isElsewhere: boolean, headline: PageElement | null): void {
  if (element.localName === 'h1') add(facts.headings, textOf(element), 5, 300);
  if (element.localName === 'time' && !isElsewhere) {
    add(facts.dates, element.getAttribute('datetime') ?? '', 20, 60);
    add(facts.dates, textOf(element), 20, 100);
  }
  const itemprop = element.getAttribute('itemprop') ?? '';
  const names = nameTokens(element);
  if (
    /author/.test(itemprop) ||
    /author/.test(element.getAttribute('rel') ?? '') ||
    (names && bylineNames.test(names) && !notAuthor.test(names))
  ) {
    if (!isOfOtherArticle(element, headline)) add(facts.bylines, textOf(element), 12, 160);
  }
  if (!isElsewhere && (/datePublished/.test(itemprop) || (names && dateNames.test(names))))
    add(facts.dates, textOf(element), 20, 120);
}

// The headline's article names its own author; the next one's byline is that one's.
function isOfOtherArticle(element: PageElement, headline: PageElement | null): boolean {
  const [own, its] = [headline && articleAround(headline), articleAround(element)];
  if (!own || !its) return false;
  for (let up: PageElement | null = own; up; up = up.parentNode) if (up === its) return false;
  for (let up: PageElement | null = its; up; up = up.parentNode) if (up === own) return false;
  return true;
}

function articleAround(element: PageElement): PageElement | null {
  for (let up: PageElement | null = element; up && isElement(up); up = up.parentNode)
    if (up.localName === 'article') return up;
  return null;
}

// Today's day, in the head of the page: it stands outside what the headline stands in.
function isOfMasthead(block: Block, headline: PageElement): boolean {
  if (!isDateLine(block.text)) return false;
  return !publishedWord.test(block.text) && standsOutside(block.element, boxesAround(headline));
}

// What the headline stands in, up to the page as a whole; that only where it stands in nothing else.
function boxesAround(headline: PageElement): Set<PageElement> {
  const around = new Set<PageElement>();
  for (let up = headline.parentNode; up && (up.localName !== 'body' || around.size === 0); up = up.parentNode)
    around.add(up);
  return around;
}

function standsOutside(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  for (let up: PageElement | null = element; up; up = up.parentNode) if (boxes.has(up)) return false;
  return true;
}

/** A word by which a line says that its day is the article's. */
export const publishedWord =
  /publi|posted|updated|veröffentlicht|erschienen|aktualisiert|stand:|mis à jour|actualizad|atualizad|pubblicat|aggiornat|gepubliceerd|geplaatst|bijgewerkt|udgivet|opdateret|uppdaterad|oppdatert|опублик|обновл|更新|公開|発表|입력|نشر/i;

function add(list: string[], text: string, most: number, maxChars: number): void {
  if (text && text.length <= maxChars && list.length < most && !list.includes(text)) list.push(text);
}

// The edge of an element that stands in a line. Pages set words apart by it with a style; a letter that is dressed up on
// its own goes on in small letters.
const seam = '\u0001';
const withinWord = /(?<=\p{L})\u0001+(?=\p{Ll})/gu;

function textOf(element: PageElement): string {
  let text = '';
  const walk = (node: PageElement) => {
    for (let child = node.firstChild; child && text.length < 400; child = child.nextSibling) {
      if (isText(child)) text += child.textContent;
      else if (isElement(child)) {
        const mark = isBlock(child) || child.localName === 'br' ? ' ' : seam;
        text += mark;
        walk(child);
        text += mark;
      }
    }
  };
  walk(element);
  return dropUnseen(decodeEntities(text.replace(withinWord, '').replaceAll(seam, ' ')))
    .replace(/\s+/g, ' ')
    .trim();
}
