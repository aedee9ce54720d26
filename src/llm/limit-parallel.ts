/** Runs work when its turn comes. */
export type Limit = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Lets at most `max` pieces of work run at once; the others wait in the order they came. One that is aborted while it waits
 * throws the signal's reason and leaves the line.
 */
export function limitParallel(max: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function takeTurn(signal: AbortSignal): Promise<void> {
    if (running < max) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      waiting.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return async (work, signal) => {
    signal.throwIfAborted();
    await takeTurn(signal);
    try {
      return await work();
    } finally {
      // The turn goes to the next in line as it is, so that nobody who comes now overtakes.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
