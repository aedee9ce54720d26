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
