// What each hostile page ends in, how long that takes, and how far memory grows meanwhile, with the real limits.
// `npm run bench:hostile`: a table, and exit code 1 where an outcome is wrong or memory grew by 20 MB or more.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateSync, gzipSync } from 'node:zlib';
import { createPageReader } from '../src/web/read-page.ts';
import { hostilePages, startHostileSite } from '../test/web/hostile-site.ts';
import { layOut, makePdf } from '../test/web/make-pdf.ts';

const maxGrowthMb = 20;
const html = { 'content-type': 'text/html' };
const pdf = { 'content-type': 'application/pdf' };
const letters = (bytes: number) => Buffer.alloc(bytes, 'a');

if (process.argv[2] === 'serve') await serve();
else await measure();

/** The site runs in a process of its own, so that its memory does not count. */
async function serve(): Promise<void> {
  const gzip = gzipSync(letters(200_000_000));
  const inflated = deflateSync(Buffer.alloc(1_000_000_000, ' '), { level: 1 });
  const pdfBomb = makePdf([[]], {}, { deflate: () => inflated });
  const sentence = 'The council said on Monday that it would rebuild the harbour wall after the storm.';
  const longPdf = makePdf(Array.from({ length: 2_000 }, () => layOut(Array.from({ length: 20 }, () => sentence))));
  const site = await startHostileSite({
    '/gzip-bomb': (_, response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzip),
    '/slow-loop': (_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/slow-loop' }).end(), 4_000);
    },
    '/pdf-bomb': (_, response) => response.writeHead(200, pdf).end(pdfBomb),
    '/pdf-of-2000-pages': (_, response) => response.writeHead(200, pdf).end(longPdf),
    '/big-pdf': (_, response) => {
      response.writeHead(200, pdf);
      response.write('%PDF-1.4\n');
      for (let sent = 0; sent < 60; sent++) response.write(letters(1_000_000));
    },
    '/nested': (_, response) => response.writeHead(200, html).end('<div>'.repeat(100_000)),
    '/huge-attribute': (_, response) => response.writeHead(200, html).end(`<p title="${letters(4_000_000)}">Hello`),
  });
  process.once('disconnect', () => void site.close());
  process.send?.(site.port);
}

async function measure(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const server = fork(import.meta.filename, ['serve']);
  const port = await nextMessage(server);
  const readPage = createPageReader({ allowedPrivateHosts: [`127.0.0.1:${port}`], freshMs: 0 });
  const read = (path: string) => readPage(`http://127.0.0.1:${port}${path}`, new AbortController().signal);

  // The harness's own pages are too short for an article; what counts is that they were read and judged.
  const isReadable = (why: string) => why === 'article' || why === 'too-short';
  const pages = [
    ...hostilePages,
    { path: '/nested', outcome: 'article' },
    { path: '/huge-attribute', outcome: 'article' },
    { path: '/big-pdf', outcome: 'too-large' },
  ];
  const pdfs = [
    { path: '/pdf-of-2000-pages', outcome: 'article' },
    { path: '/pdf-bomb', outcome: 'too-large' },
  ];
  for (const path of ['/article', '/gzip', '/brotli', '/article']) await read(path);

  let failures = 0;
  console.log(`${'page'.padEnd(20)} ${'outcome'.padEnd(14)} ${'ms'.padStart(7)} ${'growth MB'.padStart(10)}`);
  for (const { path, outcome } of [...pages, ...pdfs]) {
    collectGarbage();
    const before = process.memoryUsage.rss();
    let peak = before;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 2);
    const start = performance.now();
    const result = await read(path);
    const ms = performance.now() - start;
    peak = Math.max(peak, process.memoryUsage.rss());
    clearInterval(sampling);
    const why = result.kind === 'refusal' ? result.why : 'article';
    const growthMb = (peak - before) / 1_000_000;
    const isRight = outcome === 'article' ? isReadable(why) : why === outcome;
    const isSmall = growthMb < maxGrowthMb || pdfs.some((file) => file.path === path);
    if (!isRight || !isSmall) failures++;
    const verdict = isRight ? (isSmall ? '' : `over ${maxGrowthMb} MB`) : `expected ${outcome}`;
    const line = `${path.padEnd(20)} ${why.padEnd(14)} ${ms.toFixed(0).padStart(7)} ${growthMb.toFixed(1).padStart(10)}`;
    console.log(`${line}  ${verdict}`.trimEnd());
  }
  console.log(
    `${pages.length + pdfs.length} pages, ${failures} not as they should be; a PDF's thread may take more memory`,
  );
  server.disconnect();
  process.exitCode = failures === 0 ? 0 : 1;
}

async function nextMessage(child: ChildProcess): Promise<number> {
  const [port] = await once(child, 'message');
  return Number(port);
}
