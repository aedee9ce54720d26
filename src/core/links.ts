import { isTrackingParameter } from './links/parameters.ts';
import { unwrapLink } from './links/wrappers.ts';

export { unwrapLink };

/**
 * Tells whether a link may lead to an article, from its text alone. Not articles: anything but http(s), Slack's own pages,
 * files that hold no text, code, videos, meetings and shared files, search and login pages, bare home pages.
 */
export function isArticleLink(url: string): boolean {
  const link = parseWebLink(unwrapLink(url));
  if (!link) return false;
  const host = bareHost(link);
  if (isOneOf(host, slackHosts)) return /^\/(intl\/[\w-]{2,8}\/)?blog\/./.test(link.pathname) && host === 'slack.com';
  if (isOneOf(host, otherHosts)) return isCompanyBlog(link);
  if (workHost.test(link.hostname)) return false;
  if (/^(?:google\.[a-z.]{2,6}|goo\.gl)$/.test(host) && /^\/maps(?:\/|$)/.test(link.pathname)) return false;
  if (fileWithoutText.test(link.pathname) && !/^\/wiki\//.test(link.pathname)) return false;
  return !(isSearchPage(link) || isLoginPage(link) || isHomePage(link));
}

/** The links worth reading, without the redirectors around them, in their order, each article once. */
export function articleLinks(links: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const link of links) {
    if (!isArticleLink(link)) continue;
    const key = linkKey(link);
    if (!byKey.has(key)) byKey.set(key, unwrapLink(link));
  }
  return [...byKey.values()];
}

/**
 * One key for all forms of a link to an article: redirectors, tracking parameters, AMP and mobile forms, `www.`, scheme,
 * fragment and final slash make no difference. For comparing only; never fetch it.
 */
export function linkKey(url: string): string {
  const link = parseWebLink(unwrapLink(url));
  if (!link) return url.trim();
  const parameters = [...link.searchParams].filter(([name, value]) => !isTrackingParameter(name, value)).sort(compare);
  const query = parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const page = namesPage(link.hash) ? link.hash : '';
  return `${bareHost(link)}${link.port && `:${link.port}`}${barePath(link.pathname)}${query && `?${query}`}${page}`;
}

// "#!story" and "#/story/7" are pages of a site that scripts build, "#comments" a place on a page.
function namesPage(hash: string): boolean {
  return /^#(?:!|\/[^/])/.test(hash);
}

function compare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\0'), b.join('\0')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function parseWebLink(url: string): URL | undefined {
  const text = url.trim();
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}

/** The host without the labels that only choose a form of the same site: `www.`, `m.`, `en.m.`. */
function bareHost(link: URL): string {
  let bare = link.hostname.replace(/\.$/, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    const shorter = bare.replace(/^(?:www\d?|m|mobile|amp|touch)\./, '').replace(/^([a-z]{2,3})\.m\.(?=.*\.)/, '$1.');
    if (shorter.includes('.')) bare = shorter;
  }
  return bare;
}

/** A path without its AMP and print forms, session, index file, doubled and final slashes, percent-encoded in one way. */
function barePath(path: string): string {
  let bare = path
    .replace(/%[\da-f]{2}/gi, (code) => unescapeUnreserved(code))
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/(?<!:)\/{2,}/g, '/');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/\/+$/, '')
      .replace(/^\/amp(?=\/)/, '')
      .replace(/(?<=\/[^/]*[-\d][^/]*)\/print(?:able)?$/, '')
      .replace(/^\/print(?:able)?(?=\/[^/]+\/|\/[^/]{12,}$)/, '')
      .replace(/\/amp$/, '')
      .replace(/\.amp(?=(?:\.html?)?$)/, '')
      .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '');
  }
  return bare;
}

function unescapeUnreserved(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : code.toUpperCase();
}

function isOneOf(host: string, names: readonly string[]): boolean {
  return names.some((name) => host === name || host.endsWith(`.${name}`));
}

const slackHosts = [
  'slack.com',
  'slack-files.com',
  'slack-edge.com',
  'slack-imgs.com',
  'slack-core.com',
  'slack-redir.net',
];

// Places that hold no articles: videos and music, pictures, meetings, shared files and boards, code, maps, forms.
const otherHosts = [
  ...['youtube.com', 'youtu.be', 'vimeo.com', 'tiktok.com', 'twitch.tv', 'dailymotion.com', 'loom.com'],
  ...['spotify.com', 'soundcloud.com', 'podcasts.apple.com', 'music.apple.com'],
  ...['giphy.com', 'tenor.com', 'imgur.com', 'flickr.com', 'instagram.com', 'pinterest.com'],
  ...['zoom.us', 'zoom.com', 'meet.google.com', 'teams.microsoft.com', 'teams.live.com', 'webex.com', 'calendly.com'],
  ...['docs.google.com', 'drive.google.com', 'mail.google.com', 'calendar.google.com', 'photos.google.com'],
  ...['sharepoint.com', 'onedrive.live.com', '1drv.ms', 'dropbox.com', 'box.com', 'wetransfer.com', 'we.tl'],
  ...['figma.com', 'miro.com', 'trello.com', 'asana.com', 'atlassian.net', 'monday.com', 'linear.app', 'airtable.com'],
  ...['github.com', 'gitlab.com', 'bitbucket.org', 'codepen.io', 'jsfiddle.net'],
  ...['maps.google.com', 'maps.apple.com', 'maps.app.goo.gl', 'forms.gle', 'typeform.com', 'surveymonkey.com'],
  ...['whatsapp.com', 'wa.me', 't.me', 'discord.gg', 'discord.com', 'apps.apple.com', 'play.google.com'],
];
// What such a company writes itself: "about.gitlab.com/blog/…", "zoom.com/en/blog/…", "blog.dropbox.com/…".
function isCompanyBlog(link: URL): boolean {
  const path = link.pathname.replace(/\/+$/, '');
  if (/^(?:blog|newsroom|engineering)\./.test(link.hostname)) return /^\/.*[^/]{6,}/.test(path);
  return (
    /^(?:www\.|about\.)?[^.]+\.[a-z]+$/.test(link.hostname) &&
    /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(?:blog|newsroom|press)\/(?:.*\/)?[^/]{6,}$/i.test(path)
  );
}

const workHost = /^(?:accounts?|login|signin|auth|sso|oauth|id|webmail|mail|calendar)\./;

const fileWithoutText =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|heic|mp4|m4v|mov|avi|mkv|webm|mpe?g|m3u8|mp3|m4a|wav|ogg|flac|aac|zip|rar|7z|t?gz|tar|bz2|xz|dmg|exe|msi|apk|iso|jar|docx?|xlsx?|pptx?|od[tsp]|csv|epub|psd|woff2?|ttf|m?js|ts|css|json|xml|rss|ya?ml|py|rb|java|c|cpp|go|rs|sh|sql|ics|torrent)$/i;

/** Results for words somebody looked for: `/search?q=…`, `/?s=…`. A number is no search: `/?p=123` is an article. */
function isSearchPage(link: URL): boolean {
  const path = link.pathname.replace(/\/+$/, '').toLowerCase();
  if (/\/(?:search|suche|recherche|buscar|busca|ricerca|sok|zoeken)(?:\.\w{2,5})?$/.test(path)) return true;
  const names = ['q', 'query', 's', 'search', 'p', 'keyword', 'keywords', 'text', 'wd'];
  return (path === '' || path === '/s') && names.some((name) => /\D/.test(link.searchParams.get(name) ?? ''));
}

function isLoginPage(link: URL): boolean {
  const last = link.pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return /^(?:log-?in|log-?out|sign[-_]?in|sign[-_]?up|wp-login|register|registration|subscribe|subscription|checkout|cart|oauth2?|sso|authorize|reset-?password|my-?account)(?:\.\w{2,5})?$/i.test(
    last,
  );
}

/** A site's front page; `/?p=123` is an article of a blog, `/en/` is a front page. */
function isHomePage(link: URL): boolean {
  const says = [...link.searchParams].some(([name, value]) => !isTrackingParameter(name, value));
  return !says && !namesPage(link.hash) && /^(?:\/[a-z]{2}(?:[-_][a-z]{2})?)?$/i.test(barePath(link.pathname));
}
