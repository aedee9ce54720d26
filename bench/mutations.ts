// Breaks pages in every way that a site may and reads them as they come: by extractArticle itself, and by the thread in which
// the bot reads.
//
//   npm run bench:mutations -- [folder or file of saved pages] [count, 5000] [seed, 1]
//
// Prints, for each way, how often it was tried and the longest reading; exit code 1 where a page broke the reader, took longer
// than 2 s twice (once may be the machine's doing) or where the memory in use kept growing. Without a folder the pages are the made ones of the tests.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { explainExtraction } from '../src/web/extract.ts';
import { readDocument } from '../src/web/read-document.ts';
import { refusalPages } from '../test/web/refusal-pages.ts';
import { createRandom } from './durability/random.ts';
import { mutations } from './mutations/mutate.ts';
import { filesIn, readPages } from './saved-pages.ts';

const maxMs = 2_000;
const maxGrowthMb = 20;
const url = 'https://news.example/2024/05/a-page';

const args = process.argv.slice(2);
const folder = args[0] !== undefined && !/^\d+$/.test(args[0]) ? args.shift() : undefined;
const count = Number(args[0] ?? 5_000);
const seed = Number(args[1] ?? 1);
const random = createRandom(seed);
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const pages = folder === undefined ? madePages() : await samplePages(folder, 60);
const ways = Object.keys(mutations);
const slowest = new Map<string, { tried: number; directMs: number; threadMs: number }>();
const faults: string[] = [];
const sizesMb: number[] = [];
const residentMb: number[] = [];

for (let at = 0; at < count; at++) {
  const way = ways[at % ways.length] ?? '';
  const broken = breakPage(way);
  const directMs = readDirectly(broken, `${way}, page ${at}`);
  const threadMs = await readInThread(broken, `${way}, page ${at}, in the thread`);
  const before = slowest.get(way) ?? { tried: 0, directMs: 0, threadMs: 0 };
  slowest.set(way, {
    tried: before.tried + 1,
    directMs: Math.max(before.directMs, directMs),
    threadMs: Math.max(before.threadMs, threadMs),
  });
  if (at % Math.max(1, Math.floor(count / 20)) === 0) {
    collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    sizesMb.push(Math.round((heapUsed + external) / 1e6));
    residentMb.push(Math.round(rss / 1e6));
  }
}
report();

/** One way for sure; in one page of three a second one on top. */
function breakPage(way: string): string {
  const anyPage = () => pages[Math.floor(random() * pages.length)] ?? '';
  let html = mutations[way]?.(anyPage(), anyPage(), random) ?? '';
  if (random() < 0.33)
    html = mutations[ways[Math.floor(random() * ways.length)] ?? '']?.(html, anyPage(), random) ?? '';
  return html;
}

function readDirectly(html: string, name: string): number {
  const read = () => {
    const start = performance.now();
    const { failure } = explainExtraction(html, url);
    if (failure !== undefined) faults.push(`${name}: broke the reader: ${failure}`);
    return performance.now() - start;
  };
  let ms = read();
  if (ms > maxMs) ms = Math.min(ms, read());
  if (ms > maxMs) faults.push(`${name}: ${Math.round(ms)} ms`);
  return ms;
}

async function readInThread(html: string, name: string): Promise<number> {
  const origin = { url, contentType: 'text/html; charset=utf-8', name: null };
  const read = async () => {
    const start = performance.now();
    try {
      await readDocument(Buffer.from(html), origin, new AbortController().signal);
    } catch (error) {
      faults.push(`${name}: threw ${error}`);
    }
    return performance.now() - start;
  };
  let ms = await read();
  if (ms > maxMs) ms = Math.min(ms, await read());
  if (ms > maxMs) faults.push(`${name}: ${Math.round(ms)} ms`);
  return ms;
}

function report(): void {
  console.log(`${'way'.padEnd(32)} ${'tried'.padStart(6)} ${'longest ms'.padStart(11)} ${'in thread'.padStart(10)}`);
  for (const [way, { tried, directMs, threadMs }] of slowest) {
    const times = `${directMs.toFixed(0).padStart(11)} ${threadMs.toFixed(0).padStart(10)}`;
    console.log(`${way.padEnd(32)} ${String(tried).padStart(6)} ${times}`);
  }
  // The first fifth warms up; after that memory may not rise from third to third.
  const settled = sizesMb.slice(Math.ceil(sizesMb.length / 5));
  const third = Math.ceil(settled.length / 3);
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const growthMb = median(settled.slice(-third)) - median(settled.slice(0, third));
  if (growthMb > maxGrowthMb) faults.push(`memory grew by ${growthMb} MB`);
  console.log(`MB in use, from start to end: ${sizesMb.join(' ')}`);
  console.log(`MB resident, the thread's too: ${residentMb.join(' ')}`);
  for (const fault of faults.slice(0, 30)) console.log(`FAULT ${fault}`);
  console.log(`${count} pages of ${pages.length} (seed ${seed}): ${faults.length} faults, growth ${growthMb} MB`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

function madePages(): string[] {
  const news = readFileSync(resolve(import.meta.dirname, '../test/fixtures/pages/news-page.html'), 'utf8');
  return [news, news, news, ...refusalPages.filter(({ html }) => html.length > 200).map(({ html }) => html)];
}

/** Pages spread over all files, as many of each. */
async function samplePages(path: string, most: number): Promise<string[]> {
  const files = filesIn(path);
  const sampled: string[] = [];
  for (const file of files) {
    const kept: string[] = [];
    let seen = 0;
    for await (const { html } of readPages(file)) {
      seen++;
      const at = seen <= most / files.length ? kept.length : Math.floor(random() * seen);
      if (at < most / files.length) kept[at] = html;
    }
    sampled.push(...kept);
  }
  return sampled;
}
