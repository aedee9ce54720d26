/**
 * Where a page without an article sends its readers on: a refresh within ten seconds, in the page or the header, a script that does nothing but leave,
 * or, on a shortener's warning page, the one link that leads out.
 *
 * @returns an absolute link, not checked; undefined where the page leads nowhere else
 */
export function findNextLink(html: string, pageUrl: string, refreshHeader?: string): string | undefined {
  const link =
    readRefresh(refreshHeader ?? '') ?? findRefresh(html) ?? findScriptExit(html) ?? findOnlyExit(html, pageUrl);
  if (link === undefined || !URL.canParse(link, pageUrl)) return undefined;
  const next = new URL(link, pageUrl);
  next.hash = '';
  return /^https?:$/.test(next.protocol) && next.href !== pageUrl ? next.href : undefined;
}

/** Tells whether a page is the AMP form of another one. */
export function isAmpPage(html: string): boolean {
  return /<html\b[^>]{0,500}?\s(?:amp|⚡)(?=[\s=>])/iu.test(html.slice(0, 5_000));
}

function findRefresh(html: string): string | undefined {
  for (const [tag] of html.slice(0, 100_000).matchAll(/<meta\s[^>]{0,2000}>/gi)) {
    if (!/\bhttp-equiv\s{0,5}=\s{0,5}["']?refresh\b/i.test(tag)) continue;
    const content = /\bcontent\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const link = readRefresh(unescapeMarkup(content?.[1] ?? content?.[2] ?? ''));
    if (link) return link;
  }
  return undefined;
}

function readRefresh(content: string): string | undefined {
  const found = /^\s{0,9}(\d{1,9})[\d.]{0,9}\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?\s{0,9}["']?([^"']+)/i.exec(content);
  return found?.[2] && Number(found[1]) <= 10 ? found[2].trim() : undefined;
}

/** In a short page only: a long one may leave in a branch that is never taken. */
function findScriptExit(html: string): string | undefined {
  if (html.length > 6_000) return undefined;
  const exit =
    /\b(?:location(?:\.href)?\s{0,5}=|location\.(?:replace|assign)\(|redirectToUrl\w{0,30}\()\s{0,5}(?:"([^"\n]+)"|'([^'\n]+)')/;
  const found = exit.exec(html);
  return unescapeScript(found?.[1] ?? found?.[2]);
}

// Services whose page before the article holds one link that leads out, and nothing to read.
const stopovers =
  /^(?:www\.)?(?:lnkd\.in|apple\.news|flip\.it|t\.co|bit\.ly|tinyurl\.com|ow\.ly|buff\.ly|is\.gd|shorturl\.at)$/;

function findOnlyExit(html: string, pageUrl: string): string | undefined {
  const host = new URL(pageUrl).hostname;
  if (!stopovers.test(host)) return undefined;
  const links = [
    ...html.slice(0, 200_000).matchAll(/<a\s[^>]{0,1000}?\bhref\s{0,5}=\s{0,5}["'](https?:[^"']{1,4000})["']/gi),
  ]
    .map((match) => unescapeMarkup(match[1] ?? ''))
    .filter((link) => URL.canParse(link) && !isOwn(new URL(link).hostname, host));
  return new Set(links).size === 1 ? links[0] : undefined;
}

/** The service's own hosts and its owner's, whose help and terms every such page links to. */
function isOwn(host: string, own: string): boolean {
  const owners: Record<string, string> = { 'lnkd.in': 'linkedin.com', 'apple.news': 'apple.com', 't.co': 'x.com' };
  return [own, owners[own] ?? own].some((name) => host === name || host.endsWith(`.${name}`));
}

function unescapeMarkup(text: string): string {
  return text
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&(?:quot|#34);/gi, '"');
}

function unescapeScript(text: string | undefined): string | undefined {
  return text
    ?.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, long, short) =>
      String.fromCharCode(Number.parseInt(long ?? short, 16)),
    )
    .replace(/\\(.)/g, '$1');
}
