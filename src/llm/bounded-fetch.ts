import { AsyncLocalStorage } from 'node:async_hooks';

/** The code of the error that stands for an answer larger than the bound. */
export const tooLarge = 'answer_too_large';

/** Told of an accepted answer's body once its last byte is there, before anything else is done with it. */
export const heardWhole = new AsyncLocalStorage<(body: string) => void>();

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A fetch that reads the whole answer, at most `maxBytes` of it, while the caller's signal still holds: a body that never
 * ends must not outlive the request's deadline. Redirects are errors: key and article go to the configured server only.
 * An answer that asks to wait longer than `maxWaitMs` is marked as not to be retried here; the job can wait, a held
 * connection should not.
 */
export function boundFetch(fetch: Fetch, limits: { maxBytes: number; maxWaitMs: number }): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    const body = await readBody(response, limits.maxBytes);
    if (response.ok && body) heardWhole.getStore()?.(new TextDecoder().decode(body));
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
    if (body === undefined) {
      return Response.json({ error: { code: tooLarge } }, { status: 413, headers: { 'x-should-retry': 'false' } });
    }
    const waitMs = readRetryAfter(response.headers);
    if (waitMs !== undefined && waitMs > limits.maxWaitMs) headers.set('x-should-retry', 'false');
    const status = response.status >= 200 && response.status <= 599 ? response.status : 502;
    const empty = [204, 205, 304].includes(status);
    return new Response(empty ? null : body, { status, headers });
  };
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
