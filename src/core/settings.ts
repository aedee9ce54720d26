import { z } from 'zod';

/** `automatic`: links and pasted articles are briefed as they come; `asked`: only on a mention or command; `off`: never. */
export const readingModes = ['automatic', 'asked', 'off'] as const;
/** Which replies under a brief are answered: questions about the article, mentions of the bot, every reply, or none. */
export const followUpModes = ['questions', 'mention', 'all', 'never'] as const;
/** How much of a brief is shown at once; the rest is a button away. */
export const replyLengths = ['short', 'standard', 'full'] as const;
/** Who may change settings: members of the channel, or the workspace's owners and administrators alone. */
export const editorRules = ['everyone', 'admins'] as const;

const site = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => toHost(text) ?? text)
  .refine((host) => toHost(host) === host, 'must be a site’s name, like example.com');

const channelSchema = z.object({
  reading: z.enum(readingModes).default('automatic').catch('automatic'),
  /** BCP 47, as `de`; null: the article's own. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
    .nullable()
    .default(null)
    .catch(null),
  length: z.enum(replyLengths).default('standard').catch('standard'),
  followUps: z.enum(followUpModes).default('questions').catch('questions'),
  /** Hosts; empty: every site. A site's subdomains belong to it. */
  allowedSites: z.array(site).max(200).default([]).catch([]),
  blockedSites: z.array(site).max(200).default([]).catch([]),
  /** Whether a channel shared with another organisation is read at all. */
  external: z.boolean().default(false).catch(false),
});

/** A limit of spending, in tokens or millionths of a dollar, for each channel, each user or the whole workspace. */
const budgetSchema = z.object({
  of: z.enum(['workspace', 'channel', 'user']),
  per: z.enum(['day', 'month']),
  unit: z.enum(['tokens', 'micros']),
  amount: z.number().int().nonnegative(),
});

const briefCapSchema = z.object({
  tokens: z.number().int().positive().nullable().default(null).catch(null),
  micros: z.number().int().positive().nullable().default(null).catch(null),
});

const workspaceSchema = z.object({
  defaults: channelSchema.prefault({}),
  editors: z.enum(editorRules).default('everyone').catch('everyone'),
  budgets: z.array(budgetSchema).max(20).default([]).catch([]),
  /** What drafting one brief may cost at most; null: as the operator set it. */
  briefCap: briefCapSchema.prefault({}).catch({ tokens: null, micros: null }),
  /** Days that text is kept; null: as the operator set it. */
  retentionDays: z.number().int().min(1).max(9999).nullable().default(null).catch(null),
  /** `offline`: no model is asked, whatever is set up. */
  drafting: z.enum(['model', 'offline']).default('model').catch('model'),
});

export type Budget = z.infer<typeof budgetSchema>;
export type ReplyLength = (typeof replyLengths)[number];
/** How Byline behaves in one channel. */
export type ChannelSettings = z.infer<typeof channelSchema>;
/** How Byline behaves in a workspace; `defaults` hold where a channel has set nothing else. */
export type WorkspaceSettings = z.infer<typeof workspaceSchema>;

/** Reads what was stored, by this version or another: what is missing or makes no sense there has its default. */
export function readWorkspaceSettings(stored: unknown): WorkspaceSettings {
  return workspaceSchema.catch(() => workspaceSchema.parse({})).parse(stored ?? {});
}

/**
 * The settings of a channel: its own where it has some, else the workspace's.
 *
 * @param stored  what the channel set, a part of ChannelSettings
 */
export function readChannelSettings(stored: unknown, { defaults }: WorkspaceSettings): ChannelSettings {
  const own = typeof stored === 'object' && stored !== null ? stored : {};
  return channelSchema.parse({ ...defaults, ...own });
}

/** What a channel has of its own: the parts of what was stored that make sense. */
export function readOwnSettings(stored: unknown): Partial<ChannelSettings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const read = channelSchema.safeParse(stored);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data).filter(([name]) => name in stored));
}

/** Whether a channel's lists let a link be read: on the list of allowed sites where there is one, and not on the blocked one. */
export function isSiteAllowed(url: string, settings: Pick<ChannelSettings, 'allowedSites' | 'blockedSites'>): boolean {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '') ?? '';
  const isOn = (sites: string[]) => sites.some((site) => host === site || host.endsWith(`.${site}`));
  return !isOn(settings.blockedSites) && (settings.allowedSites.length === 0 || isOn(settings.allowedSites));
}

/**
 * The sites a person listed, by commas, spaces or lines; links and `www.` are understood.
 *
 * @returns `wrong`: what is no site's name, as it was written
 */
export function parseSites(text: string): { sites: string[]; wrong: string[] } {
  const words = text.split(/[\s,;]+/u).filter(Boolean);
  const sites = words.map((word) => toHost(word));
  return {
    sites: [...new Set(sites.filter((host) => host !== undefined))],
    wrong: words.filter((_, at) => sites[at] === undefined),
  };
}

function toHost(text: string): string | undefined {
  const host = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`)?.hostname.replace(/^www\./, '');
  return host && /^(?:[^.]+\.)+[^.\d][^.]*$/u.test(host) ? host : undefined;
}
