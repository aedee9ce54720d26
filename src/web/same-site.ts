// Hosts under which every name belongs to somebody else.
const sharedHosts =
  /(?:^|\.)(?:github\.io|gitlab\.io|blogspot\.[a-z.]{2,6}|wordpress\.com|substack\.com|medium\.com|tumblr\.com|netlify\.app|vercel\.app|pages\.dev|web\.app|wixsite\.com|weebly\.com|ghost\.io|livejournal\.com|over-blog\.com|hatenablog\.com)$/;
const countrySecondLevel = /^(?:com?|net|org|gov|gob|gouv|edu|ac|or|ne|go|nom|gen|web|govt|mil|in|ltd|plc|me)$/;

/** The part of a host that one owner holds: "news.example.co.uk" → "example.co.uk". */
export function siteOf(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (sharedHosts.test(name) || /^[\d.]+$|:/.test(name)) return name;
  const labels = name.split('.');
  const isCountry = (labels.at(-1)?.length ?? 0) === 2 && countrySecondLevel.test(labels.at(-2) ?? '');
  return labels.slice(isCountry ? -3 : -2).join('.');
}

/**
 * Resolves a link that a page gives as its own address.
 *
 * @returns undefined where it is no web address, names another site, or is the site's home page while the page is not
 */
export function ownAddress(href: string, pageUrl: string): string | undefined {
  const page = URL.parse(pageUrl);
  const link = URL.parse(href.trim(), pageUrl);
  if (!page || !link || !/^https?:$/.test(link.protocol) || link.username || link.password) return undefined;
  if (siteOf(link.hostname) !== siteOf(page.hostname)) return undefined;
  if (link.pathname === '/' && !link.search && page.pathname !== '/') return undefined;
  link.hash = '';
  return link.href;
}
