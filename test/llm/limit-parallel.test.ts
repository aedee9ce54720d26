import { describe, expect, it } from 'vitest';
import { limitParallel } from '../../src/llm/limit-parallel.ts';

const { signal } = new AbortController();

/** Work that goes on until it is told to end. */
function makeWork() {
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) => async () => {
    started.push(number);
    await new Promise<void>((done) => {
      ends[number] = done;
    });
    return number;
  };
  return { started, work, end: (number: number) => ends[number]?.() };
}

const settle = () => new Promise((done) => setImmediate(done));

describe('limitParallel', () => {
  it('runs so many at once, the others in the order they came', async () => {
    const { started, work, end } = makeWork();
    const limit = limitParallel(2);
    const all = [0, 1, 2, 3].map((number) => limit(work(number), signal));
    await settle();
    expect(started).toEqual([0, 1]);
    end(1);
    await settle();
    expect(started).toEqual([0, 1, 2]);
    end(0);
    await settle();
    for (const number of [2, 3]) end(number);
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('gives the turn on where work fails', async () => {
    const limit = limitParallel(1);
    const failing = limit(() => Promise.reject(new Error('no')), signal);
    const next = limit(async () => 'yes', signal);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
    expect(await limit(async () => 'again', signal)).toBe('again');
  });

  it('lets one that is aborted leave the line without taking a turn', async () => {
    const { started, work, end } = makeWork();
    const limit = limitParallel(1);
    const first = limit(work(0), signal);
    const controller = new AbortController();
    const second = limit(work(1), controller.signal);
    const third = limit(work(2), signal);
    const reason = new Error('stopped');
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    end(0);
    await first;
    await settle();
    expect(started).toEqual([0, 2]);
    end(2);
    expect(await third).toBe(2);
    await expect(limit(work(3), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
