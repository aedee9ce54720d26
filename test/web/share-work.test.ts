import { describe, expect, it } from 'vitest';
import { createShareWork } from '../../src/web/share-work.ts';

const signal = new AbortController().signal;

describe('shared work', () => {
  it('is done once for all who ask meanwhile, and again for who asks later', async () => {
    const share = createShareWork<number>();
    let times = 0;
    const work = async () => ++times;
    expect(await Promise.all([share('a', signal, work), share('a', signal, work), share('b', signal, work)])).toEqual([
      1, 1, 2,
    ]);
    expect(await share('a', signal, work)).toBe(3);
  });

  it('fails for all, and is tried again by the next', async () => {
    const share = createShareWork<number>();
    const fail = async () => Promise.reject(new Error('broken'));
    const both = await Promise.allSettled([share('a', signal, fail), share('a', signal, fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await share('a', signal, async () => 1)).toBe(1);
  });

  it('goes on for the others when one stops, and stops with the last', async () => {
    const share = createShareWork<string>();
    const [one, two] = [new AbortController(), new AbortController()];
    const { promise, resolve } = Promise.withResolvers<string>();
    let inner: AbortSignal | undefined;
    const work = (shared: AbortSignal) => {
      inner = shared;
      return promise;
    };
    const [first, second] = [share('a', one.signal, work), share('a', two.signal, work)];
    one.abort(new Error('first stopped'));
    await expect(first).rejects.toThrow('first stopped');
    expect(inner?.aborted).toBe(false);
    two.abort(new Error('second stopped'));
    await expect(second).rejects.toThrow('second stopped');
    expect(inner?.aborted).toBe(true);
    const third = share('a', signal, async () => 'anew');
    resolve('too late');
    expect(await third).toBe('anew');
  });

  it('is not begun for who has stopped already', async () => {
    const share = createShareWork<string>();
    let begun = false;
    const work = async () => {
      begun = true;
      return '';
    };
    await expect(share('a', AbortSignal.abort(new Error('stopped')), work)).rejects.toThrow('stopped');
    expect(begun).toBe(false);
  });
});
