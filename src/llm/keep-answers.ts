import { createHash } from 'node:crypto';
import type { KeepAnswer } from '../ports.ts';
import { anyFence } from './render-article.ts';

/** What is asked of whom, but not how: form and schema change with what is learned about the server. */
type Request = { endpoint: string; shape: string; messages: unknown[] };

/** Stores an answer as it came; see KeepAnswer. */
export type KeepRaw = (answer: string) => Promise<void>;

/** The answer that an earlier try of the same job got to the same request, or what stores the one that comes. */
export async function findKept(
  keep: KeepAnswer | undefined,
  request: Request,
): Promise<{ answer?: string; keepRaw?: KeepRaw }> {
  if (!keep) return {};
  const name = nameRequest(request);
  const answer = await keep.find(name);
  return answer === undefined ? { keepRaw: (raw) => keep.keep(name, raw) } : { answer };
}

// The fence is drawn anew for every request.
function nameRequest(request: Request): string {
  return hash(JSON.stringify(request).replaceAll(anyFence, ''));
}

/** Tells endpoints apart without giving away their key. */
export function nameEndpoint(endpoint: { baseUrl?: string | undefined; apiKey: string; model: string }): string {
  return hash(JSON.stringify([endpoint.baseUrl ?? null, endpoint.apiKey, endpoint.model]));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
