import type { Article } from '../../src/core/article.ts';

/** A corpus text as the article that extraction would hand over. */
export function toArticle({ text, title }: { text: string; title: string }): Article {
  const unknown = { url: null, canonicalUrl: null, dek: null, publishedAt: null };
  const wordCount = text.split(/\s+/).length;
  return {
    kind: 'article',
    ...unknown,
    title,
    authors: [],
    publisher: 'Wikinews',
    language: 'en',
    wordCount,
    text,
    marks: [],
  };
}
