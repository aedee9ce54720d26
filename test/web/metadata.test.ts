import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';

const url = 'https://news.brackwater.example/2024/04/pilots';
const body = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Paragraph ${at}: the pilots said that the channel had silted up, and that nobody had dredged it in years.</p>`,
).join('');
const read = (head: string, above = '<h1>Harbour pilots refuse night tows</h1>', html = '<html>') =>
  extractArticle(`${html}<head>${head}</head><body><article>${above}${body}</article></body></html>`, url);
const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;

describe('title', () => {
  it.each([
    [
      'takes the site’s name off the end',
      '<title>Harbour pilots refuse night tows | Brackwater Courier</title><meta property="og:site_name" content="Brackwater Courier">',
      '',
      'Harbour pilots refuse night tows',
    ],
    [
      'takes the host’s name off the front',
      '<title>Brackwater: Harbour pilots refuse night tows</title>',
      '<h1>Harbour pilots refuse night tows</h1>',
      'Harbour pilots refuse night tows',
    ],
    [
      'keeps a hyphen of its own',
      '<meta property="og:title" content="Night tows - why the pilots refuse">',
      '',
      'Night tows - why the pilots refuse',
    ],
    [
      'reads entities that were escaped twice',
      '<meta property="og:title" content="Pilots &amp;amp; tugs at odds over night tows">',
      '',
      'Pilots & tugs at odds over night tows',
    ],
    [
      'is never the site’s name alone',
      '<meta property="og:title" content="Brackwater Courier"><meta property="og:site_name" content="Brackwater Courier">',
      '<h1>Harbour pilots refuse night tows</h1>',
      'Harbour pilots refuse night tows',
    ],
    [
      'of a news article is its stated headline',
      ld('{"@type":"NewsArticle","headline":"Pilots refuse to tow at night, union says"}'),
      '<h1>No more night tows</h1>',
      'Pilots refuse to tow at night, union says',
    ],
    [
      'that was cut for machines is given whole',
      `${ld('{"@type":"NewsArticle","headline":"Pilots refuse to tow at night, union…"}')}<meta property="og:title" content="Pilots refuse to tow at night, union says">`,
      '',
      'Pilots refuse to tow at night, union says',
    ],
    [
      'keeps the kicker that its own tags give it',
      `${ld('{"@type":"NewsArticle","headline":"Night tows: Harbour pilots refuse to go out"}')}<title>Night tows: Harbour pilots refuse to go out - Courier</title>`,
      '<h1>Harbour pilots refuse to go out</h1>',
      'Night tows: Harbour pilots refuse to go out',
    ],
    [
      'is the heading that readers see rather than words for search engines about the same',
      '<title>Best harbour tugs of the year: night tow guide | Courier</title><meta property="og:title" content="Best harbour tugs of the year: night tow guide">',
      '<h1>We towed with nine harbour tugs, and two are worth the money</h1>',
      'We towed with nine harbour tugs, and two are worth the money',
    ],
    [
      'is not the heading of a section the page stands in',
      '<title>Pilots refuse night tows</title><meta property="og:title" content="Pilots refuse night tows">',
      '<h1>Everything from the waterfront</h1>',
      'Pilots refuse night tows',
    ],
    [
      'is the headline that stands below a heading written for search engines',
      `${ld('{"@type":"NewsArticle","headline":"Night tows: what the pilots in the harbour want"}')}<meta property="og:title" content="Harbour pilots stay ashore after dark">`,
      '<h1>Night tows: what the pilots in the harbour want</h1><h2>Harbour strike <span>Harbour pilots stay ashore after dark</span></h2>',
      'Harbour pilots stay ashore after dark',
    ],
    [
      'is the heading where JSON-LD gives it as another headline of the same',
      ld('{"@type":"NewsArticle","headline":"Harbour strike 2024","alternativeHeadline":"Pilots refuse night tows"}'),
      '<h1>Pilots refuse night tows</h1>',
      'Pilots refuse night tows',
    ],
    [
      'is the heading where a stated headline has nothing to do with any title of the page',
      `${ld('{"@type":"NewsArticle","headline":"Sample page"}')}<title>Pilots refuse night tows</title><meta property="og:title" content="Pilots refuse night tows">`,
      '<h1>Pilots refuse night tows</h1>',
      'Pilots refuse night tows',
    ],
    [
      'is not the heading that its own title puts behind the story’s',
      '<title>Pilots refuse night tows | Ann’s Pilots Notebook</title><meta property="og:title" content="Pilots refuse night tows">',
      '<h1>Ann’s Pilots Notebook</h1>',
      'Pilots refuse night tows',
    ],
    [
      'stays where a template gives it as the site’s name too',
      '<title>Why harbour pilots refuse to tow at night, and what the union wants now</title><meta property="og:site_name" content="Why harbour pilots refuse to tow at night, and what the union wants now">',
      '<h1>Why harbour pilots refuse to tow at night, and what the union wants now</h1>',
      'Why harbour pilots refuse to tow at night, and what the union wants now',
    ],
    [
      'loses a site’s name that is made of its host’s words',
      '<title>Pilots refuse night tows | Brackwater News</title>',
      '<p>No heading here</p>',
      'Pilots refuse night tows',
    ],
    [
      'is not broken where one letter of it is dressed up',
      '<title>Harbour pilots refuse night tows</title>',
      '<h1><span class="cap">H</span><span>arbour pilots refuse night tows</span></h1>',
      'Harbour pilots refuse night tows',
    ],
    [
      'holds no soft hyphens',
      '<meta property="og:title" content="Hafen­lotsen verweigern Nachtfahrten">',
      '',
      'Hafenlotsen verweigern Nachtfahrten',
    ],
  ])('%s', (_what, head, above, title) => {
    expect(read(head, above)).toMatchObject({ title });
  });
});

describe('authors', () => {
  it.each([
    [
      'people of a list',
      ld('{"@type":"Article","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ek"}]}'),
      '',
      ['Ann Lee', 'Bo Ek'],
    ],
    ['a name in one string', ld('{"@type":"Article","author":"By Ann Lee and Bo Ek"}'), '', ['Ann Lee', 'Bo Ek']],
    [
      'given and family name',
      ld('{"@type":"Article","author":{"@type":"Person","givenName":"Ann","familyName":"Lee"}}'),
      '',
      ['Ann Lee'],
    ],
    [
      'a reference by id',
      ld(
        '{"@graph":[{"@type":"Person","@id":"#1","name":"Ann Lee"},{"@type":"Article","headline":"x","author":{"@id":"#1"}}]}',
      ),
      '',
      ['Ann Lee'],
    ],
    ['no newsroom', ld('{"@type":"Article","author":{"@type":"Organization","name":"Courier Newsroom"}}'), '', []],
    ['no agency among people', '<meta name="author" content="Ann Lee, Reuters">', '', ['Ann Lee']],
    ['no address', '<meta property="article:author" content="https://www.facebook.com/courier">', '', []],
    [
      'a byline below the headline',
      '',
      '<h1>Harbour pilots</h1><div>By <a href="/author/ann-lee">Ann Lee</a></div>',
      ['Ann Lee'],
    ],
    ['a name beside the day', '', '<h1>Harbour pilots</h1><p>Ann Lee | 4 March 2024</p>', ['Ann Lee']],
    ['a German byline', '', '<h1>Lotsen</h1><p>Von Jana Petersen</p>', ['Jana Petersen']],
    ['a day before the byline', '', '<h1>Pilots</h1><p>4 March 2024 by Ann Lee in Harbour</p>', ['Ann Lee']],
    ['a name below “Written by”', '', '<h1>Pilots</h1><div>Written by</div><div>Ann Lee</div>', ['Ann Lee']],
    ['a name above the day', '', '<h1>Pilots</h1><div>Ann Lee</div><div>4 March 2024</div>', ['Ann Lee']],
    ['a name above a job', '', '<h1>Pilots</h1><div>Ann Lee</div><div>Harbour correspondent</div>', ['Ann Lee']],
    ['no section beside the day', '', '<h1>Pilots</h1><p>Courier Staff | 4 March 2024 | Science Fiction</p>', []],
    ['no section that links', '', '<h1>Pilots</h1><a href="/climate">Climate Change</a><p>4 March 2024</p>', []],
    ['a first name that the page calls its author', '<meta name="author" content="Lillie">', '', ['Lillie']],
    [
      'every author of a paper, surname first',
      '<meta name="citation_author" content="Lee, Ann B."><meta name="citation_author" content="Ek, Bo">',
      '',
      ['Ann B. Lee', 'Bo Ek'],
    ],
    [
      'the first byline, not the next article’s',
      '',
      '<h1>Pilots</h1><p class="author">Ann Lee</p><div class="next"><p class="author">Bo Ek</p></div>',
      ['Ann Lee'],
    ],
    [
      'nobody of another article where an agency wrote this one',
      ld('{"@type":"NewsArticle","headline":"x","author":{"@type":"Organization","name":"dpa"}}'),
      `<h1>Pilots</h1>${body}<div class="author">Von Bo Ek</div>`,
      [],
    ],
    ['a byline that ends with a day', '', '<h1>Pilots</h1><p>by Ann Lee on Jan 22, 2025</p>', ['Ann Lee']],
    [
      'a byline that ends with a weekday',
      '',
      '<h1>Pilots</h1><p>By Ann Lee and Bo Ek Monday, March 4, 2024</p>',
      ['Ann Lee', 'Bo Ek'],
    ],
    ['a name in a section', '', '<h1>Pilots</h1><p>4 March 2024 • Ann Lee in Harbours</p>', ['Ann Lee']],
    [
      'a byline after a day in figures',
      '',
      '<h1>Pilots</h1><p>03/01/2017 by Ann Lee, Representative to the Harbour</p>',
      ['Ann Lee'],
    ],
    [
      'several names beside the day',
      '',
      '<h1>Pilots</h1><p>Ann Lee, Bo Ek</p><p>4 March 2024</p>',
      ['Ann Lee', 'Bo Ek'],
    ],
    ['no sections beside the day', '', '<h1>Pilots</h1><p>DIY, Home Decor</p><p>5 min read</p>', []],
    ['names with their degrees', '', '<h1>Pilots</h1><p>Ann Lee, DVM; Bo Ek, MD, PhD</p>', ['Ann Lee', 'Bo Ek']],
    ['a name below a day above the headline', '', '<p>4 March 2024</p><h1>Pilots</h1><div>Ann Lee</div>', ['Ann Lee']],
    [
      'the byline that readers see, not the account it was put in with',
      '<meta name="author" content="Cy Dale">',
      '<h1>Pilots</h1><h3>By Ann Lee, Harbour Columnist</h3>',
      ['Ann Lee'],
    ],
    [
      'all of a byline whose first name alone is stated',
      ld('{"@type":"Article","author":{"@type":"Person","name":"Ann Lee"}}'),
      '<h1>Pilots</h1><p>By Ann Lee and Bo Ek</p>',
      ['Ann Lee', 'Bo Ek'],
    ],
    ['who is named at the end', '', `<h1>Pilots</h1>${body}<p>Written by Ann Lee</p>`, ['Ann Lee']],
    [
      'who is named below a label at the end',
      '',
      `<h1>Pilots</h1>${body}<h4>Article by</h4><p>Ann Lee</p>`,
      ['Ann Lee'],
    ],
    [
      'nobody where lines at the end name different people',
      '',
      `<h1>Pilots</h1>${body}<p>Written by Ann Lee</p><p>Written by Bo Ek</p>`,
      [],
    ],
    [
      'the one in the box about the author',
      '',
      `<h1>Pilots</h1>${body}<div class="author-box-text"><b>Ann Lee</b><p>She writes about harbours.</p></div>`,
      ['Ann Lee'],
    ],
    ['nobody of a film’s facts', '', `<h1>Pilots</h1><table><tr><th>Written by</th><td>Ann Lee</td></tr></table>`, []],
    ['no label in a script without capitals', '', '<h1>港口</h1><div class="author">更新时间 2024年3月4日</div>', []],
    ['no name that breaks off', '<meta name="author" content="Michiel de">', '', []],
    ['no magazine', ld('{"@type":"Article","author":{"@type":"Person","name":"The Harbour Cat"}}'), '', []],
    [
      'a name before what its bearer does',
      '',
      '<h1>Pilots</h1><div class="author">& Ann Lee Senior Writer, Harbours</div>',
      ['Ann Lee'],
    ],
    ['no brand after a name', '<meta name="author" content="Ann Lee - Remote Jobs">', '', ['Ann Lee']],
    [
      'nobody of the next article where the site wrote this one',
      '<meta property="og:site_name" content="Brackwater">',
      `<h1>Pilots</h1><p class="author">Author Brackwater</p>${body}<p class="author">Bo Ek</p>`,
      [],
    ],
    ['no button', '', '<h1>Harbour pilots</h1><div class="author">Share Facebook</div>', []],
  ])('%s', (_what, head, above, authors) => {
    expect(read(head, above || undefined)).toMatchObject({ authors });
  });
});

describe('day of publication', () => {
  it.each([
    [
      'JSON-LD with its zone',
      ld('{"@type":"Article","datePublished":"2024-03-05T23:30:00-0500"}'),
      '',
      '2024-03-05T23:30:00-05:00',
    ],
    [
      'JSON-LD before a teaser’s time',
      ld('{"@type":"Article","datePublished":"2024-03-05"}'),
      '<time datetime="2019-01-01">x</time>',
      '2024-03-05',
    ],
    [
      'a meta tag',
      '<meta property="article:published_time" content="2024-03-05T10:00:00Z">',
      '',
      '2024-03-05T10:00:00Z',
    ],
    ['the page, in words', '', '<h1>Pilots</h1><p>Published on March 5, 2024</p>', '2024-03-05'],
    [
      'the page, first published before updated',
      '',
      '<h1>Pilots</h1><p>Updated 7 March 2024, published 5 March 2024</p>',
      '2024-03-05',
    ],
    [
      'JSON-LD with a raw line break and a trailing comma',
      ld('{"@type":"Article","headline":"a\nb","datePublished":"2024-03-05",}'),
      '',
      '2024-03-05',
    ],
    [
      'the evening that readers see, where machines are given the next day',
      '<meta property="article:published_time" content="2024-03-06T02:41:41+00:00">',
      '<h1>Pilots</h1><p>Posted on March 5, 2024</p>',
      '2024-03-05',
    ],
    [
      'the page, below the headline before above it',
      '',
      '<p>Cy Dale on 3 May 2019 in a speech</p><h1>Pilots</h1><p>By Ann Lee on Monday, November 18th, 2019 at 11:04 a.m.</p>',
      '2019-11-18',
    ],
    [
      'a day that runs into what follows',
      '',
      '<h1>Pilots</h1><p>July 12th, 2024<span>12 min read</span></p>',
      '2024-07-12',
    ],
    [
      'the day of publication where it runs into the next line',
      '',
      '<h1>Pilots</h1><p>Harbours<span class="date">March 5, 2024</span><span>Updated: March 7, 2024</span></p>',
      '2024-03-05',
    ],
    [
      'a meta tag of the page’s own make',
      '<meta name="w-published-date" content="2024-03-05T10:00:00Z">',
      '',
      '2024-03-05T10:00:00Z',
    ],
    ['no meta tag of a change', '<meta name="publish-date-modified" content="2024-03-05T10:00:00Z">', '', null],
    ['no day of the story’s past', '', '<h1>Pilots</h1><p>Harbour Act, signed 14 August 1935</p>', null],
    ['no day that does not exist', '<meta name="date" content="2024-02-30">', '', null],
    ['nothing where nothing is stated', '', '', null],
  ])('%s', (_what, head, above, publishedAt) => {
    expect(read(head, above || undefined)).toMatchObject({ publishedAt });
  });
});

describe('publisher', () => {
  it.each([
    ['without its slogan', 'Brackwater - News for harbours', 'Brackwater'],
    ['with a dash of its own', 'Harbour - Coast - Sea', 'Harbour - Coast - Sea'],
    ['without quotation marks around it', '&quot;Brackwater&quot;', 'Brackwater'],
    ['never an account', '@brackwater', null],
    ['never the tool a page was made with', 'Blogger', null],
  ])('%s', (_what, name, publisher) => {
    expect(read(`<meta property="og:site_name" content="${name}">`)).toMatchObject({ publisher });
  });
});

describe('links, language and marks', () => {
  it.each([
    ['the same site', 'https://www.brackwater.example/a', 'https://www.brackwater.example/a'],
    ['a relative address', '/a?b=1#c', 'https://news.brackwater.example/a?b=1'],
    ['another site', 'https://elsewhere.example/a', null],
    ['the home page', 'https://www.brackwater.example/', null],
    ['no web address', 'javascript:alert(1)', null],
    ['a user in the address', 'https://x:y@www.brackwater.example/a', null],
  ])('canonical link: %s', (_what, href, canonicalUrl) => {
    expect(read(`<link rel="canonical" href="${href}">`)).toMatchObject({ canonicalUrl });
  });

  it.each([
    ['<html lang="pt-br">', '', 'pt-BR'],
    ['<html>', '<meta property="og:locale" content="de_AT">', 'de-AT'],
    ['<html lang="{{lang}}">', '', null],
  ])('language: %s %s', (html, head, language) => {
    expect(read(head, undefined, html)).toMatchObject({ language });
  });

  it.each([
    ['{"@type":"OpinionNewsArticle","headline":"x"}', ['opinion']],
    ['{"@type":"NewsArticle","headline":"x","articleSection":"Opinion"}', ['opinion']],
    ['{"@type":"LiveBlogPosting","headline":"x"}', ['live-blog']],
    ['{"@type":"NewsArticle","headline":"x","articleSection":"Press releases"}', ['press-release']],
    ['{"@type":"NewsArticle","headline":"x","articleSection":"Politics"}', []],
  ])('marks: %s', (json, marks) => {
    expect(read(ld(json))).toMatchObject({ marks });
  });

  it('a standfirst is a field of its own, not part of the text', () => {
    const article = read(
      '',
      '<h1>Harbour pilots</h1><p class="standfirst">Grain exports may be late, shippers warn</p>',
    );
    expect(article).toMatchObject({ dek: 'Grain exports may be late, shippers warn' });
    expect(article.kind === 'article' && article.text).not.toContain('shippers warn');
  });

  it('an opening paragraph that is styled as an introduction stays in the text', () => {
    const intro =
      '<p class="article-intro">The harbour pilots will tow no ship at night from Monday on, their union said.</p>';
    const article = extractArticle(`<body><article><h1>Harbour pilots</h1>${intro}${body}</article></body>`, url);
    expect(article).toMatchObject({ dek: null, text: expect.stringContaining('will tow no ship at night') });
  });
});
