// Scores readPaste on saved pages with an answer key, each as a person pastes it who selects all of the page and copies it.
//
//   npm run bench:paste -- <folder or file>... [--half a|b] [--worst 10] [--out texts.json]
//
// The files are those of bench:extract. `--half` takes one half of the sites only, so that a rule found on one half can be
// tried on the other. Figures are printed, never asserted.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Article } from '../src/core/article.ts';
import { readPaste } from '../src/core/paste.ts';
import {
  isCloseTitle,
  isSameDay,
  isSameTitle,
  mean,
  meanOfOverlaps,
  type Overlap,
  scoreAuthors,
  scoreOverlap,
  shingleOverlap,
} from './extract-scoring.ts';
import { textOfPage } from './page-text.ts';
import { bestKey, filesIn, keysOf, readPages, type SavedPage, scorePeople } from './saved-pages.ts';

type Row = {
  page: Pick<SavedPage, 'id' | 'url' | 'title' | 'authors' | 'date'>;
  article: Article | null;
  refused: string | null;
  ms: number;
  shingle: Overlap | null;
  withDek: Overlap | null;
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, worst: { type: 'string', default: '0' }, out: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('Name a folder or a file: npm run bench:paste -- <folder>');
  process.exit(2);
}

const texts: Record<string, unknown> = {};
for (const file of positionals.flatMap(filesIn)) {
  const rows: Row[] = [];
  for await (const page of readPages(file))
    if (!options.half || options.half === halfOf(page)) rows.push(measure(page));
  report(file, rows);
}
if (options.out) writeFileSync(options.out, JSON.stringify(texts));

// By site, so that no rule is tried on the site it was found on.
function halfOf({ id, url }: SavedPage): string {
  const site = (URL.parse(url)?.hostname ?? id).replace(/^www\./, '');
  return (createHash('sha256').update(site).digest()[0] ?? 0) % 2 === 0 ? 'a' : 'b';
}

function measure(page: SavedPage): Row {
  const paste = textOfPage(page.html);
  const start = performance.now();
  const result = readPaste(paste);
  const ms = performance.now() - start;
  const article = result.kind === 'article' ? result : null;
  if (options.out) texts[page.id] = { url: page.url, paste, key: page, result };
  const score = (text: string) => (page.text ? shingleOverlap(bestKey(keysOf(page), text) ?? '', text) : null);
  return {
    page,
    article,
    refused: result.kind === 'refusal' ? result.why : null,
    ms,
    shingle: score(article?.text ?? ''),
    withDek: score([article?.dek, article?.text].filter(Boolean).join('\n\n')),
  };
}

function report(file: string, rows: Row[]): void {
  const show = (overlaps: (Overlap | null)[]) => {
    const { f1, precision, recall } = meanOfOverlaps(overlaps.filter((one) => one !== null));
    return `${f1.toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}`;
  };
  const rate = (score: (row: Row) => number | null) => {
    const values = rows.map(score).filter((value) => value !== null);
    return `${mean(values).toFixed(3)} (${values.length})`;
  };
  const scored = rows.flatMap((row) => (row.shingle ? [{ ...row, ...scoreOverlap(row.shingle) }] : []));
  const ms = rows.map((row) => row.ms).sort((a, b) => a - b);
  console.log(`\n${file}: ${rows.length} pages`);
  console.log(
    `  shingle F1    ${show(rows.map((row) => row.shingle))}   under 0.5: ${scored.filter((one) => one.f1 < 0.5).length}`,
  );
  console.log(`  … with dek    ${show(rows.map((row) => row.withDek))}`);
  console.log(
    `  title         ${rate(({ page, article }) => (page.title ? Number(isSameTitle(page.title, article?.title ?? '')) : null))}` +
      `  close ${rate(({ page, article }) => (page.title ? Number(isCloseTitle(page.title, article?.title ?? '')) : null))}`,
  );
  console.log(
    `  authors       ${rate(({ page, article }) => (page.authors?.some(Boolean) ? scoreAuthors(page.authors, article?.authors ?? []) : null))}` +
      `  people ${rate(({ page, article }) => scorePeople(page, article?.authors ?? []))}`,
  );
  console.log(
    `  date          ${rate(({ page, article }) => (page.date ? Number(isSameDay(page.date, article?.publishedAt ?? '')) : null))}` +
      `  wrong ${rate(({ page, article }) => (page.date && article?.publishedAt ? Number(!isSameDay(page.date, article.publishedAt)) : null))}`,
  );
  console.log(`  language      ${rate(({ article }) => (article ? Number(article.language !== null) : null))} said`);
  console.log(`  ms a paste    median ${ms[ms.length >> 1]?.toFixed(1)}  max ${ms.at(-1)?.toFixed(1)}`);
  const refused = rows.filter((row) => row.refused);
  console.log(
    `  refused       ${refused.length}${refused.map((row) => `\n    ${row.refused}  ${row.page.url}`).join('')}`,
  );
  for (const { page, f1, precision, recall } of scored.sort((a, b) => a.f1 - b.f1).slice(0, Number(options.worst)))
    console.log(
      `  ${f1.toFixed(3)}  P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  ${page.id.slice(0, 40)}  ${page.url}`,
    );
}
