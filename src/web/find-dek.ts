import { countWords, foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { nameTokens } from './page-tree.ts';

// How pages call the standfirst.
const dekNames =
  /(?:^|-)(?:dek|standfirst|stand-first|subtitle|sub-title|subhead|sub-head|subheading|sub-heading|subheadline|sub-headline|deck|strapline|chapo|chapeau|vorspann|sottotitolo|entradilla|bajada|sommario|ingress|manchet|perex|kicker-text|tagline)(?:-|$)/;
// Names that also mean the text's own first paragraph; they count only above the first paragraph and not among its like.
const openingNames =
  /(?:^|-)(?:excerpt|summary|lead|lede|intro|introduction|description|abstract|teaser|spot|preamble)(?:-|$)/;

/**
 * Finds the standfirst: a block between the headline and the first paragraph that its markup calls so, or that the page
 * gives as its description without it being a paragraph among the others.
 *
 * @param description  the page's own description of itself
 */
export function findDek(blocks: Block[], title: string | null, description: string | null): Block | undefined {
  const folded = foldWords(title ?? '');
  const titleAt = blocks.findLastIndex(
    (block, at) => at < blocks.length / 2 && /^h[12]$/.test(block.tag) && foldWords(block.text) === folded,
  );
  const firstKept = blocks.findIndex((block) => block.kept && block.text.length >= 80 && block.tag !== 'h2');
  const wanted = foldWords(description ?? '').slice(0, 60);
  const from = titleAt >= 0 && (firstKept < 0 || titleAt <= firstKept) ? titleAt + 1 : Math.max(0, firstKept - 3);
  for (const [at, block] of blocks.slice(from, from + 8).entries()) {
    const words = countWords(block.text);
    if (words < 5 || block.text.length > 600 || block.linkChars > block.text.length * 0.5 || block.tag === 'h1')
      continue;
    // Below a heading of its own stands a section, say a live blog's summary.
    const before = blocks[from + at - 1];
    if (before && /^h[2-6]$/.test(before.tag) && foldWords(before.text) !== folded) continue;
    if (isCalled(block, dekNames)) return block;
    const isAmongLike = standsAmongParagraphs(blocks, from + at);
    if (isCalled(block, openingNames) && !isAmongLike) return block;
    const isDescribed = wanted.length >= 25 && foldWords(block.text).startsWith(wanted);
    if (isDescribed && !isAmongLike) return block;
    if (block.kept && block.text.length >= 80) return undefined;
  }
  return undefined;
}

function isCalled(block: Block, names: RegExp): boolean {
  const { element } = block;
  if (names.test(nameTokens(element))) return true;
  const parent = element.parentNode;
  return (
    parent !== null && names.test(nameTokens(parent)) && parent.textContent.trim().length < block.text.length * 1.5
  );
}

function standsAmongParagraphs(blocks: Block[], at: number): boolean {
  const parent = blocks[at]?.element.parentNode;
  const name = blocks[at]?.element.localName;
  return blocks
    .slice(at + 1, at + 6)
    .some((next) => next.kept && next.element.parentNode === parent && next.element.localName === name);
}
