import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article, Span } from '../../src/core/article.ts';

const span = z.tuple([z.number(), z.number()]).transform(([start, end]): Span => ({ start, end }));

const line = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  date: z.string(),
  text: z.string(),
  mentions: z.array(z.object({ s: z.number(), e: z.number(), entity: z.string(), pron: z.boolean() })),
  entities: z.array(z.object({ type: z.string(), name: z.string().nullable(), salience: z.number() })),
  attributions: z.array(
    z.object({
      source: z.array(span),
      cue: z.array(span),
      content: z.array(span),
      entity: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
});

/** What somebody said in an article, as people annotated it. `speakers`: all words that the article has for the speaker, no pronouns. */
export type Said = { content: Span[]; name: string | null; speakers: string[] };

/** An article with its answer key. `keyActors`: people, bodies and places that two of five people named in their summary. */
export type Reference = { id: string; article: Article; said: Said[]; keyActors: string[] };

/** Reads gum-wikinews.dev.jsonl (GUM corpus: texts CC BY 2.5, annotations CC BY 4.0) from a folder. Photo credits, which have no cue, are left out. */
export function readReferences(folder: string): Reference[] {
  const lines = readFileSync(join(folder, 'gum-wikinews.dev.jsonl'), 'utf8').trim().split('\n');
  return lines.map((text) => toReference(line.parse(JSON.parse(text))));
}

function toReference(read: z.infer<typeof line>): Reference {
  const wordsFor = (entity: string | null) =>
    read.mentions
      .filter((mention) => mention.entity === entity && !mention.pron)
      .map(({ s, e }) => read.text.slice(s, e));
  return {
    id: read.id,
    article: {
      kind: 'article',
      url: read.url,
      canonicalUrl: null,
      title: read.title,
      dek: null,
      authors: [],
      publisher: 'Wikinews',
      publishedAt: read.date,
      language: 'en',
      wordCount: read.text.split(/\s+/).length,
      text: read.text,
      marks: [],
    },
    said: read.attributions
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
      .map(({ content, source, entity, name }) => ({
        content,
        name,
        speakers: [
          ...source.map(({ start, end }) => read.text.slice(start, end)),
          ...wordsFor(entity),
          ...(name ? [name] : []),
        ],
      })),
    keyActors: read.entities
      .filter(({ type, salience }) => salience >= 2 && ['person', 'organization', 'place'].includes(type))
      .flatMap(({ name }) => name ?? []),
  };
}
