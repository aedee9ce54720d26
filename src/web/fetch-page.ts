import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, request } from 'undici';
import type { Refusal } from '../core/article.ts';
import { unwrapLink } from '../core/links/wrappers.ts';
import { type AddressGuard, createGuardedConnector, type Lookup } from './address-guard.ts';
import { readBody } from './fetch-body.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { refuseRobots, refuseUrl, refuseWait, toTransferRefusal, transferRefusals } from './fetch-refusals.ts';
import type { HostManners, Wait } from './host-manners.ts';
import { createRobotsGate, type RobotsGate } from './robots-gate.ts';

/** What a site answered, after redirects; any status but a redirect's. */
export type FetchedPage = {
  kind: 'page';
  url: string;
  status: number;
  headers: ReadonlyMap<string, string>;
  bytes: Uint8Array;
};

/** A page read before: sent along, so that its site may answer 304 in place of the same page. */
export type Validators = { url: string; etag: string | undefined; lastModified: string | undefined };

/** Fetches a page. Throws where the signal is aborted. */
export type FetchPage = (url: string, signal: AbortSignal, known?: Validators) => Promise<FetchedPage | Refusal>;

export type FetchOptions = {
  guard: AddressGuard;
  limits: FetchLimits;
  userAgent: string;
  manners: HostManners;
  now: () => number;
  wait: Wait;
  lookup?: Lookup | undefined;
  /** False for a content type whose body is not worth having; it is then not read. */
  canRead: (contentType: string) => boolean;
  /** The product token that sites' robots.txt is asked for; undefined: it is not asked. */
  robotsToken?: string | undefined;
};

/**
 * A fetcher that connects only where `guard` allows, on every hop, and stops at the limits. It keeps no connection, no
 * cookie and no proxy setting between two pages.
 */
export function createPageFetcher(options: FetchOptions): FetchPage {
  const fetchWith = async (gate: RobotsGate | undefined, url: string, signal: AbortSignal, known?: Validators) => {
    signal.throwIfAborted();
    const agent = new Agent({
      connect: createGuardedConnector(options.guard, { lookup: options.lookup, connectMs: options.limits.connectMs }),
      headersTimeout: options.limits.headersMs,
      bodyTimeout: options.limits.bodyIdleMs,
      maxHeaderSize: options.limits.maxHeaderBytes,
      pipelining: 1,
    });
    try {
      return await followLink(url, { ...options, agent, gate, signal, known });
    } catch (error) {
      signal.throwIfAborted();
      const refusal = toTransferRefusal(error);
      if (!refusal) throw error;
      return refusal;
    } finally {
      await agent.destroy();
    }
  };
  const gate =
    options.robotsToken === undefined
      ? undefined
      : createRobotsGate({
          token: options.robotsToken,
          now: options.now,
          fetchRobots: (url, signal) => fetchWith(undefined, url, signal),
        });
  return (url, signal, known) => fetchWith(gate, url, signal, known);
}

type Visit = FetchOptions & {
  agent: Dispatcher;
  gate: RobotsGate | undefined;
  signal: AbortSignal;
  known: Validators | undefined;
};

async function followLink(link: string, visit: Visit): Promise<FetchedPage | Refusal> {
  const { guard, limits, manners, signal } = visit;
  if (!URL.canParse(link)) return transferRefusals.badLink;
  let url = new URL(link);
  let hasWaited = false;
  for (let hops = 0; hops <= limits.maxRedirects; ) {
    const fault = guard.findFault(url);
    if (fault) return refuseUrl(fault);
    if (visit.gate && !(await visit.gate(url, signal))) return refuseRobots;
    const pauseMs = manners.pauseMs(url.host);
    if (pauseMs > limits.maxPauseMs) return refuseWait(pauseMs);
    await visit.wait(pauseMs, signal);
    const answer = await manners.visit(url.host, signal, () => askSite(url, visit));
    if (answer.kind === 'redirect') {
      if (!URL.canParse(answer.location, url.href)) return transferRefusals.badLink;
      // Another site's exit page is passed by: it would answer with a warning, not with a redirect.
      url = new URL(unwrapLink(new URL(answer.location, url).href));
      hops++;
      continue;
    }
    if (answer.kind === 'page' && (answer.status === 429 || answer.status === 503)) {
      const retryMs = manners.noteRetryAfter(url.host, answer.headers.get('retry-after'));
      if (retryMs !== undefined && retryMs <= limits.maxPauseMs && !hasWaited) {
        hasWaited = true;
        continue;
      }
    }
    return answer;
  }
  return transferRefusals.tooManyRedirects;
}

const redirects = new Set([301, 302, 303, 307, 308]);

async function askSite(
  url: URL,
  { agent, signal, userAgent, known, canRead, limits }: Visit,
): Promise<FetchedPage | Refusal | { kind: 'redirect'; location: string }> {
  const address = new URL(url);
  address.hash = '';
  const response = await request(address, {
    dispatcher: agent,
    signal,
    headers: {
      'user-agent': userAgent,
      accept: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1',
      'accept-encoding': 'gzip, br, deflate',
      'accept-language': '*',
      ...(known?.url === address.href ? toConditions(known) : {}),
    },
  });
  const headers = foldHeaders(response.headers);
  const location = headers.get('location');
  if (redirects.has(response.statusCode) && location) {
    discard(response.body);
    return { kind: 'redirect', location: readLocation(location) };
  }
  const page = { kind: 'page' as const, url: address.href, status: response.statusCode, headers };
  if (!canRead(headers.get('content-type') ?? '')) {
    discard(response.body);
    return { ...page, bytes: new Uint8Array() };
  }
  const bytes = await readBody(response.body, headers, limits);
  return bytes instanceof Uint8Array ? { ...page, bytes } : bytes;
}

function toConditions({ etag, lastModified }: Validators): Record<string, string> {
  if (etag) return { 'if-none-match': etag };
  return lastModified ? { 'if-modified-since': lastModified } : {};
}

// Headers come byte by byte; a Location with other letters than a link may hold is UTF-8, as browsers take it.
function readLocation(location: string): string {
  if (!/[\u0080-\u00ff]/.test(location) || /[^\u0000-\u00ff]/.test(location)) return location;
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? location : text;
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
