import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, request } from 'undici';
import type { Refusal } from '../core/article.ts';
import { type AddressGuard, createGuardedConnector, type Lookup } from './address-guard.ts';
import { readBody } from './fetch-body.ts';
import { refuseUrl, toTransferRefusal, transferRefusals } from './fetch-refusals.ts';

/** Bounds of one read; times in milliseconds, sizes in bytes. */
export type FetchLimits = {
  maxRedirects: number;
  /** As sent by the site, compressed or not. */
  maxWireBytes: number;
  maxDecodedBytes: number;
  maxHeaderBytes: number;
  connectMs: number;
  headersMs: number;
  /** Longest silence within a body. */
  bodyIdleMs: number;
  /** The whole read, all redirects included. */
  totalMs: number;
};

/** Measured in the project's notes: pages are far below, and every hostile server ends within them. */
export const defaultFetchLimits: FetchLimits = {
  maxRedirects: 5,
  maxWireBytes: 5_000_000,
  maxDecodedBytes: 8_000_000,
  maxHeaderBytes: 16_384,
  connectMs: 3_000,
  headersMs: 5_000,
  bodyIdleMs: 5_000,
  totalMs: 15_000,
};

/** What a site answered, after redirects; any status but a redirect's. */
export type FetchedPage = {
  kind: 'page';
  url: string;
  status: number;
  headers: ReadonlyMap<string, string>;
  bytes: Uint8Array;
};

export type FetchPage = (url: string, signal: AbortSignal) => Promise<FetchedPage | Refusal>;

/**
 * A fetcher that connects only where `guard` allows, on every hop, and stops at the limits. It keeps no connection, no
 * cookie and no proxy setting between two pages.
 *
 * @param canRead  false for a content type whose body is not worth having; it is then not read
 */
export function createPageFetcher(options: {
  guard: AddressGuard;
  limits: FetchLimits;
  userAgent: string;
  lookup?: Lookup | undefined;
  canRead: (contentType: string) => boolean;
}): FetchPage {
  const { guard, limits } = options;

  return async (url, signal) => {
    signal.throwIfAborted();
    const deadline = AbortSignal.timeout(limits.totalMs);
    const either = AbortSignal.any([signal, deadline]);
    const agent = new Agent({
      connect: createGuardedConnector(guard, { lookup: options.lookup, connectMs: limits.connectMs }),
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.bodyIdleMs,
      maxHeaderSize: limits.maxHeaderBytes,
      pipelining: 1,
    });
    try {
      return await followLink(url, agent, either, options);
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) return transferRefusals.timedOut;
      const refusal = toTransferRefusal(error);
      if (!refusal) throw error;
      return refusal;
    } finally {
      await agent.destroy();
    }
  };
}

const redirects = new Set([301, 302, 303, 307, 308]);

async function followLink(
  link: string,
  agent: Dispatcher,
  signal: AbortSignal,
  { guard, limits, userAgent, canRead }: Parameters<typeof createPageFetcher>[0],
): Promise<FetchedPage | Refusal> {
  if (!URL.canParse(link)) return transferRefusals.badLink;
  let url = new URL(link);
  for (let hops = 0; hops <= limits.maxRedirects; hops++) {
    const fault = guard.findFault(url);
    if (fault) return refuseUrl(fault);
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1',
        'accept-encoding': 'gzip, br, deflate',
        'accept-language': '*',
      },
    });
    const headers = foldHeaders(response.headers);
    const location = headers.get('location');
    if (redirects.has(response.statusCode) && location) {
      discard(response.body);
      if (!URL.canParse(location, url.href)) return transferRefusals.badLink;
      url = new URL(location, url);
      continue;
    }
    url.hash = '';
    const page = { kind: 'page' as const, url: url.href, status: response.statusCode, headers };
    if (!canRead(headers.get('content-type') ?? '')) {
      discard(response.body);
      return { ...page, bytes: new Uint8Array() };
    }
    const bytes = await readBody(response.body, headers, limits);
    return bytes instanceof Uint8Array ? { ...page, bytes } : bytes;
  }
  return transferRefusals.tooManyRedirects;
}

/** Closes the connection under a body that nobody will read. */
function discard(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

/** One value a name: the first, as a second Content-Type or Location is not to be believed. */
function foldHeaders(headers: Record<string, string | string[] | undefined>): Map<string, string> {
  const folded = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) folded.set(name.toLowerCase(), first);
  }
  return folded;
}
