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
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { createModelDrafters } from '../src/llm/create-drafters.ts';
import { answerOffline } from '../src/offline/answer.ts';
import { draftOffline } from '../src/offline/draft.ts';
import type { Drafters } from '../src/ports.ts';
import { loadPrompts } from '../src/prompts.ts';
import { readAskedArticles } from './eval/asked-articles.ts';
import { listQuestions, readThreadQuestions } from './eval/questions.ts';
import { readReferences } from './eval/references.ts';
import { type Run, readRun, recordRun, writeRun } from './eval/run.ts';
import { scoreRun } from './eval/score.ts';
import { createScriptedDrafters, type Script, scripts } from './eval/scripted.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    offline: { type: 'boolean', default: false },
    scripted: { type: 'boolean', default: false },
    model: { type: 'string' },
    'base-url': { type: 'string' },
    /** Adds the offline reader's claims that the model left out, as for a weak model. */
    hints: { type: 'boolean', default: false },
    limit: { type: 'string' },
    parallel: { type: 'string', default: '2' },
    'no-questions': { type: 'boolean', default: false },
    'price-in': { type: 'string' },
    'price-out': { type: 'string' },
    record: { type: 'string' },
    compare: { type: 'boolean', default: false },
    replay: { type: 'string', multiple: true, default: [] },
  },
});

const root = join(import.meta.dirname, '..');
const compared = options.compare ? positionals.filter((file) => file.endsWith('.json')) : [];
const [folder = join(root, '../shared/data/attribution')] = positionals.filter((file) => !compared.includes(file));
const replayed = [...options.replay, ...compared];
if (
  !existsSync(join(folder, 'gum-wikinews.dev.jsonl')) ||
  (!options.offline && !options.scripted && !options.model && replayed.length === 0)
) {
  console.error(
    'usage: npm run eval -- [folder with gum-wikinews.dev.jsonl] (--offline | --scripted | --model <name> [--base-url <url>] [--hints] | --replay <run.json> … | --compare <a.json> <b.json>) [--price-in <dollars> --price-out <dollars>] [--record <run.json>] [--limit <articles>] [--parallel <requests>] [--no-questions]',
  );
  process.exit(2);
}

const prompts = loadPrompts(join(root, 'prompts'));
const references = readReferences(folder).slice(0, options.limit === undefined ? undefined : Number(options.limit));
const others = readAskedArticles(folder, new Set(readThreadQuestions().map(({ id }) => id)));
const runs: Run[] = replayed.map(readRun);
if (options.offline) runs.push(await makeRun('offline', null, offlineDrafters()));
if (options.scripted) runs.push(...(await makeScriptedRuns()));
if (options.model)
  runs.push(
    await makeRun(
      options.hints ? `${options.model} + hints` : options.model,
      options.model,
      modelDrafters(options.model),
    ),
  );
printTable(runs);

function makeRun(name: string, model: string | null, drafters: Drafters): Promise<Run> {
  const promptVersions = { brief: prompts.brief.version, answer: prompts.answer.version };
  const file = options.record;
  return recordRun({ name, model, promptVersions }, drafters, references, others, {
    before: file !== undefined && model !== null && existsSync(file) ? readRun(file) : undefined,
    questions: !options['no-questions'],
    parallel: Math.max(1, Number(options.parallel)),
    // After each draft: a run that is stopped goes on where it was, and nothing is paid for twice.
    save: (run, left) => {
      if (file !== undefined) writeRun(file, run);
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${left} left ${left === 0 ? '\n' : ''}`);
    },
  });
}

/** What a script writes is scored as a model's. */
async function makeScriptedRuns(): Promise<Run[]> {
  const made: Run[] = [];
  for (const script of Object.keys(scripts) as Script[]) {
    const drafters = createScriptedDrafters(script, listQuestions(references), [...references, ...others]);
    made.push(await makeRun(script, 'scripted', drafters));
  }
  return made;
}

function offlineDrafters(): Drafters {
  return {
    draftBrief: async (article) => draftOffline(article),
    draftAnswer: async (question, article) => answerOffline(question, article),
  };
}

function modelDrafters(model: string): Drafters {
  const configured = loadConfig().model;
  const quiet = () => {};
  return createModelDrafters({
    apiKey: configured?.apiKey ?? '',
    baseUrl: options['base-url'] ?? configured?.baseUrl,
    model,
    prompts,
    price: readPrice(),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    ...(options.hints && { hints: { use: 'on', find: async (article) => draftOffline(article).claims } }),
  });
}

function readPrice(): { input: number; output: number } | undefined {
  const [input, output] = [options['price-in'], options['price-out']];
  return input === undefined || output === undefined ? undefined : { input: Number(input), output: Number(output) };
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
    const cells = columns.map((column) => (column.get(measure) ?? '0').padEnd(34));
    console.log(`${measure.padEnd(width)}  ${cells.join('  ')}`.trimEnd());
  }
}
