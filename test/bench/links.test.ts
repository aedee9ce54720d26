import { describe, expect, it } from 'vitest';
import { checkLinks } from '../../bench/truth/links.ts';
import { makeArticle } from '../core/article.ts';

/** The passages of a text whose links the reference implementation does not resolve on a page. */
async function missed(text: string, body: string, head = ''): Promise<string[]> {
  const page = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const checked = await checkLinks(makeArticle(text), page, 9);
  return checked.missed.map(({ passage }) => passage);
}

describe('a link to a passage leads to it by the reference implementation of text fragments', () => {
  it.each([
    ['within a paragraph', 'The port closed. Ships left at noon.', '<p>The port closed. Ships left at noon.</p>'],
    ['over inline tags', 'The port of Velden closed.', '<p>The <b>port</b> of <a href="/v">Velden</a> closed.</p>'],
    ['with accents', 'Geçen hafta Şanlıurfa’da konuştu.', '<p>Geçen hafta Şanlıurfa’da konuştu.</p>'],
    ['with combining marks', 'El brasileño marcó.', '<p>El brasileño marcó.</p>'.normalize('NFD')],
    [
      'with a label in a line',
      'European CommissionInquiry opened in May',
      '<h2><span>European Commission</span><span>Inquiry</span> opened in May</h2>',
    ],
    [
      'with a label in a block',
      'European CommissionInquiry opened in May',
      '<div><div>European Commission</div><div>Inquiry opened in May</div></div>',
    ],
    [
      'with a stop at a label’s end',
      'Zinc and Co.Have you caught a cold?',
      '<div><div>Zinc and Co.</div><div>Have you caught a cold?</div></div>',
    ],
    [
      'behind the same words',
      'It rained.\n\nThen it rained. It rained.',
      '<p>It rained.</p><p>Then it rained. It rained.</p>',
    ],
  ])('%s', async (_, text, body) => {
    expect(await missed(text, `<nav>Home Sport</nav>${body}<p>More to read.</p>`)).toEqual([]);
  });

  it('on a page whose styles hide it until its scripts have run', async () => {
    expect(await missed('The port closed.', '<p>The port closed.</p>', '<style>body{opacity:0}</style>')).toEqual([]);
  });

  it('and not where the page does not have the words', async () => {
    expect(await missed('The port closed.', '<p>The port opened.</p>')).toEqual(['The port closed.']);
  });
});
