// Scores a drafter on annotated news, after the check, and prints a table:
//   npm run eval -- --offline
//   npm run eval -- --model gpt-4.1 [--base-url http://127.0.0.1:11434/v1] [--hints] [--record run.json]
//   npm run eval -- --replay run-a.json --replay run-b.json
//   npm run eval -- --scripted                        (models that always answer in one way: what the check alone does)
//   npm run eval -- --compare run-a.json run-b.json   (two recorded runs side by side)
// --price-in and --price-out are dollars per million tokens, for the cost.
// The articles (gum-wikinews.dev.jsonl) are looked for in ../shared/data/attribution, or in the folder given. The key comes from OPENAI_API_KEY or .env. How each figure is made stands in bench/eval/score.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { createModelDrafters } from '../src/llm/create-drafters.ts';
import { answerOffline } from '../src/offline/answer.ts';
import { draftOffline } from '../src/offline/draft.ts';
import type { Drafters } from '../src/ports.ts';
import { loadPrompts } from '../src/prompts.ts';
import { ArgumentError, type EvalArguments, readArguments } from './eval/arguments.ts';
import { readAskedArticles } from './eval/asked-articles.ts';
import { listQuestions, readThreadQuestions } from './eval/questions.ts';
import { readReferences } from './eval/references.ts';
import { type Run, readRun, recordRun, writeRun } from './eval/run.ts';
import { scoreRun } from './eval/score.ts';
import { createScriptedDrafters, type Script, scripts } from './eval/scripted.ts';

const root = join(import.meta.dirname, '..');
const given = readOrExit();
const prompts = loadPrompts(join(root, 'prompts'));
const references = readReferences(given.folder).slice(0, given.limit);
const others = readAskedArticles(given.folder, new Set(readThreadQuestions().map(({ id }) => id)));
const made: Run[] = [];
if (given.offline) made.push(await makeRun('offline', null, offlineDrafters()));
if (given.scripted) made.push(...(await makeScriptedRuns()));
if (given.model) {
  const { name, hints } = given.model;
  made.push(await makeRun(hints ? `${name} + hints` : name, name, modelDrafters(given.model)));
}
printTable([...given.replayed, ...made]);
// A key that is wrong is no result.
if (made.some(({ briefs, answers }) => [...briefs, ...answers].every(({ draft }) => draft === null)))
  process.exitCode = 1;

function readOrExit(): EvalArguments {
  try {
    return readArguments(process.argv.slice(2), join(root, '../shared/data/attribution'));
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function makeRun(name: string, model: string | null, drafters: Drafters): Promise<Run> {
  const promptVersions = { brief: prompts.brief.version, answer: prompts.answer.version };
  const file = given.record;
  return recordRun({ name, model, promptVersions }, drafters, references, others, {
    before: file !== undefined && model !== null && existsSync(file) ? readRun(file) : undefined,
    questions: given.questions,
    parallel: given.parallel,
    // After each draft: a run that is stopped goes on where it was, and nothing is paid for twice.
    save: (run, left) => {
      if (file !== undefined) writeRun(file, run);
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${left} left ${left === 0 ? '\n' : ''}`);
    },
  });
}

/** What a script writes is scored as a model's. */
async function makeScriptedRuns(): Promise<Run[]> {
  const runs: Run[] = [];
  for (const script of Object.keys(scripts) as Script[]) {
    const drafters = createScriptedDrafters(script, listQuestions(references), [...references, ...others]);
    runs.push(await makeRun(script, 'scripted', drafters));
  }
  return runs;
}

function offlineDrafters(): Drafters {
  return {
    draftBrief: async (article) => draftOffline(article),
    draftAnswer: async (question, article) => answerOffline(question, article),
  };
}

function modelDrafters({ name, baseUrl, hints, price }: NonNullable<EvalArguments['model']>): Drafters {
  const configured = loadConfig().model;
  const quiet = () => {};
  return createModelDrafters({
    apiKey: configured?.apiKey ?? '',
    baseUrl: baseUrl ?? configured?.baseUrl,
    model: name,
    prompts,
    price,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    ...(hints && { hints: { use: 'on', find: async (article) => draftOffline(article).claims } }),
  });
}

function printTable(scored: Run[]): void {
  const columns = scored.map((run) => {
    const known = new Set([...references, ...others].map(({ id }) => id));
    const briefs = run.briefs.filter(({ id }) => known.has(id));
    const answers = run.answers.filter(({ id }) => known.has(id));
    return new Map([
      [
        '',
        `${run.name} (${run.model === null ? '' : `prompt ${run.promptVersions.brief}, `}${briefs.length} articles)`,
      ],
      ...scoreRun({ ...run, briefs, answers }, references, others),
    ]);
  });
  const measures = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const width = Math.max(...measures.map((measure) => measure.length));
  for (const measure of measures) {
    const cells = columns.map((column) => (column.get(measure) ?? (/^dropped: /.test(measure) ? '0' : '–')).padEnd(34));
    console.log(`${measure.padEnd(width)}  ${cells.join('  ')}`.trimEnd());
  }
}
