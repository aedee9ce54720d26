import type { Article } from '../../src/core/article.ts';

/** An article with the given paragraphs; what else it says is made up. */
export function makeArticle(paragraphs: string[], facts: Partial<Article> = {}): Article {
  const text = paragraphs.join('\n\n');
  return {
    kind: 'article',
    url: 'https://news.example/harbour',
    canonicalUrl: null,
    title: 'Harbour to close for repairs',
    dek: null,
    authors: ['Mara Lind'],
    publisher: 'The Example Post',
    publishedAt: '2024-03-05',
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
    ...facts,
  };
}

export const harbour = makeArticle([
  'The harbour of Elmsund will close for six weeks from 1 May, the port authority said on Tuesday. Ferries will leave from Norvik instead.',
  '“We have no choice, the piers are 90 years old,” harbour master Ida Berg told Radio Elmsund.',
  'Shop owners were not asked, a local trader who did not want to be named said.',
]);

/** A draft of `harbour` as a good model gives it. */
export const goodDraft = {
  summary: [{ text: 'The harbour of Elmsund will close for six weeks from 1 May.', sentences: [1] }],
  actors: [
    { name: 'Ida Berg', kind: 'person', role: 'harbour master', stance: 'says there is no choice', sentences: [3] },
  ],
  claims: [
    {
      text: 'The harbour of Elmsund will close for six weeks from 1 May.',
      source: { name: 'the port authority', kind: 'named-organisation', title: null, via: null },
      sentences: [1],
      quote: 'will close for six weeks from 1 May',
    },
    {
      text: 'The piers are 90 years old.',
      source: { name: 'Ida Berg', kind: 'named-person', title: 'harbour master', via: 'Radio Elmsund' },
      sentences: [3],
      quote: 'the piers are 90 years old',
    },
  ],
};
