import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { metPages } from './met-pages.ts';
import { refusalPages as formerPages } from './refusal-pages.ts';
import { shortArticles } from './short-articles.ts';
import { unlikePages } from './unlike-pages.ts';

const refusalPages = [...formerPages, ...unlikePages, ...metPages];

const paragraphs = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Paragraph ${at}: the pilots said that the channel had silted up since the spring, and that nobody had dredged it in years of promises.</p>`,
).join('');
const page = (title: string, extra: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs}${extra}</article></body></html>`;
const url = 'https://www.brackwater.example/news/pilots';

describe('judgePage', () => {
  it('has made pages of every kind that a page can show', () => {
    expect(refusalPages.length).toBeGreaterThanOrEqual(40);
    expect(new Set(refusalPages.map(({ why }) => why))).toEqual(
      new Set(['paywall', 'consent', 'bot-check', 'home-page', 'error-page', 'needs-script', 'too-short', 'not-text']),
    );
  });

  it.each(refusalPages)('$why: $name', ({ why, url, html }) => {
    expect(extractArticle(html, url)).toMatchObject({ kind: 'refusal', why });
  });

  it.each(refusalPages)(
    '$name: says what was seen and what to do, in two short sentences, with no link',
    ({ url, html }) => {
      const refusal = extractArticle(html, url);
      if (refusal.kind !== 'refusal') throw new Error('an article');
      expect(refusal.detail).toMatch(/^[A-Z][^.!?]{20,120}\. ?[^.!?]{10,90}\.$/);
      expect(refusal.detail).not.toMatch(/https?:|www\.|</);
    },
  );

  it.each([
    [
      'about robots',
      page(
        'How sites check that you are human',
        '<p>Please verify you are human, the page says, and press and hold the button.</p>',
      ),
    ],
    [
      'about cookies',
      page('What a cookie banner asks', '<p>“We use cookies”, it says, and offers “Accept all cookies”.</p>'),
    ],
    [
      'with a subscription box',
      page(
        'Harbour pilots refuse night tows',
        '<div class="box"><p>Subscribe to continue reading other stories.</p></div>',
      ),
    ],
    ['about an error', page('The story of the 404 page', '<p>“Page not found”, the server answers.</p>')],
    [
      'with a notice for browsers without scripts',
      page('Harbour pilots', '<noscript>Enable JavaScript to see comments.</noscript>'),
    ],
    ['at a short address', page('Harbour pilots refuse night tows', '')],
  ])('an article %s is an article', (_what, html) => {
    expect(extractArticle(html, url)).toMatchObject({ kind: 'article' });
  });

  it.each(shortArticles)('an article: $name', ({ url, html, starts }) => {
    expect(extractArticle(html, url)).toMatchObject({ kind: 'article', text: expect.stringContaining(starts) });
  });

  it.each([
    [
      'subscriptions',
      'Why papers ask for money',
      'When a reader clicks on a story and sees the words to continue reading, subscribe, the newspaper has made a bet on its reader’s patience, and mostly loses it.',
    ],
    [
      'a site that closes its doors',
      'Log in or sign up: a network shuts its open pages',
      'The network will ask everyone to log in before they see a company’s page. You must log in to continue reading, visitors will be told from the first of January.',
    ],
    [
      'advertisements',
      'Makers of blockers win in court',
      'The publisher had argued that such readers take its work for nothing. Please disable your ad blocker to continue reading, its site says to everyone who comes with one.',
    ],
  ])('a short free article about %s is no part of a paid one', (_what, title, sentence) => {
    const html = `<title>${title}</title><meta property="og:type" content="article"><article><h1>${title}</h1><p>${sentence}</p><p>Publishers said last week that the number of people who pay had risen by nine per cent, the most in a decade.</p><p>Critics reply that such walls keep the poor from the news, and that half of those who pay have forgotten that they do.</p></article>`;
    expect(extractArticle(html, url)).toMatchObject({ kind: 'article', marks: [] });
  });

  it.each([
    'Already a subscriber? <a href="/login">Log in</a>',
    'Jetzt abonnieren. Bereits Abonnent? Login',
    'Start your free trial today. Cancel anytime. Only £1 per month.',
    'Please disable your ad blocker to watch our videos.',
    'We have updated our Privacy Policy.',
  ])('a short item on a site that says “%s” to everyone is whole and free', (words) => {
    const text =
      '<p>Police have arrested a man of 43 after a fire destroyed part of the covered market in Saltmere early on Sunday. Nobody was hurt.</p><p>The man, who had worked at the market, is being questioned on suspicion of arson, a police spokeswoman said. Two flats were evacuated.</p><p>The market will stay closed until Wednesday.</p>';
    const item = `<main><article><h1>Man arrested after market fire</h1>${text}</article>`;
    const title = '<title>Man arrested after market fire</title>';
    for (const html of [
      `${title}<header>${words}</header>${item}</main>`,
      `${title}${item}<div class="x">${words}</div></main>`,
      `${title}<meta property="og:type" content="article">${item}<div class="x">${words}</div></main>`,
    ])
      expect(extractArticle(html, url)).toMatchObject({
        kind: 'article',
        marks: [],
        text: expect.stringContaining('until Wednesday'),
      });
  });

  it.each([
    ['“Something went wrong”: bank says sorry', 'Its app showed “Something went wrong” from six in the morning.'],
    [
      'Fatal error: how one line stopped the trains',
      'Engineers found a line of code from 1994, written by a man who now keeps bees.',
    ],
  ])('a short item under %j tells of an error and is none', (title, sentence) => {
    const html = `<title>${title}</title><article><h1>${title}</h1><p>For a day on Monday a third of the customers of the largest company on the coast stood before closed doors and dark screens.</p><p>${sentence} The regulator has asked for a report by Friday, and the company promised everyone their money back within a week.</p></article>`;
    expect(extractArticle(html, url)).toMatchObject({ kind: 'article' });
  });

  it.each([
    'Questo contenuto è riservato agli abbonati',
    'Per continuare a leggere abbonati per 1 € al mese',
    'Para seguir leyendo, suscríbete',
    'Pour lire la suite, abonnez-vous',
  ])('%s: the paragraphs above are the free part', (words) => {
    const shown = paragraphs.split('</p>').slice(0, 3).join('</p>');
    const html = `<title>Pilots</title><article><h1>Harbour pilots refuse night tows</h1>${shown}</p><div><h3>${words}</h3></div></article>`;
    expect(extractArticle(html, url)).toMatchObject({ kind: 'article', marks: ['partial'] });
  });

  it('the free part of a paid article is read and marked', () => {
    const stated =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","wordCount":900}</script>';
    expect(extractArticle(page('Harbour pilots', stated), url)).toMatchObject({ kind: 'article', marks: ['partial'] });
  });
});
