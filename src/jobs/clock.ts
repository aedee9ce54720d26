/** The time and what waits for it; a test brings its own. */
export type Clock = {
  /** Epoch milliseconds. */
  now: () => number;
  /** Calls back once after `ms`; what it returns takes that back. */
  setTimer: (callback: () => void, ms: number) => () => void;
};

export const systemClock: Clock = {
  now: Date.now,
  setTimer: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits; rejects with the signal's reason where it is aborted. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.setTimer(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
