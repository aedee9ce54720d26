// Facts of other things on a page that must not become the article's. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const read = (html: string, url = bridgeAt) => {
  const article = extractArticle(html, url);
  if (article.kind === 'refusal') throw new Error(article.why);
  return article;
};

describe('a day that is not the article’s', () => {
  it.each([
    ['stands in its first sentence', bridgePage({ body: `<p>On 3 May 2019 divers found cracks.</p>${paragraphs()}` })],
    [
      'stands in a German first sentence',
      bridgePage({ body: `<p>Am 3. Mai 2019 fanden Taucher Risse.</p>${paragraphs()}` }),
    ],
    [
      'stands in a French first sentence',
      bridgePage({ body: `<p>Le 3 mai 2019, des plongeurs ont vu des fissures.</p>${paragraphs()}` }),
    ],
    [
      'is a comment’s',
      bridgePage({
        after:
          '<section class=comments><article><time datetime="2021-04-05T10:00">5 April 2021</time><p>Shame!</p></article></section>',
      }),
    ],
    [
      'is a comment’s, inside the article',
      bridgePage({
        body: `${paragraphs()}<ol id="comment-list"><li><span class="comment-date">5 April 2021</span><p>Shame!</p></li></ol>`,
      }),
    ],
    [
      'is a comment’s in JSON-LD',
      bridgePage({
        head: ld({
          '@type': 'NewsArticle',
          headline: 'Bridge closes after cracks found',
          comment: [{ '@type': 'Comment', text: 'Shame!', datePublished: '2021-04-05' }],
        }),
      }),
    ],
    [
      'is a sidebar’s',
      bridgePage({
        after:
          '<aside><h2>Latest</h2><a href="/x/1">Mayor resigns</a><time datetime="2022-01-01">1 January 2022</time></aside>',
      }),
    ],
    [
      'is a sidebar’s, by its name',
      bridgePage({
        before:
          '<div class="sidebar"><a href="/x/1">Mayor resigns</a><time datetime="2022-01-01">1 January 2022</time></div>',
      }),
    ],
    [
      'is today’s, in the masthead',
      bridgePage({ before: '<header><a href="/">The Gazette</a><div>Sunday, 22 November 2026</div></header>' }),
    ],
    ['is today’s, above all else', bridgePage({ before: '<div class="date">Sonntag, 22. November 2026</div>' })],
  ])('%s', (_what, html) => {
    expect(read(html).publishedAt).toBeNull();
  });

  it.each([
    ['alone below the headline', `<p>3 May 2019</p>${paragraphs()}`],
    ['in a published line', `<p>Published on 3 May 2019.</p>${paragraphs()}`],
    ['beside the byline', `<p>By Ann Lee, Science Correspondent | 3 May 2019 | 5 min read</p>${paragraphs()}`],
    ['in a time', `<header><time datetime="2019-05-03">May 3</time></header>${paragraphs()}`],
    ['in the article’s foot', `${paragraphs()}<footer>Posted <time datetime="2019-05-03">3 May</time></footer>`],
  ])('the article’s own is read %s', (_what, body) => {
    expect(read(bridgePage({ body })).publishedAt).toBe('2019-05-03');
  });

  it('the article’s own is read above the headline, in the same box', () => {
    const html = `<html><head><title>Bridge closes after cracks found</title></head><body><main><p>3 May 2019</p><h1>Bridge closes after cracks found</h1>${paragraphs()}</main></body></html>`;
    expect(read(html).publishedAt).toBe('2019-05-03');
  });
});

describe('another story’s JSON-LD', () => {
  const walks = {
    '@type': 'NewsArticle',
    headline: 'Ten best walks',
    datePublished: '2018-02-03',
    author: { '@type': 'Person', name: 'Bo Ek' },
    publisher: { '@type': 'Organization', name: 'The Gazette' },
    url: 'https://www.gazette.example/travel/ten-best-walks',
  };
  const own = { '@type': 'NewsArticle', headline: 'Bridge closes after cracks found', datePublished: '2026-11-03' };

  it.each([
    ['first', [walks, own]],
    ['second', [own, walks]],
  ])('it stands %s: the page’s own counts', (_where, nodes) => {
    expect(read(bridgePage({ head: ld(nodes) }))).toMatchObject({
      title: 'Bridge closes after cracks found',
      publishedAt: '2026-11-03',
      authors: [],
    });
  });

  it('it stands alone: nothing of it counts', () => {
    expect(read(bridgePage({ head: ld(walks) }))).toMatchObject({
      title: 'Bridge closes after cracks found',
      publishedAt: null,
      authors: [],
    });
  });

  it('the page’s own is known by its address', () => {
    const head = ld([walks, { ...own, headline: 'Marlow crossing shut', mainEntityOfPage: { '@id': bridgeAt } }]);
    expect(read(bridgePage({ head })).publishedAt).toBe('2026-11-03');
  });

  it('a headline in other words is still the page’s own', () => {
    const head = ld({ ...own, headline: 'Old Marlow bridge closes: engineers find cracks in piers' });
    expect(read(bridgePage({ head })).publishedAt).toBe('2026-11-03');
  });

  it('a Japanese headline in other words is still the page’s own', () => {
    const html = `<html lang="ja"><head><title>橋脚にひび割れ、古い橋が通行止めに</title>${ld({ ...own, headline: '古い橋が通行止め 橋脚に深いひび' })}</head><body><article><h1>橋脚にひび割れ、古い橋が通行止めに</h1>${'<p>技術者が橋脚に深いひび割れを見つけ、古い橋は月曜日に全面通行止めとなったと県が発表した。一日九千台の車が通る。</p>'.repeat(3)}</article></body></html>`;
    expect(read(html).publishedAt).toBe('2026-11-03');
  });
});

describe('a login or a role is no publisher', () => {
  it.each([
    'admin',
    'editor',
    'gazette_staff',
    'Editor',
    'Web Editor',
    'Staff',
    'News Desk',
    'Redaktion',
    'webmaster',
    'Admin',
  ])('%s', (author) => {
    const head = ld({ '@type': 'NewsArticle', headline: 'Bridge closes after cracks found', author });
    expect(read(bridgePage({ head }))).toMatchObject({ publisher: null, authors: [] });
  });

  it.each(['Reuters', 'Associated Press', 'Marlow Gazette'])('%s is', (author) => {
    const head = ld({ '@type': 'NewsArticle', headline: 'Bridge closes after cracks found', author });
    expect(read(bridgePage({ head }))).toMatchObject({ publisher: author });
  });
});

it('the article has six paragraphs', () => expect(read(bridgePage()).text).toBe(bridge.join('\n\n')));
