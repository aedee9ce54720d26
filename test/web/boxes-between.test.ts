// Labels, boxes and lines between an article's paragraphs that are none of its words. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const read = (html: string) => {
  const article = extractArticle(html, bridgeAt);
  if (article.kind === 'refusal') throw new Error(article.why);
  return article;
};
const whole = bridge.join('\n\n');
const between = (box: string) => read(bridgePage({ body: paragraphs(0, 3) + box + paragraphs(3) })).text;
const below = (box: string) => read(bridgePage({ body: paragraphs() + box })).text;
const above = (box: string) => read(bridgePage({ body: box + paragraphs() })).text;

describe('what a label announces goes with it', () => {
  it.each([
    [
      'a list of links',
      '<h3>You may also like</h3><ul><li><a href="/r/soup">Pea soup</a></li><li><a href="/r/b">Bread</a></li></ul>',
    ],
    [
      'a numbered list',
      '<p>Most read</p><ol><li><a href="/n/m">Mayor resigns</a></li><li><a href="/n/r">Rain today</a></li></ol>',
    ],
    ['a list without links', '<p>Read next:</p><ul><li>Mayor resigns</li></ul>'],
    ['a headline that is a link', '<h3>Read next</h3><p><a href="/n/m">Mayor resigns after vote</a></p>'],
    [
      'a teaser in the label’s box',
      '<div><h3>Read next</h3><p>The mayor resigned after a vote on Sunday night, which he lost.</p></div>',
    ],
    ['a German list', '<p>Mehr zum Thema</p><ul><li><a href="/n/m">Bürgermeister tritt zurück</a></li></ul>'],
  ])('%s', (_what, box) => {
    expect(between(box)).toBe(whole);
    expect(below(box)).toBe(whole);
  });

  it('a teaser below the last paragraph', () => {
    expect(below('<h3>Read next</h3><p>The mayor resigned after a vote on Sunday night, which he lost.</p>')).toBe(
      whole,
    );
  });

  it('but never the paragraphs below a label that stands among them', () => {
    expect(between('<h3>Read next</h3>')).toBe(whole);
    expect(between('<p>Read more:</p>')).toBe(whole);
  });

  it('nor a list that the article’s own words announce', () => {
    const list = '<p>Drivers can still cross at:</p><ul><li>Ford Street</li><li>Mill Lane</li></ul>';
    expect(between(list)).toContain('Drivers can still cross at:\n\nFord Street\n\nMill Lane');
  });
});

describe('lines around the text', () => {
  it.each([
    'Par Jeanne Dubois, envoyée spéciale à Marlow',
    'By Prof. Dr. Maria van der Berg',
    'NEWS PROVIDED BY Acme Bridges Inc.',
    'This article is more than 3 years old',
    'Do you have a story? Email tips@gazette.example',
    'Got a tip? Write to tips@gazette.example',
    '【有料会員限定】この記事は有料会員限定です。残り1234文字',
    '责任编辑：王芳',
  ])('“%s” goes', (line) => {
    expect(above(`<p>${line}</p>`)).toBe(whole);
    expect(below(`<p>${line}</p>`)).toBe(whole);
  });

  it.each(['QuoteReport', 'Reply Quote Report', 'Sent from my phone', 'Sent from my iPhone using Tapatalk'])(
    'a forum’s “%s” goes from between paragraphs',
    (line) => expect(between(`<p>${line}</p>`)).toBe(whole),
  );

  it.each([
    'By Monday evening the queue of cars had reached Marlow Hill, Ann Lee said.',
    'Do you have a story that nobody believes? The ferryman has, and he tells it every night.',
    'This article of the county’s charter is more than 300 years old, and it says who must pay.',
    'Quote reports in full, she told them.',
  ])('“%s” stays', (line) => {
    expect(between(`<p>${line}</p>`)).toContain(line);
  });

  it('a caption that names photographer and agency in brackets goes', () => {
    expect(between('<p><img src=a><br><small>A view of the bridge on Monday (Ed Lang / AFP)</small></p>')).toBe(whole);
  });

  it('a line about the author at the end goes', () => {
    const head = '<meta name="author" content="Ann Lee">';
    const bio = '<p>Ann Lee is a reporter for the Gazette who writes about roads and rivers.</p>';
    expect(read(bridgePage({ head, body: paragraphs() + bio })).text).toBe(whole);
  });

  it('a line about somebody else at the end stays', () => {
    const head = '<meta name="author" content="Ann Lee">';
    const last = 'Petra Lindqvist is an editor of the county’s history of bridges.';
    expect(read(bridgePage({ head, body: `${paragraphs()}<p>${last}</p>` })).text).toContain(last);
  });
});

it('a name that is a link and the job below it are two lines', () => {
  const text = between('<p><a href="/people/lyon">Shauna Lyon</a><br>Bridges editor</p>');
  expect(text).toContain('Shauna Lyon\n\nBridges editor');
});

describe('marks inside a paragraph', () => {
  const line = (html: string) => between(`<p>${html}</p>`);
  it('a footnote’s number goes', () => {
    expect(
      line('Repairs take four months<sup>1</sup> and cost £3.2 million,<sup><a href="#f2">[2]</a></sup> she said.'),
    ).toContain('Repairs take four months and cost £3.2 million, she said.');
  });

  it('a power and a unit stay', () => {
    const text = line(
      'The deck covers 400 m<sup>2</sup> and 12 km<sup>2</sup> of road, and 10<sup>6</sup> rivets by Indigo<sup>2</sup> on the 3<sup>rd</sup> pier.',
    );
    expect(text).toContain('400 m² and 12 km² of road, and 10⁶ rivets by Indigo2 on the 3rd pier.');
  });
});

it('a live blog’s time with its age goes, in one line or two', () => {
  const entries = bridge.map(
    (text, at) =>
      `<div><p><span>1${at}:01 GMT</span><span>${at + 1}h ago</span></p><h2>Entry ${at} of today</h2><p>${text}</p></div>`,
  );
  const title = 'Bridge closes after cracks found – live updates';
  const html = `<!doctype html><html lang=en><title>${title}</title><body><article><h1>${title}</h1>${entries.join('')}</article>`;
  expect(read(html).text).not.toMatch(/GMT|ago/);
  expect(read(html.replaceAll('</span><span>', ' · ').replace(/<\/?span>/g, '')).text).not.toMatch(/GMT|ago/);
});

describe('pages in other languages than English', () => {
  const page = (lang: string, title: string, paragraphs: string[]) =>
    read(
      `<!doctype html><html lang="${lang}"><title>${title}</title><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`,
    );
  const german = [
    'Die alte Brücke über die Marlow ist am Montag für den gesamten Verkehr gesperrt worden, nachdem Ingenieure tiefe Risse in zwei Pfeilern gefunden hatten.',
    'Rund 9000 Autofahrer nutzen sie an einem Werktag. Sie müssen nun über die Ringstraße fahren, was die meisten Fahrten um zwanzig Minuten verlängert.',
    'Der Rat erwartet, dass die Arbeiten vier Monate dauern und 3,2 Millionen kosten werden, von denen die Regierung das meiste zahlen will.',
  ];

  it('a German text in a template that says English is German', () => {
    expect(page('en', 'Brücke nach Rissen gesperrt', german).language).toBe('de');
  });

  it('an English text stays what its page says', () => {
    expect(page('en-GB', 'Bridge closes after cracks found', [...bridge]).language).toBe('en-GB');
  });

  it('an Arabic “published on” is no author, a French day stands before its month', () => {
    const arabic = page('ar', 'إغلاق الجسر بعد اكتشاف تشققات', [
      'كتب: أحمد سعيد',
      'نشر في: ٣ نوفمبر ٢٠٢٦',
      'أعلنت السلطات المحلية يوم الاثنين إغلاق الجسر القديم أمام حركة المرور بعد أن اكتشف المهندسون تشققات عميقة في اثنتين من دعاماته.',
      'ويعبر الجسر نحو تسعة آلاف سائق كل يوم، وعليهم الآن أن يسلكوا الطريق الدائري الذي يضيف عشرين دقيقة إلى معظم الرحلات.',
      'وقال المهندس الأول في البلدية إن أعمال الإصلاح ستستغرق أربعة أشهر وستكلف ثلاثة ملايين دولار تدفع الحكومة معظمها.',
    ]);
    expect(arabic).toMatchObject({ authors: ['أحمد سعيد'], publishedAt: '2026-11-03' });
    const french = page('fr', 'Le pont ferme après des fissures', [
      'Par Jeanne Dubois',
      'Publié le 03/11/2026 à 10h32',
      'Le vieux pont sur la Marlow est fermé à toute circulation depuis lundi, après la découverte de fissures profondes dans deux de ses piles.',
      'Quelque 9 000 automobilistes le franchissent chaque jour ouvrable. Ils doivent désormais passer par la rocade, ce qui ajoute vingt minutes.',
      'Le conseil estime que les travaux dureront quatre mois et coûteront trois millions, dont la plus grande partie sera payée par l’État.',
    ]);
    expect(french).toMatchObject({ authors: ['Jeanne Dubois'], publishedAt: '2026-11-03' });
  });
});
