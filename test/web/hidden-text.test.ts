import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { findHiddenNames } from '../../src/web/hidden-text.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const words = '“The vote was rigged,” said Anna Keller.';
const read = (inside: string, head = '') =>
  extractArticle(bridgePage({ body: paragraphs(0, 3) + inside + paragraphs(3), head }), bridgeAt);
const whole = bridge.join('\n\n');

describe('text that a page keeps out of sight', () => {
  it.each([
    'font-size:0',
    'font-size: 0px',
    'FONT-SIZE:0 !important',
    'opacity:0',
    'opacity: 0.0;',
    'position:absolute;left:-9999px',
    'position:fixed; top: -10000px',
    'text-indent:-9999px',
    'margin-left:-200em',
    'color:transparent',
    'color: rgba(0, 0, 0, 0)',
    'height:0;overflow:hidden',
    'max-height: 0px; overflow-y: hidden',
    'width:1px;height:1px;overflow:hidden;position:absolute',
    'clip:rect(0,0,0,0);position:absolute',
    'clip-path: inset(50%)',
    'color:#fff;background:white',
    'background-color: rgb(255, 255, 255); color: #FFFFFF',
    'visibility:collapse',
    'transform: scale(0)',
  ])('%s: nobody is quoted with it', (style) => {
    expect(read(`<p style="${style}">${words}</p>`)).toMatchObject({ kind: 'article', text: whole });
    expect(read(`<p><span style="${style}">${words}</span></p>`)).toMatchObject({ text: whole });
    expect(read(`<p><b style="${style}">${words}</b></p>`)).toMatchObject({ text: whole });
  });

  it.each([
    ['<style>.zz{display:none}</style>', '<p class=zz>'],
    ['<style>/* .b{} */ body{color:red} p.zz , .y { color:red; DISPLAY: none }</style>', '<p class="a zz">'],
    ['<style>@import "a.css"; #zz{position:absolute;left:-9999px}</style>', '<p id=zz>'],
    ['<style>@media print{.a{display:block}} .zz{font-size:0}</style>', '<p class=zz>'],
  ])('a style sheet that hides it: %s', (head, tag) => {
    expect(read(`${tag}${words}</p>`, head)).toMatchObject({ kind: 'article', text: whole });
  });

  it.each([
    ['fades in', '', 'style="opacity:0;transform:translateY(20px)"'],
    ['fades in slowly', '', 'style="opacity:0;transition:opacity 1s"'],
    ['is faint', '', 'style="opacity:0.85"'],
    ['grows with its box', '', 'style="height:auto;overflow:hidden"'],
    ['is small', '', 'style="font-size:0.9em"'],
    ['is moved a little', '', 'style="position:relative;left:-12px"'],
    ['shows a picture through its letters', '', 'style="color:transparent;background-clip:text"'],
    ['is hidden in print alone', '<style>@media print{.zz{display:none}}</style>', 'class=zz'],
    ['is shown again', '<style>.zz{display:none}@media (min-width:40em){.zz{display:block}}</style>', 'class=zz'],
    ['is hidden where scripts run', '<style>.no-js .zz{display:none}</style>', 'class=zz'],
  ])('text that %s stays', (_what, head, attribute) => {
    expect(read(`<p ${attribute}>${words}</p>`, head)).toMatchObject({ text: expect.stringContaining(words) });
  });

  it('an article that is hidden until a script shows it is read', () => {
    const page = bridgePage({
      body: `<div class=later>${paragraphs()}</div>`,
      head: '<style>.later{opacity:0}</style>',
    });
    expect(extractArticle(page, bridgeAt)).toMatchObject({ kind: 'article', text: whole });
  });

  it('any style sheet is read to its end', () => {
    const sheet = fc.array(
      fc.constantFrom('.a', '{', '}', '@media x', 'display:none', ';', ',', '/*', '*/', '#b', ' '),
    );
    fc.assert(fc.property(sheet, (parts) => findHiddenNames([parts.join('')]) instanceof Set));
  });
});

describe('characters that turn the reading direction', () => {
  it.each(['&#x202e;', '&#x202d;', '&#x2067;', '\u202e', '&#8238;'])(
    '%s leaves the words as they are written',
    (mark) => {
      const read = extractArticle(
        bridgePage({
          body: `${paragraphs()}<p>“${mark}We will save the bridge&#x202c;,” said Anna Keller of the council.</p>`,
        }),
        bridgeAt,
      );
      expect(read).toMatchObject({
        text: expect.stringContaining('“We will save the bridge,” said Anna Keller of the council.'),
      });
    },
  );

  it('a headline and an author hold none either', () => {
    const head =
      '<meta property="og:title" content="Bridge &#x202e;closes after cracks found"><meta name="author" content="Ann &#x202e;Lee">';
    expect(extractArticle(bridgePage({ head }), bridgeAt)).toMatchObject({
      title: 'Bridge closes after cracks found',
      authors: ['Ann Lee'],
    });
  });
});
