import type { Article, Refusal } from '../../src/core/article.ts';
import type { TextReaders } from '../../src/web/reading-thread.ts';

function toArticle(text: string, url: string | null): Article | Refusal {
  if (!text.trim()) return { kind: 'refusal', why: 'too-short', detail: 'Nothing there.' };
  return {
    kind: 'article',
    url,
    canonicalUrl: null,
    title: null,
    dek: null,
    authors: [],
    publisher: null,
    publishedAt: null,
    language: null,
    wordCount: text.split(/\s+/).length,
    text: text.trim(),
    marks: [],
  };
}

/** Readers that keep all text, for tests of how bytes get to them. */
export const plainReaders = {
  extractArticle: (html: string, pageUrl: string) =>
    toArticle(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), pageUrl),
  readPaste: (text: string) => toArticle(text, null),
} satisfies TextReaders;
