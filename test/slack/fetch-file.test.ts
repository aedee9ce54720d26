import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFile } from '../../src/core/post.ts';
import { createFileFetcher, createFileReader } from '../../src/slack/fetch-file.ts';
import { article } from './support/samples.ts';

const maxBytes = 1024 * 1024;
const botToken = 'xoxb-canary';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Site = { origin: string; seen: { url: string; authorization: string | undefined }[]; close: () => Promise<void> };

async function startSite(answer: Answer): Promise<Site> {
  const seen: Site['seen'] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, seen, close };
}

const signal = () => new AbortController().signal;
const give =
  (body: string | Buffer, contentType = 'text/plain; charset=utf-8'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': contentType }).end(body);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end('<html>no</html>');

let slack: Site;
let elsewhere: Site;
let answer: Answer;

beforeEach(async () => {
  slack = await startSite((request, response) => answer(request, response));
  elsewhere = await startSite(give('not for you'));
});
afterEach(async () => {
  await slack.close();
  await elsewhere.close();
});

function fetchFile(change: Partial<PostFile> = {}, parts: { timeoutMs?: number } = {}, stop = signal()) {
  const fetcher = createFileFetcher({ botToken, apiUrl: `${slack.origin}/api/`, maxBytes, ...parts });
  const url = `${slack.origin}/files-pri/T1-F1/a.txt`;
  return fetcher({ id: 'F1', name: 'a.txt', mimeType: 'text/plain', sizeBytes: null, url, ...change }, stop);
}

describe('fetching a shared file', () => {
  it('gives its bytes and type, asked for with the bot’s token', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41, 0, 0x42, 0]);
    answer = give(bytes, 'text/plain');
    const fetched = await fetchFile();
    expect(fetched).toMatchObject({ kind: 'file', contentType: 'text/plain' });
    expect(fetched.kind === 'file' && Buffer.from(fetched.bytes)).toEqual(bytes);
    expect(slack.seen).toEqual([{ url: '/files-pri/T1-F1/a.txt', authorization: `Bearer ${botToken}` }]);
  });

  it('asks files.info first where the message gave the id alone', async () => {
    const url = `${slack.origin}/api/files.info?file=F1`;
    const known = { id: 'F1', name: 'b.txt', filetype: 'text', mimetype: 'text/plain' };
    answer = (request, response) =>
      request.url?.startsWith('/api/')
        ? give(JSON.stringify({ ok: true, file: { ...known, url_private: `${slack.origin}/b.txt` } }))(
            request,
            response,
          )
        : give('The ferry stops.')(request, response);
    expect(await fetchFile({ url, name: 'file' })).toMatchObject({ kind: 'file', name: 'b.txt' });
    expect(slack.seen.map((request) => request.url)).toEqual(['/api/files.info?file=F1', '/b.txt']);
  });

  it.each([
    [{ ok: false, error: 'file_not_found' }, 'gone'],
    [{ ok: false, error: 'missing_scope' }, 'unreachable'],
    [{ ok: false, error: 'another' }, 'unreachable'],
    [
      {
        ok: true,
        file: { id: 'F1', filetype: 'png', mimetype: 'image/png', url_private: 'https://files.slack.com/a' },
      },
      'not-text',
    ],
    [{ ok: true, file: { id: 'F1', file_access: 'check_file_info' } }, 'not-text'],
    [
      { ok: true, file: { id: 'F1', filetype: 'text', url_private: 'https://files.slack.com.evil.example/a' } },
      'not-text',
    ],
  ])('files.info that says %j is a refusal: %s', async (said, why) => {
    answer = give(JSON.stringify(said), 'application/json');
    const url = `${slack.origin}/api/files.info?file=F1`;
    expect(await fetchFile({ url })).toMatchObject({ kind: 'refusal', why });
    expect(slack.seen).toHaveLength(1);
  });

  it('follows a redirect on the same host', async () => {
    answer = (request, response) =>
      request.url?.includes('moved')
        ? give('here')(request, response)
        : status(302, { location: '/moved' })(request, response);
    expect(await fetchFile()).toMatchObject({ kind: 'file' });
  });

  it('neither follows a redirect to another host nor sends it the token', async () => {
    answer = status(302, { location: `${elsewhere.origin}/files-pri/T1-F1/a.txt` });
    expect(await fetchFile()).toMatchObject({ kind: 'refusal', why: 'blocked-address' });
    expect(elsewhere.seen).toEqual([]);
  });

  it.each([
    'http://files.slack.com/x',
    'https://files.slack.com.evil.example/x',
    'https://files.slack.com:8443/x',
    'https://user@files.slack.com/x',
    'https://evil.example/?u=https://files.slack.com/x',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '',
  ])('asks nobody for a file at %s', async (url) => {
    const asked: unknown[] = [];
    const fetch = async (...call: unknown[]) => {
      asked.push(call);
      return new Response('x');
    };
    const file = { id: 'F1', name: 'a.txt', mimeType: 'text/plain', sizeBytes: null, url };
    expect(await createFileFetcher({ botToken, fetch })(file, signal())).toMatchObject({ why: 'blocked-address' });
    expect(asked).toEqual([]);
  });

  it('ends a chain of redirects that leads nowhere', async () => {
    answer = (request, response) => status(302, { location: `${request.url}x` })(request, response);
    expect(await fetchFile()).toMatchObject({ kind: 'refusal' });
    expect(slack.seen.length).toBeLessThan(6);
  });

  it('a file that is too large is not asked for, or left at its header, or at the limit', async () => {
    let sent = 0;
    answer = (_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = () => {
        while (!response.destroyed && sent < 64 * maxBytes) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    };
    expect(await fetchFile({ sizeBytes: maxBytes + 1 })).toMatchObject({ why: 'too-large' });
    expect(slack.seen).toEqual([]);
    expect(await fetchFile()).toMatchObject({ why: 'too-large', detail: expect.stringContaining('1 MB') });
    expect(sent).toBeLessThan(32 * maxBytes);
    answer = (_, response) => response.writeHead(200, { 'content-length': String(maxBytes + 1) }).write('a');
    expect(await fetchFile()).toMatchObject({ why: 'too-large' });
  });

  it('a sign-in page in place of the file, or the way to it, means that the scope is missing', async () => {
    const page = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head></html>';
    const missing = { why: 'unreachable', detail: expect.stringMatching(/files:read scope.*Paste/) };
    answer = give(page, 'text/html; charset=utf-8');
    expect(await fetchFile()).toMatchObject(missing);
    expect(await fetchFile({ mimeType: 'text/html', sizeBytes: 9000 })).toMatchObject(missing);
    answer = status(302, { location: 'https://newsroom.slack.com/?redir=%2Ffiles-pri%2FT1-F1' });
    expect(await fetchFile()).toMatchObject(missing);
    answer = status(403);
    expect(await fetchFile()).toMatchObject(missing);
  });

  it('an HTML file is no sign-in page', async () => {
    const page = '<!DOCTYPE html><html><head><title>Bridge to close</title></head></html>';
    answer = give(page, 'text/html');
    expect(await fetchFile({ mimeType: 'text/html', sizeBytes: 5 })).toMatchObject({ kind: 'file' });
    expect(await fetchFile({ sizeBytes: page.length })).toMatchObject({ kind: 'file' });
    const onSlack = '<title>Slack goes down</title>';
    answer = give(onSlack, 'text/html');
    expect(await fetchFile({ mimeType: 'text/html', sizeBytes: onSlack.length })).toMatchObject({ kind: 'file' });
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [400, 'unreachable'],
  ])('status %i is a refusal: %s', async (code, why) => {
    answer = status(code);
    expect(await fetchFile()).toMatchObject({ kind: 'refusal', why });
  });

  it('is to be tried again when Slack is busy, down, slow or cuts the connection', async () => {
    answer = status(429, { 'retry-after': '7' });
    await expect(fetchFile()).rejects.toMatchObject({ name: 'RetryLater', afterMs: 7000 });
    answer = status(503);
    await expect(fetchFile()).rejects.toMatchObject({ name: 'SlackError', code: 'unavailable' });
    answer = (_, response) =>
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
    await expect(fetchFile()).rejects.toMatchObject({ name: 'SlackError', code: 'unavailable' });
    answer = (_, response) => response.writeHead(200).write('then nothing');
    await expect(fetchFile({}, { timeoutMs: 60 })).rejects.toMatchObject({ name: 'SlackError', code: 'unavailable' });
  });

  it('an error names neither the token nor the file', async () => {
    answer = (_, response) => response.destroy();
    const error: unknown = await fetchFile().catch((thrown: unknown) => thrown);
    expect(String(error)).not.toMatch(/canary|a\.txt|T1-F1/);
  });

  it('ends at once when the program stops', async () => {
    const stopping = new AbortController();
    answer = () => stopping.abort(new Error('stopping'));
    await expect(fetchFile({}, {}, stopping.signal)).rejects.toThrow('stopping');
    await expect(fetchFile({}, {}, stopping.signal)).rejects.toThrow('stopping');
  });
});

describe('reading a shared file', () => {
  const file = { id: 'F1', name: 'a.md', mimeType: 'text/markdown', sizeBytes: 3, url: 'https://files.slack.com/a.md' };

  it('hands on what was fetched; where Slack names no type, the one of the post', async () => {
    const origins: unknown[] = [];
    const read = async (_: Uint8Array, origin: object) => {
      origins.push(origin);
      return article;
    };
    const bytes = new Uint8Array([1]);
    const reader = (contentType: string | null) =>
      createFileReader(async () => ({ kind: 'file', bytes, contentType }), read);
    expect(await reader('text/plain; charset=utf-16')(file, signal())).toBe(article);
    await reader(null)(file, signal());
    expect(origins).toEqual([
      { url: null, contentType: 'text/plain; charset=utf-16', name: 'a.md' },
      { url: null, contentType: 'text/markdown', name: 'a.md' },
    ]);
  });

  it('a refusal is handed on without reading', async () => {
    const refusal = { kind: 'refusal', why: 'gone', detail: 'Gone.' } as const;
    const read = () => Promise.reject(new Error('read'));
    expect(await createFileReader(async () => refusal, read)(file, signal())).toBe(refusal);
  });
});
