import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPageReader } from '../../src/web/read-page.ts';
import { plainReaders } from './plain-readers.ts';

let answer: Buffer = Buffer.alloc(0);
const server = createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => socket.end(answer));
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

const pieces = fc.constantFrom(
  ...[
    'HTTP/1.1 ',
    'HTTP/1.0 ',
    'HTTP/2 ',
    '200 OK',
    '204',
    '302 Found',
    '404',
    '999',
    '-1',
    '100 Continue',
    '\r\n',
    '\n',
    '\r',
  ],
  ...[
    'content-type: text/html',
    'content-type: application/pdf',
    'content-type: \x00',
    'content-length: 5',
    'content-length: -1',
  ],
  ...[
    'content-length: 99999999999999999999',
    'transfer-encoding: chunked',
    'transfer-encoding: gzip, chunked',
    'location: /',
  ],
  ...[
    'location: //',
    'location: http://[',
    'location: \xff',
    'content-encoding: gzip',
    'content-encoding: br',
    'connection: upgrade',
  ],
  ...[
    'upgrade: h2c',
    'retry-after: soon',
    'etag: "\xff"',
    'set-cookie: a=b',
    'trailer: x',
    ': no name',
    'x\x00y: z',
    '5\r\nhello\r\n0\r\n',
  ],
  ...['ffffffffffffffffff\r\n', '<!doctype html><p>Hello', '%PDF-1.4', '<html amp>', '\xff\xfe\x00', '\x1f\x8b\x08'],
);
const toBytes = (parts: string[]) => Buffer.from(parts.join(''), 'latin1');
const wild = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }).map(toBytes);
const likely = fc
  .tuple(
    fc.constantFrom('200 OK', '302 Found', '403 No', '503 No'),
    fc.array(pieces, { maxLength: 6 }),
    fc.array(pieces),
  )
  .map(([status, headers, body]) => toBytes(['HTTP/1.1 ', status, '\r\n', headers.join('\r\n'), '\r\n\r\n', ...body]));
const damaged = fc.uint8Array({ maxLength: 60 }).map((bytes) => {
  const body = gzipSync('<!doctype html><p>Hello');
  body.set(bytes.subarray(0, body.length - 3), 3);
  return Buffer.concat([
    toBytes(['HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\n\r\n']),
    body,
  ]);
});

it('whatever a server answers, the reader has an article or a refusal', async () => {
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const readPage = createPageReader({
    allowedPrivateHosts: [`127.0.0.1:${port}`],
    limits: { headersMs: 300, bodyIdleMs: 300, totalMs: 600, maxPauseMs: 0 },
    freshMs: 0,
    readers: plainReaders,
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(wild, likely, damaged), async (bytes) => {
      answer = bytes;
      const read = await readPage(`http://127.0.0.1:${port}/`, new AbortController().signal);
      expect(['article', 'refusal']).toContain(read.kind);
      if (read.kind === 'refusal') expect(read.detail).toMatch(/^[A-Z].*\.$/);
    }),
    { numRuns: 300 },
  );
});
