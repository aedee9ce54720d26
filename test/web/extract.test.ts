import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainExtraction, extractArticle } from '../../src/web/extract.ts';

const newsPage = readFileSync(resolve(import.meta.dirname, '../fixtures/pages/news-page.html'), 'utf8');
const url = 'https://www.brackwater.example/news/leaf-blowers?utm_source=x';

const newsText = [
  'The city council of Brackwater has banned petrol leaf blowers from next autumn, the first town in the county to do so, after two years of dispute.',
  'Councillors voted 14 to 9 on Tuesday evening after four hours of debate, in front of a gallery that was full to the last seat.',
  'What changes',
  'Owners may use electric models between 9am and 5pm. Fines start at £80, and the town will buy back old machines until the end of the year.',
  'Schools and cemeteries are exempt until 2026, the council said.',
  'Businesses can apply for a grant of up to £400 for each machine.',
  '“Nobody will miss them,” said Ines Ferrold, who proposed the ban and has counted complaints since 2019.',
  'Her opponents disagree. “This is a tax on old men with gardens,” said Councillor Paul Wick, who voted against it.',
].join('\n\n');

describe('extractArticle', () => {
  it('gives the running text in reading order and nothing that stands around it', () => {
    expect(extractArticle(newsPage, url)).toMatchObject({ kind: 'article', text: newsText });
  });

  it('reads the facts from broken JSON-LD and meta tags', () => {
    expect(extractArticle(newsPage, url)).toMatchObject({
      url,
      canonicalUrl: 'https://www.brackwater.example/news/leaf-blowers',
      title: 'City bans leaf blowers from next autumn',
      dek: 'Council votes 14 to 9 after a two-year dispute over noise & fine dust',
      authors: ['Ruth Amsel'],
      publisher: 'The Brackwater Courier',
      publishedAt: '2024-04-09T18:02:00+01:00',
      language: 'en-GB',
      marks: [],
    });
  });

  it.each([
    ['Read the report (opens in a new window) of the pilots.', 'Read the report of the pilots.'],
    ['Der Bericht(öffnet im neuen Fenster) der Lotsen.', 'Der Bericht der Lotsen.'],
    ['Le rapport (s’ouvre dans une nouvelle fenêtre) des pilotes.', 'Le rapport des pilotes.'],
    ['The shop (open in summer) sells maps.', 'The shop (open in summer) sells maps.'],
  ])('a link’s note for screen readers is not the article’s: %s', (sentence, kept) => {
    const page = newsPage.replace('<li>Businesses', `<li>${sentence}</li><li>Businesses`);
    expect(extractArticle(page, url)).toMatchObject({ text: expect.stringContaining(`\n\n${kept}\n\n`) });
  });

  it('a canonical link to another site is not believed', () => {
    const page = newsPage.replace('https://www.brackwater.example/news/leaf-blowers', 'https://elsewhere.example/x');
    expect(extractArticle(page, url)).toMatchObject({ canonicalUrl: null });
  });

  it('says what each step took out and why', () => {
    const { removals } = explainExtraction(newsPage, url);
    expect(removals.some(({ why, text }) => why === '<figcaption>' && text.includes('A gardener clears'))).toBe(true);
    expect(removals.some(({ why, text }) => why === 'credit' && text.includes('Deniz Kaya'))).toBe(true);
  });

  it('a cut, doubled or shuffled page ends as an article or a refusal', () => {
    const pieces = newsPage.split(/(?=<)/);
    const mutated = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(mutated, (html) => {
        expect(['article', 'refusal']).toContain(extractArticle(html, url).kind);
      }),
      { numRuns: 200 },
    );
  });
});
