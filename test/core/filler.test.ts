import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/core/paste.ts';

const filler = [
  'blah '.repeat(400),
  'test one two '.repeat(40),
  `Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. ${'Duis aute irure dolor in reprehenderit in voluptate velit esse. '.repeat(6)}`,
];
const articles = [
  'The ferry company said on Monday that it will stop its night crossings in May. The harbour master said the crossings had run half empty since the bridge was opened, and that the crews would be moved to the day boats.',
  'Designers call it lorem ipsum: the invented Latin that stands where an article will be. A printer in Leiden has now shown where the words are from, and says that they were cut from a work of Cicero in the 1960s.',
  'Il senato ha detto che la legge non passerà. Il ministro, in una lettera, ha chiesto più tempo e ha detto che i comuni devono decidere da soli entro la fine del mese, come in passato.',
];

describe('a paste that says nothing', () => {
  it.each(filler)('of repeated words or placeholder text is no article, %#', (text) => {
    expect(readPaste(text)).toMatchObject({
      kind: 'refusal',
      why: 'not-text',
      detail: expect.stringMatching(/^There is no article text in this/),
    });
  });

  it.each(articles)('is not confused with one that says something, %#', (text) => {
    expect(readPaste(text).kind).toBe('article');
  });
});
