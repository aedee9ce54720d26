import type { Clock } from '../../src/jobs/clock.ts';

/** A clock that stands until it is moved; the timers passed on the way go off in their order, and what they start is waited for. */
export type FakeClock = Clock & { advance(ms: number): Promise<void>; settle(): Promise<void>; timers(): number };

export function createFakeClock(start = 1_800_000_000_000): FakeClock {
  let time = start;
  const timers = new Set<{ at: number; callback: () => void }>();

  // node:sqlite answers at once, so whatever was started rests after a few rounds of the event loop.
  async function settle(): Promise<void> {
    for (let round = 0; round < 12; round++) await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    now: () => time,
    setTimer(callback, ms) {
      const timer = { at: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.callback();
        await settle();
      }
      time = end;
    },
    settle,
    timers: () => timers.size,
  };
}
