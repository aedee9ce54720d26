import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Price } from '../../src/llm/read-completion.ts';
import { type Run, readRun } from './run.ts';

/** What is to be scored, and on what. */
export type EvalArguments = {
  folder: string;
  offline: boolean;
  scripted: boolean;
  model: { name: string; baseUrl: string | undefined; hints: boolean; price: Price | undefined } | undefined;
  replayed: Run[];
  limit: number | undefined;
  parallel: number;
  questions: boolean;
  /** A file that can be written. */
  record: string | undefined;
};

/** A wrong argument; its message is all that is printed. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

const articleFile = 'gum-wikinews.dev.jsonl';
const usage = `usage: npm run eval -- [folder with ${articleFile}] (--offline | --scripted | --model <name> [--base-url <url>] [--hints] | --replay <run.json> … | --compare <a.json> <b.json>) [--price-in <dollars> --price-out <dollars>] [--record <run.json>] [--limit <articles>] [--parallel <requests>] [--no-questions]`;

const options = {
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
  replay: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads the arguments whole before anything is drafted or paid for.
 *
 * @param usualFolder  where the articles are looked for unless a folder is given
 * @throws ArgumentError
 */
export function readArguments(argv: string[], usualFolder: string): EvalArguments {
  const { values, positionals } = parse(argv);
  const compared = values.compare ? positionals.filter((file) => file.endsWith('.json')) : [];
  if (values.help) throw new ArgumentError(usage);
  if (values.compare && compared.length < 2) throw new ArgumentError('--compare needs two recorded runs');
  const [folder = usualFolder, ...more] = positionals.filter((file) => !compared.includes(file));
  if (more.length > 0) throw new ArgumentError(`one folder at a time, not also ${more.join(', ')}`);
  const files = [...(values.replay ?? []), ...compared];
  if (!values.offline && !values.scripted && values.model === undefined && files.length === 0)
    throw new ArgumentError(usage);
  if (!existsSync(join(folder, articleFile)))
    throw new ArgumentError(`no ${articleFile} in ${folder}: give the folder that holds it`);
  if (values.record !== undefined) needWritable(values.record);
  return {
    folder,
    offline: values.offline,
    scripted: values.scripted,
    model: readModel(values),
    replayed: files.map(readRecorded),
    limit: values.limit === undefined ? undefined : readCount('--limit', values.limit),
    parallel: readCount('--parallel', values.parallel),
    questions: !values['no-questions'],
    record: values.record,
  };
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
type Values = Parsed['values'];

function parse(argv: string[]): Parsed {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    // parseArgs says in its first line which argument it does not take.
    throw new ArgumentError(error instanceof Error ? (error.message.split('\n')[0] ?? usage) : usage);
  }
}

function readModel(values: Values): EvalArguments['model'] {
  const { model: name, 'base-url': baseUrl, hints, 'price-in': input, 'price-out': output } = values;
  if ((input === undefined) !== (output === undefined))
    throw new ArgumentError('--price-in and --price-out belong together');
  if (baseUrl !== undefined && !/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? ''))
    throw new ArgumentError('--base-url must be an http or https URL');
  const price =
    input === undefined || output === undefined
      ? undefined
      : { input: readDollars('--price-in', input), output: readDollars('--price-out', output) };
  if (name === undefined) return undefined;
  if (name.trim() === '') throw new ArgumentError('--model needs a name');
  return { name, baseUrl, hints, price };
}

function readCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new ArgumentError(`${option} must be a whole number from 1`);
  return Number(text);
}

function readDollars(option: string, text: string): number {
  if (!/^\d{1,5}(?:\.\d{1,6})?$/.test(text)) throw new ArgumentError(`${option} must be dollars, like 2.5`);
  return Number(text);
}

function readRecorded(file: string): Run {
  if (!existsSync(file)) throw new ArgumentError(`no file ${file}`);
  try {
    return readRun(file);
  } catch {
    throw new ArgumentError(`${file} is no recorded run`);
  }
}

function needWritable(file: string): void {
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch {
    throw new ArgumentError(`--record cannot write ${file}`);
  }
}
