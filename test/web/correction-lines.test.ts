// What a page takes back of its article is part of the record, wherever it stands. Every name is invented.
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/web/extract.ts';
import { bridge, bridgeAt, bridgePage, paragraphs } from './bridge-page.ts';

const text = (page: Parameters<typeof bridgePage>[0]) => {
  const article = extractArticle(bridgePage(page), bridgeAt);
  return article.kind === 'article' ? article.text : article.why;
};

describe('a correction in the article stays', () => {
  it.each([
    'Correction, 15 May: An earlier version of this article misstated the cost of the repairs.',
    'This story has been corrected to show that the bridge was opened in 1964, not 1966.',
    'This article was amended on 16 May 2026. An earlier version gave the number of cracked piers as three.',
    'Retraction: The Gazette has withdrawn a sentence that said the council had hidden the report.',
    'Clarification: The council says that the tunnel will stay open to lorries.',
    'We have corrected the spelling of Ms Lindqvist’s name in this report.',
    'Korrektur: In einer früheren Version hieß es, die Brücke sei 1966 eröffnet worden.',
    'Rectificatif : le pont a été ouvert en 1964, et non en 1966 comme indiqué.',
  ])('%s', (line) => {
    for (const box of [
      `<aside><p>${line}</p></aside>`,
      `<footer>${line}</footer>`,
      `<p><small>${line}</small></p>`,
      `<div class="editor-note">${line}</div>`,
    ])
      expect(text({ body: `${paragraphs()}${box}` })).toBe(`${bridge.join('\n\n')}\n\n${line}`);
  });
});

describe('what is no correction goes', () => {
  it.each([
    '<aside><p>Corrections policy and how to complain about the Gazette.</p></aside>',
    '<aside><p>The mayor has resigned after a vote on Sunday night, which he lost.</p></aside>',
  ])('%s', (box) => expect(text({ body: `${paragraphs()}${box}` })).toBe(bridge.join('\n\n')));
});
