import { APIConnectionTimeoutError, APIError } from 'openai';
import { DraftError } from '../core/errors.ts';
import { readRetryAfter, tooLarge } from './bounded-fetch.ts';

/** The server did not take the request in any form: it may be longer than the model's context. */
export class RequestRefused extends DraftError {}

// The article, not the form or the length: the same text would be refused again however it came.
const contentCodes = ['content_filter', 'content_policy_violation'];

/**
 * Turns what the SDK throws into ours. The cause keeps status and code alone: the SDK's own error holds headers and the
 * server's text, which may repeat the key or the article.
 */
export function toDraftError(error: unknown): DraftError {
  if (error instanceof DraftError) return error;
  const options = { cause: toSafeCause(error) };
  if (error instanceof APIConnectionTimeoutError) return new DraftError('model-slow', options);
  if (!(error instanceof APIError))
    return new DraftError(error instanceof SyntaxError ? 'bad-answer' : 'model-down', options);
  // The SDK types the status as any.
  const status: unknown = error.status;
  if (typeof status !== 'number') return new DraftError('model-down', options);
  if (error.code === tooLarge) return new DraftError('bad-answer', options);
  if (error.code === 'insufficient_quota' || [401, 402, 403].includes(status))
    return new DraftError('bad-key', options);
  if (status === 408) return new DraftError('model-slow', options);
  if (status === 429) {
    const retryAfterMs = readRetryAfter(error.headers);
    return new DraftError('rate-limited', retryAfterMs === undefined ? options : { ...options, retryAfterMs });
  }
  // A 404 is a model or a path that this server does not have: down for us, and waiting will not mend it.
  if (status === 404 || status >= 500) return new DraftError('model-down', options);
  const isContent = contentCodes.includes(String(error.code));
  return isContent ? new DraftError('model-refused', options) : new RequestRefused('model-refused', options);
}

/** The server did not take the request as it was put: perhaps it does not know the response format. */
export function isRequestRefused(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  // The SDK types the status as any.
  const status: unknown = error.status;
  if (status !== 400 && status !== 415 && status !== 422 && status !== 501) return false;
  return ![...contentCodes, 'context_length_exceeded'].includes(String(error.code));
}

/** The server named the bound on the answer's length as what it did not take: too high for the model, or not known to it. */
export function isAboutLength(error: unknown): boolean {
  // Servers have no code in common for it; what they say is searched for the field's name alone.
  return isRequestRefused(error) && error instanceof Error && /max_(completion_)?tokens/.test(error.message);
}

// Words that a server's error may carry into our log; anything else it says stays out.
const knownCodes = [
  'content_filter',
  'content_policy_violation',
  'context_length_exceeded',
  'insufficient_quota',
  'invalid_api_key',
  'model_not_found',
  'rate_limit_exceeded',
  tooLarge,
];

function toSafeCause(error: unknown): Error {
  const words = [error instanceof Error ? error.constructor.name : typeof error];
  if (error instanceof APIError && typeof error.status === 'number') {
    words.push(`HTTP ${error.status}`);
    if (knownCodes.includes(String(error.code))) words.push(String(error.code));
  } else {
    words.push(...readSystemCodes(error));
  }
  return new Error(words.join(' '));
}

// ECONNREFUSED and the like, from the error or what caused it. They come from Node, never from the server.
function readSystemCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(at.code)) codes.push(at.code);
  }
  return codes;
}
