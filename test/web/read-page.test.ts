import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Lookup } from '../../src/web/address-guard.ts';
import { createPageReader } from '../../src/web/read-page.ts';
import { articleText, type HostileSite, startHostileSite } from './hostile-site.ts';
import { plainReaders } from './plain-readers.ts';
import { watchConnections } from './watch-connections.ts';

let site: HostileSite;
let watch: ReturnType<typeof watchConnections>;
beforeAll(async () => {
  site = await startHostileSite({
    '/secret': (_, response) => response.writeHead(500).end('the text of the page'),
    '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4 nothing'),
    '/challenge': (_, response) => response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<p>Wait</p>'),
    '/members': (_, response) =>
      response.writeHead(403, { 'content-type': 'text/html' }).end('<p>Already a subscriber? Log in.</p>'),
    '/text': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(articleText),
  });
});
afterAll(() => site.close());
beforeEach(() => {
  watch = watchConnections(() => [`127.0.0.1:${site.port}`]);
});
afterEach(() => watch.stop());

const names: Record<string, string[]> = {
  localhost: ['127.0.0.1', '::1'],
  'loop.example': ['127.0.0.1'],
  'loop6.example': ['::1'],
  'private.example': ['10.0.0.5'],
  'ula.example': ['fd12:3456::1'],
  'metadata.example': ['169.254.169.254'],
  'host-service.example': ['168.63.129.16'],
  'compatible.example': ['::7f00:1'],
  'mapped.example': ['::ffff:10.0.0.5'],
  'mixed.example': ['93.184.216.34', '10.0.0.5'],
  'mixed6.example': ['2606:4700::1', 'fe80::1'],
};
let lookups = 0;
const lookup: Lookup = async (hostname) => {
  // Answers a public address once, and a private one to whoever asks a second time.
  if (hostname === 'rebind.example') return [{ address: lookups++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
  if (hostname === 'news.example') return [{ address: '127.0.0.1', family: 4 }];
  const addresses = names[hostname];
  if (!addresses) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

const signal = new AbortController().signal;
const lines: unknown[] = [];
const note = (fields: object, event: string) => void lines.push({ ...fields, event });
const log = { debug: note, info: note, warn: note, error: note };

function read(url: string) {
  const readPage = createPageReader({
    lookup,
    allowedPrivateHosts: [`news.example:${site.port}`],
    limits: { connectMs: 500, totalMs: 3_000 },
    log,
    readers: plainReaders,
  });
  return readPage(url, signal);
}

const forbidden = [
  'http://127.0.0.1/',
  'http://127.0.0.1./',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://0/',
  'http://0.0.0.0:8080/',
  'http://10.0.0.5/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::7f00:1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://１２７．０．０．１/',
  'http://①②⑦.⓪.⓪.①/',
  'https://127.0.0.1/',
  'https://[::1]:8443/',
  'http://user:pass@127.0.0.1/',
  'http://example.com@10.0.0.5/',
  'http://127.0.0.1:22/',
  'http://news.example:22/',
  ...Object.keys(names).map((name) => `http://${name}/`),
  ...Object.keys(names).map((name) => `https://${name}/`),
];

describe('an address that must not be reached', () => {
  it.each(forbidden)('%s is not connected to', async (url) => {
    expect(await read(url)).toMatchObject({ kind: 'refusal', why: 'blocked-address' });
    expect(watch.attempts).toEqual([]);
  });

  it.each(forbidden)('%s is not connected to after a redirect', async (url) => {
    const start = `http://news.example:${site.port}/to?${url}`;
    expect(await read(start)).toMatchObject({ kind: 'refusal', why: 'blocked-address' });
    expect(watch.attempts).toEqual([`127.0.0.1:${site.port}`]);
  });

  it('a name that changes its address between check and connection gains nothing', async () => {
    lookups = 0;
    await read('http://rebind.example/');
    expect(watch.attempts).toEqual(['93.184.216.34:80']);
    expect(await read('http://rebind.example/')).toMatchObject({ why: 'blocked-address' });
    expect(watch.attempts).toEqual(['93.184.216.34:80']);
  });

  it.each(['ftp://files.example/a', 'file:///etc/passwd', 'data:text/html,<p>hello', 'javascript:alert(1)', 'no link'])(
    '%s is refused',
    async (url) => {
      expect(await read(url)).toMatchObject({ kind: 'refusal', why: 'unreachable' });
      expect(watch.attempts).toEqual([]);
    },
  );
});

describe('a page', () => {
  const page = (path: string) => read(`http://news.example:${site.port}${path}`);

  it('becomes an article with the address where it was found', async () => {
    const article = await page('/hops/2');
    expect(article).toMatchObject({ kind: 'article', url: `http://news.example:${site.port}/article` });
    expect(article.kind === 'article' && article.text).toContain(articleText);
  });

  it('behind another site’s exit is read without asking the exit', async () => {
    const target = `http://news.example:${site.port}/article`;
    const exit = `https://www.google.com/url?q=${encodeURIComponent(target)}`;
    expect(await page(`/to?${exit}`)).toMatchObject({ kind: 'article', url: target });
    expect(new Set(watch.attempts)).toEqual(new Set([`127.0.0.1:${site.port}`]));
  });

  it('behind an exit that leads to a private address is not read', async () => {
    const exit = `https://www.google.com/url?q=${encodeURIComponent('http://10.0.0.5/')}`;
    expect(await page(`/to?${exit}`)).toMatchObject({ why: 'blocked-address' });
    expect(await read(exit)).toMatchObject({ why: 'blocked-address' });
  });

  it('of plain text is read as a paste', async () => {
    expect(await page('/text')).toMatchObject({
      kind: 'article',
      text: articleText,
      url: expect.stringContaining('/text'),
    });
  });

  it.each([
    ['/nowhere', 'gone'],
    ['/status/410', 'gone'],
    ['/status/401', 'error-page'],
    ['/status/402', 'paywall'],
    ['/status/403', 'error-page'],
    ['/status/451', 'error-page'],
    ['/status/429', 'error-page'],
    ['/status/500', 'error-page'],
    ['/status/503', 'unreachable'],
    ['/status/304', 'error-page'],
    ['/status/204', 'not-text'],
    ['/challenge', 'bot-check'],
    ['/members', 'paywall'],
    ['/image', 'not-text'],
    ['/pdf', 'not-text'],
  ])('%s is refused as %s', async (path, why) => {
    expect(await page(path)).toMatchObject({ kind: 'refusal', why });
  });

  it('of a site that does not exist is unreachable', async () => {
    expect(await read('https://nowhere.example/a')).toMatchObject({ kind: 'refusal', why: 'unreachable' });
  });

  it('of a site where nobody listens is unreachable', async () => {
    const readPage = createPageReader({ allowedPrivateHosts: ['127.0.0.1:1'], readers: plainReaders });
    expect(await readPage('http://127.0.0.1:1/', signal)).toMatchObject({ kind: 'refusal', why: 'unreachable' });
  });

  it('whose server does not speak TLS is unreachable', async () => {
    expect(await read(`https://news.example:${site.port}/article`)).toMatchObject({ why: 'unreachable' });
  });

  it('leaves neither its text nor its query in a refusal or in the log', async () => {
    lines.length = 0;
    const refusal = await page('/secret?token=hidden-token');
    expect(JSON.stringify(refusal)).not.toMatch(/hidden-token|text of the page/);
    expect(lines).toContainEqual({
      event: 'page refused',
      host: `news.example:${site.port}`,
      why: 'error-page',
    });
    await page('/article?token=hidden-token');
    expect(JSON.stringify(lines)).not.toMatch(/hidden-token|harbour|secret/);
  });
});
