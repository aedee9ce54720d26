import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Span } from '../../src/core/article.ts';

/** A passage that somebody said, with who, as people annotated it. `name` is null where the article does not name them. */
export type Said = { content: Span; source: Span; cue: Span; entity: string | null; name: string | null };

/** A reference article. `mentions` tell which names stand for one person or body. */
export type Reference = {
  id: string;
  genre: string;
  article: Article;
  sentences: Span[];
  said: Said[];
  mentions: (Span & { entity: string; type: string; named: boolean; pronoun: boolean })[];
};

type Pair = [number, number];
type Line = {
  id: string;
  genre: string;
  title: string;
  url: string;
  text: string;
  sentences: Pair[];
  mentions: { s: number; e: number; type: string; entity: string; named: boolean; pron: boolean }[];
  attributions: { source: Pair[]; cue: Pair[]; content: Pair[]; entity: string | null; name: string | null }[];
};

/** Reads the reference articles (gum-wikinews.dev.jsonl: GUM corpus, texts CC BY 2.5, annotations CC BY 4.0). */
export function readReferences(folder: string): Reference[] {
  const lines = readFileSync(join(folder, 'gum-wikinews.dev.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const read: Line = JSON.parse(line);
    return {
      id: read.id,
      genre: read.genre,
      article: toArticle(read),
      sentences: read.sentences.map(toSpan),
      said: read.attributions.flatMap(({ source, cue, content, entity, name }) => {
        const [who, how, what] = [source[0], cue[0], content[0]];
        return who && how && what
          ? [{ content: toSpan(what), source: toSpan(who), cue: toSpan(how), entity, name }]
          : [];
      }),
      mentions: read.mentions.map(({ s, e, type, entity, named, pron }) => ({
        ...toSpan([s, e]),
        type,
        entity,
        named,
        pronoun: pron,
      })),
    };
  });
}

function toArticle({ url, title, text }: Line): Article {
  return {
    kind: 'article',
    url,
    canonicalUrl: null,
    title,
    dek: null,
    authors: [],
    publisher: 'Wikinews',
    publishedAt: null,
    language: 'en',
    wordCount: text.split(/\s+/).length,
    text,
    marks: [],
  };
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}

/** The same "random" choices on every run, so that two runs can be compared. */
export function createChooser(seed: number): {
  below: (limit: number) => number;
  pick: <T>(from: readonly T[]) => T | undefined;
} {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: (from) => from[below(from.length)] };
}

/** A share as a percentage with one decimal, and what it was counted over. */
export function showShare(part: number, whole: number): string {
  return `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} % of ${whole}`;
}

/** An article without a word, to be given the text that a case is about. */
export const emptyArticle: Article = {
  kind: 'article',
  url: 'https://news.example/case',
  canonicalUrl: null,
  title: null,
  dek: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: 'en',
  wordCount: 60,
  text: '',
  marks: [],
};
