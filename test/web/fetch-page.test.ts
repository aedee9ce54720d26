import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from '../../src/web/address-guard.ts';
import { decodeText } from '../../src/web/decode.ts';
import { defaultFetchLimits, limitTime } from '../../src/web/fetch-limits.ts';
import { createPageFetcher } from '../../src/web/fetch-page.ts';
import { createHostManners, waitInTime } from '../../src/web/host-manners.ts';
import { readDocument } from '../../src/web/read-document.ts';
import { findUnreadableType } from '../../src/web/sniff.ts';
import { articleText, type HostileSite, hostilePages, startHostileSite } from './hostile-site.ts';
import { plainReaders } from './plain-readers.ts';

let site: HostileSite;
beforeAll(async () => {
  site = await startHostileSite({
    '/echo': (request, response) => response.end(JSON.stringify(request.headers)),
    '/raw-location': (_, response) =>
      response.writeHead(302, { location: Buffer.from('/echo?town=Łódź').toString('latin1') }).end(),
    '/latin-location': (_, response) => response.writeHead(302, { location: '/echo?town=K\u00f6ln' }).end(),
    '/cookie': (request, response) => {
      if (request.headers.cookie) response.end('cookie seen');
      else response.writeHead(302, { location: '/cookie', 'set-cookie': 'a=b; Path=/' }).end();
    },
  });
});
afterAll(() => site.close());

const signal = new AbortController().signal;

function fetchFromSite(path: string, limits: Partial<typeof defaultFetchLimits> = {}, abort = signal) {
  const all = { ...defaultFetchLimits, ...limits };
  const fetchPage = createPageFetcher({
    guard: createAddressGuard([`127.0.0.1:${site.port}`]),
    limits: all,
    manners: createHostManners({ perHost: 3, now: Date.now }),
    now: Date.now,
    wait: waitInTime,
    userAgent: 'Byline-test (+https://byline.example/contact)',
    canRead: (type) => findUnreadableType(type) === undefined,
  });
  return limitTime(abort, all.totalMs, (limited) => fetchPage(`http://127.0.0.1:${site.port}${path}`, limited));
}

const shortTimes = { headersMs: 300, bodyIdleMs: 300, totalMs: 500 };

describe('a hostile site', () => {
  it.each(hostilePages)('$path ends in $outcome', async ({ path, outcome }) => {
    const page = await fetchFromSite(path, outcome === 'timed-out' ? shortTimes : {});
    const read =
      page.kind === 'page'
        ? await readDocument(
            page.bytes,
            { url: page.url, contentType: page.headers.get('content-type') ?? null, name: null },
            signal,
            plainReaders,
          )
        : page;
    expect(read.kind === 'refusal' ? read.why : read.kind).toBe(outcome);
    if (read.kind === 'article') expect(read.text).toContain(articleText);
  });

  it.each([
    ['/raw-location', '/echo?town=%C5%81%C3%B3d%C5%BA'],
    ['/latin-location', '/echo?town=K%C3%B6ln'],
  ])('%s: letters that a header may not hold are read as browsers read them', async (path, target) => {
    expect(await fetchFromSite(path)).toMatchObject({ kind: 'page', url: `http://127.0.0.1:${site.port}${target}` });
  });

  it('leaves no connection open', async () => {
    await expect.poll(site.openSockets).toBe(0);
  });

  it('a body is no longer read once it is past the limit', async () => {
    const page = await fetchFromSite('/article', { maxWireBytes: 20 });
    expect(page).toMatchObject({ kind: 'refusal', why: 'too-large' });
    const decoded = await fetchFromSite('/article', { maxDecodedBytes: 20 });
    expect(decoded).toMatchObject({ kind: 'refusal', why: 'too-large' });
  });
});

describe('an ordinary site', () => {
  it.each(['/article', '/gzip', '/brotli', '/deflate'])('%s gives the same text', async (path) => {
    const page = await fetchFromSite(path);
    expect(page.kind === 'page' && decodeText(page.bytes, null)).toContain(articleText);
  });

  it('five redirects are followed and the last address is told', async () => {
    const page = await fetchFromSite('/hops/5');
    expect(page).toMatchObject({ kind: 'page', status: 200, url: `http://127.0.0.1:${site.port}/article` });
  });

  it('six redirects are one too many', async () => {
    expect(await fetchFromSite('/hops/6')).toMatchObject({ kind: 'refusal', why: 'unreachable' });
  });

  it('the whole query is sent and the fragment is not', async () => {
    const page = await fetchFromSite('/article?id=7&utm_source=a#part');
    expect(page).toMatchObject({ url: `http://127.0.0.1:${site.port}/article?id=7&utm_source=a` });
  });

  it('the request says who asks and carries no cookie from an earlier hop', async () => {
    const page = await fetchFromSite('/echo');
    const headers: Record<string, string> = page.kind === 'page' ? JSON.parse(decodeText(page.bytes, null)) : {};
    expect(headers['user-agent']).toBe('Byline-test (+https://byline.example/contact)');
    expect(headers['accept-encoding']).toBe('gzip, br, deflate');
    expect(headers).not.toHaveProperty('authorization');
    expect(await fetchFromSite('/cookie')).toMatchObject({ kind: 'refusal', why: 'unreachable' });
  });

  it('the proxy settings of the environment are not used', async () => {
    process.env.HTTP_PROXY = process.env.http_proxy = 'http://127.0.0.1:9/';
    try {
      expect(await fetchFromSite('/article')).toMatchObject({ kind: 'page' });
    } finally {
      delete process.env.HTTP_PROXY;
      delete process.env.http_proxy;
    }
  });
});

describe('the caller', () => {
  it('may stop a read, which then throws the reason given', async () => {
    const controller = new AbortController();
    const reading = fetchFromSite('/silent', {}, controller.signal);
    const reason = new Error('the job was cancelled');
    setImmediate(() => controller.abort(reason));
    await expect(reading).rejects.toBe(reason);
  });

  it('who has stopped already sends nothing', async () => {
    const before = site.hits.get('/article') ?? 0;
    await expect(fetchFromSite('/article', {}, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(site.hits.get('/article') ?? 0).toBe(before);
  });
});
