import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; rejects with the signal's reason where it is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Keeps this bot from burdening a site: a few requests at a time, and none while the site asks to be left alone. */
export type HostManners = {
  /** Runs `visit` as soon as fewer than the limit run at this host; first come, first served. */
  visit<T>(host: string, signal: AbortSignal, visit: () => Promise<T>): Promise<T>;
  /** Takes note of a Retry-After header of a 429 or 503. Returns its milliseconds, or undefined where it says nothing. */
  noteRetryAfter(host: string, retryAfter: string | undefined): number | undefined;
  /** Milliseconds that the site still wants to be left alone. */
  pauseMs(host: string): number;
};

const maxPauseMs = 3_600_000;
const maxPausedHosts = 1_000;

/** @param perHost  requests to one host at a time */
export function createHostManners({ perHost, now }: { perHost: number; now: () => number }): HostManners {
  const visits = new Map<string, { running: number; waiting: (() => void)[] }>();
  const pausedUntil = new Map<string, number>();

  async function visit<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const line = visits.get(host) ?? { running: 0, waiting: [] };
    visits.set(host, line);
    if (line.running >= perHost) await waitForTurn(line.waiting, signal);
    else line.running++;
    try {
      return await work();
    } finally {
      // The turn goes straight to the next in line, so that nobody slips in between.
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.running === 0) visits.delete(host);
    }
  }

  function noteRetryAfter(host: string, retryAfter: string | undefined): number | undefined {
    const ms = parseRetryAfter(retryAfter, now());
    if (ms === undefined) return undefined;
    for (const [name, until] of pausedUntil) if (until <= now()) pausedUntil.delete(name);
    if (pausedUntil.size < maxPausedHosts) pausedUntil.set(host, now() + ms);
    return ms;
  }

  return {
    visit,
    noteRetryAfter,
    pauseMs: (host) => Math.max(0, (pausedUntil.get(host) ?? 0) - now()),
  };
}

/** Real waiting. */
export const waitInTime: Wait = async (ms, signal) => {
  if (ms > 0) await sleep(ms, undefined, { signal });
};

function waitForTurn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      waiting.splice(waiting.indexOf(onTurn), 1);
      reject(signal.reason);
    };
    const onTurn = () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    };
    if (signal.aborted) reject(signal.reason);
    else {
      signal.addEventListener('abort', onAbort, { once: true });
      waiting.push(onTurn);
    }
  });
}

/** Seconds or an HTTP date; at most an hour, as no reader waits longer. */
function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\s*\d{1,9}\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(maxPauseMs, Math.max(0, ms));
}
