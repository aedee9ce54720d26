import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { type BriefCapConfig, type BudgetConfig, budgetFields, toBriefCap, toBudgets } from './config/budgets.ts';
import { ConfigError } from './config/config-error.ts';
import {
  filePath,
  flag,
  hostForm,
  httpUrl,
  isLanguageTag,
  optional,
  port,
  secret,
  wholeNumber,
} from './config/fields.ts';
import { type ModelConfig, modelFields, toModelConfig } from './config/models.ts';

/** How Byline meets Slack: `demo` opens a workspace of its own on this machine. `apiUrl` is for emulators alone. */
export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; sockets: number; apiUrl: string | undefined }
  | { mode: 'http'; botToken: string; signingSecret: string; host: string; port: number; apiUrl: string | undefined }
  | { mode: 'demo'; port: number };

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
  /** Started as `npm start`. */
  isUnderNpm: boolean;
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
  npm_lifecycle_event: optional(z.string()),
  ...modelFields,
  ...budgetFields,
  REPLY_LANGUAGE: optional(z.string().trim().refine(isLanguageTag, 'must be a language tag like de or pt-BR')),
  DATABASE_PATH: optional(filePath).transform((value) => value ?? 'data/byline.sqlite'),
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
    isUnderNpm: settings.npm_lifecycle_event === 'start',
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
