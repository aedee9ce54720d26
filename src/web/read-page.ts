import type { Article, Refusal } from '../core/article.ts';
import { isHiddenNewsLink, unwrapLink } from '../core/links/wrappers.ts';
import type { Log, ReadPage } from '../ports.ts';
import { createAddressGuard, type Lookup } from './address-guard.ts';
import { decodeText } from './decode.ts';
import { defaultFetchLimits, type FetchLimits, limitTime } from './fetch-limits.ts';
import { createPageFetcher, type FetchedPage, type FetchPage } from './fetch-page.ts';
import { refuseHiddenLink } from './fetch-refusals.ts';
import { createHostManners, type Wait, waitInTime } from './host-manners.ts';
import { refuseStatus } from './judge-status.ts';
import { findNextLink, isAmpPage } from './next-link.ts';
import { createPageCache, type KnownPage } from './page-cache.ts';
import { readDocument } from './read-document.ts';
import type { TextReaders } from './reading-thread.ts';
import { createShareWork } from './share-work.ts';
import { findUnreadableType } from './sniff.ts';

/** How pages are read; every part has a real default. */
export type PageReaderOptions = {
  lookup?: Lookup;
  /** Intranet hosts that may be read although their address is private: `host` or `host:port`. */
  allowedPrivateHosts?: readonly string[];
  limits?: Partial<FetchLimits>;
  /** Should name the bot and whom a site's owner can ask. */
  userAgent?: string;
  /** `never`: a person posted the link, and reads it through this bot. `always`: for links that nobody posted. */
  honourRobots?: 'never' | 'always';
  /** Milliseconds for which a page read is not fetched again; 0 keeps none. */
  freshMs?: number;
  log?: Log;
  now?: () => number;
  wait?: Wait;
  readers?: TextReaders;
};

const product = 'Byline';
const fiveMinutesMs = 300_000;
const dayMs = 86_400_000;

/**
 * The port that reads a page: fetched within limits from public addresses alone, decoded, cut down to its article, or a
 * refusal that says what was seen. A link asked for several times within `freshMs` is fetched once; later, its site is asked
 * whether the page changed. Throws only where the caller's signal is aborted.
 */
export function createPageReader(options: PageReaderOptions = {}): ReadPage {
  const { log, now = Date.now } = options;
  const limits = { ...defaultFetchLimits, ...options.limits };
  const fetchPage = createPageFetcher({
    guard: createAddressGuard(options.allowedPrivateHosts),
    limits,
    userAgent: options.userAgent ?? `${product} (reads links posted in Slack)`,
    manners: createHostManners({ perHost: limits.perHost, now }),
    now,
    wait: options.wait ?? waitInTime,
    lookup: options.lookup,
    canRead: (contentType) => findUnreadableType(contentType) === undefined,
    robotsToken: options.honourRobots === 'always' ? product : undefined,
  });
  const freshMs = options.freshMs ?? fiveMinutesMs;
  const cache = createPageCache({ now, freshMs, keepMs: dayMs, maxPages: 200, maxCharacters: 10_000_000 });
  const share = createShareWork<Article | Refusal>();

  async function readThroughCache(url: string, signal: AbortSignal): Promise<Article | Refusal> {
    const fresh = cache.findFresh(url);
    if (fresh) return fresh.read;
    const known = cache.findKnown(url);
    const page = await readLink(url, { fetchPage, readers: options.readers, totalMs: limits.totalMs, known, signal });
    if (isWorthKeeping(page)) cache.keep(url, { ...page, readAt: now() });
    return page.read;
  }

  return async (url, signal) => {
    const link = withoutFragment(unwrapLink(url));
    const read = await share(link, signal, (shared) => readThroughCache(link, shared));
    const host = URL.canParse(link) ? new URL(link).host : null;
    if (read.kind === 'article') log?.info({ host, wordCount: read.wordCount }, 'page read');
    else log?.warn({ host, why: read.why }, 'page refused');
    return read;
  };
}

type ReadLink = {
  fetchPage: FetchPage;
  readers: TextReaders | undefined;
  totalMs: number;
  known: KnownPage | undefined;
  signal: AbortSignal;
};
/** A page read just now. `keep` is false where its site does not want it kept. */
type PageRead = Omit<KnownPage, 'readAt'> & { keep: boolean };

/** Pages on the way to an article: a shortener's, an aggregator's, the AMP form. */
const maxStopovers = 3;

async function readLink(start: string, { fetchPage, readers, totalMs, known, signal }: ReadLink): Promise<PageRead> {
  const read = await limitTime(signal, totalMs, async (limited): Promise<PageRead> => {
    let link = start;
    let ampForm: PageRead | undefined;
    for (let stopovers = 0; ; stopovers++) {
      if (isHiddenNewsLink(link)) return refused(refuseHiddenLink, link);
      const page = await fetchPage(link, limited, known);
      if (page.kind === 'refusal') return ampForm ?? refused(page, link);
      if (page.status === 304 && known) return { ...known, keep: true };
      const found = toPageRead(page, await readAnswer(page, signal, readers));
      if (found.read.kind === 'refusal' && ampForm) return ampForm;
      const next = ampForm || stopovers === maxStopovers ? undefined : findNext(page, found.read);
      if (!next) return found;
      if (found.read.kind === 'article') ampForm = found;
      link = unwrapLink(next);
    }
  });
  return 'read' in read ? read : refused(read, start);
}

/** The page behind a page: the full form of an AMP article, or where a page without an article sends its readers. */
function findNext(page: FetchedPage, read: Article | Refusal): string | undefined {
  const refresh = page.headers.get('refresh');
  if (page.status !== 200 || (page.bytes.byteLength === 0 && !refresh)) return undefined;
  const html = decodeText(page.bytes, page.headers.get('content-type') ?? null);
  if (read.kind === 'refusal') return findNextLink(html, page.url, refresh);
  return isAmpPage(html) && read.canonicalUrl && read.canonicalUrl !== page.url ? read.canonicalUrl : undefined;
}

async function readAnswer(page: FetchedPage, signal: AbortSignal, readers?: TextReaders): Promise<Article | Refusal> {
  const contentType = page.headers.get('content-type') ?? null;
  const isHtml = /html/i.test(contentType ?? '');
  const html = page.status === 200 || !isHtml ? '' : decodeText(page.bytes.subarray(0, 200_000), contentType);
  const refusal = refuseStatus({ status: page.status, headers: page.headers, html });
  if (refusal) return refusal;
  const name = new URL(page.url).pathname.split('/').at(-1) ?? null;
  return readDocument(page.bytes, { url: page.url, contentType, name }, signal, readers);
}

function toPageRead(page: FetchedPage, read: Article | Refusal): PageRead {
  return {
    read,
    url: page.url,
    etag: page.headers.get('etag'),
    lastModified: page.headers.get('last-modified'),
    keep: !/\bno-store\b/i.test(page.headers.get('cache-control') ?? ''),
  };
}

function refused(read: Refusal, url: string): PageRead {
  return { read, url, etag: undefined, lastModified: undefined, keep: true };
}

/** What may be otherwise in a moment is asked for again. */
function isWorthKeeping({ read, keep }: PageRead): boolean {
  const passing = ['unreachable', 'timed-out', 'error-page', 'bot-check', 'robots'];
  return keep && (read.kind === 'article' || !passing.includes(read.why));
}

function withoutFragment(link: string): string {
  return link.replace(/#.*$/, '');
}
