import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { answerDraftSchema, draftSchema } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import type { Drafters } from '../../src/ports.ts';
import { type Asked, makeQuestions } from './questions.ts';
import type { Reference } from './references.ts';

const usage = z.object({ inputTokens: z.number(), outputTokens: z.number(), calls: z.number() });
const result = <T extends z.ZodType>(draft: T) =>
  z.object({ draft: draft.nullable(), failure: z.string().nullable(), usage: usage.nullable(), seconds: z.number() });

const runSchema = z.object({
  name: z.string(),
  model: z.string().nullable(),
  promptVersions: z.object({ brief: z.string(), answer: z.string() }),
  briefs: z.array(result(draftSchema).extend({ id: z.string() })),
  answers: z.array(result(answerDraftSchema).extend({ id: z.string(), question: z.string(), answerable: z.boolean() })),
});

/** What a drafter gave for every reference, unchecked, so that later rules can be scored on it again. */
export type Run = z.infer<typeof runSchema>;

type Outcome<T> = { draft: T | null; failure: string | null; usage: z.infer<typeof usage> | null; seconds: number };

/**
 * Drafts every reference and every question, `parallel` at a time. A failure is a result, by its code.
 *
 * @param progress  called after each draft with how many of how many are done
 */
export async function recordRun(
  about: Pick<Run, 'name' | 'model' | 'promptVersions'>,
  drafters: Drafters,
  references: Reference[],
  options: { questions: boolean; parallel: number; progress: (done: number, of: number) => void },
): Promise<Run> {
  const questions = options.questions ? makeQuestions(references) : [];
  const articles = new Map(references.map(({ id, article }) => [id, article]));
  const { signal } = new AbortController();
  let done = 0;
  const count = <T>(outcome: T): T => {
    done += 1;
    options.progress(done, references.length + questions.length);
    return outcome;
  };

  const briefs = await inParallel(references, options.parallel, async ({ id, article }) =>
    count({ id, ...(await outcomeOf(() => drafters.draftBrief(article, signal), draftSchema)) }),
  );
  const answers = await inParallel(questions, options.parallel, async (asked: Asked) => {
    const article = articles.get(asked.id);
    if (!article) throw new Error(`no article ${asked.id}`);
    const question = { text: asked.question, earlier: [] };
    return count({
      ...asked,
      ...(await outcomeOf(() => drafters.draftAnswer(question, article, signal), answerDraftSchema)),
    });
  });
  return { ...about, briefs, answers };
}

async function outcomeOf<S extends z.ZodType>(
  work: () => Promise<{ drafter: { usage?: z.infer<typeof usage> | null } }>,
  schema: S,
): Promise<Outcome<z.infer<S>>> {
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  try {
    const draft = await work();
    return { draft: schema.parse(draft), failure: null, usage: draft.drafter.usage ?? null, seconds: since() };
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    return { draft: null, failure: error.code, usage: error.usage ?? null, seconds: since() };
  }
}

async function inParallel<T, R>(entries: T[], parallel: number, work: (entry: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = entries.entries();
  const workers = Array.from({ length: parallel }, async () => {
    for (const [index, entry] of queue) results[index] = await work(entry);
  });
  await Promise.all(workers);
  return results;
}

/** Reads a recorded run. */
export function readRun(file: string): Run {
  return runSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Writes a run as JSON. */
export function writeRun(file: string, run: Run): void {
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`);
}
