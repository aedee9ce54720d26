import type { FallbackReason, Usage } from './draft.ts';

/** Why a model gave no usable draft. `code` picks the sentence a person sees; `cause` is for the log alone. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly code: Exclude<FallbackReason, 'nothing-held'>;
  /** Milliseconds the server asked to wait, where it did. */
  readonly retryAfterMs: number | undefined;
  /** What was spent before it failed, as far as the server counted. */
  readonly usage: Usage | undefined;

  constructor(code: DraftError['code'], options?: ErrorOptions & { retryAfterMs?: number; usage?: Usage }) {
    super(code, options);
    this.code = code;
    this.retryAfterMs = options?.retryAfterMs;
    this.usage = options?.usage;
  }
}

export type SlackFailure =
  | 'rate-limited'
  | 'unavailable'
  | 'not-in-channel'
  | 'channel-gone'
  | 'post-gone'
  | 'too-long'
  | 'not-allowed'
  | 'refused';

/** Why Slack did not take a reply. `maybeStored`: the call may have reached Slack all the same (a timeout, a cut connection). */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: SlackFailure;
  readonly retryAfterMs: number | undefined;
  readonly maybeStored: boolean;

  constructor(code: SlackFailure, options?: ErrorOptions & { retryAfterMs?: number; maybeStored?: boolean }) {
    super(code, options);
    this.code = code;
    this.retryAfterMs = options?.retryAfterMs;
    this.maybeStored = options?.maybeStored ?? false;
  }
}

/** Thrown in a job to say when to try again; anything else that is thrown is retried with growing pauses. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly code: string;
  readonly afterMs: number;

  constructor(code: string, afterMs: number, options?: ErrorOptions) {
    super(`${code}: again in ${afterMs} ms`, options);
    this.code = code;
    this.afterMs = afterMs;
  }
}

/** Thrown in a job that must not be tried again. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
