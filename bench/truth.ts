// Scores the truth rules on the reference articles: npm run bench:truth -- <folder with gum-wikinews.dev.jsonl>
import { readReferences } from './truth/articles.ts';
import { scoreQuotes } from './truth/quotes.ts';
import { scoreSpeakers } from './truth/speakers.ts';

const [folder, part, shows] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: npm run bench:truth -- <folder with gum-wikinews.dev.jsonl> [part [show]]');
const references = readReferences(folder);
const parts: Record<string, (shows: boolean) => string[]> = {
  quotes: () => scoreQuotes(references),
  speakers: (shows) => scoreSpeakers(references, shows),
};
for (const [name, score] of Object.entries(parts)) {
  if (part === undefined || part === name) for (const line of score(shows === 'show')) console.log(line);
}
