import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { answerDraftSchema, draftSchema } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import type { Drafters } from '../../src/ports.ts';
import type { AskedArticle } from './asked-articles.ts';
import { type Asked, halves, listQuestions } from './questions.ts';
import type { Reference } from './references.ts';

const usage = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  calls: z.number(),
  costMicros: z.number().optional(),
});
const result = <T extends z.ZodType>(draft: T) =>
  z.object({ draft: draft.nullable(), failure: z.string().nullable(), usage: usage.nullable(), seconds: z.number() });

const runSchema = z.object({
  name: z.string(),
  model: z.string().nullable(),
  promptVersions: z.object({ brief: z.string(), answer: z.string() }),
  briefs: z.array(result(draftSchema).extend({ id: z.string() })),
  answers: z.array(
    result(answerDraftSchema).extend({
      id: z.string(),
      question: z.string(),
      answerable: z.boolean(),
      half: z.enum(halves).default('made'),
      expected: z.string().nullable().default(null),
    }),
  ),
});

/** What a drafter gave for every reference, unchecked, so that later rules can be scored on it again. */
export type Run = z.infer<typeof runSchema>;

type Outcome<T> = { draft: T | null; failure: string | null; usage: z.infer<typeof usage> | null; seconds: number };

export type RunOptions = {
  /** An earlier, perhaps unfinished run of the same name and prompts: what succeeded there is not drafted again. */
  before: Run | undefined;
  questions: boolean;
  parallel: number;
  /** Called after each draft with what there is so far, and how many are still to come. */
  save: (run: Run, left: number) => void;
};

/**
 * Drafts every reference and every question, `parallel` at a time. A failure is a result, by its code.
 *
 * @param others  articles that only questions are asked about
 */
export async function recordRun(
  about: Pick<Run, 'name' | 'model' | 'promptVersions'>,
  drafters: Drafters,
  references: Reference[],
  others: AskedArticle[],
  options: RunOptions,
): Promise<Run> {
  const run: Run = { ...about, briefs: [], answers: [] };
  if (options.before && isSameSetting(options.before, about)) {
    run.briefs.push(...options.before.briefs.filter(({ failure }) => failure === null));
    run.answers.push(...options.before.answers.filter(({ failure }) => failure === null));
  }
  const isDone = (asked: Asked) =>
    run.answers.some(({ id, question }) => id === asked.id && question === asked.question);
  const briefs = references.filter(({ id }) => !run.briefs.some((brief) => brief.id === id));
  const articles = new Map([...references, ...others].map(({ id, article }) => [id, article]));
  const questions = options.questions
    ? listQuestions(references).filter((asked) => articles.has(asked.id) && !isDone(asked))
    : [];
  const { signal } = new AbortController();
  let left = briefs.length + questions.length;
  const save = () => {
    left -= 1;
    options.save(run, left);
  };

  await inParallel(briefs, options.parallel, async ({ id, article }) => {
    run.briefs.push({ id, ...(await outcomeOf(() => drafters.draftBrief(article, signal), draftSchema)) });
    save();
  });
  await inParallel(questions, options.parallel, async (asked) => {
    const article = articles.get(asked.id);
    if (!article) throw new Error(`no article ${asked.id}`);
    const question = { text: asked.question, earlier: [] };
    const outcome = await outcomeOf(() => drafters.draftAnswer(question, article, signal), answerDraftSchema);
    run.answers.push({ ...asked, ...outcome });
    save();
  });
  return run;
}

function isSameSetting(run: Run, about: Pick<Run, 'name' | 'model' | 'promptVersions'>): boolean {
  const { brief, answer } = run.promptVersions;
  return run.name === about.name && brief === about.promptVersions.brief && answer === about.promptVersions.answer;
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

async function inParallel<T>(entries: T[], parallel: number, work: (entry: T) => Promise<void>): Promise<void> {
  const queue = entries.values();
  const workers = Array.from({ length: parallel }, async () => {
    for (const entry of queue) await work(entry);
  });
  await Promise.all(workers);
}

/** Reads a recorded run. */
export function readRun(file: string): Run {
  return runSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Writes a run as JSON. */
export function writeRun(file: string, run: Run): void {
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`);
}
