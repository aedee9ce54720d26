import { once as nextEvent } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A server of pages as they should be and as they should not. `hits` counts requests by path. */
export type HostileSite = {
  port: number;
  hits: Map<string, number>;
  openSockets: () => number;
  close: () => Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const page = (text: string) => `<!doctype html><title>A page</title><article><p>${text}</p></article>`;
export const articleText = 'The harbour wall will be rebuilt before the winter, the council said.';
const plain = page(articleText);
const html = { 'content-type': 'text/html; charset=utf-8' };

/** What each hostile page must end in: a refusal, or the page's text where the fault can be lived with. */
export const hostilePages: { path: string; outcome: string }[] = [
  { path: '/big', outcome: 'too-large' },
  { path: '/declared-big', outcome: 'too-large' },
  { path: '/gzip-bomb', outcome: 'too-large' },
  { path: '/brotli-bomb', outcome: 'too-large' },
  { path: '/deflate-bomb', outcome: 'too-large' },
  { path: '/double-gzip', outcome: 'not-text' },
  { path: '/nine-codings', outcome: 'not-text' },
  { path: '/unknown-coding', outcome: 'not-text' },
  { path: '/broken-gzip', outcome: 'not-text' },
  { path: '/drip', outcome: 'timed-out' },
  { path: '/drip-headers', outcome: 'timed-out' },
  { path: '/silent', outcome: 'timed-out' },
  { path: '/silent-body', outcome: 'timed-out' },
  { path: '/endless-chunk', outcome: 'timed-out' },
  { path: '/loop', outcome: 'unreachable' },
  { path: '/slow-loop', outcome: 'timed-out' },
  { path: '/header-flood', outcome: 'too-large' },
  { path: '/length-too-long', outcome: 'unreachable' },
  { path: '/cut-off', outcome: 'unreachable' },
  { path: '/cut-gzip', outcome: 'unreachable' },
  { path: '/hang-up', outcome: 'unreachable' },
  { path: '/not-http', outcome: 'unreachable' },
  { path: '/no-content', outcome: 'not-text' },
  { path: '/empty', outcome: 'not-text' },
  { path: '/to-ftp', outcome: 'unreachable' },
  { path: '/to-nonsense', outcome: 'unreachable' },
  { path: '/image', outcome: 'not-text' },
  { path: '/video', outcome: 'not-text' },
  { path: '/disguised-zip', outcome: 'not-text' },
  { path: '/tiny-headers', outcome: 'article' },
  { path: '/length-too-short', outcome: 'article' },
  { path: '/false-gzip', outcome: 'article' },
  { path: '/bare-deflate', outcome: 'article' },
  { path: '/wrong-charset', outcome: 'article' },
  { path: '/early-hints', outcome: 'article' },
];

const raw = (request: IncomingMessage, text: string | Buffer) => request.socket.write(text);

const handlers: Record<string, Handler> = {
  '/article': (_, response) => response.writeHead(200, html).end(plain),
  '/gzip': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(plain)),
  '/brotli': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync(plain)),
  '/deflate': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'deflate' }).end(deflateSync(plain)),
  '/bare-deflate': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'deflate' }).end(deflateRawSync(plain)),
  '/false-gzip': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(plain),
  '/big': (_, response) => {
    response.writeHead(200, html);
    writeUntilClosed(response, Buffer.alloc(65_536, 'a '), 300_000_000);
  },
  '/declared-big': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': '99000000000' });
    response.write('<p>');
  },
  '/gzip-bomb': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bombs.gzip()),
  '/brotli-bomb': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(bombs.brotli()),
  '/deflate-bomb': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'deflate' }).end(bombs.deflate()),
  '/double-gzip': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(plain))),
  '/nine-codings': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': Array(9).fill('gzip').join(',') }).end(gzipSync(plain)),
  '/unknown-coding': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'compress' }).end('abc'),
  '/broken-gzip': (_, response) => {
    const bytes = gzipSync(plain);
    bytes.fill(0xff, 12, 40);
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bytes);
  },
  '/drip': (_, response) => {
    response.writeHead(200, html);
    every(response, 20, () => response.write('a'));
  },
  '/drip-headers': (request, response) => {
    raw(request, 'HTTP/1.1 200 OK\r\n');
    every(response, 20, () => raw(request, 'x-a: b\r\n'));
  },
  '/silent': () => {},
  '/silent-body': (_, response) => response.writeHead(200, html).flushHeaders(),
  '/endless-chunk': (request) =>
    raw(request, 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFF\r\n<p>Now'),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/slow-loop': (_, response) => {
    setTimeout(() => response.writeHead(302, { location: '/slow-loop' }).end(), 150);
  },
  '/header-flood': (request) => {
    raw(request, 'HTTP/1.1 200 OK\r\n');
    raw(request, `${'x-flood: '.padEnd(1_000, 'y')}\r\n`.repeat(2_000));
  },
  '/tiny-headers': (request) => {
    raw(
      request,
      `HTTP/1.1 200 OK\r\n${'a:b\r\n'.repeat(1_500)}content-type: text/html\r\nconnection: close\r\n\r\n${plain}`,
    );
    request.socket.end();
  },
  '/length-too-long': (request) => {
    raw(request, `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100000\r\n\r\n${plain}`);
    request.socket.end();
  },
  '/length-too-short': (request) => {
    raw(
      request,
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${plain.length}\r\n\r\n${plain}and more`,
    );
    request.socket.end();
  },
  '/cut-off': (_, response) => {
    response.writeHead(200, html);
    response.write(plain, () => response.socket?.destroy());
  },
  '/cut-gzip': (request) => {
    const bytes = gzipSync(plain);
    raw(request, 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n');
    raw(request, bytes.subarray(0, bytes.length - 20));
    request.socket.end();
  },
  '/hang-up': (request) => void request.socket.destroy(),
  '/not-http': (request) => {
    raw(request, 'SSH-2.0-OpenSSH_9.2\r\n');
    request.socket.end();
  },
  '/no-content': (_, response) => response.writeHead(204).end(),
  '/empty': (_, response) => response.writeHead(200, html).end(),
  '/to-ftp': (_, response) => response.writeHead(302, { location: 'ftp://files.example/a' }).end(),
  '/to-nonsense': (_, response) => response.writeHead(302, { location: 'http://[nonsense' }).end(),
  '/image': (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    writeUntilClosed(response, Buffer.alloc(65_536, 1), 50_000_000);
  },
  '/video': (_, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4' });
    writeUntilClosed(response, Buffer.alloc(65_536, 1), 50_000_000);
  },
  '/disguised-zip': (_, response) => response.writeHead(200, html).end(Buffer.from('PK\x03\x04\x14\0\0\0binary')),
  '/wrong-charset': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=made-up' }).end(plain),
  '/early-hints': (_, response) => {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' });
    response.writeHead(200, html).end(plain);
  },
};

const bombs = {
  gzip: once((bytes) => gzipSync(bytes, { level: 1 })),
  brotli: once((bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  deflate: once((bytes) => deflateSync(bytes, { level: 1 })),
};

/** 40 MB of one letter, compressed when it is first asked for. */
function once(compress: (bytes: Buffer) => Buffer): () => Buffer {
  let bytes: Buffer | undefined;
  return () => {
    bytes ??= compress(Buffer.alloc(40_000_000, 'a'));
    return bytes;
  };
}

/**
 * Starts the site on a free loopback port. `extra` handlers come first; `/status/503` answers with that status,
 * `/hops/4` redirects four times before `/article`, `/to?http://…` redirects to what follows.
 */
export async function startHostileSite(extra: Record<string, Handler> = {}): Promise<HostileSite> {
  const hits = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    hits.set(path, (hits.get(path) ?? 0) + 1);
    response.on('error', () => {});
    const handler = extra[path] ?? handlers[path] ?? findNumbered(path, request.url ?? '');
    if (handler) handler(request, response);
    else response.writeHead(404, html).end(page('No such page'));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await nextEvent(server, 'listening');
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits,
    openSockets: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await nextEvent(server, 'close');
    },
  };
}

function findNumbered(path: string, url: string): Handler | undefined {
  const [, kind, value] = /^\/(status|hops|to)(?:\/(\d+))?$/.exec(path) ?? [];
  if (kind === 'status') return (_, response) => response.writeHead(Number(value), html).end(page('Something else'));
  if (kind === 'hops') {
    const next = Number(value) > 1 ? `/hops/${Number(value) - 1}` : '/article';
    return (_, response) => response.writeHead(302, { location: next }).end();
  }
  if (kind === 'to')
    return (_, response) => response.writeHead(302, { location: url.slice(url.indexOf('?') + 1) }).end();
  return undefined;
}

function writeUntilClosed(response: ServerResponse, chunk: Buffer, total: number): void {
  let sent = 0;
  const write = () => {
    while (!response.destroyed && sent < total) {
      sent += chunk.length;
      if (!response.write(chunk)) return;
    }
    if (!response.destroyed) response.end();
  };
  response.on('drain', write);
  write();
}

function every(response: ServerResponse, ms: number, act: () => void): void {
  const timer = setInterval(act, ms);
  response.on('close', () => clearInterval(timer));
}
