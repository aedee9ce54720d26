import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { type BriefCapConfig, type BudgetConfig, toBriefCap, toBudgets } from './config/budgets.ts';
import { ConfigError } from './config/config-error.ts';
import {
  apiRoot,
  dollars,
  flag,
  hostForm,
  httpUrl,
  isLanguageTag,
  optional,
  port,
  price,
  secret,
  tokens,
  wholeNumber,
} from './config/fields.ts';

/** How Byline meets Slack: `demo` opens a workspace of its own on this machine. `apiUrl` is for emulators alone. */
export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; sockets: number; apiUrl: string | undefined }
  | { mode: 'http'; botToken: string; signingSecret: string; host: string; port: number; apiUrl: string | undefined }
  | { mode: 'demo'; port: number };

/** An OpenAI-compatible server and a model on it; `price` in dollars per million tokens. */
export type EndpointConfig = {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
  price: { input: number; output: number } | undefined;
};

export type ModelConfig = EndpointConfig & {
  /** Asked where the first fails or is over its rate limit. */
  second: EndpointConfig | undefined;
  timeoutMs: number;
  /** Of an article in one request, in UTF-16 units; a longer one is read in parts. */
  maxArticleChars: number;
  /** Whether claims of the offline reader that the model left out are added. */
  hints: 'on' | 'off' | 'auto';
  /** How long a post may wait for models that are all over their rate limit, before it is read offline. */
  maxWaitMs: number;
};

/** What the terminal needs too. */
export type ReadingConfig = {
  /** Undefined: every brief is drafted offline. */
  model: ModelConfig | undefined;
  briefCap: BriefCapConfig;
  /** BCP 47; undefined: each reply in its article's language. */
  replyLanguage: string | undefined;
  /** The SQLite file; `:memory:` keeps nothing. */
  databasePath: string;
  /** A PostgreSQL database instead; it may hold a password. */
  databaseUrl: string | undefined;
  /** Text of articles, briefs and answers goes after this many days. */
  retentionDays: number;
  /** Briefs outlive the text of their articles. */
  keepBriefs: boolean;
  /** Hosts, or host:port, that may have a private address: an intranet's articles. */
  allowedPrivateHosts: string[];
  /** `never`: a link that a person posted is read whatever robots.txt says; `always`: it is honoured. */
  honourRobots: 'never' | 'always';
  /** How pages are asked for: honest, with a contact where one is set, so that a site's owner can ask. */
  userAgent: string;
  /** Undefined: `info`, or `warn` in the demo, whose terminal a person reads. */
  logLevel: (typeof logLevels)[number] | undefined;
};

export type Config = ReadingConfig & {
  slack: SlackConfig;
  /** They hold in every workspace, beside the workspace's own. */
  budgets: BudgetConfig[];
  /** How many jobs run at once: in this process, and for one workspace over all processes (undefined: as many as there is room for). */
  jobs: { perProcess: number; perWorkspace: number | undefined };
  /** Everything of a workspace goes when it takes Byline out. */
  deleteOnUninstall: boolean;
  /** Where GET /healthz and /readyz are answered; undefined: nowhere. */
  health: { host: string; port: number } | undefined;
};

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const environmentSchema = z.object({
  SLACK_BOT_TOKEN: secret('xoxb-'),
  SLACK_APP_TOKEN: secret('xapp-'),
  SLACK_SIGNING_SECRET: optional(z.string().trim()),
  SLACK_API_URL: httpUrl,
  HOST: optional(z.string().trim()).transform((value) => value ?? '127.0.0.1'),
  PORT: port(3000),
  SLACK_SOCKETS: wholeNumber(2, { min: 1, max: 10 }),
  DEMO_PORT: port(4545),
  HEALTH_HOST: optional(z.string().trim()).transform((value) => value ?? '127.0.0.1'),
  HEALTH_PORT: port(0),
  OPENAI_API_KEY: optional(z.string().trim()),
  OPENAI_BASE_URL: apiRoot,
  OPENAI_MODEL: optional(z.string().trim()),
  MODEL_PRICE_IN: price,
  MODEL_PRICE_OUT: price,
  BUDGET_MONTH_USD: dollars,
  BUDGET_DAY_USD: dollars,
  BUDGET_CHANNEL_DAY_USD: dollars,
  BUDGET_USER_DAY_USD: dollars,
  BUDGET_BRIEF_USD: dollars,
  BUDGET_BRIEF_TOKENS: tokens,
  BUDGET_MONTH_TOKENS: tokens,
  BUDGET_DAY_TOKENS: tokens,
  SECOND_API_KEY: optional(z.string().trim()),
  SECOND_BASE_URL: apiRoot,
  SECOND_MODEL: optional(z.string().trim()),
  SECOND_PRICE_IN: price,
  SECOND_PRICE_OUT: price,
  MODEL_TIMEOUT_SECONDS: wholeNumber(60, { min: 5, max: 600 }),
  MODEL_MAX_ARTICLE_CHARS: wholeNumber(60_000, { min: 8_000, max: 1_000_000 }),
  MODEL_HINTS: optional(z.enum(['auto', 'on', 'off'], 'must be auto, on or off')).transform((value) => value ?? 'auto'),
  MODEL_MAX_WAIT_MINUTES: wholeNumber(10, { min: 0, max: 240 }),
  REPLY_LANGUAGE: optional(z.string().trim().refine(isLanguageTag, 'must be a language tag like de or pt-BR')),
  DATABASE_PATH: optional(z.string().trim()).transform((value) => value ?? 'data/byline.sqlite'),
  DATABASE_URL: optional(
    z
      .string()
      .trim()
      .regex(/^postgres(?:ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database')
      .refine(
        (url) => URL.canParse(url) || /^postgres(?:ql)?:\/\/\/\S+$/.test(url),
        'must be a URL; escape / ? # @ : in the password as %2F %3F %23 %40 %3A',
      ),
  ),
  JOBS_PER_PROCESS: wholeNumber(4, { min: 1, max: 32 }),
  JOBS_PER_WORKSPACE: wholeNumber(0, { min: 0, max: 320 }),
  RETENTION_DAYS: optional(
    z
      .string()
      .regex(/^\s*[1-9]\d{0,3}\s*$/, 'must be a number of days, from 1 to 9999')
      .transform(Number),
  ).transform((value) => value ?? 30),
  KEEP_BRIEFS: flag(false),
  DELETE_ON_UNINSTALL: flag(true),
  ALLOWED_PRIVATE_HOSTS: optional(z.string())
    .transform((value) => (value ?? '').split(/[\s,]+/).filter(Boolean))
    .refine((hosts) => hosts.every((host) => hostForm.test(host)), 'must be hosts, or host:port, without http://'),
  HONOUR_ROBOTS: optional(z.enum(['never', 'always'], 'must be never or always')).transform(
    (value) => value ?? 'never',
  ),
  CONTACT_URL: httpUrl,
  LOG_LEVEL: optional(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)),
});

export { ConfigError };

type Environment = z.infer<typeof environmentSchema>;

/**
 * The settings from the environment and, under it, from `.env` in the current folder.
 *
 * @throws ConfigError
 */
export function loadConfig(): Config {
  return readConfig(loadEnvironment());
}

/** The same without Slack's, which a terminal does not need. */
export function loadReadingConfig(): ReadingConfig {
  return toReadingConfig(parseEnvironment(loadEnvironment()));
}

/**
 * @param environment  variables by name; an empty one counts as not set
 * @throws ConfigError
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const settings = parseEnvironment(environment);
  const { HEALTH_HOST: host, HEALTH_PORT: port } = settings;
  return {
    slack: toSlackConfig(settings),
    budgets: toBudgets(settings, toModelConfig(settings)),
    jobs: { perProcess: settings.JOBS_PER_PROCESS, perWorkspace: settings.JOBS_PER_WORKSPACE || undefined },
    deleteOnUninstall: settings.DELETE_ON_UNINSTALL,
    health: port === 0 ? undefined : { host, port },
    ...toReadingConfig(settings),
  };
}

function loadEnvironment(): Record<string, string | undefined> {
  loadDotenv({ quiet: true });
  return process.env;
}

function parseEnvironment(environment: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(toLine).join('\n'));
  return parsed.data;
}

function toReadingConfig(settings: Environment): ReadingConfig {
  const model = toModelConfig(settings);
  return {
    model,
    briefCap: toBriefCap(settings, model),
    replyLanguage: settings.REPLY_LANGUAGE,
    databasePath: settings.DATABASE_PATH,
    databaseUrl: settings.DATABASE_URL,
    retentionDays: settings.RETENTION_DAYS,
    keepBriefs: settings.KEEP_BRIEFS,
    allowedPrivateHosts: settings.ALLOWED_PRIVATE_HOSTS,
    honourRobots: settings.HONOUR_ROBOTS,
    userAgent: `Byline/0.1 (reads links that people post in Slack${settings.CONTACT_URL ? `; +${settings.CONTACT_URL}` : ''})`,
    logLevel: settings.LOG_LEVEL,
  };
}

function toLine(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function toSlackConfig(settings: Environment): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  const apiUrl = settings.SLACK_API_URL;
  if (!botToken && !appToken && !signingSecret) return { mode: 'demo', port: settings.DEMO_PORT };
  if (!botToken) throw new ConfigError('SLACK_BOT_TOKEN is missing: the bot token (xoxb-…) of your Slack app');
  if (appToken) return { mode: 'socket', botToken, appToken, sockets: settings.SLACK_SOCKETS, apiUrl };
  if (!signingSecret) {
    throw new ConfigError('SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing');
  }
  return { mode: 'http', botToken, signingSecret, host: settings.HOST, port: settings.PORT, apiUrl };
}

function toModelConfig(settings: Environment): ModelConfig | undefined {
  const first = toEndpoint('OPENAI', {
    apiKey: settings.OPENAI_API_KEY,
    baseUrl: settings.OPENAI_BASE_URL,
    model: settings.OPENAI_MODEL,
    price: toPrice('MODEL', settings.MODEL_PRICE_IN, settings.MODEL_PRICE_OUT),
  });
  const second = toEndpoint('SECOND', {
    apiKey: settings.SECOND_API_KEY,
    baseUrl: settings.SECOND_BASE_URL,
    model: settings.SECOND_MODEL,
    price: toPrice('SECOND', settings.SECOND_PRICE_IN, settings.SECOND_PRICE_OUT),
  });
  if (!first) {
    if (second) throw new ConfigError('OPENAI_API_KEY or OPENAI_BASE_URL is missing: a second endpoint needs a first');
    return undefined;
  }
  // Another model of the first's server needs no more than its name.
  const sibling = settings.SECOND_MODEL
    ? {
        ...first,
        model: settings.SECOND_MODEL,
        price: toPrice('SECOND', settings.SECOND_PRICE_IN, settings.SECOND_PRICE_OUT),
      }
    : undefined;
  return {
    ...first,
    // A second key for the same server and model needs no more than itself.
    second:
      second && !settings.SECOND_BASE_URL && !settings.SECOND_MODEL
        ? { ...first, apiKey: second.apiKey }
        : (second ?? sibling),
    timeoutMs: settings.MODEL_TIMEOUT_SECONDS * 1000,
    maxArticleChars: settings.MODEL_MAX_ARTICLE_CHARS,
    hints: settings.MODEL_HINTS,
    maxWaitMs: settings.MODEL_MAX_WAIT_MINUTES * 60_000,
  };
}

type EndpointSettings = {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string | undefined;
  price: EndpointConfig['price'];
};

function toEndpoint(prefix: string, { apiKey, baseUrl, model, price }: EndpointSettings): EndpointConfig | undefined {
  if (!apiKey && !baseUrl) return undefined;
  if (baseUrl && !model)
    throw new ConfigError(`${prefix}_MODEL is missing: name a model of the server at ${prefix}_BASE_URL`);
  // A server on one's own machine asks for no key, but the protocol sends one.
  return { apiKey: apiKey ?? 'none', baseUrl, model: model ?? 'gpt-4.1', price };
}

function toPrice(prefix: string, input: number | undefined, output: number | undefined): EndpointConfig['price'] {
  if (input === undefined && output === undefined) return undefined;
  // Half a price would count half of what is spent.
  if (input === undefined) throw new ConfigError(`${prefix}_PRICE_IN is missing beside ${prefix}_PRICE_OUT`);
  if (output === undefined) throw new ConfigError(`${prefix}_PRICE_OUT is missing beside ${prefix}_PRICE_IN`);
  return { input, output };
}
