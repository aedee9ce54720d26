import { DraftError } from '../core/errors.ts';
import type { Log } from '../ports.ts';
import { RequestRefused } from './to-draft-error.ts';

/** Bounds on what is sent: characters of an article in one request, and how many requests a long article is read in. */
export type LengthLimits = { maxArticleChars: number; maxParts: number };

const minArticleChars = 8_000;

const minCappedChars = 1_500;

/**
 * Does the work with less and less of the article in one request, where the first request would cost more than is left to spend.
 *
 * @param length  the article's own, in characters
 * @throws what the work throws, DraftError `over-cap` where the least costs too much
 */
export async function fitToPurse<T>(
  maxArticleChars: number,
  length: number,
  work: (maxChars: number) => Promise<T>,
): Promise<T> {
  for (let maxChars = maxArticleChars; ; maxChars = Math.floor(Math.min(maxChars, length) / 2)) {
    try {
      return await work(maxChars);
    } catch (error) {
      const isUnpaid = error instanceof DraftError && error.code === 'over-cap' && !error.usage?.calls;
      if (!isUnpaid || Math.min(maxChars, length) / 2 < minCappedChars) throw error;
    }
  }
}

/**
 * Does the work with less and less of the article in one request, where the server refuses the request in every form: its
 * context may be too small. What worked is remembered in `limits`.
 *
 * @param length  the article's own, in characters
 * @throws what the work throws, RequestRefused where the least was refused too
 */
export async function fitToContext<T>(
  limits: LengthLimits,
  length: number,
  log: Log,
  work: (maxChars: number) => Promise<T>,
): Promise<T> {
  for (let maxChars = limits.maxArticleChars; ; maxChars = Math.floor(Math.min(maxChars, length) / 2)) {
    try {
      const result = await work(maxChars);
      limits.maxArticleChars = Math.min(limits.maxArticleChars, maxChars);
      return result;
    } catch (error) {
      const less = Math.floor(Math.min(maxChars, length) / 2);
      if (!(error instanceof RequestRefused) || less < minArticleChars) throw error;
      log.warn({ maxChars: less }, 'request refused: trying with a smaller part of the article');
    }
  }
}
