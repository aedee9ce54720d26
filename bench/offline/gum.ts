import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const pair = z.tuple([z.number(), z.number()]).transform(([start, end]) => ({ start, end }));

const gumDocument = z.object({
  genre: z.string(),
  title: z.string(),
  text: z.string(),
  sentences: z.array(pair),
  mentions: z.array(z.object({ type: z.string(), named: z.boolean(), pron: z.boolean(), h: pair })),
  entities: z.array(z.object({ type: z.string(), name: z.string().nullable(), salience: z.number() })),
  attributions: z.array(
    z.object({ source: z.array(pair), cue: z.array(pair), content: z.array(pair), name: z.string().nullable() }),
  ),
  summaries: z.array(z.string()),
});

/** A Wikinews article of the GUM corpus with its annotations. */
export type GumDocument = z.infer<typeof gumDocument>;

/** Reads gum-wikinews.dev.jsonl from a folder. */
export function readGum(folder: string): GumDocument[] {
  const lines = readFileSync(join(folder, 'gum-wikinews.dev.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => gumDocument.parse(JSON.parse(line)));
}
