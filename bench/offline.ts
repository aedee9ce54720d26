// How well the offline reader does on annotated news, and how fast: npm run bench:offline -- <folder with gum-wikinews.dev.jsonl>
// How each number is made stands in bench/offline/score.ts. Nothing here runs in the tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { scoreAnswers } from './offline/answers.ts';
import { type GumDocument, readGum } from './offline/gum.ts';
import type { Score } from './offline/measures.ts';
import {
  type SummaryScore,
  scoreActors,
  scoreAttributions,
  scoreLeads,
  scoreNames,
  scoreSummaries,
  scoreTitled,
} from './offline/score.ts';
import { readMarked, scoreSpeech } from './offline/speech.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npm run bench:offline -- <folder with gum-wikinews.dev.jsonl>');
  process.exit(2);
}

const show = ({ precision, recall, f1 }: Score) =>
  `P ${precision.toFixed(1)}  R ${recall.toFixed(1)}  F1 ${f1.toFixed(1)}`;

const showRouge = ({ one, two, longest, words }: SummaryScore) =>
  `R1 ${one.toFixed(1)}  R2 ${two.toFixed(1)}  RL ${longest.toFixed(1)}  mean words ${words.toFixed(0)}`;

function report(name: string, documents: GumDocument[]): void {
  console.log(`\n== ${name}: ${documents.length} documents`);
  const { content, attribution, speakerRight, nameRight, quotes } = scoreAttributions(documents);
  console.log(`  content          ${show(content)}`);
  console.log(`  attribution      ${show(attribution)}`);
  console.log(`  speaker right    ${speakerRight.toFixed(1)} %   resolved name right ${nameRight.toFixed(1)} %`);
  console.log(`  quotations found ${quotes.toFixed(1)} %`);
  for (const [type, score] of Object.entries(scoreNames(documents)))
    console.log(`  names ${type.padEnd(13)}${show(score)}`);
  console.log(`  key actors       ${show(scoreActors(documents))}`);
  console.log(`  summary          ${showRouge(scoreSummaries(documents))}`);
  console.log(`   title before it ${showRouge(scoreTitled(documents))}`);
  console.log(`   title and lead  ${showRouge(scoreLeads(documents))}`);
}

const documents = readGum(folder);
const news = documents.filter(({ genre }) => genre === 'news');
report('news', news);
report(
  'news, even documents (rules were tuned on these)',
  news.filter((_, i) => i % 2 === 0),
);
report(
  'news, odd documents (of these six, two were read while the rules were made)',
  news.filter((_, i) => i % 2 === 1),
);
report(
  'interviews',
  documents.filter(({ genre }) => genre !== 'news'),
);

for (const name of ['tuning', 'held-out'] as const) {
  const passages = readMarked(name);
  const { attribution, speakerRight, quotes, named } = scoreSpeech(passages);
  console.log(`\n== speech, ${name}: ${passages.length} passages marked by hand`);
  console.log(`  attribution      ${show(attribution)}`);
  console.log(`  speaker right    ${speakerRight.toFixed(1)} %   resolved name right ${named.toFixed(1)} %`);
  console.log(`  quotations found ${quotes.toFixed(1)} %`);
}

const { asked, right, wrong, abstainedElsewhere, abstainedOnMixed } = scoreAnswers(news);
console.log(`\n== answers: ${asked} questions`);
console.log(`  own article      right ${right.toFixed(1)} %  wrong ${wrong.toFixed(1)} %`);
console.log(
  `  another article  abstained ${abstainedElsewhere.toFixed(1)} %, with a name from there ${abstainedOnMixed.toFixed(1)} %`,
);

const article = news.toSorted((a, b) => Math.abs(a.text.length - 4_300) - Math.abs(b.text.length - 4_300))[0];
const inProcess = (file: URL) => {
  const ended = spawnSync(process.execPath, [fileURLToPath(file)], {
    input: article?.text ?? '',
    encoding: 'utf8',
  });
  return `${ended.stdout}${ended.stderr}`;
};
const timing = inProcess(new URL('offline/timing.ts', import.meta.url));
const inThread = inProcess(new URL('offline/thread-memory.ts', import.meta.url));
console.log(`\n== one article, in a process of its own\n${timing}${inThread}`);
