// Memory as the bot spends it: the reader in its own thread, whose young generation is kept small. Article on standard input.
import { readFileSync } from 'node:fs';
import { createOfflineDrafters } from '../../src/offline/drafters.ts';
import { toArticle } from './article.ts';

const article = toArticle({ text: readFileSync(0, 'utf8'), title: '' });
const residentMb = () => (process.memoryUsage().rss / 1e6).toFixed(0);
const before = residentMb();
const drafters = createOfflineDrafters();
const { signal } = new AbortController();
await drafters.draftBrief(article, signal);
const first = residentMb();
for (let i = 0; i < 69; i++) await drafters.draftBrief(article, signal);
console.log(
  `  in the bot's thread: ${before} MB without it, ${first} MB after the first draft, ${residentMb()} MB after 70`,
);
