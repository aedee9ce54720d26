import { describe, expect, it } from 'vitest';
import { createHostManners } from '../../src/web/host-manners.ts';

const signal = new AbortController().signal;
const manners = (now = () => 0) => createHostManners({ perHost: 2, now });
/** Work that ends when it is told to. */
function openWork() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('visits to a host', () => {
  it('no more than the limit run at a time, first come first served, other hosts unaffected', async () => {
    const { visit } = manners();
    const started: string[] = [];
    const open = ['a', 'b', 'c', 'd'].map((name) => {
      const { work, end } = openWork();
      const done = visit('x', signal, () => {
        started.push(name);
        return work();
      });
      return { end, done };
    });
    void visit('y', signal, async () => void started.push('other'));
    await settled();
    expect(started).toEqual(['a', 'b', 'other']);
    open[1]?.end();
    await settled();
    expect(started).toEqual(['a', 'b', 'other', 'c']);
    for (const { end } of open) end();
    await Promise.all(open.map(({ done }) => done));
    expect(started).toEqual(['a', 'b', 'other', 'c', 'd']);
  });

  it('one that fails, and one that gives up waiting, free their place', async () => {
    const { visit } = manners();
    const first = openWork();
    const second = openWork();
    const controller = new AbortController();
    const running = [visit('x', signal, first.work), visit('x', signal, second.work)];
    const waiting = visit('x', controller.signal, async () => 'never');
    const last = visit('x', signal, async () => 'read');
    controller.abort(new Error('gave up'));
    await expect(waiting).rejects.toThrow('gave up');
    first.end();
    expect(await last).toBe('read');
    second.end();
    await Promise.all(running);
    const failing = () => Promise.reject(new Error('broken'));
    await expect(visit('x', signal, failing)).rejects.toThrow('broken');
    await expect(visit('x', signal, failing)).rejects.toThrow('broken');
    await expect(visit('x', signal, failing)).rejects.toThrow('broken');
  });
});

describe('Retry-After', () => {
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
    ['Thu, 01 Jan 1960 00:01:00 GMT', 0],
    ['999999', 3_600_000],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s means %s ms', (value, ms) => {
    const { noteRetryAfter, pauseMs } = manners();
    expect(noteRetryAfter('x', value)).toBe(ms);
    expect(pauseMs('x')).toBe(ms ?? 0);
    expect(pauseMs('y')).toBe(0);
  });

  it('runs out', () => {
    let time = 0;
    const { noteRetryAfter, pauseMs } = manners(() => time);
    noteRetryAfter('x', '10');
    time = 4_000;
    expect(pauseMs('x')).toBe(6_000);
    time = 11_000;
    expect(pauseMs('x')).toBe(0);
  });
});
