import { scanPage } from '../src/web/page-source.ts';
import { isBlock, isElement, isText, type PageElement, parsePage } from '../src/web/page-tree.ts';

const unseen = new Set(
  'script style noscript svg template iframe select object head canvas video audio textarea'.split(' '),
);

/** What a person gets who selects all of a page and copies it: every shown word, a block a line, paragraphs apart. */
export function textOfPage(html: string): string {
  const pieces: string[] = [];
  collectText(parsePage(scanPage(html)).body, pieces);
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function collectText(from: PageElement, pieces: string[]): void {
  for (let node = from.firstChild; node; node = node.nextSibling) {
    if (isText(node)) pieces.push(node.textContent.replace(/\s+/g, ' '));
    if (!isElement(node) || unseen.has(node.localName) || isHidden(node)) continue;
    const isParagraph = /^(?:p|h[1-6])$/.test(node.localName);
    const around = isParagraph ? '\n\n' : isBlock(node) || node.localName === 'br' ? '\n' : '';
    if (node.localName === 'td' || node.localName === 'th') pieces.push('\t');
    pieces.push(around);
    collectText(node, pieces);
    pieces.push(around);
  }
}

function isHidden(element: PageElement): boolean {
  const style = element.getAttribute('style') ?? '';
  return element.getAttribute('hidden') !== null || /display:\s*none|visibility:\s*hidden/i.test(style);
}
