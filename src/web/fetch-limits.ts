import type { Refusal } from '../core/article.ts';
import { transferRefusals } from './fetch-refusals.ts';

/** Bounds of one read; times in milliseconds, sizes in bytes. */
export type FetchLimits = {
  maxRedirects: number;
  /** As sent by the site, compressed or not. */
  maxWireBytes: number;
  /** For PDFs, which carry pictures. */
  maxPdfBytes: number;
  maxDecodedBytes: number;
  maxHeaderBytes: number;
  connectMs: number;
  headersMs: number;
  /** Longest silence within a body. */
  bodyIdleMs: number;
  /** Longest wait for a site that says when to come again; one that wants more is not waited for. */
  maxPauseMs: number;
  /** All fetches for one link, redirects and waits included. */
  totalMs: number;
  /** Requests to one host at a time. */
  perHost: number;
};

/** Pages are far below these, and every hostile server ends within them (`npm run bench:hostile`). */
export const defaultFetchLimits: FetchLimits = {
  maxRedirects: 5,
  maxWireBytes: 5_000_000,
  maxPdfBytes: 10_000_000,
  maxDecodedBytes: 8_000_000,
  maxHeaderBytes: 16_384,
  connectMs: 3_000,
  headersMs: 5_000,
  bodyIdleMs: 5_000,
  maxPauseMs: 4_000,
  totalMs: 15_000,
  perHost: 3,
};

/**
 * Runs `work` under a deadline. After it, `work` is stopped and the refusal is that the site took too long.
 *
 * @throws what `work` throws; the signal's reason where it is aborted
 */
export async function limitTime<T>(
  signal: AbortSignal,
  totalMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | Refusal> {
  const deadline = AbortSignal.timeout(totalMs);
  try {
    return await work(AbortSignal.any([signal, deadline]));
  } catch (error) {
    signal.throwIfAborted();
    if (deadline.aborted) return transferRefusals.timedOut;
    throw error;
  }
}
