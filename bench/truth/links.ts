import { JSDOM, VirtualConsole } from 'jsdom';
import type { Article } from '../../src/core/article.ts';
import { passageLink } from '../../src/core/passage-link.ts';
import { splitSentences } from '../../src/core/sentences.ts';

/** What a browser that follows a link finds on a page: `resolve` gives the words of the first match, or undefined where there is none. */
type Oracle = { resolve: (link: string) => string | undefined; close: () => void };

// Names that the polyfill looks up as a page's globals.
const globals = ['document', 'window', 'navigator', 'Node', 'NodeFilter', 'Range', 'Element', 'HTMLElement', 'Text'];

/** Opens a page for the reference implementation of text fragments. One page at a time: the implementation reads globals, until it is closed. */
async function createOracle(html: string): Promise<Oracle> {
  // Browsers take a line break for white space, the reference implementation does not.
  const page = html.replace(/<br\b[^>]*>/gi, '$&\n');
  const { window } = new JSDOM(page, { virtualConsole: new VirtualConsole() });
  const scope = {
    ...Object.fromEntries(globals.map((name) => [name, window[name]])),
    getComputedStyle: styleOf,
  };
  // Asked of the window too: a saved page whose styles hide it until its scripts have run would show nothing.
  Object.defineProperty(window, 'getComputedStyle', { value: styleOf });
  const before = Object.keys(scope).map((name) => ({ name, own: Object.getOwnPropertyDescriptor(globalThis, name) }));
  for (const [name, value] of Object.entries(scope))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const polyfill = await import('text-fragments-polyfill/text-fragment-utils');
  const resolve = (link: string) => {
    const directives = polyfill.getFragmentDirectives(`#${link.split('#').slice(1).join('#')}`);
    const [directive] = polyfill.parseFragmentDirectives(directives).text;
    const [range] = directive ? polyfill.processTextFragmentDirective(directive, window.document) : [];
    return range?.toString();
  };
  const close = () => {
    for (const { name, own } of before) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
  return { resolve, close };
}

// jsdom's own cascade takes most of the time; what hides an element in these saved pages stands on the element.
const blocks =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/i;
function styleOf({ tagName }: { tagName: string }): object {
  const isHidden = /^(?:script|style|template|noscript|head|title|meta|link)$/i.test(tagName);
  return {
    display: isHidden ? 'none' : blocks.test(tagName) ? 'block' : 'inline',
    visibility: 'visible',
    getPropertyValue: () => '',
  };
}

/** The links to some passages of an article, every one that the oracle does not resolve to the passage's words. */
export async function checkLinks(
  article: Article,
  html: string,
  most: number,
): Promise<{ made: number; missed: { link: string; passage: string; met: string | undefined }[] }> {
  if (article.url === null || !URL.canParse(article.url)) return { made: 0, missed: [] };
  const pageUrl = article.url;
  const { resolve, close } = await createOracle(html);
  const sentences = splitSentences(article.text);
  const step = Math.max(1, Math.floor(sentences.length / most));
  const spans = sentences.filter((_, at) => at % step === 0).slice(0, most);
  const missed = spans.flatMap(({ start, end }) => {
    const link = passageLink(pageUrl, article.text, start, end);
    const passage = article.text.slice(start, end);
    const met = resolve(link);
    return met !== undefined && isSame(met, passage) ? [] : [{ link, passage, met }];
  });
  close();
  return { made: spans.length, missed };
}

function isSame(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  return bare(one) === bare(other);
}
