import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHiddenNewsLink } from '../../src/core/links/wrappers.ts';
import { articleLinks, isArticleLink, linkKey, unwrapLink } from '../../src/core/links.ts';

const story = 'https://news.example.com/2026/11/harbour-wall';

describe('a link to an article', () => {
  it.each([
    story,
    'http://news.example.com/story.html?id=7',
    'https://blog.example.org/?p=123',
    'https://www.example.co.uk/news/article/12345.pdf',
    'https://example.com/story#comments',
    'https://t.co/AbCdEf',
    'https://en.wikipedia.org/wiki/Node.js',
    'https://slack.com/blog/news/what-is-new',
    'https://www.google.com/amp/s/news.example.com/story',
    'https://example.com/research/in-search-of-truth',
    'https://example.com/login-flaw-found-in-routers',
    'http://intranet.example:8080/notices/7',
  ])('%s', (link) => expect(isArticleLink(link)).toBe(true));
});

describe('no link to an article', () => {
  it.each([
    'mailto:a@example.com',
    'tel:+123',
    'ftp://example.com/a',
    'javascript:alert(1)',
    'no link at all',
    '',
    'https://acme.slack.com/archives/C1/p1',
    'https://files.slack.com/files-pri/T1/a.pdf',
    'https://slack.com/help',
    'https://example.com/photo.JPG',
    'https://example.com/clip.mp4?x=1',
    'https://example.com/show.mp3',
    'https://example.com/all.tar.gz',
    'https://example.com/a/script.js',
    'https://github.com/a/b/blob/main/readme.txt',
    'https://www.youtube.com/watch?v=1',
    'https://docs.google.com/document/d/1',
    'https://acme.atlassian.net/browse/A-1',
    'https://www.google.com/search?q=harbour',
    'https://example.com/search/?q=harbour',
    'https://example.com/?s=harbour',
    'https://example.com/login?next=/story',
    'https://accounts.example.com/start/now',
    'https://example.com/subscribe',
    'https://example.com',
    'https://example.com/?utm_source=x',
    'https://example.com/en-GB/',
    'https://example.com/index.html',
    'https://www.google.com/url?q=https://example.com/photo.png',
    'https://www.google.de/maps/place/Lindmoor',
    'https://goo.gl/maps/AbC',
    'https://example.com/users/sign_in',
    'https://example.com/wp-login.php',
  ])('%s', (link) => expect(isArticleLink(link)).toBe(false));
});

describe('one key for one article', () => {
  it.each([
    'http://news.example.com/2026/11/harbour-wall/',
    'https://www.news.example.com/2026/11/harbour-wall',
    'https://m.news.example.com/2026/11/harbour-wall#top',
    'https://amp.news.example.com/2026/11/harbour-wall',
    'https://NEWS.example.com.:443/2026/11/harbour%2Dwall',
    'https://news.example.com/2026/11/harbour-wall/amp/',
    'https://news.example.com/amp/2026/11/harbour-wall',
    'https://news.example.com/2026/11/harbour-wall.amp',
    'https://news.example.com/2026/11/harbour-wall?amp=1',
    'https://news.example.com/2026/11/harbour-wall?outputType=amp',
    'https://news.example.com/2026/11/harbour-wall?utm_source=a&UTM_Medium=b&fbclid=c&mc_cid=d&smid=e&cmpid=f',
    'https://news.example.com/2026/11/harbour-wall/print/',
    'https://news.example.com/print/2026/11/harbour-wall',
    'https://news.example.com/2026/11/harbour-wall?print=true',
    'https://news.example.com/2026/11/harbour-wall?view=print&s=09',
    'https://news.example.com/2026/11/harbour-wall?noamp=mobile&amp;utm_source=a',
    'https://news.example.com//2026/11//harbour-wall;jsessionid=0A1B',
    'https://www.bing.com/amp/s/news.example.com/2026/11/harbour-wall',
    'https://www.google.com/amp/s/news.example.com/2026/11/harbour-wall',
    'https://news-example-com.cdn.ampproject.org/c/s/news.example.com/2026/11/harbour-wall?usqp=1',
    'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall&usg=1',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall%3Ffbclid%3D1&h=2',
    'https://slack-redir.net/link?url=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall',
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall&data=1',
    'https://urldefense.com/v3/__https://news.example.com/2026/11/harbour-wall?utm_source=a__;!!AbC!xyz$',
    'https://urldefense.com/v3/__https:/news.example.com/2026/11/harbour*wall__;LQ!!AbC!xyz$',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__news.example.com_2026_11_harbour-2Dwall&d=1',
    'https://news.example.com/2026/11/harbour-wall?gaa_at=a&gaa_sig=b&WT.mc_id=c&tpcc=d&s_cid=e&sharetype=f',
    'https://consent.google.com/m?continue=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall&gl=DE',
    'https://deref-mail.com/mail/client/AbC/dereferrer/?redirectUrl=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall',
    'https://go.skimresources.com/?id=1&url=https%3A%2F%2Fnews.example.com%2F2026%2F11%2Fharbour-wall',
    'https://news-example-com.translate.goog/2026/11/harbour-wall?_x_tr_sl=de&_x_tr_tl=en',
  ])('%s', (link) => expect(linkKey(link)).toBe(linkKey(story)));

  it.each([
    ['another page', 'https://news.example.com/2026/11/harbour-wal'],
    ['another number', 'https://news.example.com/2026/11/harbour-wall?id=2'],
    ['another port', 'https://news.example.com:8443/2026/11/harbour-wall'],
    ['another site', 'https://news.example.org/2026/11/harbour-wall'],
    ['a section about printing', 'https://news.example.com/2026/11/harbour-wall-print'],
    ['a list of another view', 'https://news.example.com/2026/11/harbour-wall?view=2'],
    ['a page that a script shows there', 'https://news.example.com/2026/11/harbour-wall#/part/2'],
    ['another letter case', 'https://news.example.com/2026/11/Harbour-Wall'],
  ])('%s is another article', (_, link) => expect(linkKey(link)).not.toBe(linkKey(story)));

  it('the order of the parameters makes no difference', () => {
    expect(linkKey(`${story}?b=2&a=1`)).toBe(linkKey(`${story}?a=1&b=2`));
  });

  it('is the key of its own key, and tracking adds nothing to it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = linkKey(url);
        expect(linkKey(`https://${key}`)).toBe(key);
        const tracked = new URL(url);
        tracked.searchParams.append('utm_source', 'x');
        expect(linkKey(tracked.href)).toBe(linkKey(new URL(url).href));
      }),
    );
  });
});

describe('the link inside a link', () => {
  it('keeps every parameter of the page, known or not', () => {
    const inner = `${story}?token=a%20b&utm_source=x&id=7`;
    expect(unwrapLink(`https://www.google.com/url?q=${encodeURIComponent(inner)}`)).toBe(inner);
    expect(unwrapLink(`https://www.google.com/amp/s/news.example.com/story?token=1&id=7`)).toBe(
      'https://news.example.com/story?token=1&id=7',
    );
  });

  it('is found through several wrappers', () => {
    const once = `https://l.facebook.com/l.php?u=${encodeURIComponent(story)}`;
    expect(unwrapLink(`https://slack-redir.net/link?url=${encodeURIComponent(once)}`)).toBe(story);
  });

  it('is not taken where it is no web link', () => {
    const link = 'https://www.google.com/url?q=javascript:alert(1)';
    expect(unwrapLink(link)).toBe(link);
  });

  it('a link that wraps nothing comes back as it is', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(unwrapLink(url)).toBe(url);
      }),
    );
  });

  it('no text makes it throw', () => {
    const hosts = ['urldefense.com/v3/__https://', 'x.translate.goog/', '-.translate.goog/', 'www.google.com/amp/s/'];
    fc.assert(
      fc.property(fc.constantFrom(...hosts), fc.string(), (host, rest) => {
        const link = `https://${host}${rest}`;
        expect(typeof unwrapLink(link)).toBe('string');
        expect(typeof linkKey(link)).toBe('string');
        expect(typeof isArticleLink(rest)).toBe('boolean');
      }),
    );
  });

  it('a long hostile link costs little', () => {
    const link = `https://urldefense.com${'/v3/__https:/'.repeat(100_000)}`;
    expect(unwrapLink(link)).toBe(link);
  });
});

describe('a news aggregator', () => {
  const newsLink = (payload: Buffer) => `https://news.google.com/rss/articles/${payload.toString('base64url')}?oc=5`;

  it.each([20, 127, 128, 300])('gives the link of %i bytes that its own holds', (length) => {
    const target = 'https://news.example.com/'.padEnd(length < 26 ? 26 : length, 'a');
    const size = Buffer.from(
      target.length > 127 ? [(target.length & 0x7f) | 0x80, target.length >> 7] : [target.length],
    );
    const rest = Buffer.from([0xd2, 0x01, 0x00]);
    expect(unwrapLink(newsLink(Buffer.concat([Buffer.from([8, 0x13, 0x22]), size, Buffer.from(target), rest])))).toBe(
      target,
    );
  });

  it('that hides the link is known for it', () => {
    const hidden = newsLink(Buffer.from('\b\x13"\x14AU_yqLN2numbersandletters'));
    expect(unwrapLink(hidden)).toBe(hidden);
    expect(isHiddenNewsLink(hidden)).toBe(true);
    expect(isHiddenNewsLink('https://news.google.com/home')).toBe(false);
    expect(isHiddenNewsLink('nonsense')).toBe(false);
  });

  it.each([
    `https://www.bing.com/news/apiclick.aspx?ref=1&url=${encodeURIComponent(story)}`,
    `https://www.bing.com/ck/a?!&&p=1&u=a1${Buffer.from(story).toString('base64url')}&ntb=1`,
    `https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${encodeURIComponent(story)}/RK=2/RS=x-`,
  ])('%s', (link) => expect(unwrapLink(link)).toBe(story));
});

describe('links worth reading', () => {
  it('each article stands once, unwrapped, in the order posted', () => {
    const other = 'https://other.example.org/a?id=1';
    expect(
      articleLinks([
        'https://acme.slack.com/archives/C1/p1',
        `https://www.google.com/url?q=${encodeURIComponent(`${story}?utm_source=x`)}`,
        other,
        story,
        `${other}#part`,
      ]),
    ).toEqual([`${story}?utm_source=x`, other]);
  });
});

describe('what companies write themselves', () => {
  it.each([
    'https://about.gitlab.com/blog/2026/11/03/what-we-learned/',
    'https://zoom.com/en/blog/how-we-work',
    'https://www.dropbox.com/blog/a-new-start',
    'https://blog.dropbox.com/topics/work/a-new-start',
  ])('%s may be an article', (url) => expect(isArticleLink(url)).toBe(true));

  it.each([
    'https://gitlab.com/blog-group/blog-repo',
    'https://www.dropbox.com/s/abcdef/blog',
    'https://zoom.com/j/123',
    'https://us02web.zoom.com/blog/abcdefg',
  ])('%s is none', (url) => expect(isArticleLink(url)).toBe(false));

  it('a search with its words under /s is none', () => {
    expect(isArticleLink('https://www.baidu.com/s?wd=bridge')).toBe(false);
  });

  it.each(['ref', 'st', 'sh', 'feature'])('%s: a number may be which page it is, a word is not', (name) => {
    const at = 'https://www.gazette.example/story';
    expect(linkKey(`${at}?${name}=123`)).not.toBe(linkKey(`${at}?${name}=124`));
    expect(linkKey(`${at}?${name}=home`)).toBe(linkKey(at));
  });
});
