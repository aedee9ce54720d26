import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isLanguageTag } from './config/fields.ts';
import { ConfigError, loadReadingConfig, type ReadingConfig } from './config.ts';
import type { Article, Refusal } from './core/article.ts';
import type { Brief } from './core/brief.ts';
import { settleCap } from './core/budgets.ts';
import { checkDraft } from './core/check.ts';
import { readPaste } from './core/paste.ts';
import { answerToText, briefToText, dropsToText, refusalToText, removalsToText } from './core/plain-text.ts';
import { makeAnswer } from './flows/make-answer.ts';
import { type DraftPorts, draftArticle } from './flows/make-brief.ts';
import { openModel } from './llm/open-model.ts';
import { createLog } from './log.ts';
import { directOfflineDrafters, hintsOf } from './offline/drafters.ts';
import type { Log } from './ports.ts';
import { loadPrompts } from './prompts.ts';
import { explainExtraction } from './web/extract.ts';
import { readDocument } from './web/read-document.ts';
import { createPageReader } from './web/read-page.ts';
import type { TextReaders } from './web/reading-thread.ts';
import type { Removal } from './web/remove-furniture.ts';

const usage =
  'usage: npm run --silent brief -- <url | file | -> [--json] [--offline] [--explain] [--language <tag>] [--ask "question"]';
const help = `${usage}

Reads a link, a file (HTML, text or PDF) or, with - or nothing, standard input, and prints the brief.

  --json            the brief as JSON
  --offline         without a model, also where one is set
  --explain         what was taken out of the page, and what the check dropped
  --language <tag>  the reply's language, like de or pt-BR
  --ask "question"  the answer to a question in place of the brief

Exit codes: 0 done, 2 a wrong argument, 3 nothing to summarise (the line says why), 78 a setting is wrong.`;
const promptsFolder = join(import.meta.dirname, '../prompts');
const badArgument = 2;
const refused = 3;
const badConfig = 78;
/** A file past this is no article. */
const maxInputBytes = 20 * 1024 * 1024;

type Arguments = {
  input: string;
  json: boolean;
  offline: boolean;
  explain: boolean;
  ask: string | undefined;
  language: string | undefined;
};

/** A wrong argument; its message is the one line for standard error. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function readArguments(argv: string[]): Arguments | 'help' {
  const options = {
    json: { type: 'boolean', default: false },
    offline: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    ask: { type: 'string' },
    language: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    // parseArgs says in one line which argument it does not know.
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? usage) : usage);
  }
  const { values, positionals } = parsed;
  const [input, ...more] = positionals;
  if (values.help) return 'help';
  const isPiped = input === undefined && !process.stdin.isTTY;
  if ((input === undefined && !isPiped) || input === '' || more.length > 0) throw new UsageError(usage);
  if (values.ask !== undefined && values.ask.trim() === '') throw new UsageError('--ask needs a question');
  if (values.language !== undefined && !isLanguageTag(values.language))
    throw new UsageError('--language needs a language tag, like de or pt-BR');
  return {
    input: input ?? '-',
    json: values.json,
    offline: values.offline,
    explain: values.explain,
    ask: values.ask,
    language: values.language,
  };
}

/** Readers in this thread that keep what the extraction took out. */
function createExplainingReaders(removals: Removal[]): TextReaders {
  return {
    readPaste,
    extractArticle: (html, pageUrl) => {
      const explained = explainExtraction(html, pageUrl);
      removals.push(...explained.removals);
      return explained.result;
    },
  };
}

async function readInput(
  input: string,
  config: ReadingConfig,
  { log, readers, signal }: { log: Log; readers: TextReaders | undefined; signal: AbortSignal },
): Promise<Article | Refusal> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) {
    const readPage = createPageReader({
      allowedPrivateHosts: config.allowedPrivateHosts,
      userAgent: config.userAgent,
      honourRobots: config.honourRobots,
      ...(readers && { readers }),
      log,
    });
    return readPage(input, signal);
  }
  const bytes = input === '-' ? await readStandardInput() : await readLocalFile(input);
  return readDocument(bytes, { url: null, contentType: null, name: input === '-' ? null : input }, signal, readers);
}

async function readLocalFile(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > maxInputBytes) throw new UsageError(`${path} is larger than ${maxInputBytes / 1024 / 1024} MB`);
    return bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${path}: neither a link nor a file that can be opened`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    // Standard input without an encoding gives Buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxInputBytes) throw new UsageError(`standard input is larger than ${maxInputBytes / 1024 / 1024} MB`);
    chunks.push(bytes);
  }
  // A pipe without anything in it is how a scheduler starts a program.
  if (size === 0) throw new UsageError(`nothing came on standard input; ${usage}`);
  return Buffer.concat(chunks);
}

// Silent unless asked, and never on standard output, which holds the reply alone.
function createTerminalLog(level: ReadingConfig['logLevel']): Log {
  return createLog(level === 'debug' ? 'debug' : 'silent', 'stderr');
}

function createDraftPorts(offline: boolean, config: ReadingConfig, log: Log): DraftPorts {
  const model =
    !offline && config.model
      ? openModel({
          ...config.model,
          findHints: hintsOf(directOfflineDrafters),
          prompts: loadPrompts(promptsFolder),
          log,
        })
      : undefined;
  const cap = settleCap(config.briefCap, { tokens: null, micros: null });
  return { model, offline: directOfflineDrafters, cap, log };
}

async function run(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (asked === 'help') {
    print(help);
    return 0;
  }
  const { input, json, offline, explain, ask, language } = asked;
  const config = loadReadingConfig();
  const log = createTerminalLog(config.logLevel);
  const ports = { ...createDraftPorts(offline, config, log), language: language ?? config.replyLanguage };
  const { signal } = new AbortController();

  const removals: Removal[] = [];
  // Otherwise in a thread with limits, as the bot reads.
  const readers = explain ? createExplainingReaders(removals) : undefined;
  const article = await readInput(input, config, { log, readers, signal });
  if (explain && !json) print(removalsToText(removals));
  if (article.kind === 'refusal') {
    const { why, detail } = article;
    print(json ? toJson({ refusal: { why, detail } }) : refusalToText(article));
    return refused;
  }
  const brief = checkDraft(await draftArticle(article, ports, signal), article);
  const answer = ask === undefined ? undefined : await makeAnswer({ text: ask, earlier: [] }, article, ports, signal);
  if (json) {
    print(toJson({ ...toContract(brief), ...(answer && { answer }) }));
  } else {
    print(answer ? answerToText(answer, article) : briefToText(brief, Date.now()));
    if (explain) print(dropsToText(answer?.checks.drops ?? brief.checks.drops));
  }
  return 0;
}

/** The Brief as the terminal's contract has it: the article without what only this program needs. */
function toContract({ article: { kind, ...article }, ...brief }: Brief): object {
  return { article, ...brief };
}

function toJson(value: object): string {
  return JSON.stringify(value, null, 2);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof ConfigError;
  process.stderr.write(
    `${known ? error.message : `Byline failed: ${error instanceof Error ? error.name : typeof error}`}\n`,
  );
  process.exitCode = error instanceof ConfigError ? badConfig : error instanceof UsageError ? badArgument : 1;
}
