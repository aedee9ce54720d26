import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { scanPage } from '../../src/web/page-source.ts';

const newsPage = readFileSync(resolve(import.meta.dirname, '../fixtures/pages/news-page.html'), 'utf8');
const url = 'https://www.brackwater.example/news/leaf-blowers';
const text = (html: string) => {
  const article = extractArticle(html, url);
  return article.kind === 'article' ? article.text : article.why;
};
const clean = text(newsPage);

describe('hostile markup', () => {
  it.each([
    ['an unclosed head', newsPage.replace('</head>', '')],
    ['an unclosed comment at the end', `${newsPage}<!-- and so on`],
    ['a comment that hides a script', newsPage.replace('<main>', '<!-- <script> --><main>')],
    ['a bracket in an attribute', newsPage.replace('<main>', '<main data-x="a > b < c">')],
    ['a drawing that is never closed', newsPage.replace('<main>', '<svg><main>')],
    ['a template that is never closed', newsPage.replace('<main>', '<template><main>')],
    ['100,000 lists inside one another below the text', `${newsPage}${'<ul><li>'.repeat(100_000)}`],
    ['100,000 boxes inside one another below the text', `${newsPage}${'<div>'.repeat(100_000)}`],
    ['a megabyte of class names', newsPage.replace('<main>', `<main class="${'x '.repeat(500_000)}">`)],
    [
      'stray brackets',
      newsPage.replace('<main>', `${'<'.repeat(10_000)} <main>`).replace('</main>', '</main></div></p></li>'),
    ],
    ['raw control characters', newsPage.replace('<main>', '\u0000\u0001\u0008<main>')],
  ])('%s does not change the text', (_what, html) => {
    expect(text(html)).toBe(clean);
  });

  it.each([
    ['boxes', '<div>'.repeat(100_000)],
    ['spans', '<span>'.repeat(100_000)],
    ['list items', '<ul><li>'.repeat(100_000)],
    ['table cells', '<table><tr><td>'.repeat(50_000)],
    ['links', '<a href="/a">'.repeat(50_000)],
    ['comments', '<!--'.repeat(500_000)],
    ['scripts', '<script>'.repeat(100_000)],
    ['brackets', '<'.repeat(3_000_000)],
    ['quotes', `<p ${'"'.repeat(1_000_000)}>`],
    ['entities', `<p>${'&amp;'.repeat(300_000)}</p>`],
    ['blanks', `<p>${' '.repeat(3_000_000)}x</p>`],
    ['one word', `<p>${'a'.repeat(3_000_000)}</p>`],
    ['broken pairs', `<p>${'\ud800'.repeat(300_000)}</p>`],
    ['line breaks', 'a line.<br>'.repeat(100_000)],
    ['JSON-LD arrays', `<script type="application/ld+json">${'['.repeat(300_000)}</script>`],
    [
      'JSON-LD people',
      `<script type="application/ld+json">{"@type":"Article","author":[${'{"name":"A B"},'.repeat(50_000)}{}]}</script>`,
    ],
    ['titles', `<title>${'a | '.repeat(300_000)}</title>`],
    ['a page larger than any', 'x'.repeat(10_000_001)],
  ])('a page of nothing but %s ends as an article or a refusal', (_what, html) => {
    expect(['article', 'refusal']).toContain(extractArticle(html, url).kind);
  });

  it('nesting, elements and length reach the parser within bounds', () => {
    const depth = (body: string) => {
      let now = 0;
      let most = 0;
      for (const tag of body.matchAll(/<(\/?)div/g)) {
        now += tag[1] ? -1 : 1;
        most = Math.max(most, now);
      }
      return most;
    };
    expect(depth(scanPage('<div>x'.repeat(5000)).body)).toBeLessThanOrEqual(60);
    expect(scanPage('<p>x</p>'.repeat(50_000)).body.match(/<p>/g)?.length).toBeLessThanOrEqual(8001);
    expect(scanPage(`<p>${'x '.repeat(3_000_000)}`).body.length).toBeLessThanOrEqual(3_000_000);
  });

  it('any cut, doubled or shuffled page ends as an article or a refusal', () => {
    const edit = fc.record({
      kind: fc.constantFrom('cut', 'drop', 'double', 'insert', 'swap'),
      at: fc.nat(newsPage.length),
      length: fc.nat(800),
      piece: fc.oneof(
        fc.constantFrom('<', '>', '"', '<!--', '<div', '</div>', '<script>', '&#x', ']]>'),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let html = newsPage;
        for (const { kind, at, length, piece } of edits) {
          if (kind === 'cut') html = html.slice(0, at);
          else if (kind === 'drop') html = html.slice(0, at) + html.slice(at + length);
          else if (kind === 'double') html = html.slice(0, at) + html.slice(at, at + length).repeat(5) + html.slice(at);
          else if (kind === 'insert') html = html.slice(0, at) + piece + html.slice(at);
          else html = html.slice(at) + html.slice(0, at);
        }
        expect(['article', 'refusal']).toContain(extractArticle(html, url).kind);
      }),
      { numRuns: 400 },
    );
  });

  it('the same page gives the same article every time', () => {
    expect(extractArticle(newsPage, url)).toEqual(extractArticle(newsPage, url));
  });
});
