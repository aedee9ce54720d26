import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPageReader, type PageReaderOptions } from '../../src/web/read-page.ts';
import { type HostileSite, startHostileSite } from './hostile-site.ts';
import { plainReaders } from './plain-readers.ts';

let site: HostileSite;
let answers: { status: number; retryAfter?: string }[] = [];
const asked: (string | undefined)[] = [];
const html = { 'content-type': 'text/html' };
let etag = '"v1"';

beforeAll(async () => {
  site = await startHostileSite({
    '/tagged': (request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { ...html, etag }).end(`<p>The story ${etag}`);
    },
    '/to-tagged': (request, response) => {
      asked.push(request.headers['if-none-match']);
      response.writeHead(302, { location: '/tagged' }).end();
    },
    '/dated': (request, response) => {
      const since = request.headers['if-modified-since'];
      const date = 'Tue, 13 Oct 2015 08:00:00 GMT';
      if (since === date) response.writeHead(304).end();
      else response.writeHead(200, { ...html, 'last-modified': date }).end('<p>An old story');
    },
    '/private': (_, response) =>
      response.writeHead(200, { ...html, 'cache-control': 'private, no-store' }).end('<p>Mine'),
    '/busy': (_, response) => {
      const answer = answers.shift() ?? { status: 200 };
      response.writeHead(answer.status, { ...html, ...(answer.retryAfter && { 'retry-after': answer.retryAfter }) });
      response.end('<p>The busy story');
    },
    '/robots.txt': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end('User-agent: *\nDisallow: /article\nDisallow: /gzip'),
    '/refreshing': (_, response) =>
      response.writeHead(200, html).end('<meta http-equiv="refresh" content="0;url=/article">'),
    '/refresh-loop': (request, response) =>
      response
        .writeHead(200, html)
        .end(
          `<meta http-equiv="refresh" content="0;url=/refresh-loop?${Number(request.url?.split('?')[1] ?? 0) + 1}">`,
        ),
    '/story.amp': (_, response) => response.writeHead(200, html).end('<!doctype html><html amp><p>The short form'),
    '/story': (_, response) => response.writeHead(200, html).end('<p>The full form'),
    '/lone.amp': (_, response) => response.writeHead(200, html).end('<!doctype html><html amp><p>The only form'),
    '/lone': (_, response) => response.writeHead(403, html).end('<p>Already a subscriber?'),
  });
});
afterAll(() => site.close());

const signal = new AbortController().signal;
let time = 0;
let waits: number[] = [];
beforeEach(() => {
  time = 0;
  waits = [];
  answers = [];
  asked.length = 0;
  site.hits.clear();
});

/** A reader on a clock of its own, which its waiting moves on. */
function createReader(options: Partial<PageReaderOptions> = {}) {
  const readPage = createPageReader({
    allowedPrivateHosts: [`127.0.0.1:${site.port}`],
    now: () => time,
    wait: async (ms) => {
      if (ms > 0) waits.push(ms);
      time += ms;
    },
    readers: {
      ...plainReaders,
      extractArticle: (page, url) => {
        const article = plainReaders.extractArticle(page, url);
        return article.kind === 'article' ? { ...article, canonicalUrl: url.replace('.amp', '') } : article;
      },
    },
    ...options,
  });
  return (path: string, abort = signal) => readPage(`http://127.0.0.1:${site.port}${path}`, abort);
}

describe('a page asked for again', () => {
  it('five times at once is fetched once', async () => {
    const read = createReader();
    const paths = ['/article', '/article#a', '/article', '/article#b', '/article'];
    const articles = await Promise.all(paths.map((path) => read(path)));
    expect(new Set(articles.map(({ kind }) => kind))).toEqual(new Set(['article']));
    expect(site.hits.get('/article')).toBe(1);
  });

  it('within five minutes is not fetched again, another query is', async () => {
    const read = createReader();
    const first = await read('/article');
    time = 299_000;
    expect(await read('/article')).toEqual(first);
    expect(site.hits.get('/article')).toBe(1);
    await read('/article?token=1');
    expect(site.hits.get('/article')).toBe(2);
  });

  it('later is asked for with its tag, and only where it was found', async () => {
    const read = createReader();
    const first = await read('/to-tagged');
    time = 301_000;
    expect(await read('/to-tagged')).toEqual(first);
    expect(asked).toEqual([undefined, undefined, undefined, '"v1"']);
    etag = '"v2"';
    time = 602_000;
    expect(await read('/to-tagged')).toMatchObject({ text: 'The story "v2"' });
    expect(asked.at(-1)).toBe('"v1"');
  });

  it('later is asked for by its date where it has no tag', async () => {
    const read = createReader();
    const first = await read('/dated');
    time = 301_000;
    expect(await read('/dated')).toEqual(first);
    expect(site.hits.get('/dated')).toBe(2);
  });

  it('that its site does not want kept is fetched each time', async () => {
    const read = createReader();
    await read('/private');
    await read('/private');
    expect(site.hits.get('/private')).toBe(2);
  });

  it('after a failure that may pass is fetched again, after one that stays is not', async () => {
    const read = createReader();
    answers = [{ status: 500 }];
    expect(await read('/busy')).toMatchObject({ why: 'error-page' });
    expect(await read('/busy')).toMatchObject({ kind: 'article' });
    await read('/nowhere');
    await read('/nowhere');
    expect(site.hits.get('/nowhere')).toBe(1);
  });
});

describe('a site that asks for patience', () => {
  it('is asked once more after the time it named', async () => {
    const read = createReader();
    answers = [{ status: 429, retryAfter: '2' }];
    expect(await read('/busy')).toMatchObject({ kind: 'article' });
    expect(waits).toEqual([2_000]);
  });

  it('is asked no third time', async () => {
    const read = createReader();
    answers = Array.from({ length: 3 }, () => ({ status: 503, retryAfter: '1' }));
    expect(await read('/busy')).toMatchObject({ kind: 'refusal', why: 'unreachable' });
    expect(site.hits.get('/busy')).toBe(2);
  });

  it('for longer than a reader waits is left alone until then', async () => {
    const read = createReader();
    answers = [{ status: 429, retryAfter: '120' }];
    expect(await read('/busy')).toMatchObject({ why: 'error-page' });
    time = 60_000;
    expect(await read('/article')).toMatchObject({ why: 'error-page', detail: expect.stringContaining('a minute') });
    expect(site.hits.get('/article')).toBeUndefined();
    time = 121_000;
    expect(await read('/article')).toMatchObject({ kind: 'article' });
  });
});

describe('robots.txt', () => {
  it('is not asked for a link that a person posted', async () => {
    expect(await createReader()('/article')).toMatchObject({ kind: 'article' });
    expect(site.hits.get('/robots.txt')).toBeUndefined();
  });

  it('is honoured where the setting says so, on every hop, and asked for once', async () => {
    const read = createReader({ honourRobots: 'always' });
    expect(await read('/article')).toMatchObject({ kind: 'refusal', why: 'robots' });
    expect(await read('/hops/2')).toMatchObject({ kind: 'refusal', why: 'robots' });
    expect(await read('/brotli')).toMatchObject({ kind: 'article' });
    expect(site.hits.get('/article')).toBeUndefined();
    expect(site.hits.get('/robots.txt')).toBe(1);
    time = 25 * 3_600_000;
    await read('/brotli?2');
    expect(site.hits.get('/robots.txt')).toBe(2);
  });
});

describe('a page on the way to an article', () => {
  it('that sends its readers on is followed', async () => {
    expect(await createReader()('/refreshing')).toMatchObject({ url: expect.stringMatching(/\/article$/) });
  });

  it('is followed three times and no further', async () => {
    expect(await createReader()('/refresh-loop')).toMatchObject({ kind: 'refusal' });
    expect(site.hits.get('/refresh-loop')).toBe(4);
  });

  it('that is the AMP form gives way to the full one', async () => {
    expect(await createReader()('/story.amp')).toMatchObject({
      text: 'The full form',
      url: expect.stringMatching(/\/story$/),
    });
  });

  it('that is the AMP form stands where the full one cannot be read', async () => {
    expect(await createReader()('/lone.amp')).toMatchObject({ text: 'The only form' });
  });

  it('that hides its link is said to', async () => {
    const readPage = createPageReader({ readers: plainReaders });
    const link = `https://news.google.com/rss/articles/${Buffer.from('\b\x13"\x10AU_yqLN2numbers').toString('base64url')}?oc=5`;
    expect(await readPage(link, signal)).toMatchObject({
      why: 'needs-script',
      detail: expect.stringContaining('Google News'),
    });
  });
});
