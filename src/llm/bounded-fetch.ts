import { AsyncLocalStorage } from 'node:async_hooks';
import { type Fault, mayPass, readFault, readHiddenStatus, tooLarge } from './read-fault.ts';

/** Told of an accepted answer's body once its last byte is there, before anything else is done with it. */
export const heardWhole = new AsyncLocalStorage<(body: string) => void>();

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A fetch that reads the whole answer, at most `maxBytes` of it, while the caller's signal still holds: a body that never
 * ends must not outlive the request's deadline. Redirects are errors: key and article go to the configured server only.
 *
 * Of an error nothing goes on but its status, its headers and our own word for it (`read-fault.ts`), also where it came with status
 * 200. Marked as not to be retried here: what no waiting mends, what asks to wait longer than `maxWaitMs`, and a rate limit that
 * was met twice; the job can wait, a held connection should not.
 */
export function boundFetch(fetch: Fetch, limits: { maxBytes: number; maxWaitMs: number }): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const bytes = await readBody(response, limits.maxBytes);
    const body = bytes && new TextDecoder().decode(bytes);
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'location']) headers.delete(name);
    if (body === undefined) return toErrorResponse(413, { kind: tooLarge }, headers);
    const status = response.ok ? (readHiddenStatus(body) ?? 200) : response.status;
    if (status === 200) {
      if (body) heardWhole.getStore()?.(body);
      // Some servers call their JSON something else: what it is, is seen when it is read.
      headers.set('content-type', 'text/plain');
      return new Response(body, { status, headers });
    }
    const fault = readFault(status, body);
    const waitMs = readRetryAfter(response.headers) ?? 0;
    const isLater = waitMs > limits.maxWaitMs || (fault.kind === 'rate-limited' && countRetries(init) > 0);
    return toErrorResponse(status, fault, headers, mayPass(fault) && !isLater);
  };
}

function toErrorResponse(status: number, fault: Fault, headers: Headers, isToRetry = false): Response {
  headers.set('content-type', 'application/json');
  if (!isToRetry) headers.set('x-should-retry', 'false');
  // A redirect is no status that an error may have here, and what is no status at all neither.
  return Response.json(
    { error: { code: fault.kind, ...fault } },
    { status: status >= 400 && status <= 599 ? status : 502, headers },
  );
}

// The SDK counts its own.
function countRetries(init: RequestInit | undefined): number {
  return Number(new Headers(init?.headers).get('x-stainless-retry-count') ?? 0);
}

const maxRetryAfterMs = 86_400_000;

/** Milliseconds a server asks to wait, at most a day; undefined where it does not say, or says nonsense. */
export function readRetryAfter(headers: Headers | undefined): number | undefined {
  const inMs = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  const after = headers?.get('retry-after') ?? '';
  const inSeconds = /^\s*\d+(?:\.\d+)?\s*$/.test(after)
    ? Number.parseFloat(after) * 1000
    : Date.parse(after) - Date.now();
  const waitMs = Number.isFinite(inMs) ? inMs : inSeconds;
  return Number.isFinite(waitMs) && waitMs >= 0 ? Math.min(Math.ceil(waitMs), maxRetryAfterMs) : undefined;
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}
