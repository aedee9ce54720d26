import { checkDraft } from '../../src/core/check.ts';
import { indexText } from '../../src/core/fold.ts';
import { findQuote } from '../../src/core/quotes.ts';
import { createChooser, type Reference } from './articles.ts';

const articleLength = 200_000;
const quoteLength = 2000;
const runs = 60;

/** Milliseconds to find a long quote in a very long article, and to check a draft of every sentence of one. */
export function timeFindQuote(references: Reference[]): string[] {
  const article = makeLongText(references);
  const quote = article.slice(150_000, 150_000 + quoteLength);
  const altered = quote.replace(/ (?=[a-z]+ [a-z]+$)/, ' not ');
  const hostile = 'a '.repeat(articleLength / 2);
  const index = indexText(article);
  const cases: [string, () => unknown][] = [
    ['found, article as text', () => findQuote(quote, article)],
    ['found, article indexed before', () => findQuote(quote, index)],
    ['altered in its last words', () => findQuote(altered, article)],
    ['with an ellipsis', () => findQuote(`${quote.slice(0, 900)} … ${quote.slice(1100)}`, article)],
    [
      'a text of one letter and a quote that fails at its end',
      () => findQuote(`${'a '.repeat(quoteLength / 2)}b`, hostile),
    ],
    ['Chinese', () => findQuote('说'.repeat(quoteLength), '说不'.repeat(articleLength / 2))],
  ];
  const rows = cases.map(([name, run]) => `  ${name.padEnd(56)} ${timeOf(run)}`);
  const longest = references.toSorted((one, other) => other.article.text.length - one.article.text.length)[0];
  if (longest)
    rows.push(`  ${'a draft of every sentence of the longest article'.padEnd(56)} ${timeOf(() => checkAll(longest))}`);
  return [
    `milliseconds for ${articleLength} characters of article and ${quoteLength} of quote (fastest, median of ${runs})`,
    ...rows,
  ];
}

function makeLongText(references: Reference[]): string {
  const chooser = createChooser(5);
  let text = '';
  while (text.length < articleLength) {
    const from = chooser.pick(references)?.article.text ?? '';
    text += `${from.slice(chooser.below(from.length / 2)).slice(0, 3000)}\n\n`;
  }
  return text.slice(0, articleLength);
}

function checkAll({ article, sentences }: Reference): unknown {
  const texts = sentences.map(({ start, end }) => article.text.slice(start, end));
  const source = { name: null, kind: 'article' as const, title: null, via: null };
  return checkDraft(
    {
      summary: [],
      actors: [],
      claims: texts.map((text, at) => ({ text, quote: text, sentences: [at + 1], source })),
      drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
    },
    article,
  );
}

function timeOf(run: () => unknown): string {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).toSorted((one, other) => one - other);
  return `${times[0]?.toFixed(2)}, ${times[Math.floor(runs / 2)]?.toFixed(2)}`;
}
