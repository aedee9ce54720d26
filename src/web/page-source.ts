/** What a page's markup holds, taken apart without a DOM. */
export type PageSource = {
  /** The body with only the tags and attributes that extraction reads; scripts, styles, comments and drawings are gone. */
  body: string;
  /** `<meta>` in reading order; `name` is the lower-case name, property or itemprop. Values still hold entities. */
  metas: { name: string; content: string }[];
  links: { rel: string; href: string }[];
  /** Contents of `<script type="application/ld+json">`. */
  jsonLd: string[];
  title: string;
  language: string;
  /** How many characters of script stand in the page; a page that is all script shows itself so. */
  scriptChars: number;
  /** What the page tells a reader whose browser runs no scripts. */
  noscript: string;
};

// Elements whose content is no text of the page.
const unread = new Set(
  'script style svg noscript template math iframe object canvas textarea select audio video map'.split(' '),
);
// Tags that carry neither text nor structure here.
const ignored = new Set(
  'html head body img source picture input embed wbr base basefont col param track area frame frameset'.split(' '),
);
// Tags that change how words look, not where they stand. Without them the tree is half as large.
const looks = new Set(
  'b i em strong u font mark abbr acronym small big tt s strike del ins bdi bdo dfn var samp kbd nobr'.split(' '),
);
const inline = new Set('a span sub sup code q cite time label data ruby rt rp'.split(' '));
const voids = new Set(['br', 'hr']);
// Closed by their own next start tag, so that they do not nest where a page leaves them open.
const selfClosing = new Set('p li td th tr dt dd option thead tbody tfoot'.split(' '));
const keptAttributes = new Set(
  'class id href role hidden aria-hidden aria-label aria-modal style itemprop itemtype rel lang dir datetime data-testid data-test-id data-component data-type data-module data-qa data-name'.split(
    ' ',
  ),
);
const maxDepth = 200;
const maxElements = 60_000;
const maxAttributeChars = 300;

/**
 * Takes a page apart in one pass over its characters; the time is linear in the page's length whatever it holds.
 * Nesting stops at 200 and the page at 60,000 elements; the text beyond stays, without tags of its own.
 */
export function scanPage(html: string): PageSource {
  const page: PageSource = {
    body: '',
    metas: [],
    links: [],
    jsonLd: [],
    title: '',
    language: '',
    scriptChars: 0,
    noscript: '',
  };
  const out: string[] = [];
  const unclosed = new Set<string>();
  let depth = 0;
  let skipped = 0;
  let elements = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0 || open === html.length - 1) {
      writeText(html.slice(at), out);
      break;
    }
    if (open > at) writeText(html.slice(at, open), out);
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = readTag(html, open);
    if (!tag) {
      // "<" as a character, or a declaration.
      if (/[!?]/.test(html[open + 1] ?? '')) at = endOrRest(html, html.indexOf('>', open));
      else {
        out.push('&lt;');
        at = open + 1;
        while (html[at] === '<') at++;
        if (at > open + 1) at--;
      }
      continue;
    }
    at = tag.end;
    if (tag.closing) {
      if (ignored.has(tag.name) || unread.has(tag.name) || voids.has(tag.name) || looks.has(tag.name)) continue;
      if (skipped > 0 && !selfClosing.has(tag.name)) {
        skipped--;
        continue;
      }
      if (!selfClosing.has(tag.name)) depth = Math.max(0, depth - 1);
      // An element with nothing in it goes altogether.
      if (isStartOf(out.at(-1), tag.name)) out.pop();
      else out.push(`</${tag.name}>`);
      continue;
    }
    if (tag.name === 'meta' || tag.name === 'link') noteHeadTag(page, tag);
    else if (tag.name === 'html') page.language ||= tag.attributes.get('lang') ?? '';
    if (tag.name === 'meta' || tag.name === 'link' || ignored.has(tag.name) || looks.has(tag.name)) continue;
    if (tag.name === 'title' || unread.has(tag.name)) {
      if (tag.empty && tag.name !== 'script' && tag.name !== 'title') continue;
      const close = unclosed.has(tag.name) ? -1 : findClose(html, tag.name, at);
      if (close < 0) unclosed.add(tag.name);
      // An element that is never closed would swallow the article; its start tag alone is dropped then.
      if (close < 0 && tag.name !== 'script' && tag.name !== 'style') continue;
      const content = html.slice(at, close < 0 ? html.length : close);
      noteUnread(page, tag, content);
      at = close < 0 ? html.length : endOrRest(html, html.indexOf('>', close));
      continue;
    }
    elements++;
    if (elements > maxElements || (depth >= maxDepth && !voids.has(tag.name))) {
      if (!voids.has(tag.name) && !selfClosing.has(tag.name)) skipped++;
      out.push(' ');
      continue;
    }
    if (!voids.has(tag.name) && !selfClosing.has(tag.name) && !tag.empty) depth++;
    out.push(writeTag(tag));
  }
  page.body = out.join('');
  return page;
}

function isStartOf(written: string | undefined, name: string): boolean {
  return written?.startsWith(`<${name}`) === true && /[\s>]/.test(written[name.length + 1] ?? '');
}

// Blanks between two boxes are layout of the source, not text.
function writeText(text: string, out: string[]): void {
  if (/\S/.test(text)) out.push(text);
  else if (inline.has(/^<\/?([a-z0-9]+)/.exec(out.at(-1) ?? '')?.[1] ?? 'a')) out.push(' ');
}

type Tag = { name: string; closing: boolean; empty: boolean; attributes: Map<string, string>; end: number };

const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,60})/y;
// The value groups stop at the first quote or bracket, so every step moves on and none goes back.
const attribute = /[\s/]*(?:([^\s=>/"'][^\s=>/]{0,100})[^\s=>/]*(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|["'])/y;

function readTag(html: string, open: number): Tag | undefined {
  tagName.lastIndex = open;
  const start = tagName.exec(html);
  if (!start?.[2]) return undefined;
  const attributes = new Map<string, string>();
  let at = tagName.lastIndex;
  const closing = start[1] === '/';
  if (!closing) {
    for (;;) {
      attribute.lastIndex = at;
      const found = attribute.exec(html);
      if (!found || found[0] === '') break;
      at = attribute.lastIndex;
      const name = found[1]?.toLowerCase();
      if (name && !attributes.has(name) && attributes.size < 200) {
        attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '');
      }
    }
  }
  const end = html.indexOf('>', at);
  return {
    name: start[2].toLowerCase(),
    closing,
    empty: end > 0 && html[end - 1] === '/',
    attributes,
    end: endOrRest(html, end),
  };
}

function endOrRest(html: string, close: number): number {
  return close < 0 ? html.length : close + 1;
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
    if (name) page.metas.push({ name: name.toLowerCase(), content });
  }
}

function noteUnread(page: PageSource, tag: Tag, content: string): void {
  if (tag.name === 'title') page.title ||= content;
  else if (tag.name === 'noscript') page.noscript += `${content.slice(0, 2000)}\n`;
  else if (tag.name === 'script') {
    if (/ld\+json/i.test(tag.attributes.get('type') ?? '')) page.jsonLd.push(content);
    else page.scriptChars += content.length;
  }
}

function writeTag(tag: Tag): string {
  let written = `<${tag.name}`;
  for (const [name, value] of tag.attributes) {
    if (!keptAttributes.has(name)) continue;
    if (name === 'style' && !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) continue;
    const kept = name === 'style' ? 'display:none' : value.slice(0, maxAttributeChars).replaceAll('"', '&quot;');
    written += ` ${name}="${kept}"`;
  }
  return `${written}${tag.empty ? '/' : ''}>`;
}
