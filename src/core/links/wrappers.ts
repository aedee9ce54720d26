/** Hosts that wrap a link into one of theirs: where the host matches, `read` gives the link inside. */
type Wrapper = { host: RegExp; read: (link: URL) => string | null | undefined };

const parameter =
  (path: RegExp, ...names: string[]) =>
  (link: URL) =>
    path.test(link.pathname) ? names.map((name) => link.searchParams.get(name)).find((value) => value) : undefined;

const wrappers: Wrapper[] = [
  {
    host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/,
    read: (link) => parameter(/^\/url$/, 'q', 'url')(link) ?? readAmpPath(link, /^\/amp\//),
  },
  { host: /^[\w-]+\.cdn\.ampproject\.org$/, read: (link) => readAmpPath(link, /^\/(?:c|v|wp)\//) },
  { host: /^news\.google\.com$/, read: readGoogleNews },
  {
    host: /^(?:www\.)?bing\.com$/,
    read: (link) =>
      parameter(/^\/news\/apiclick\.aspx$/, 'url')(link) ?? readBingClick(link) ?? readAmpPath(link, /^\/amp\//),
  },
  { host: /^r\.search\.yahoo\.com$/, read: (link) => decodeSafely(/\/RU=([^/]+)/.exec(link.pathname)?.[1] ?? '') },
  { host: /(?:^|\.)bing-amp\.com$/, read: (link) => readAmpPath(link, /^\/c\//) },
  { host: /^lm?\.facebook\.com$/, read: parameter(/^\/l\.php$/, 'u') },
  { host: /^l\.(?:instagram|threads)\.(?:com|net)$/, read: parameter(/^\/$/, 'u') },
  { host: /^slack-redir\.net$/, read: parameter(/^\/link$/, 'url') },
  { host: /^(?:\w+\.)*safelinks\.protection\.outlook\.com$/, read: parameter(/^/, 'url') },
  { host: /^statics\.teams\.cdn\.office\.net$/, read: parameter(/safelinks/, 'url') },
  { host: /^urldefense\.(?:com|proofpoint\.com|us)$/, read: readUrlDefense },
  { host: /^linkprotect\.cudasvc\.com$/, read: parameter(/^\/url$/, 'a') },
  { host: /^out\.reddit\.com$/, read: parameter(/^/, 'url') },
  { host: /^(?:www\.)?youtube\.com$/, read: parameter(/^\/redirect$/, 'q') },
  { host: /^(?:www\.)?linkedin\.com$/, read: parameter(/^\/(?:redir\/redirect|safety\/go)$/, 'url') },
  { host: /^t\.umblr\.com$/, read: parameter(/^\/redirect$/, 'z') },
  { host: /^(?:away\.)?vk\.com$/, read: parameter(/^\/away\.php$/, 'to') },
  { host: /^(?:www\.)?duckduckgo\.com$/, read: parameter(/^\/l\/?$/, 'uddg') },
  { host: /^(?:www\.)?medium\.com$/, read: parameter(/^\/r\/?$/, 'url') },
  { host: /^getpocket\.com$/, read: parameter(/^\/redirect$/, 'url') },
  { host: /^consent\.(?:google|youtube)\.[a-z]{2,3}(?:\.[a-z]{2})?$/, read: parameter(/^\/ml?$/, 'continue') },
  { host: /^deref-[a-z-]{2,20}\.[a-z]{2,4}$/, read: parameter(/\/dereferrer\/?$/, 'redirectUrl') },
  { host: /^go\.(?:skimresources|redirectingat)\.com$/, read: parameter(/^\/$/, 'url') },
  { host: /^translate\.google\.com$/, read: parameter(/^\/translate$/, 'u') },
  { host: /^[\w-]+\.translate\.goog$/, read: readTranslated },
];

/**
 * The link inside a link: AMP caches, search results, mail scanners and the exits of social networks. What wraps a wrapper
 * is taken off too. Links that are not wrapped, and shorteners (only their owners know the target), come back as they are.
 */
export function unwrapLink(url: string): string {
  let current = url.trim();
  for (let layers = 0; layers < 5; layers++) {
    const inner = readInner(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function readInner(url: string): string | undefined {
  // Longer ones are no links that a person posts; the limit keeps hostile ones cheap.
  if (url.length > 8_192 || !/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const link = new URL(url);
  const inner = wrappers.find(({ host }) => host.test(link.hostname))?.read(link);
  return inner && /^https?:\/\/[^/]/i.test(inner) && URL.canParse(inner) ? inner : undefined;
}

/** `/amp/s/example.com/story` is https, without the `s` http. What follows is the page's own path and query. */
function readAmpPath(link: URL, start: RegExp): string | undefined {
  if (!start.test(link.pathname)) return undefined;
  const rest = link.pathname.replace(start, '');
  const [scheme, target] = rest.startsWith('s/') ? ['https', rest.slice(2)] : ['http', rest];
  return `${scheme}://${target}${link.search}`;
}

const newsPath = /^\/(?:rss\/)?(?:articles|read)\/([\w-]{20,})/;

/**
 * Until 2024 a Google News link held the article's own, in base64: 08 13 22, its length, its bytes. Newer ones hold a number
 * that only Google can turn into a link; those are no wrapper.
 */
function readGoogleNews(link: URL): string | undefined {
  const bytes = Buffer.from(newsPath.exec(link.pathname)?.[1] ?? '', 'base64url');
  if (bytes[0] !== 0x08 || bytes[1] !== 0x13 || bytes[2] !== 0x22) return undefined;
  const [low = 0, high = 0] = [bytes[3], bytes[4]];
  const isLong = low > 0x7f;
  const start = isLong ? 5 : 4;
  const length = isLong ? (low & 0x7f) | (high << 7) : low;
  return bytes.toString('utf8', start, start + length);
}

/** Tells whether a link names its article only by a number that Google News alone can look up. */
export function isHiddenNewsLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const link = new URL(url);
  return link.hostname === 'news.google.com' && newsPath.test(link.pathname) && readInner(url) === undefined;
}

function readBingClick(link: URL): string | undefined {
  const coded = link.pathname === '/ck/a' ? link.searchParams.get('u') : undefined;
  return coded?.startsWith('a1') ? Buffer.from(coded.slice(2), 'base64url').toString('utf8') : undefined;
}

/**
 * Version 2 writes `%` as `-` and `/` as `_`. Version 3 keeps the link between `__` and `__;` and each character it does not
 * like as `*`, or `**` and a letter for a run of them; the characters follow in base64.
 */
function readUrlDefense(link: URL): string | undefined {
  if (link.pathname.startsWith('/v2/')) {
    const coded = link.searchParams.get('u');
    return coded ? decodeSafely(coded.replaceAll('-', '%').replaceAll('_', '/')) : undefined;
  }
  const found = /\/v3\/__(https?:\/.*?)__;([\w-]*)!/.exec(link.href);
  if (!found) return undefined;
  const [, masked = '', base64 = ''] = found;
  const characters = [...Buffer.from(base64, 'base64url').toString('utf8')];
  const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const plain = masked.replace(/\*(?:\*(.))?/g, (_, run: string | undefined) =>
    characters.splice(0, run === undefined ? 1 : runs.indexOf(run) + 2).join(''),
  );
  return plain.replace(/^(https?:)\/+/, '$1//');
}

/** `www-example-com.translate.goog`: dots are dashes, dashes are doubled. */
function readTranslated(link: URL): string | undefined {
  const name = link.hostname.replace(/\.translate\.goog$/, '');
  const host = name.replace(/--|-/g, (dash) => (dash === '--' ? '-' : '.'));
  if (!URL.canParse(`https://${host}`)) return undefined;
  const inner = new URL(`https://${host}${link.pathname}${link.search}`);
  for (const key of [...inner.searchParams.keys()]) if (key.startsWith('_x_tr_')) inner.searchParams.delete(key);
  return inner.href;
}

function decodeSafely(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
