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

describe('JSON-LD that the page contradicts', () => {
  const ld = (more: string) => `<script type="application/ld+json">{"@type":"NewsArticle",${more}}</script>`;
  const shown = '<p>By Ann Lee</p><time datetime="2026-05-14">14 May 2026</time>';
  it.each([
    ['gives way to the day below the headline', '"datePublished":"2019-01-01T00:00:00Z"', '', shown, '2026-05-14'],
    [
      'so does a later one',
      '"datePublished":"2026-11-30T22:00:00Z"',
      '',
      '<p>Published: 14 May 2026</p>',
      '2026-05-14',
    ],
    [
      'holds where a meta tag sides with it',
      '"datePublished":"2026-05-01T08:00:00Z"',
      '<meta property="article:published_time" content="2026-05-01T08:00:00Z">',
      shown,
      '2026-05-01T08:00:00Z',
    ],
    [
      'holds where the day shown is when it was changed',
      '"datePublished":"2026-05-01T08:00:00Z","dateModified":"2026-05-14T08:00:00Z"',
      '',
      shown,
      '2026-05-01T08:00:00Z',
    ],
    [
      'holds against an update',
      '"datePublished":"2026-05-01T08:00:00Z"',
      '',
      '<p>Updated 14 May 2026</p>',
      '2026-05-01T08:00:00Z',
    ],
    [
      'holds against an event’s day',
      '"datePublished":"2026-05-01T08:00:00Z"',
      '',
      '<p>Event date: 14 May 2026</p>',
      '2026-05-01T08:00:00Z',
    ],
    ['holds within two days', '"datePublished":"2026-05-13T08:00:00Z"', '', shown, '2026-05-13T08:00:00Z'],
  ])('as a date %s', (_what, json, head, below, publishedAt) => {
    expect(page(below, { head: ld(json) + head })).toMatchObject({ publishedAt });
  });

  it('as a headline gives way to the heading that <title> has too', () => {
    const head = `<title>${headline} | The Kelmore Courier</title>${ld('"headline":"Harbour closure: what you need to know about pilots"')}`;
    expect(page('<p>By Ann Lee</p>', { head })).toMatchObject({ title: headline });
  });
});

describe('a day that the page shows', () => {
  it.each([
    ['Modified 20 May 2026 – Created 14 May 2026', '2026-05-14'],
    ['05/06/2026 16h22 Atualizado 06/06/2026 09h10', '2026-06-05'],
    ['5/14/26', '2026-05-14'],
    ['2026. 5. 14.', '2026-05-14'],
    ['Thursday 14th of May 2026', '2026-05-14'],
    ['Event date: 20 June 2026', null],
    ['5/6/26', null],
  ])('is read for what it is: %s', (line, publishedAt) => {
    expect(page(`<p>By Ann Lee</p><p class="date">${line}</p>`)).toMatchObject({ publishedAt });
  });
});

describe('who wrote it', () => {
  it.each([
    ['Words Ann Lee, Pictures Bo Ek, Graphics Sam Ito', ['Ann Lee']],
    ['By Ann Lee, Photography Bo Ek', ['Ann Lee']],
    ['By Ann Lee Video by Bo Ek', ['Ann Lee']],
    ['Text: Ann Lee Photos: Bo Ek', ['Ann Lee']],
    ['Von Ann Lee und Bo Ek (Fotos)', ['Ann Lee']],
    ['Ann Lee (words) and Bo Ek (pictures)', ['Ann Lee']],
    ['文・山本健一　写真・佐藤明', ['山本健一']],
    ['By Ann Lee, courts reporter, and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By ANN LEE and BO EK Associated Press', ['ANN LEE', 'BO EK']],
    ['By Ann Lee, with additional reporting by Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['As told to Ann Lee', ['Ann Lee']],
    ['Camille Laurent avec AFP', ['Camille Laurent']],
    ['dal nostro inviato Luca Riva', ['Luca Riva']],
    ['<span>By Ann Lee</span> <span>Published 14 May 2026, 09:30</span>', ['Ann Lee']],
  ])('is told from pictures, jobs and agencies: %s', (line, authors) => {
    expect(page(`<p class="byline">${line}</p>`)).toMatchObject({ authors });
  });

  it('is whom an agency’s note at the end names, where nobody else is', () => {
    const after = '<p>(Reporting by Ann Lee and Bo Ek; Editing by Sam Ito)</p>';
    expect(page('<p class="byline">Reuters</p>', { after })).toMatchObject({ authors: ['Ann Lee', 'Bo Ek'] });
    expect(page('<p class="byline">By Jo Day</p>', { after })).toMatchObject({ authors: ['Jo Day'] });
  });

  it('is not the next article’s author', () => {
    const after = `</article><article><h2>Vapes banned</h2><p class="byline">By Bo Ek</p>${body}`;
    expect(page('', { after })).toMatchObject({ authors: [] });
  });
});

describe('a press release', () => {
  it.each([
    '<p>NEWS PROVIDED BY Hald and Partners</p>',
    '<p>KELMORE, April 28, 2026 /PRWire/ -- Hald and Partners has surveyed the bridge.</p>',
  ])('is known by who provided it: %s', (line) => {
    expect(page(line)).toMatchObject({ marks: ['press-release'] });
  });

  it.each(['Reuters', 'PA', 'The Associated Press'])('is not what an agency provided: %s', (agency) => {
    expect(page(`<p>News provided by ${agency}</p>`)).toMatchObject({ marks: [] });
  });
});
