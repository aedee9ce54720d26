// Scores the truth rules on the reference articles: npm run bench:truth -- <folder with gum-wikinews.dev.jsonl>

import { readReferences } from './truth/articles.ts';
import { scoreInventions } from './truth/inventions.ts';
import { scoreParaphrases } from './truth/paraphrases.ts';
import { scoreQuotes } from './truth/quotes.ts';
import { scoreReported } from './truth/reported.ts';
import { scoreReversals } from './truth/reversals.ts';
import { scoreSpeakers } from './truth/speakers.ts';
import { timeFindQuote } from './truth/timing.ts';
import { scoreTurned } from './truth/turned.ts';

const [folder, part, shows] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: npm run bench:truth -- <folder with gum-wikinews.dev.jsonl> [part [show]]');
const references = readReferences(folder);
const parts: Record<string, (shows: boolean) => string[]> = {
  quotes: () => scoreQuotes(references),
  speakers: (shows) => scoreSpeakers(references, shows),
  reported: (shows) => scoreReported(references, shows),
  reversals: (shows) => scoreReversals(references, shows),
  turned: (shows) => scoreTurned(references, shows),
  paraphrases: (shows) => scoreParaphrases(references, shows),
  timing: () => timeFindQuote(references),
  inventions: (shows) => scoreInventions(references, shows),
};
for (const [name, score] of Object.entries(parts)) {
  if (part === undefined || part === name) for (const line of score(shows === 'show')) console.log(line);
}
