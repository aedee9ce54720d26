import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNextLink, isAmpPage } from '../../src/web/next-link.ts';

const here = 'https://short.example/x1';
const there = 'https://news.example.com/story?a=1&b=2';
const next = (html: string, url = here) => findNextLink(html, url);

describe('where a page sends its readers', () => {
  it.each([
    `<meta http-equiv="refresh" content="0;url=https://news.example.com/story?a=1&amp;b=2">`,
    `<META content='3; URL="https://news.example.com/story?a=1&b=2"' http-equiv=Refresh >`,
    `<noscript><meta http-equiv="refresh" content="0; https://news.example.com/story?a=1&b=2#x"></noscript>`,
    `<script>window.location.replace("https:\\/\\/news.example.com\\/story?a=1\\u0026b=2")</script>`,
    `<script>location.href = 'https://news.example.com/story?a=1&b=2';</script>`,
    `<script>top.location = "https://news.example.com/story?a=1\\x26b=2"</script>`,
  ])('%s', (html) => expect(next(html)).toBe(there));

  it.each(['0; url=https://news.example.com/story?a=1&b=2', '1;URL="https://news.example.com/story?a=1&b=2"'])(
    'a header that says so: %s',
    (refresh) => {
      expect(findNextLink('', here, refresh)).toBe(there);
      expect(findNextLink('', here, refresh.replace(/^\d/, '300'))).toBeUndefined();
    },
  );

  it('a relative link is seen from the page', () => {
    expect(next('<meta http-equiv=refresh content="0;url=/story">')).toBe('https://short.example/story');
  });

  it.each([
    ['a page that only loads itself again', '<meta http-equiv="refresh" content="0;url=https://short.example/x1">'],
    ['a slow refresh', '<meta http-equiv="refresh" content="300;url=https://news.example.com/">'],
    ['a refresh without a link', '<meta http-equiv="refresh" content="5">'],
    ['a link that is no web page', '<script>location="javascript:alert(1)"</script>'],
    ['a long page with a script', `<script>location="https://news.example.com/"</script>${'text '.repeat(2_000)}`],
    ['any page with one link', '<a href="https://news.example.com/story">More</a>'],
  ])('%s leads nowhere', (_, html) => expect(next(html)).toBeUndefined());

  it("a shortener's warning page leads to the one link that leads out", () => {
    const page = `<a href="https://www.linkedin.com/help">Help</a><a class="x" href="${there.replace('&', '&amp;')}">Go</a>`;
    expect(next(page, 'https://lnkd.in/abc')).toBe(there);
    expect(next(`${page}<a href="https://other.example/">Other</a>`, 'https://lnkd.in/abc')).toBeUndefined();
  });

  it('no page makes it throw', () => {
    const pieces = fc.constantFrom(
      '<meta ',
      'http-equiv=refresh ',
      'content="0;url=',
      'https://[',
      '">',
      '<script>location="',
      '\\u00',
      '"',
      "'",
      '<a href="http',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        next(parts.join(''));
        next(parts.join(''), 'https://t.co/a');
        isAmpPage(parts.join(''));
      }),
    );
  });

  it.each(['<meta ', '<meta http-equiv=refresh content="', '<a ', '<a href="https:', 'location ', '<html '])(
    'a page full of %j costs little',
    (piece) => {
      const page = piece.repeat(300_000);
      expect(next(page, 'https://t.co/a')).toBeUndefined();
      expect(isAmpPage(page)).toBe(false);
    },
  );
});

describe('an AMP page', () => {
  it.each(['<!doctype html><html amp lang="en">', '<html ⚡>', '<html lang=en ⚡="">', '<HTML AMP>'])('%s', (html) =>
    expect(isAmpPage(html)).toBe(true),
  );
  it.each(['<html lang="en">', '<html class="amp">', '<html data-amp>', '<p>amp </p>'])('is not %s', (html) =>
    expect(isAmpPage(html)).toBe(false),
  );
});
