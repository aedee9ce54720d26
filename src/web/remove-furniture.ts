import { isCorrection } from './correction-lines.ts';
import { bodyNames, isBlock, isElement, isPost, isText, nameTokens, type PageElement } from './page-tree.ts';

/** What a step took out of a page: its name, why, and the first words of what went. */
export type Removal = { step: string; why: string; text: string };
export type NoteRemoval = (removal: Removal) => void;

type Size = { chars: number; linkChars: number; prose: number };

// Elements whose meaning in HTML is "not the running text". `form` and `aside` are guarded by size like all others.
const furnitureTags = new Set('figcaption aside nav footer form button dialog menu input label fieldset'.split(' '));
const furnitureRoles = new Set(
  'navigation complementary dialog alert alertdialog menu menubar toolbar search banner contentinfo tooltip status'.split(
    ' ',
  ),
);

// Words by which pages name what stands around the text, each bounded in the name: "related" is one, "correlated" is not.
// "paywall", "premium" and "teaser" are left out on purpose: some sites keep the article itself in them.
const furnitureNames =
  /(?:^|-)(?:caption|captions|imagecaption|photocaption|legende?|bildunterschrift|bildtext|bildtekst|bijschrift|didascalia|pie-de-foto|piefoto|credit|credits|newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign-up|related|relateds|recommendation|recommendations|recirc|recirculation|read-more|readmore|read-next|read-also|more-from|more-on|more-stories|see-also|trending|most-read|mostread|most-popular|popular|promo|promos|promotion|promobox|sponsor|sponsored|sponsors|ad|ads|advert|adverts|advertisement|advertising|ad-slot|adslot|ad-container|dfp|taboola|outbrain|share|sharing|shares|sharebar|share-bar|social|socials|social-links|follow|follow-us|breadcrumb|breadcrumbs|tags|tag-list|taglist|keywords|topics|byline|bylines|dateline|author|authors|author-bio|author-box|authorbox|about-author|bio|cookie|cookies|consent|gdpr|disclaimer|sr-only|screen-reader|screen-reader-text|visually-hidden|visuallyhidden|hidden-accessible|a11y|pagination|pager|widget-area|widget-title|sidebar-widget|ad-widget|widget-social|sidebar|side-bar|skip-link|toolbar|tooltip|print-only|noprint|login|register|toc|table-of-contents|timestamp|publish-date|pubdate|post-date|post-meta|entry-meta|article-meta|metadata|meta|read-time|reading-time|audio-player|listen|gallery-caption|photo-credit|image-credit|copyright|vote|poll|quiz|donate|donation|cta|modal|popup|pop-up|overlay|lightbox|banner|masthead|navbar|nav|menu|footer|kicker|eyebrow|comment-count|comments-link|reactions|twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|factbox|fact-box|infobox|info-box|whatsapp|endnote|endnotes)(?:-|$)/;
const commentNames =
  /(?:^|-)(?:comment|comments|commentlist|comment-list|disqus|livefyre|respond|replies|discussion|coral|viafoura|spot-im|openweb)(?:-|$)/;
// Names that promise links. A box of such a name with paragraphs and hardly a link in it holds something else: a part of
// the text that opens at "Read more", a section that its table of contents leads to.
const linkNames =
  /^-?(?:toc|table-of-contents|read-more|readmore|breadcrumbs?|pagination|pager|skip-link|navbar|nav|menu)-?$/;
/** Sizes above which something named like furniture is taken for the article after all. */
const guard = { shareOfPage: 0.25, chars: 2500, prose: 3 };

/**
 * Takes out of a page what its own markup calls furniture: navigation, boxes, captions, comments, hidden parts.
 *
 * @param hiddenNames  classes (`.name`) and ids (`#name`) that the page's style sheets hide
 */
export function removeFurniture(body: PageElement, hiddenNames: ReadonlySet<string>, note: NoteRemoval): void {
  const sizes = new Map<PageElement, Size>();
  const page = measure(body, sizes, false);
  const stack: PageElement[] = [body];
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (let child = element.firstChild; child; ) {
      const next = child.nextSibling;
      if (isElement(child)) {
        const why = judge(child, sizes, page, hiddenNames);
        if (why && !isQuotedPost(child, why, sizes) && !holdsCorrection(child, why)) {
          note({ step: 'remove-furniture', why, text: child.textContent.slice(0, 200) });
          child.remove();
        } else stack.push(child);
      }
      child = next;
    }
  }
}

function judge(
  element: PageElement,
  sizes: Map<PageElement, Size>,
  page: Size,
  hiddenNames: ReadonlySet<string>,
): string | undefined {
  const size = sizes.get(element);
  const chars = size?.chars ?? 0;
  if (isHiddenBySheet(element, hiddenNames) && chars < page.chars * guard.shareOfPage) return 'hidden';
  if (isHidden(element)) {
    if (chars < page.chars * guard.shareOfPage) return 'hidden';
    element.setAttribute('hidden-was', '1');
    for (const name of ['hidden', 'style', 'aria-hidden']) element.removeAttribute(name);
  }
  if (element.localName === 'article' || element.localName === 'main') return undefined;
  const names = nameTokens(element);
  if (isBlock(element) && commentNames.test(names) && chars < page.chars * 0.8 && !bodyNames.test(names))
    return `named ${commentNames.exec(names)?.[0]}`;
  const isLarge = chars > page.chars * guard.shareOfPage || chars > guard.chars || (size?.prose ?? 0) > guard.prose;
  if (isLarge) return undefined;
  if (furnitureTags.has(element.localName) && !isQuestion(element)) return `<${element.localName}>`;
  const role = element.getAttribute('role');
  if (role && furnitureRoles.has(role)) return `role ${role}`;
  if (bodyNames.test(names)) return undefined;
  const named = furnitureNames.exec(names)?.[0];
  if (!named) return undefined;
  if (named.includes('widget-title') && isSubheadingHere(element, sizes)) return undefined;
  const isOfLinks = linkNames.test(named) && (size?.prose ?? 0) > 0 && (size?.linkChars ?? 0) < chars * 0.05;
  return isOfLinks ? undefined : `named ${named}`;
}

// What opens an answer: "Who pays for the bridge?" on a button above it.
function isQuestion(element: PageElement): boolean {
  return element.localName === 'button' && /\S\s+\S+\s+\S.*[?？؟]\s*$/u.test(element.textContent.slice(0, 300));
}

// Page builders call every heading a widget's title; the heading of a widget has no paragraphs of the article beside it.
function isSubheadingHere(element: PageElement, sizes: Map<PageElement, Size>): boolean {
  const around = element.parentNode ? sizes.get(element.parentNode) : undefined;
  return /^h[2-4]$/.test(element.localName) && (around?.prose ?? 0) > guard.prose;
}

// A post in a quotation, with no more than its frame around it.
function isQuotedPost(element: PageElement, why: string, sizes: Map<PageElement, Size>): boolean {
  if (!why.startsWith('named ') && why !== '<aside>') return false;
  if (isPost(element)) return true;
  let chars = 0;
  for (const quote of element.querySelectorAll('blockquote')) if (isPost(quote)) chars += sizes.get(quote)?.chars ?? 0;
  return chars > 0 && chars >= (sizes.get(element)?.chars ?? 0) * 0.8;
}

// In the article, what takes something of it back stays, whatever its box is called.
function holdsCorrection(element: PageElement, why: string): boolean {
  if (why === 'hidden' || why === '<nav>' || commentNames.test(nameTokens(element))) return false;
  if (element.textContent.length > 1200) return false;
  if (![element, ...element.querySelectorAll('p')].some((one) => isCorrection(one.textContent))) return false;
  for (let up = element.parentNode; up; up = up.parentNode)
    if (up.localName === 'article' || up.localName === 'main') return true;
  return false;
}

function isHidden(element: PageElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    element.getAttribute('style') === 'display:none' ||
    isHiddenByClass(element.getAttribute('class') ?? '')
  );
}

function isHiddenBySheet(element: PageElement, hiddenNames: ReadonlySet<string>): boolean {
  if (hiddenNames.size === 0) return false;
  if (hiddenNames.has(`#${element.getAttribute('id') ?? ''}`)) return true;
  const names = element.getAttribute('class')?.split(/\s+/) ?? [];
  return names.some((name) => name !== '' && hiddenNames.has(`.${name}`));
}

// "hidden", but not "hidden md:block", which shows on wider screens.
function isHiddenByClass(names: string): boolean {
  return (
    /(?:^|\s)(?:hidden|is-hidden|u-hidden|d-none|hide)(?:\s|$)/.test(names) && !/(?:^|\s)(?:\w+:|d-\w+-)/.test(names)
  );
}

function measure(element: PageElement, sizes: Map<PageElement, Size>, inLink: boolean): Size {
  const size: Size = { chars: 0, linkChars: 0, prose: 0 };
  const linked = inLink || element.localName === 'a';
  let own = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (isElement(child)) {
      const inner = measure(child, sizes, linked);
      size.chars += inner.chars;
      size.linkChars += inner.linkChars;
      size.prose += inner.prose;
      if (!isBlock(child)) own += inner.chars;
    } else if (isText(child)) {
      const chars = child.textContent.trim().length;
      size.chars += chars;
      own += chars;
      if (linked) size.linkChars += chars;
    }
  }
  if (isBlock(element) && own > 100 && size.linkChars < own * 0.3) size.prose++;
  sizes.set(element, size);
  return size;
}
