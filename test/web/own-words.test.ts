// What belongs to an article although its markup or its wording looks like a page's furniture, and what does not although
// it reads like a paragraph. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const read = (html: string) => {
  const article = extractArticle(html, bridgeAt);
  if (article.kind === 'refusal') throw new Error(article.why);
  return article.text;
};
const whole = bridge.join('\n\n');
const between = (box: string) => read(bridgePage({ body: paragraphs(0, 3) + box + paragraphs(3) }));
const below = (box: string) => read(bridgePage({ body: paragraphs() + box }));

describe('an empty element that is called a line break', () => {
  it('parts the sentences around it', () => {
    const body = `<div>${bridge.join('<span class="r-part br" data-pos="3"></span>')}</div>`;
    expect(read(bridgePage({ body }))).toBe(whole);
  });
});

describe('code in a guide', () => {
  it('stays whatever it looks like', () => {
    const code = 'var gauge = readGauge("pier-2"); gauge.log();';
    expect(between(`<pre><code>${code}</code></pre>`)).toContain(code);
    expect(between(`<p>${code}</p>`)).toBe(whole);
  });
});

describe('a box to sign up for something', () => {
  it.each([
    'By signing up you agree to our terms of use and confirm that you have read the privacy notice.',
    'Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.',
    'En vous inscrivant, vous acceptez nos conditions générales.',
  ])('goes whole: %s', (consent) => {
    const box = `<div><h3>The harbour from inside</h3><p>Every second Sunday: sharp, close and always on time.</p><p>${consent}</p></div>`;
    expect(between(box)).toBe(whole);
    expect(below(box)).toBe(whole);
  });

  it('a consent alone among the paragraphs takes nothing with it', () => {
    expect(between('<p>By signing up you agree to our terms of use.</p>')).toBe(whole);
  });
});

describe('a paragraph that stands twice', () => {
  it('is read once where a box repeats the opening', () => {
    expect(read(bridgePage({ body: `${paragraphs()}<div class="intro"><p>${bridge[0]}</p></div>` }))).toBe(whole);
  });

  it('a question put to each of several people stays', () => {
    const question =
      'What did you think when you heard that the bridge would be closed until the summer, and for how long?';
    const talk = (name: string) =>
      `<div class="talk"><h3>${name}</h3><p>${question}</p><p>I thought of the ferry, ${name} says.</p></div>`;
    const text = read(bridgePage({ body: paragraphs() + talk('Bo Ek') + talk('Ann Lee') }));
    expect(text.split(question)).toHaveLength(3);
  });

  it('a refrain stays', () => {
    const refrain = 'And the river goes under the bridge, and the bridge goes over the river, and I go home.';
    const body = `${paragraphs()}<p>${refrain}</p><p>${bridge[1]?.replace('The', 'Each')}</p><p>${refrain}</p>`;
    expect(read(bridgePage({ body })).split(refrain)).toHaveLength(3);
  });
});

describe('a "Read more" box inside the text', () => {
  it('does not make the long paragraphs below it teasers', () => {
    const box =
      '<div class="excerpt"><div><p class="label">Czytaj więcej</p></div><div class="art"><div><a href="/n/most-2">Most</a></div><a href="/n/most-zamkniety-do-lata-2">Most zamknięty do lata</a></div></div>';
    const parts = [0, 1, 2, 3].map((at) => `<div class="part-${at}"><div><p>${bridge.join(' ')} ${at}</p></div></div>`);
    const text = read(bridgePage({ body: `<div class="story">${parts.join(box)}</div>` }));
    for (const at of [0, 1, 2, 3]) expect(text).toContain(`${bridge.at(-1)} ${at}`);
  });
});

describe('posts set into the text', () => {
  const words = 'Plan for an hour more on Monday. We will say on Friday whether one lane can open again.';
  const post = (name: string, by: string) =>
    `<blockquote class="${name}"><p lang="en" dir="ltr">${words}</p>&mdash; ${by} (@harbour) <a href="https://social.example/harbour/1">March 3, 2026</a></blockquote>`;
  const stranger = post('twitter-tweet', 'bridge lover 26 🌉');
  const named = 'Chief Engineer Petra Lindqvist';

  it.each([
    ['a post', post('twitter-tweet', named)],
    ['a post in a frame', `<div class="social-media-embed">${post('twitter-tweet', named)}</div>`],
    ['a post in an aside', `<aside class="embed">${post('bluesky-embed', named)}</aside>`],
  ])('%s by somebody whom the text names stays, signed', (_what, box) => {
    expect(between(box)).toContain(`\n\n${words}\n\n— ${named} (@harbour)`);
  });

  it('a stranger’s post goes', () => {
    expect(between(stranger)).toBe(whole);
    expect(between(`<div>${stranger}</div>`)).toBe(whole);
  });

  it('a box of somebody’s newest posts goes', () => {
    expect(below(`<aside class="social-box"><h3>Newest posts</h3>${post('twitter-tweet', named)}</aside>`)).toBe(whole);
  });
});

describe('a question on a button', () => {
  const answer =
    'The county pays two thirds of the bridge and the port pays one third, over ten years, the board said.';

  it('stays above its answer', () => {
    const box = `<div class="item"><button class="accordion-button">Who pays for the bridge?</button><div><p>${answer}</p></div></div>`;
    expect(between(box)).toContain(`\n\nWho pays for the bridge?\n\n${answer}`);
  });

  it('goes where nothing answers it', () => {
    expect(between('<div><div><button>Do you want our news by post?</button></div></div>')).toBe(whole);
    expect(between('<div><button>Do you want our news by post?</button><a href="/news-by-post">Yes</a></div>')).toBe(
      whole,
    );
  });
});

describe('a box whose name promises links', () => {
  const told =
    'The first crack was found in 2019 by a pupil on her way to school, who told the harbour office about it.';
  it.each(['read-more-content', 'toc-section', 'nav-target'])('%s with paragraphs and no link is text', (name) => {
    expect(between(`<div class="${name}"><p>${told}</p><p>${told.replace('first', 'second')}</p></div>`)).toContain(
      told,
    );
  });

  it('with links it goes', () => {
    const list = '<ul><li><a href="#a">The first crack</a></li><li><a href="#b">The second crack</a></li></ul>';
    expect(between(`<div class="toc"><p>In this report</p>${list}</div>`)).toBe(whole);
  });
});

describe('a heading that a page builder calls a widget’s title', () => {
  it('stays among the paragraphs', () => {
    expect(between('<h2 class="widget-title font-bold">Who pays?</h2>')).toContain('\n\nWho pays?\n\n');
  });
});

it.each(['legend', 'bildunterschrift', 'photo-legende', 'pie-de-foto'])('a caption called %s goes', (name) => {
  expect(between(`<div><p class="${name}">The old bridge in 1998, seen from the ferry.</p></div>`)).toBe(whole);
});

describe('lines above the first paragraph', () => {
  const title = 'Bridge closes after cracks found';
  it.each([
    ['the headline with its kicker in one', `<h2><span>Harbour</span>${title}</h2>`],
    ['the section', '<ul><li>Opinion</li><li>Commentary</li></ul>'],
    ['a day with its weekday in Portuguese', '<p>sexta-feira, 22 de outubro de 2010 às 20:13</p>'],
    ['a name and a day in one', '<p>Tobias Falkenberg24.04.2024, 19:35 Uhr</p>'],
  ])('%s goes', (_what, line) => {
    const head =
      '<meta property="og:type" content="article"><script type="application/ld+json">{"@type":"NewsArticle"}</script>';
    expect(read(bridgePage({ head, body: line + paragraphs() }))).toBe(whole);
  });

  it('a list that the text begins with stays', () => {
    const list = '<ul><li>Closed</li><li>Cracked</li><li>Cold</li><li>Costly</li></ul>';
    expect(read(bridgePage({ body: list + paragraphs() }))).toContain('Cracked');
  });
});

describe('lines below the last paragraph', () => {
  it.each([
    ['a label with nothing below it', '<p>Dieses Thema im Programm:</p>'],
    ['a word about comments', '<p>Bitte achten Sie darauf, dass Ihre Kommentare beim Thema bleiben.</p>'],
    ['a newsletter by its name', '<p>Newsletter: The harbour from inside</p>'],
    [
      'what is popular',
      '<h3>Popular</h3><ul><li><a href="/n/a-new-rule-for-trains-2">New rule for trains</a></li></ul>',
    ],
  ])('%s goes', (_what, line) => {
    expect(below(line)).toBe(whole);
  });

  it('what the author does goes, with what the author is before the name', () => {
    const head = '<meta name="author" content="Ulrich Ax"><meta property="og:type" content="article">';
    const note =
      '<p>Correspondent Ulrich Ax is the Gazette’s man at the harbour. He has lived in Marlow since 1998.</p>';
    const page = bridgePage({ head, body: paragraphs() + note });
    expect(read(page)).toBe(whole);
    expect(read(page.replace('Correspondent Ulrich Ax is', 'For nine years Ulrich Ax was'))).toContain('Ulrich Ax was');
  });
});
