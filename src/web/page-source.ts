import { createMarkup, type Markup } from './markup.ts';
import { endOrRest, readTag, type Tag } from './read-tag.ts';

/** What a page's markup holds, taken apart without a DOM. */
export type PageSource = {
  /** The body with only the tags and attributes that extraction reads; scripts, styles, comments and drawings are gone. */
  body: string;
  /** `<meta>` in reading order; `name` is the lower-case name, property or itemprop. Values still hold entities. */
  metas: { name: string; content: string }[];
  links: { rel: string; href: string }[];
  /** Contents of `<script type="application/ld+json">`. */
  jsonLd: string[];
  /** Contents of `<style>`. */
  sheets: string[];
  title: string;
  language: string;
  /** How many characters of script stand in the page; a page that is all script shows itself so. */
  scriptChars: number;
  /** What the page tells a reader whose browser runs no scripts. */
  noscript: string;
};

const maxTitleChars = 1000;
const maxMetaChars = 5000;
// Elements whose content is no text of the page.
const unread = new Set(
  'script style svg noscript template math iframe object canvas textarea select audio video map'.split(' '),
);

/**
 * Takes a page apart in one pass over its characters; the time is linear in the page's length whatever it holds.
 */
export function scanPage(html: string): PageSource {
  const page: PageSource = {
    body: '',
    metas: [],
    links: [],
    jsonLd: [],
    sheets: [],
    title: '',
    language: '',
    scriptChars: 0,
    noscript: '',
  };
  const markup = createMarkup();
  const unclosed = new Set<string>();
  for (let at = 0; at < html.length && !markup.isFull(); ) {
    const open = html.indexOf('<', at);
    if (open < 0 || open === html.length - 1) {
      markup.addText(html.slice(at));
      break;
    }
    if (open > at) markup.addText(html.slice(at, open));
    const tag = readTag(html, open);
    if (!tag) at = passNoTag(html, open, markup);
    else if (tag.closing) {
      if (!unread.has(tag.name)) markup.closeTag(tag.name);
      at = tag.end;
    } else if (tag.name === 'title' || unread.has(tag.name)) at = passUnread(html, tag, page, unclosed);
    else {
      if (tag.name === 'meta' || tag.name === 'link') noteHeadTag(page, tag);
      else if (tag.name === 'html') page.language ||= tag.attributes.get('lang') ?? '';
      markup.openTag(tag);
      at = tag.end;
    }
  }
  page.body = markup.finish();
  return page;
}

// A comment, a declaration, or a bracket that is meant as a character.
function passNoTag(html: string, open: number, markup: Markup): number {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4);
    return close < 0 ? html.length : close + 3;
  }
  if (/[!?]/.test(html[open + 1] ?? '')) return endOrRest(html, html.indexOf('>', open));
  markup.addText('&lt;');
  let at = open + 1;
  while (html[at + 1] === '<') at++;
  return at;
}

// An element that is never closed would swallow the article; its start tag alone is dropped then, unless it is a script.
function passUnread(html: string, tag: Tag, page: PageSource, unclosed: Set<string>): number {
  if (tag.empty && tag.name !== 'script' && tag.name !== 'title') return tag.end;
  const close = unclosed.has(tag.name) ? -1 : findClose(html, tag.name, tag.end);
  if (close < 0) unclosed.add(tag.name);
  if (close < 0 && tag.name !== 'script' && tag.name !== 'style') return tag.end;
  noteUnread(page, tag, html.slice(tag.end, close < 0 ? html.length : close));
  return close < 0 ? html.length : endOrRest(html, html.indexOf('>', close));
}

function findClose(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}

function noteHeadTag(page: PageSource, tag: Tag): void {
  if (tag.name === 'link') {
    const rel = tag.attributes.get('rel')?.toLowerCase();
    const href = tag.attributes.get('href');
    if (rel && href && page.links.length < 300) page.links.push({ rel, href });
    return;
  }
  const content = tag.attributes.get('content');
  if (content === undefined || page.metas.length >= 1000) return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = tag.attributes.get(key);
    if (name) page.metas.push({ name: name.toLowerCase(), content: content.slice(0, maxMetaChars) });
  }
}

function noteUnread(page: PageSource, tag: Tag, content: string): void {
  if (tag.name === 'title') page.title ||= content.slice(0, maxTitleChars);
  else if (tag.name === 'noscript') page.noscript += `${content.slice(0, 2000)}\n`;
  else if (tag.name === 'style') page.sheets.push(content);
  else if (tag.name === 'script') {
    if (/ld\+json/i.test(tag.attributes.get('type') ?? '')) page.jsonLd.push(content);
    else page.scriptChars += content.length;
  }
}
