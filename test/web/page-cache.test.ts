import { describe, expect, it } from 'vitest';
import { createPageCache, type KnownPage } from '../../src/web/page-cache.ts';
import { plainReaders } from './plain-readers.ts';

function page(readAt: number, length = 10, etag: string | undefined = '"1"'): KnownPage {
  return {
    read: plainReaders.readPaste('a'.repeat(length)),
    url: 'https://a.example/',
    etag,
    lastModified: undefined,
    readAt,
  };
}

describe('the page cache', () => {
  let time = 0;
  const create = () =>
    createPageCache({ now: () => time, freshMs: 100, keepMs: 1_000, maxPages: 3, maxCharacters: 100_000 });

  it('gives a page back while it is fresh, and later only to be asked about', () => {
    const cache = create();
    cache.keep('a', page(0));
    cache.keep('b', page(0, 10, ''));
    time = 99;
    expect(cache.findFresh('a')).toBeDefined();
    time = 100;
    expect(cache.findFresh('a')).toBeUndefined();
    expect(cache.findKnown('a')).toBeDefined();
    expect(cache.findKnown('b')).toBeUndefined();
    time = 1_000;
    expect(cache.findKnown('a')).toBeUndefined();
  });

  it('holds so many pages and characters and no more, the newest ones', () => {
    time = 0;
    const cache = create();
    for (const key of ['a', 'b', 'c', 'd']) cache.keep(key, page(0));
    expect(['a', 'b', 'c', 'd'].map((key) => cache.findFresh(key) !== undefined)).toEqual([false, true, true, true]);
    cache.keep('big', page(0, 30_000));
    expect(cache.findFresh('big')).toBeUndefined();
    for (const key of ['x', 'y', 'z']) cache.keep(key, page(0, 20_000));
    cache.keep('x', page(0, 21_000));
    expect(['y', 'z', 'x'].every((key) => cache.findFresh(key))).toBe(true);
    expect(cache.findFresh('d')).toBeUndefined();
  });
});
