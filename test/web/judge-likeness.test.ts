// Pages that look like what they are not: error pages with a status of 200, lists with the make of an article, articles about
// notices. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const page = (title: string, body: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const links = (count: number) =>
  `<ul>${[
    'Harbour pilots refuse night tows',
    'Mayor of Marlow resigns after vote',
    'Schools close early for the summer',
    'Ferry returns to the lower town',
    'Old mill is sold at last',
  ]
    .slice(0, count)
    .map((title, at) => `<li><a href="/news/2026/${at}-${title.toLowerCase().replaceAll(' ', '-')}">${title}</a></li>`)
    .join('')}</ul>`;
const why = (html: string, url = bridgeAt) => {
  const read = extractArticle(html, url);
  return read.kind === 'refusal' ? read.why : read.kind;
};

describe('an error page that says it is fine', () => {
  it.each([
    [
      'Oops! We can’t find that page',
      'The page you were looking for may have been moved or deleted, or perhaps the address was mistyped. Here are some of our most read stories today.',
    ],
    [
      'Sorry, we couldn’t find this article',
      'It may have been moved, or the link that brought you here may be an old one. Try the search, or one of these.',
    ],
    [
      'Oups, cette page est introuvable',
      'La page que vous cherchez a peut-être été déplacée ou supprimée. Voici nos articles les plus lus aujourd’hui, ou retournez à l’accueil.',
    ],
    [
      'Hoppla! Diese Seite gibt es nicht',
      'Vielleicht wurde sie verschoben oder gelöscht. Hier finden Sie unsere meistgelesenen Geschichten von heute.',
    ],
    [
      '¡Vaya! No hemos podido encontrar la página',
      'Es posible que la dirección esté mal escrita. Estas son nuestras noticias más leídas de hoy.',
    ],
    [
      'Ops! Non abbiamo trovato la pagina',
      'Forse è stata spostata o cancellata. Ecco le notizie più lette di oggi sul nostro sito.',
    ],
    [
      'Ups! Não encontramos a página',
      'Talvez tenha sido movida ou apagada. Veja as notícias mais lidas de hoje no nosso site.',
    ],
    [
      'Oeps, deze pagina bestaat niet',
      'Misschien is ze verplaatst of verwijderd. Dit zijn de meest gelezen verhalen van vandaag.',
    ],
    [
      'Hoppsan, sidan finns inte',
      'Kanske har den flyttats eller tagits bort. Här är dagens mest lästa berättelser på vår sajt.',
    ],
  ])('%s', (heading, text) => {
    const body = `<main><h1>${heading}</h1><p>${text}</p>${links(3)}</main>`;
    expect(why(page('The Gazette', body))).toBe('error-page');
    expect(why(page('The Gazette', `<main><h1>${heading}</h1><p>${text} ${text}</p>${links(5)}</main>`))).toBe(
      'error-page',
    );
  });

  it.each([
    'This content is unavailable in the European Economic Area. We are working on it; thank you for your patience.',
    'Our website is currently unavailable in most European countries, in your region and the European Union, due to GDPR.',
    'Dieser Inhalt ist in Ihrem Land leider nicht verfügbar.',
    'Ce contenu n’est pas disponible dans votre pays.',
  ])('kept from some part of the world: %s', (text) => {
    expect(extractArticle(page('The Gazette', `<h1>Unavailable</h1><p>${text}</p>`), bridgeAt)).toMatchObject({
      why: 'error-page',
      detail: expect.stringContaining('part of the world'),
    });
  });

  it.each(['What happens when a page cannot be found', '“We can’t find that page”: the history of an error'])(
    'an article about one is read: %s',
    (title) => {
      const html = page(title, `<article><h1>${title}</h1>${paragraphs()}${paragraphs()}</article>`);
      expect(why(html)).toBe('article');
    },
  );
});

describe('a list with the make of an article', () => {
  const card = (at: number) =>
    `<div class=result><h3><a href="/news/${at}/story-number-${at}">What the town says about plan ${at}</a></h3><p>${bridge[at % 6]}</p><span>3 Nov 2026</span></div>`;
  const cards = (count: number) => Array.from({ length: count }, (_, at) => card(at)).join('');

  it.each([
    'Search results for “bridge”',
    'Search: bridge',
    '3 results for bridge',
    'Suchergebnisse für „Brücke“',
    'Résultats de recherche pour « pont »',
    'Resultados de la búsqueda: puente',
    'Risultati della ricerca per ponte',
    'Zoekresultaten voor brug',
    'Результаты поиска',
    '検索結果',
  ])('%s', (heading) => {
    expect(
      why(page('The Gazette', `<h1>${heading}</h1><p>3</p>${cards(3)}`), 'https://www.gazette.example/find?x=bridge'),
    ).toBe('home-page');
  });

  it('a section of six cards', () => {
    const html = page('Politics', `<h1>Politics</h1>${cards(6)}`, '<meta property="og:type" content="website">');
    expect(why(html, 'https://www.gazette.example/politics')).toBe('home-page');
  });

  it('a section of three cards that calls itself a website', () => {
    const html = page('Politics', `<h1>Politics</h1>${cards(3)}`, '<meta property="og:type" content="website">');
    expect(why(html, 'https://www.gazette.example/politics')).toBe('home-page');
  });

  it.each([
    ['with three stories below it', paragraphs() + paragraphs(), cards(3)],
    [
      'whose subheadings are links',
      bridge
        .map(
          (text, at) =>
            `<h3><a href="/topics/${at}">Part ${at} of the story</a></h3><p>${text} ${bridge.join(' ')}</p>`,
        )
        .join(''),
      '',
    ],
  ])('an article %s is an article', (_what, body, after) => {
    expect(why(bridgePage({ body, after, head: '<meta property="og:type" content="website">' }))).toBe('article');
  });

  it.each(['https://www.gazette.example/br', 'https://www.gazette.example/go'])(
    'a whole article at %s is read',
    (url) => {
      expect(why(bridgePage(), url)).toBe('article');
    },
  );
});

describe('words in quotation marks are not the page’s own', () => {
  it.each([
    [
      'Readers leave Gazette after paywall rise',
      '“Subscribe to continue reading is not a message people like,” said its editor, Anna Keller, on Monday.',
    ],
    [
      'Cookie law: what changes for readers',
      'The minister said on Monday: ‘We and our partners store information’ is a sentence I never want to see again.',
    ],
    [
      'Zeitung verliert Leser',
      '„Jetzt weiterlesen mit Abo will niemand hören“, sagte die Chefredakteurin Anna Keller am Montag.',
    ],
    [
      'Le journal perd ses lecteurs',
      '« Abonnez-vous pour lire la suite ne plaît à personne », a dit lundi Anna Keller, la rédactrice.',
    ],
    [
      'Test of humans',
      '"Please verify you are human is the rudest line on the web," said Anna Keller of the county on Monday.',
    ],
  ])('%s', (title, quote) => {
    const text = `<p>${quote}</p><p>${bridge[0]}</p><p>${bridge[4]}</p>`;
    expect(extractArticle(page(title, `<article><h1>${title}</h1>${text}</article>`), bridgeAt)).toMatchObject({
      kind: 'article',
      marks: [],
    });
  });
});

describe('an article that is counted', () => {
  const metered = '<meta name="article:content_tier" content="metered">';

  it('is whole where nothing asks for more', () => {
    expect(extractArticle(bridgePage({ head: metered }), bridgeAt)).toMatchObject({ kind: 'article', marks: [] });
  });

  it('is partial where the page asks its reader to subscribe', () => {
    const body = `${paragraphs(0, 4)}<div><p>Subscribe to continue reading this story.</p></div>`;
    expect(extractArticle(bridgePage({ head: metered, body }), bridgeAt)).toMatchObject({ marks: ['partial'] });
  });

  it('is partial where the page says that it has many more words', () => {
    const head = `${metered}<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes after cracks found","wordCount":900}</script>`;
    expect(extractArticle(bridgePage({ head }), bridgeAt)).toMatchObject({ marks: ['partial'] });
  });
});
