import { parseHTML } from 'linkedom';
import type { PageSource } from './page-source.ts';

/** The part of a DOM node that extraction uses; linkedom's nodes have it. */
export type PageNode = {
  nodeType: number;
  parentNode: PageElement | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  textContent: string;
};

/** The part of a DOM element that extraction uses. */
export type PageElement = PageNode & {
  localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
};

export type PageDocument = { body: PageElement; querySelectorAll(selector: string): Iterable<PageElement> };

/** Parses a page's body. The head is our own, so that an unclosed one cannot swallow the text. */
export function parsePage(source: PageSource): PageDocument {
  const title = source.title.replace(/[<>]/g, ' ').slice(0, 500);
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${title}</title></head><body>${source.body}</body></html>`,
  );
  // linkedom's own types need the DOM library, which this program is checked without; these are its nodes.
  return document as unknown as PageDocument;
}

/** Reads entities ("&amp;", "&#8217;") as a browser does. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const { document } = parseHTML(`<html><body><p>${text.replace(/</g, '&lt;').slice(0, 200_000)}</p></body></html>`);
  return (document as unknown as PageDocument).body.textContent;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3;
}

const blockNames = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul button'.split(
    ' ',
  ),
);

/** True for an element that starts on a line of its own. */
export function isBlock(element: PageElement): boolean {
  return blockNames.has(element.localName);
}

/** Class, id and the names that components carry, in one small-letter string; what an element calls itself. */
function namesOf(element: PageElement): string {
  let names = '';
  for (const attribute of [
    'class',
    'id',
    'data-testid',
    'data-test-id',
    'data-component',
    'data-type',
    'data-module',
    'data-qa',
    'data-name',
  ]) {
    const value = element.getAttribute(attribute);
    // An id that is a heading's words says what the text is about, not what the element is for.
    if (attribute === 'id' && value && (/^h[1-6]$/.test(element.localName) || value.split(/[-_]/).length > 3)) continue;
    if (value) names += ` ${value}`;
  }
  return names;
}

/** What an element calls itself, as words joined by hyphens: "relatedLinks__x1 Story-Box" → "related-links-x1-story-box". */
export function nameTokens(element: PageElement): string {
  const known = tokensOf.get(element);
  if (known !== undefined) return known;
  const names = namesOf(element);
  const tokens = names
    ?.replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  tokensOf.set(element, tokens);
  return tokens;
}

const tokensOf = new WeakMap<PageElement, string>();

/** Names that pages give to the element that holds the article's text. */
export const bodyNames =
  /(?:^|-)(?:article|story|entry|post|main|page|body|content|news|text)-?(?:body|content|text|copy|container|main|wrapper)(?:-|$)|(?:^|-)articlebody(?:-|$)/;

/** True for somebody's post that is set into a text as a quotation. */
export function isPost(element: PageElement): boolean {
  return (
    element.localName === 'blockquote' &&
    /(?:^|-)(?:twitter-tweet|twitter-video|bluesky-embed)(?:-|$)/.test(nameTokens(element))
  );
}
