import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/core/article.ts';
import { readPaste } from '../../src/core/paste.ts';

/** An article that questions are asked about, without an answer key for its brief. */
export type AskedArticle = { id: string; article: Article };

const page = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  date: z.string().nullable(),
  text: z.string(),
});

/**
 * Reads the articles that only questions are asked about: `seed-article.txt`, as a person pastes it, and the saved news pages'
 * own texts (`extraction/fundus-news.jsonl.br`), both beside the folder of annotated news. Texts are the publishers'.
 *
 * @param ids  which ones
 */
export function readAskedArticles(folder: string, ids: Set<string>): AskedArticle[] {
  const [paste, pages] = [join(folder, '../seed-article.txt'), join(folder, '../extraction/fundus-news.jsonl.br')];
  const found: AskedArticle[] = [];
  if (ids.has('seed-article') && existsSync(paste)) {
    const article = readPaste(readFileSync(paste, 'utf8'));
    if (article.kind === 'article') found.push({ id: 'seed-article', article });
  }
  if (!existsSync(pages)) return found;
  const lines = brotliDecompressSync(readFileSync(pages)).toString('utf8').trim().split('\n');
  for (const line of lines) {
    const parsed = page.safeParse(JSON.parse(line));
    if (parsed.success && ids.has(parsed.data.id)) found.push({ id: parsed.data.id, article: toArticle(parsed.data) });
  }
  return found;
}

function toArticle({ url, title, authors, date, text }: z.infer<typeof page>): Article {
  return {
    kind: 'article',
    url,
    canonicalUrl: null,
    title,
    dek: null,
    authors: authors ?? [],
    publisher: null,
    publishedAt: date?.replace(' ', 'T') ?? null,
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
  };
}
