// A second story on the page of the first. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, paragraphs } from './bridge-page.ts';

const title = 'Bridge closes after cracks found';
const whole = bridge.join('\n\n');
const vapes = [
  'Members of parliament voted by 311 to 198 on Tuesday evening to ban the sale of vapes, ending two years of argument about them.',
  'The ban takes effect on 1 April. Shops will have six months to sell or return what they have in stock, or pay fines of up to £5,000.',
  '“These products are made to look like sweets,” said the health minister, Joan Perrin, in a debate that lasted almost five hours.',
];
const second = [
  ...vapes,
  ...vapes.map((line) => `${line} Doctors welcomed the vote, and makers of vapes said they would go to court.`),
]
  .map((line) => `<p>${line}</p>`)
  .join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
const read = (body: string) => {
  const article = extractArticle(page(body), bridgeAt);
  return article.kind === 'article' ? { title: article.title, text: article.text } : article.why;
};
const first = `<article><h1>${title}</h1><div class="body">${paragraphs()}</div></article>`;

describe('the page’s own story is read alone', () => {
  it.each([
    [
      'a longer one with an <h1>',
      `<main>${first}<article><h1>Vapes banned</h1><div class="body">${second}</div></article></main>`,
    ],
    [
      'one with an <h2> and a writer',
      `<main>${first}<article><h2>Vapes banned</h2><p class="byline">By Omar Siddiq</p>${second}</article></main>`,
    ],
    [
      'one with an <h2> and a day',
      `<main>${first}<article><h2>Vapes banned</h2><time>10 March 2026</time>${second}</article></main>`,
    ],
    ['one that is called the next', `<main>${first}<div class="next"><h2>Vapes banned</h2>${second}</div></main>`],
    [
      'one in a box of the same name',
      `<div class="story"><h1>${title}</h1>${paragraphs()}</div><div class="story"><h1>Vapes banned</h1>${second}</div>`,
    ],
  ])('above %s', (_what, body) => expect(read(body)).toEqual({ title, text: whole }));
});

describe('one story stays whole', () => {
  it.each([
    [
      'in chapters that are <article>s',
      `<main><article><h1>${title}</h1>${paragraphs(0, 2)}</article><article><h2>What happens next</h2>${paragraphs(2)}</article></main>`,
    ],
    [
      'in boxes of one name',
      `<article><h1>${title}</h1><div class="part">${paragraphs(0, 2)}</div><div class="part"><h2>What happens next</h2>${paragraphs(2)}</div></article>`,
    ],
  ])('%s', (_what, body) => {
    expect(read(body)).toMatchObject({ text: expect.stringContaining(bridge[5]) });
  });
});

it('a short report of a search with links to others below is no page of results', () => {
  const html = `<html><head><title>Search for missing fisherman called off</title><meta property="og:type" content="article"></head><body><article><h1>Search for missing fisherman called off</h1>${paragraphs(0, 2)}</article><section class="related"><h2>More on this story</h2><ul><li><a href="/a/1">Council tax to rise by 4.9% from April</a></li><li><a href="/a/2">Five walks to try this weekend</a></li></ul></section></body></html>`;
  expect(extractArticle(html, bridgeAt)).toMatchObject({ kind: 'article' });
});
