// Scores extractArticle on saved pages with an answer key.
//
//   npm run bench:extract -- <folder or file>... [--worst 10] [--out texts.json]
//
// Each file is JSON Lines, plain, .gz or .br, one page a line: {id, url, html, text, paras?, optional?, title?, authors?,
// date?, with?, without?}. `optional` are indices into `paras` that may be there or not; `with` and `without` are strings
// that the text must and must not hold. Figures are printed, never asserted. Times are of `explainExtraction` alone; memory is of
// a second process that does nothing but read the same pages, from one file to the next.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { explainExtraction } from '../src/web/extract.ts';
import {
  isCloseTitle,
  isSameDay,
  isSameTitle,
  mean,
  meanOfOverlaps,
  type Overlap,
  type Score,
  scoreAuthors,
  scoreOverlap,
  scoreRouge,
  scoreWords,
  shingleOverlap,
} from './extract-scoring.ts';
import { startMemoryProbe } from './reading-memory.ts';
import { bestKey, filesIn, keysOf, readPages, type SavedPage, scorePeople } from './saved-pages.ts';

type Row = {
  id: string;
  url: string;
  ms: number;
  refused: string | null;
  crashed: boolean;
  shingle: Overlap | null;
  shingleWithDek: Overlap | null;
  words: Score | null;
  rouge: Score | null;
  title: number | null;
  titleClose: number | null;
  authors: number | null;
  people: number | null;
  date: number | null;
  held: [number, number, number, number];
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { worst: { type: 'string', default: '0' }, out: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('Name a folder or a file: npm run bench:extract -- <folder>');
  process.exit(2);
}

const texts: Record<string, unknown> = {};
const probe = startMemoryProbe();
for (const file of positionals.flatMap(filesIn)) {
  const rows: Row[] = [];
  let peakMb = 0;
  for await (const page of readPages(file)) {
    // The first pages are read twice, so that the runtime's warming up is not measured.
    if (rows.length < 8) explainExtraction(page.html, page.url);
    rows.push(measurePage(page));
    peakMb = await probe.read(page.html, page.url || 'https://example.org/article');
  }
  report(file, rows, peakMb);
}
probe.end();
if (options.out) writeFileSync(options.out, JSON.stringify(texts));

function measurePage(page: SavedPage): Row {
  const start = performance.now();
  const { result, failure } = explainExtraction(page.html, page.url || 'https://example.org/article');
  const ms = performance.now() - start;
  const article = result.kind === 'article' ? result : undefined;
  const text = article?.text ?? '';
  const withDek = article?.dek ? `${article.dek}\n\n${text}` : text;
  if (options.out) texts[page.id] = { ...result, url: page.url };
  const keys = page.text ? keysOf(page) : [];
  const best = bestKey(keys, text);
  return {
    id: page.id,
    url: page.url,
    ms,
    refused: result.kind === 'refusal' ? result.why : null,
    crashed: failure !== undefined,
    shingle: best === undefined ? null : shingleOverlap(best, text),
    shingleWithDek: best === undefined ? null : shingleOverlap(bestKey(keys, withDek) ?? '', withDek),
    words: best === undefined ? null : scoreWords(best, text),
    rouge: best === undefined || !page.paras ? null : scoreRouge(best, text),
    title: page.title ? Number(isSameTitle(page.title, article?.title ?? '')) : null,
    titleClose: page.title ? Number(isCloseTitle(page.title, article?.title ?? '')) : null,
    authors: page.authors?.some(Boolean) ? scoreAuthors(page.authors, article?.authors ?? []) : null,
    people: scorePeople(page, article?.authors ?? []),
    date: page.date ? Number(isSameDay(page.date, article?.publishedAt ?? '')) : null,
    held: countHeld(page, text),
  };
}

function countHeld(page: SavedPage, text: string): [number, number, number, number] {
  const flat = (part: string) => part.replace(/\s+/g, ' ').trim();
  const whole = flat(text);
  const wanted = page.with ?? [];
  const unwanted = page.without ?? [];
  const hits = wanted.filter((part) => whole.includes(flat(part))).length;
  const wrong = unwanted.filter((part) => whole.includes(flat(part))).length;
  return [hits, wanted.length, wrong, unwanted.length];
}

function report(file: string, rows: Row[], peakMb: number): void {
  const known = <T>(values: (T | null)[]) => values.filter((value) => value !== null);
  const show = (score: Score) =>
    `${score.f1.toFixed(4)}  P ${score.precision.toFixed(4)}  R ${score.recall.toFixed(4)}`;
  const meanOf = (scores: Score[]): Score => ({
    precision: mean(scores.map((one) => one.precision)),
    recall: mean(scores.map((one) => one.recall)),
    f1: mean(scores.map((one) => one.f1)),
  });
  const overlaps = known(rows.map((row) => row.shingle));
  const under = overlaps.filter((one) => scoreOverlap(one).f1 < 0.5).length;
  const rouge = known(rows.map((row) => row.rouge));
  const ms = rows.map((row) => row.ms).sort((a, b) => a - b);
  const quantile = (share: number) => (ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] ?? 0).toFixed(1);
  const held = [0, 1, 2, 3].map((at) => rows.reduce((sum, row) => sum + (row.held[at] ?? 0), 0));
  const facts = (['title', 'titleClose', 'authors', 'people', 'date'] as const).map((key) =>
    known(rows.map((row) => row[key])),
  );
  const refused = rows.filter((row) => row.refused);

  console.log(`\n${file}: ${rows.length} pages`);
  if (overlaps.length > 0) {
    console.log(`  shingle F1    ${show(meanOfOverlaps(overlaps))}   pages under 0.5: ${under}`);
    console.log(`  … with dek    ${show(meanOfOverlaps(known(rows.map((row) => row.shingleWithDek))))}`);
    console.log(`  word F1       ${show(meanOf(known(rows.map((row) => row.words))))}`);
  }
  if (rouge.length > 0) console.log(`  ROUGE-LSum    ${show(meanOf(rouge))}`);
  if (held[1] || held[3])
    console.log(`  held          ${held[0]} of ${held[1]} wanted, ${held[2]} of ${held[3]} unwanted`);
  if (facts.some((values) => values.length > 0)) {
    const [title, close, authors, people, date] = facts.map(
      (values) => `${mean(values).toFixed(3)} (${values.length})`,
    );
    console.log(`  facts         title ${title}  close ${close}  authors ${authors}, people ${people}  date ${date}`);
  }
  console.log(`  ms a page     median ${quantile(0.5)}  p95 ${quantile(0.95)}  max ${quantile(1)}`);
  console.log(
    `  memory        ${peakMb} MB at most, so far, in a process that reads pages in the bot's reading thread`,
  );
  console.log(`  crashed       ${rows.filter((row) => row.crashed).length}`);
  console.log(`  refused       ${refused.length}${refused.map((row) => `\n    ${row.refused}  ${row.url}`).join('')}`);
  const scored = rows.flatMap((row) => (row.shingle ? [{ row, ...scoreOverlap(row.shingle) }] : []));
  for (const { row, f1, precision, recall } of scored.sort((a, b) => a.f1 - b.f1).slice(0, Number(options.worst))) {
    console.log(
      `  ${f1.toFixed(3)}  P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  ${row.id.slice(0, 40)}  ${row.url}`,
    );
  }
}
