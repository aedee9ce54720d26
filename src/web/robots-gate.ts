import type { Refusal } from '../core/article.ts';
import { decodeText } from './decode.ts';
import type { FetchedPage } from './fetch-page.ts';
import { type RobotsRules, readRobots } from './robots.ts';

/** Tells whether a site's robots.txt lets this reader read a link. */
export type RobotsGate = (url: URL, signal: AbortSignal) => Promise<boolean>;

/** How long a site's rules are believed (RFC 9309: no more than a day); a site that could not be asked is asked again soon. */
const keepMs = 24 * 3_600_000;
const keepUnreachableMs = 5 * 60_000;
const maxSites = 500;

/**
 * A gate that asks each site for its robots.txt and remembers the answer for a day. No such file (any 4xx): everything may
 * be read. A site that fails to answer: nothing may, as RFC 9309 has it.
 *
 * @param fetchRobots  fetches one robots.txt, itself not gated
 */
export function createRobotsGate(options: {
  token: string;
  now: () => number;
  fetchRobots: (url: string, signal: AbortSignal) => Promise<FetchedPage | Refusal>;
}): RobotsGate {
  const bySite = new Map<string, { rules: RobotsRules; until: number }>();

  return async (url, signal) => {
    const now = options.now();
    let known = bySite.get(url.origin);
    if (!known || known.until <= now) {
      const answer = await options.fetchRobots(`${url.origin}/robots.txt`, signal);
      const rules = toRules(answer, options.token);
      known = { rules: rules ?? (() => false), until: now + (rules ? keepMs : keepUnreachableMs) };
      bySite.delete(url.origin);
      bySite.set(url.origin, known);
      const oldest = bySite.keys().next().value;
      if (bySite.size > maxSites && oldest !== undefined) bySite.delete(oldest);
    }
    return known.rules(url.pathname + url.search);
  };
}

function toRules(answer: FetchedPage | Refusal, token: string): RobotsRules | undefined {
  if (answer.kind === 'refusal' || answer.status >= 500 || answer.status === 429) return undefined;
  if (answer.status !== 200) return () => true;
  return readRobots(decodeText(answer.bytes, 'text/plain; charset=utf-8'), token);
}
