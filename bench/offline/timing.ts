// Cold start, warm draft and memory, in a process that has done nothing else.
import { performance } from 'node:perf_hooks';
import { readGum } from './gum.ts';

const documents = readGum(process.argv[2] ?? '.');
const start = performance.now();
const { draftOffline } = await import('../../src/offline/draft.ts');

function draft({ text, title }: { text: string; title: string }): void {
  const wordCount = text.split(/\s+/).length;
  const unknown = { url: null, canonicalUrl: null, dek: null, publisher: null, publishedAt: null };
  draftOffline({ kind: 'article', ...unknown, title, authors: [], language: 'en', wordCount, text, marks: [] });
}

const article = documents.toSorted((a, b) => Math.abs(a.text.length - 4_300) - Math.abs(b.text.length - 4_300))[0];
if (!article) throw new Error('no document');
draft(article);
const coldMs = performance.now() - start;
for (let i = 0; i < 20; i++) draft(article);
const times: number[] = [];
for (let i = 0; i < 50; i++) {
  const before = performance.now();
  draft(article);
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
const words = article.text.split(/\s+/).length;
console.log(
  `  ${words} words: cold ${coldMs.toFixed(0)} ms, warm median ${times[25]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`,
);
console.log(`  resident memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
