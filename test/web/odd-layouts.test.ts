// Articles whose text stands where it seldom does: in tables, in JSON-LD alone, above another story. Every name is invented.
import { describe, expect, it } from 'vitest';
import { explainExtraction, extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const whole = bridge.join('\n\n');
const title = 'Bridge closes after cracks found';
const app = (node: object, body = '<div id=root></div>') =>
  `<!doctype html><html lang="en"><head><title>${title}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, ...node })}</script><script>${'x=1;'.repeat(2000)}</script></head><body>${body}</body></html>`;

describe('tables', () => {
  it('a paragraph in a table between paragraphs stays', () => {
    const body = `${paragraphs(0, 2)}<table><tr><td>${bridge[2]}</td></tr></table>${paragraphs(3)}`;
    expect(extractArticle(bridgePage({ body }), bridgeAt)).toMatchObject({ text: whole });
  });

  it('the cells of a row are parted by tabs, so that a link to the row runs across none of them', () => {
    const table = '<table><tr><td>Ida Falk</td>\n<td>North <b>Racing</b></td><td> 412 </td></tr></table>';
    const html = `<html><head><title>${title}</title></head><body><article>${paragraphs(0, 2)}${table}${paragraphs(3)}</article></body></html>`;
    expect(extractArticle(html, 'https://news.example/a')).toMatchObject({
      text: expect.stringContaining('\n\nIda Falk\tNorth Racing\t412\n\n'),
    });
  });

  it('a page laid out as a table, with line breaks for paragraphs, is read', () => {
    const html = `<html><head><title>${title}</title></head><body><table><tr><td><a href=a>News</a></td><td>${bridge.join('<br><br>')}</td></tr></table></body></html>`;
    expect(extractArticle(html, bridgeAt)).toMatchObject({ kind: 'article', text: whole });
  });

  it('a page laid out as a table, with paragraphs, is read', () => {
    const html = `<html><head><title>${title}</title></head><body><table><tr><td width=100><a href=a>News</a><br><a href=b>Sport</a></td><td>${paragraphs()}</td></tr></table></body></html>`;
    expect(extractArticle(html, bridgeAt)).toMatchObject({ kind: 'article', text: whole });
  });

  it('running text that was not picked is named', () => {
    const far = 'The Gazette is printed on paper from the old mill at Marlow, which has made it since the year 1871.';
    const { removals } = explainExtraction(bridgePage({ after: `<div><div><p>${far}</p></div></div>` }), bridgeAt);
    expect(removals).toContainEqual({ step: 'pick-article', why: 'outside the article', text: far });
  });
});

describe('text that stands in JSON-LD alone', () => {
  it.each([
    ['with line breaks', bridge.join('\n\n')],
    ['with tags', paragraphs()],
    ['with escaped tags', paragraphs().replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ])('is read %s', (_what, articleBody) => {
    expect(extractArticle(app({ articleBody }), bridgeAt)).toMatchObject({ kind: 'article', title, text: whole });
  });

  it.each([
    ['of another story', { headline: 'Ten best walks in the hills', articleBody: bridge.join('\n') }],
    ['that is not free', { isAccessibleForFree: false, articleBody: bridge.join('\n') }],
    ['that is no sentence', { articleBody: 'bridge cracks closes '.repeat(40) }],
    ['that is only a summary', { articleBody: bridge[0] }],
  ])('is not read where it is one %s', (_what, node) => {
    expect(extractArticle(app(node), bridgeAt)).toMatchObject({ kind: 'refusal' });
  });
});

describe('endless scrolling', () => {
  const next =
    '<h1>Mayor resigns after long dispute</h1><p>The mayor of Marlow has resigned after a dispute over the town’s budget that went on for years, her office said.</p><p>A successor will be chosen in the spring, when the council meets for the first time in the new year.</p>';
  it.each([
    ['an article', `<article class=next-article>${next}</article>`],
    ['an article without a name', `<article>${next}</article>`],
    ['a box that says so', `<div class="next-story">${next}</div>`],
  ])('%s below is another story', (_what, after) => {
    expect(extractArticle(bridgePage({ after }), bridgeAt)).toMatchObject({ title, text: whole });
  });

  it('a heading that stands in no story is the article’s', () => {
    const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1>${paragraphs(0, 3)}<h1>What happens now</h1>${paragraphs(3)}</body></html>`;
    expect(extractArticle(html, bridgeAt)).toMatchObject({ kind: 'article' });
  });

  it('a second h1 in the same article is a subheading', () => {
    const body = `${paragraphs(0, 3)}<h1>What happens now</h1>${paragraphs(3)}`;
    expect(extractArticle(bridgePage({ body }), bridgeAt)).toMatchObject({ text: expect.stringContaining(bridge[5]) });
  });
});
