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
