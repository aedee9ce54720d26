import { APIConnectionTimeoutError, APIError } from 'openai';
import { DraftError } from '../core/errors.ts';
import { readRetryAfter } from './bounded-fetch.ts';
import { type Fault, type FaultKind, faultSchema } from './read-fault.ts';

/** The server did not take the request in any form: it may be longer than the model's context. */
export class RequestRefused extends DraftError {}

const codes: Record<FaultKind, DraftError['code']> = {
  'answer-bound': 'request-refused',
  'answer-too-large': 'bad-answer',
  'bad-key': 'bad-key',
  content: 'model-refused',
  down: 'model-down',
  format: 'request-refused',
  'no-credit': 'no-credit',
  'not-served': 'not-served',
  'not-taken': 'request-refused',
  'rate-limited': 'rate-limited',
  redirected: 'unknown-model',
  slow: 'model-slow',
  'too-long': 'over-context',
  unclear: 'request-refused',
  'unknown-model': 'unknown-model',
};

/**
 * Turns what the SDK throws into ours. The cause keeps status and our own words alone: the SDK's own error holds headers, which may
 * repeat the key.
 */
export function toDraftError(error: unknown): DraftError {
  if (error instanceof DraftError) return error;
  const fault = faultOf(error);
  const options = { cause: toSafeCause(error, fault) };
  if (error instanceof APIConnectionTimeoutError) return new DraftError('model-slow', options);
  if (!fault) return new DraftError(error instanceof SyntaxError ? 'bad-answer' : 'model-down', options);
  const code = codes[fault.kind];
  if (fault.kind === 'too-long' || fault.kind === 'unclear') return new RequestRefused(code, options);
  const retryAfterMs = fault.kind === 'rate-limited' && error instanceof APIError && readRetryAfter(error.headers);
  return new DraftError(code, typeof retryAfterMs === 'number' ? { ...options, retryAfterMs } : options);
}

/** What `boundFetch` read in the server's answer; undefined where there was none. */
export function faultOf(error: unknown): Fault | undefined {
  return error instanceof APIError ? faultSchema.safeParse(error.error).data : undefined;
}

/** For the log: what happened, with the server's status where it answered. */
class EndpointError extends Error {
  override readonly name = 'EndpointError';
  readonly code: string;
  readonly status: number | undefined;

  constructor(code: string, status: number | undefined) {
    super(status === undefined ? code : `HTTP ${status} ${code}`);
    this.code = code;
    this.status = status;
  }
}

function toSafeCause(error: unknown, fault: Fault | undefined): Error {
  // The SDK types the status as any.
  const status: unknown = error instanceof APIError ? error.status : undefined;
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const code = fault?.kind ?? [kind, ...readSystemCodes(error)].join(' ');
  return new EndpointError(code, typeof status === 'number' ? status : undefined);
}

// ECONNREFUSED and the like, from the error or what caused it. They come from Node, never from the server.
function readSystemCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(at.code)) codes.push(at.code);
  }
  return codes;
}
