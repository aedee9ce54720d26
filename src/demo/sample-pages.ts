import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Sample = { title: string; url: string };
export type SamplePages = { host: string; samples: Sample[]; close: () => Promise<void> };

const folder = join(import.meta.dirname, '../../samples');

/** Serves the sample articles on loopback, each at its own link, on a port that is free. */
export async function serveSamples(): Promise<SamplePages> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  const pages = new Map<string, string>();
  for (const name of names) {
    pages.set(`/articles/${name.replace('.html', '')}`, await readFile(join(folder, name), 'utf8'));
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = path === '/' ? listSamples(pages) : pages.get(path);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '<!doctype html><title>Not found</title><h1>Not found</h1>');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // `address()` is an object for a server that listens on a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    samples: [...pages].map(([path, html]) => ({ title: titleOf(html), url: `http://${host}${path}` })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function titleOf(html: string): string {
  return /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? 'Untitled';
}

function listSamples(pages: Map<string, string>): string {
  const links = [...pages].map(([path, html]) => `<li><a href="${path}">${titleOf(html)}</a></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Byline samples</title><h1>Byline samples</h1><ul>${links}</ul>`;
}
