import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';

const url = 'https://x.example/news/a-story';
const headline = 'Harbour pilots refuse night tows as channel silts up';
const body = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Paragraph ${at}: the pilots said that the channel had silted up, and that nobody had dredged it in years.</p>`,
).join('');
const page = (below: string, { head = '', h1 = `<h1>${headline}</h1>`, after = '', around = '', at = url } = {}) =>
  extractArticle(
    `<html lang="en"><head>${head}</head><body>${around}<article>${h1}${below}${body}${after}</article></body></html>`,
    at,
  );

describe('a job', () => {
  it.each([
    'transport correspondent',
    'political editor',
    'courts reporter',
    'Chief Business Correspondent',
    'News Editor',
    'head of news',
  ])('is no publisher: %s', (job) => {
    expect(page(`<p>By Ann Lee, ${job}</p>`)).toMatchObject({ authors: ['Ann Lee'], publisher: null });
  });

  it('leaves the name of an agency, and of a paper that is called like one, the publisher', () => {
    expect(page('<p>By Ann Lee, Associated Press</p>')).toMatchObject({ publisher: 'Associated Press' });
    expect(page('<p>By Ann Lee, The Harbour Reporter</p>')).toMatchObject({ publisher: 'The Harbour Reporter' });
  });
});

describe('the site’s name in <title>', () => {
  const title = (tail: string) => `<title>${headline}${tail}</title>`;
  it.each([
    ['that its address is made of', ' | The Brackwater Sentinel', { at: 'https://www.brackwatersentinel.example/a' }],
    [
      'that its © line has',
      ' - Harbourside',
      { after: '</article><footer><p>© 2026 Harbourside. All rights reserved.</p></footer>' },
    ],
    ['that links to its home page', ' | Harbourside', { around: '<header><a href="/">Harbourside</a></header>' }],
    ['that is a paper’s, behind the headline', ' | The Kelmore Courier', {}],
    ['that is a station’s, behind the headline', ' - BBC News', {}],
  ])('is the publisher: one %s', (_what, tail, more) => {
    expect(page('<p>By Ann Lee</p>', { head: title(tail), ...more })).toMatchObject({
      title: headline,
      publisher: tail.replace(/^ . /, ''),
    });
  });

  it.each([
    ' | Business News',
    ' | Lebanon News',
    ' - Politics',
    ' | Ann Lee',
    ' - why they refuse',
    ' | Press Releases',
    ' | Climate Change',
  ])('is not a section, a person or the title’s own words: %s', (tail) => {
    expect(page('<p>By Ann Lee</p>', { head: title(tail) })).toMatchObject({ publisher: null });
  });

  it('goes from the title of a page that marks no headline', () => {
    const head = title(' | The Kelmore Courier');
    expect(page('<p>By Ann Lee</p>', { head, h1: `<p><b>${headline}</b></p>` })).toMatchObject({ title: headline });
  });
});
