import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { extractArticle } from '../../src/web/extract.ts';

const sentence =
  'The harbour authority said that the channel had silted up, and that nobody had dredged it in ten years.';
const paragraphs = Array.from({ length: 5 }, (_, at) => `<p>Paragraph ${at}. ${sentence}</p>`).join('');

/** Reads a page that must be an article; `lines` are its paragraphs. */
function read(body: string, head = '', language = 'en'): Article & { lines: string[] } {
  const html = `<!doctype html><html lang="${language}"><head>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;
  const article = extractArticle(html, 'https://news.brackwater.example/x/pilots');
  if (article.kind === 'refusal') throw new Error(article.why);
  return { ...article, lines: article.text.split('\n\n') };
}

describe('press releases', () => {
  const american = `<main><h1>Harbour Co opens second basin</h1><p>FOR IMMEDIATE RELEASE</p><div>
    <p>ARVIK, Norway, Feb. 11, 2025 /PRNewswire/ -- Harbour Co today announced the opening of its second basin, which is twice as large as the first and deep enough for any ship.</p>
    ${paragraphs}<p>###</p><p>About Harbour Co</p><p>Harbour Co is an operator of harbours with more than 4,000 employees in twelve countries and shares in three.</p>
    <p>Media Contact:</p><p>Ann Lee</p><p>press@harbour.example</p></div></main>`;

  it('are marked, and end where their text ends', () => {
    const { marks, lines, authors } = read(american);
    expect(marks).toEqual(['press-release']);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toContain('Paragraph 4.');
    expect(authors).toEqual([]);
  });

  it('have the day of their dateline where the page states none', () => {
    expect(read(american)).toMatchObject({ publishedAt: '2025-02-11' });
  });

  it.each([
    [
      'a wire’s dateline',
      '<p>LONDON--(BUSINESS WIRE)--Harbour Co today announced that its second basin is open for ships.</p>',
      '',
    ],
    [
      'a German wire’s',
      '<p>Velthaven (ots) - Die Hafen AG hat am Dienstag ihr zweites Becken eröffnet, wie sie mitteilt.</p>',
      '',
    ],
    ['a word above the text', '<p>Pressemitteilung</p>', ''],
    ['their section', '', '<meta property="article:section" content="Press Release">'],
    [
      'their genre',
      '',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","genre":"Press release"}</script>',
    ],
  ])('are told by %s', (_what, opening, head) => {
    const body = `<main><article><h1>Harbour Co opens second basin</h1>${opening}${paragraphs}<h3>Pressekontakt:</h3><p>Jana Petersen, Tel. 040 555 0101, am Hafen 3 in Velthaven</p></article></main>`;
    const { marks, lines } = read(body, head);
    expect(marks).toEqual(['press-release']);
    expect(lines.at(-1)).toContain('Paragraph 4.');
  });

  it('a report that quotes one is none, and keeps its words about the company', () => {
    const about =
      '<p>About Harbour Co little is known, except that it bought the port in a night and paid for it in coins.</p>';
    const { marks, text } = read(
      `<main><article><h1>Who owns the port</h1>${paragraphs}${about}${paragraphs}</article></main>`,
    );
    expect(marks).toEqual([]);
    expect(text).toContain('little is known');
  });
});

describe('live blogs', () => {
  const entry = (at: number) =>
    `<article><time datetime="2025-02-11T1${9 - at}:05:00Z">1${9 - at}:05 GMT</time><p>${at + 2}m ago</p><h2>Entry ${at}: pilots vote</h2><p>Update ${at}. ${sentence}</p><p>By Ann Lee</p></article>`;
  const entries = [0, 1, 2, 3, 4, 5].map(entry).join('');
  const keyPoints =
    '<div class="summary"><h2>Key points</h2><ul><li>Pilots have voted to end night tows from Monday, their union says.</li><li>The port expects delays of two days for grain ships.</li></ul></div>';
  const page = `<main><h1>Harbour strike live: pilots vote on night tows</h1>${keyPoints}<div>${entries}</div></main>`;

  it.each([
    ['', 'by their title and their entries’ times'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Harbour strike live: pilots vote on night tows","author":{"name":"Ann Lee"}},{"@type":"LiveBlogPosting","headline":"Harbour strike live"}]}</script>',
      'by a node beside the article’s',
    ],
  ])('%#: are marked %s', (head) => {
    expect(read(page, head).marks).toEqual(['live-blog']);
  });

  it('open with the key points, then the entries, newest first as the page has them, without times and names', () => {
    expect(read(page).lines).toEqual([
      'Key points',
      'Pilots have voted to end night tows from Monday, their union says.',
      'The port expects delays of two days for grain ships.',
      ...[0, 1, 2, 3, 4, 5].flatMap((at) => [`Entry ${at}: pilots vote`, `Update ${at}. ${sentence}`]),
    ]);
  });

  it('a summary under a heading of its own is no standfirst', () => {
    const summary = `<div class="summary"><h2>Summary</h2><p>Here is what happened. ${sentence}</p></div>`;
    const article = read(`<main><h1>Live: harbour strike</h1>${summary}<div>${entries}</div></main>`);
    expect(article.dek).toBeNull();
    expect(article.lines[1]).toContain('Here is what happened.');
  });

  it('a report about live music is none', () => {
    const { marks } = read(`<main><article><h1>Live music returns to the harbour</h1>${paragraphs}</article></main>`);
    expect(marks).toEqual([]);
  });
});

describe('paid articles', () => {
  it('give what is free, marked as a part, without the offer below it', () => {
    const offer =
      '<div class="offer"><h2>Subscribe to continue reading</h2><p>You have 2 free articles left</p><p>Already a subscriber? <a href="/login">Log in</a></p><ul><li>Unlimited access to all articles</li><li>Cancel anytime</li></ul><p>Only £1 for the first month</p></div>';
    const { marks, lines } = read(
      `<article><h1>Pilots refuse night tows</h1>${paragraphs}${offer}</article>`,
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pilots refuse night tows","isAccessibleForFree":false}</script>',
    );
    expect(marks).toEqual(['partial']);
    expect(lines).toHaveLength(5);
  });
});

describe('subheadings', () => {
  it('that are boxes with a name stay in their place', () => {
    const { lines } = read(
      `<article><h1>Who pays for the tows</h1>${paragraphs}<div class="story_subheadline">Who pays in the end?</div>${paragraphs}</article>`,
    );
    expect(lines[5]).toBe('Who pays in the end?');
  });
});

describe('transcripts', () => {
  it('keep who speaks, the first speaker too', () => {
    const turns = [0, 1, 2, 3, 4, 5]
      .map((at) => `<p>${at % 2 ? 'Bo Ek' : 'Ann Lee'}</p><p>Turn ${at}. ${sentence}</p>`)
      .join('');
    const { lines } = read(`<main><article><h1>The mayor on the harbour</h1>${turns}</article></main>`);
    expect(lines.slice(0, 4)).toEqual(['Ann Lee', `Turn 0. ${sentence}`, 'Bo Ek', `Turn 1. ${sentence}`]);
  });
});

describe('print and AMP pages', () => {
  it('a print page gives the article without its notes for the printer', () => {
    const { lines, authors, title, publishedAt } = read(
      `<div><p><a href="#">Print this page</a></p><h1>Pilots refuse night tows</h1><p>By Ann Lee</p><p>4 March 2024</p>${paragraphs}<p>Find this article at: https://news.brackwater.example/pilots</p></div>`,
      '<title>Pilots refuse</title>',
    );
    expect({ title, authors, publishedAt }).toEqual({
      title: 'Pilots refuse night tows',
      authors: ['Ann Lee'],
      publishedAt: '2024-03-04',
    });
    expect(lines).toHaveLength(5);
  });

  it('an AMP page gives the article without advertisement, shares and consent', () => {
    const { lines } = read(
      `<article><h1>Pilots refuse night tows</h1><div>${paragraphs}<amp-ad><div>Buy a boat</div></amp-ad><amp-social-share>Share</amp-social-share><amp-accordion><section><h3>What else</h3><p>${sentence}</p></section></amp-accordion></div></article><amp-consent><div>We and our partners use cookies on this page.</div></amp-consent>`,
    );
    expect(lines.slice(-2)).toEqual(['What else', sentence]);
    expect(lines).toHaveLength(7);
  });
});

describe('other scripts', () => {
  it.each([
    [
      'Arabic',
      'ar',
      '<h1>المرشدون يرفضون القطر ليلا</h1><div class="author">أحمد العلي</div>',
      'قالت هيئة الميناء يوم الثلاثاء إن القناة امتلأت بالطمي، وإن أحدا لم ينظفها منذ أكثر من عشر سنوات، رغم الشكاوى المتكررة.',
      'أحمد العلي',
    ],
    [
      'Hebrew',
      'he',
      '<h1>הנתבים מסרבים לגרור בלילה</h1><p>מאת: יעל כהן</p>',
      'רשות הנמל אמרה ביום שלישי כי התעלה התמלאה בסחף, וכי איש לא ניקה אותה במשך יותר מעשר שנים, למרות תלונות חוזרות.',
      'יעל כהן',
    ],
    [
      'Japanese',
      'ja',
      '<h1>水先人、夜間の曳航を拒否</h1><p>森田由紀　2025年2月11日 14時30分</p>',
      '港湾当局は火曜日、水路が土砂で埋まり、十年以上だれも浚渫していなかったと発表した。水先人組合は夜間の曳航を拒否している。',
      '森田由紀',
    ],
    [
      'Korean',
      'ko',
      '<h1>도선사들, 야간 예인 거부</h1><p>홍길동 기자 입력 2025.02.11. 14:30</p>',
      '항만청은 화요일 수로가 토사로 막혔으며 십 년 넘게 아무도 준설하지 않았다고 밝혔다. 도선사 노조는 야간 예인을 거부하고 있다고 전했다.',
      '홍길동',
    ],
  ])('%s: text and byline', (_script, language, above, text, author) => {
    const body = Array.from({ length: 4 }, (_, at) => `<p>${text} ${at}</p>`).join('');
    const article = read(`<main><article>${above}${body}</article></main>`, '', language);
    expect(article.authors).toEqual([author]);
    expect(article.lines).toEqual([0, 1, 2, 3].map((at) => `${text} ${at}`));
  });
});
