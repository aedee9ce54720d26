// Cold start, warm draft and memory, in a process that has done nothing else. The article comes on standard input, so that
// reading the corpus costs this process nothing.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { toArticle } from './article.ts';

const text = readFileSync(0, 'utf8');
const start = performance.now();
const { draftOffline } = await import('../../src/offline/draft.ts');
const draft = () => draftOffline(toArticle({ text, title: '' }));

draft();
const coldMs = performance.now() - start;
const coldMb = process.memoryUsage().rss / 1e6;
for (let i = 0; i < 20; i++) draft();
const times: number[] = [];
const cpu = process.cpuUsage();
for (let i = 0; i < 50; i++) {
  const before = performance.now();
  draft();
  times.push(performance.now() - before);
}
const { user, system } = process.cpuUsage(cpu);
times.sort((a, b) => a - b);
console.log(
  `  ${text.split(/\s+/).length} words: cold ${coldMs.toFixed(0)} ms, warm median ${times[25]?.toFixed(1)} ms`,
);
console.log(`  processor time per warm draft ${((user + system) / 50_000).toFixed(1)} ms`);
console.log(
  `  resident memory ${coldMb.toFixed(0)} MB after the first draft, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB after 70`,
);
