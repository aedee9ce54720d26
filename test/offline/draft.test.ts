import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { splitSentences } from '../../src/core/sentences.ts';
import { draftOffline } from '../../src/offline/draft.ts';

function articleOf(text: string, title: string | null = null): Article {
  return {
    kind: 'article',
    url: null,
    canonicalUrl: null,
    title,
    dek: null,
    authors: [],
    publisher: null,
    publishedAt: null,
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
  };
}

const harbour = [
  'OSLO (Reuters) - The old harbour of Larvik has begun to take ships again after a year of works, a senior port official said on Tuesday.',
  'The works cost 40 million crowns, twice what was planned, Ingrid Solberg, the head of the port’s works committee, told Reuters.',
  'Two cranes are still broken, according to a Danish engineer who asked not to be named.',
  '“We find the new quay extremely useful,” the Danish engineer said. “The idea is to bring the ferries back by summer.”',
  'Transport Minister Pavel Novak said the state would not pay again.',
  '“The town wants the ferries more than anything else,” he said.',
  'The Larvik Fishing Union denies that it asked for the works.',
].join('\n\n');

describe('a draft of a news article', () => {
  const draft = draftOffline(articleOf(harbour, 'Larvik harbour takes ships again'));
  const sourceOf = (words: string) => draft.claims.find(({ text }) => text.includes(words))?.source;

  test('names a person with the title and the addressee the article gives', () => {
    expect(sourceOf('40 million crowns')).toEqual({
      name: 'Ingrid Solberg',
      kind: 'named-person',
      title: 'the head of the port’s works committee',
      via: 'Reuters',
    });
  });

  test('marks who asked not to be named', () => {
    expect(sourceOf('Two cranes')).toMatchObject({
      name: 'a Danish engineer who asked not to be named',
      kind: 'anonymous',
    });
  });

  test('tells an unnamed person from a named one', () => {
    expect(sourceOf('take ships again')).toMatchObject({ name: 'a senior port official', kind: 'unnamed-person' });
  });

  test('gives a quotation to the person the pronoun stands for, word for word and without its marks', () => {
    const claim = draft.claims.find(({ quote }) => quote?.startsWith('The town wants'));
    expect(claim?.source).toMatchObject({ name: 'Pavel Novak', title: 'Transport Minister' });
    expect(claim?.quote).toBe('The town wants the ferries more than anything else');
  });

  test('counts sentences from 1 as the article is cut', () => {
    const sentences = splitSentences(harbour);
    const claim = draft.claims.find(({ text }) => text.startsWith('Two cranes'));
    const [id = 0] = claim?.sentences ?? [];
    expect(harbour.slice(sentences[id - 1]?.start, sentences[id - 1]?.end)).toMatch(/^Two cranes/);
  });

  test('summarises without the dateline, in sentences of the article', () => {
    expect(draft.summary[0]).toMatchObject({ sentences: [1] });
    expect(draft.summary[0]?.text).toMatch(/^The old harbour of Larvik/);
    expect(draft.summary.length).toBeLessThanOrEqual(3);
  });

  test('ranks who speaks and acts, with the role the article gives; the agency it was told to is no actor', () => {
    const names = draft.actors.map(({ name }) => name);
    expect(names).toContain('Ingrid Solberg');
    expect(names).toContain('Pavel Novak');
    expect(names).not.toContain('Reuters');
    expect(draft.actors.find(({ name }) => name === 'Pavel Novak')).toMatchObject({
      kind: 'person',
      role: 'Transport Minister',
    });
  });

  test('is signed by the offline reader', () => {
    expect(draft.drafter).toEqual({ kind: 'offline', model: null, promptVersion: null, fellBack: null });
  });
});

describe('texts that are no news', () => {
  test.each([
    ['a poem', 'O rose, thou art so red\nthe evening falls\nand I am gone to bed\nbeyond the walls'],
    ['a table', 'Year | Ships | Cranes\n2019 | 12 | 3\n2020 | 14 | 3\n2021 | 9 | 1'],
    ['code', 'if (report.said("x")) {\n  return that.told(z);\n}\nconst said = (it) => it.claims["of"];'],
    ['nothing', ''],
    ['white space', ' \n\n \t'],
  ])('%s gives no claim of anybody', (_, text) => {
    expect(draftOffline(articleOf(text)).claims.filter(({ source }) => source.kind !== 'article')).toEqual([]);
  });

  test('a text in a language without a word list is left without guesses at who speaks', () => {
    const text =
      'Port jest znów otwarty. „Bardzo się cieszymy z nowych statków”, powiedziała w poniedziałek Anna Nowak.';
    const draft = draftOffline(articleOf(text));
    expect(draft.claims.every(({ source }) => source.name === null)).toBe(true);
  });

  test('whatever the text, each quote stands in it and each sentence id exists', () => {
    const piece = fc.constantFrom(
      ...[
        'Anna Berg',
        ' the official',
        ' He',
        ' said ',
        'told Reuters',
        ', ',
        '. ',
        '“',
        '”',
        '\n\n',
        'that the port is old',
        'Image: X',
      ],
      ...[
        ' according to ',
        'was 40% ',
        'BONN (AP) - ',
        'Minister ',
        '“We are all very glad,” ',
        '😀',
        'denies the charges',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const count = splitSentences(text).length;
        const { claims, summary, actors } = draftOffline(articleOf(text, 'Anna Berg'));
        for (const { quote } of claims) expect(quote === null || text.includes(quote)).toBe(true);
        for (const { sentences } of [...claims, ...summary, ...actors]) {
          expect(sentences.length).toBeGreaterThan(0);
          for (const id of sentences) expect(id >= 1 && id <= count).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
