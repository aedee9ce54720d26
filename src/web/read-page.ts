import type { Article, Refusal } from '../core/article.ts';
import type { Log, ReadPage } from '../ports.ts';
import { createAddressGuard, type Lookup } from './address-guard.ts';
import { decodeText } from './decode.ts';
import { createPageFetcher, defaultFetchLimits, type FetchedPage, type FetchLimits } from './fetch-page.ts';
import { transferRefusals } from './fetch-refusals.ts';
import { refuseStatus } from './judge-status.ts';
import { readDocument, type TextReaders } from './read-document.ts';
import { findUnreadableType } from './sniff.ts';

/** How pages are read; every part has a real default. */
export type PageReaderOptions = {
  lookup?: Lookup;
  /** Intranet hosts that may be read although their address is private: `host` or `host:port`. */
  allowedPrivateHosts?: readonly string[];
  limits?: Partial<FetchLimits>;
  /** Should name the bot and an address to write to. */
  userAgent?: string;
  log?: Log;
  readers: TextReaders;
};

/**
 * The port that reads a page: fetched within limits from public addresses alone, decoded, cut down to its article, or a
 * refusal that says what was seen. Throws only where the caller's signal is aborted.
 */
export function createPageReader(options: PageReaderOptions): ReadPage {
  const { log, readers } = options;
  const fetchPage = createPageFetcher({
    guard: createAddressGuard(options.allowedPrivateHosts),
    limits: { ...defaultFetchLimits, ...options.limits },
    userAgent: options.userAgent ?? 'Byline (Slack link reader)',
    lookup: options.lookup,
    canRead: (contentType) => findUnreadableType(contentType) === undefined,
  });

  return async (url, signal) => {
    const host = hostOf(url);
    log?.debug({ host }, 'page requested');
    const page = await fetchPage(url, signal);
    const read = page.kind === 'page' ? await readAnswer(page, signal, readers) : page;
    if (read.kind === 'article') log?.info({ host, wordCount: read.wordCount }, 'page read');
    else log?.warn({ host, why: read.why, status: page.kind === 'page' ? page.status : undefined }, 'page refused');
    return read;
  };
}

async function readAnswer(page: FetchedPage, signal: AbortSignal, readers: TextReaders): Promise<Article | Refusal> {
  const contentType = page.headers.get('content-type') ?? null;
  const isHtml = /html/i.test(contentType ?? '');
  const html = page.status === 200 || !isHtml ? '' : decodeText(page.bytes, contentType);
  const refusal = refuseStatus({ status: page.status, headers: page.headers, html });
  if (refusal) return page.status === 204 || page.status === 205 ? transferRefusals.empty : refusal;
  const name = new URL(page.url).pathname.split('/').at(-1) ?? null;
  const origin = { url: page.url, contentType, name };
  return readDocument(page.bytes, origin, signal, readers);
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
