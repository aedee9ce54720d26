import type { Article } from '../../src/core/article.ts';
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
  const letters = 'a '.repeat(articleLength / 2);
  const index = indexText(article);
  const cases: [string, () => unknown][] = [
    ['found, article as text', () => findQuote(quote, article)],
    ['found, article indexed before', () => findQuote(quote, index)],
    ['altered in its last words', () => findQuote(altered, article)],
    ['with an ellipsis', () => findQuote(`${quote.slice(0, 900)} … ${quote.slice(1100)}`, article)],
    [
      'a text of one letter and a quote that fails at its end',
      () => findQuote(`${'a '.repeat(quoteLength / 2)}b`, letters),
    ],
    ['Chinese', () => findQuote('说'.repeat(quoteLength), '说不'.repeat(articleLength / 2))],
  ];
  const rows = cases.map(([name, run]) => `  ${name.padEnd(56)} ${timeOf(run)}`);
  const hostile: [string, string][] = [
    ['one word', 'said '],
    ['names without a stop', 'Ilse Brandt Said The Ministry Of Transport '],
    ['negations', 'did not never no '],
    ['numbers', '12 of 13 million '],
    ['descriptions that lead back', 'The man said the woman told the boy that he thought so. '],
    ['open quotation marks', '“and\n\n'],
  ];
  for (const [name, unit] of hostile) {
    const text = unit.repeat(articleLength / unit.length);
    rows.push(
      `  ${`a draft of ten claims on ${articleLength} characters of ${name}`.padEnd(72)} ${timeOf(() => checkHostile(text), 3)}`,
    );
  }
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

function timeOf(run: () => unknown, times = runs): string {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).toSorted((one, other) => one - other);
  return `${taken[0]?.toFixed(2)}, ${taken[Math.floor(times / 2)]?.toFixed(2)}`;
}

function checkHostile(text: string): unknown {
  const article = { ...emptyArticle, text };
  const source = { name: 'the man', kind: 'unnamed-person' as const, title: 'the boy', via: null };
  const claim = { text: text.slice(0, 2000), quote: text.slice(0, 1500), sentences: [1, 2, 3, 300], source };
  return checkDraft(
    {
      summary: [],
      actors: [],
      claims: Array.from({ length: 10 }, () => claim),
      drafter: { kind: 'model', model: 'bench', promptVersion: null, fellBack: null },
    },
    article,
  );
}

const emptyArticle: Article = {
  kind: 'article',
  url: 'https://news.example/',
  canonicalUrl: null,
  title: null,
  dek: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: null,
  wordCount: 0,
  text: '',
  marks: [],
};
