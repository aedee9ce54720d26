import { findMessageProblems } from './block-kit.ts';
import { setStatus, suggestPrompts } from './fake-assistant.ts';
import type { Posted } from './fake-slack.ts';
import { appendStream, startStream, stopStream } from './fake-streams.ts';
import { findUser, listConversations, openView, publishView } from './fake-views.ts';

/** What stands in the fake workspace, for tests to look at and to change. */
export type Workspace = {
  token: string;
  team: string;
  botUserId: string;
  botId: string;
  scopes: string[];
  channels: Map<
    string,
    { kind: 'public' | 'private' | 'dm' | 'group-dm'; member: boolean; archived: boolean; isExternal?: boolean }
  >;
  messages: Posted[];
  ephemerals: (Omit<Posted, 'ts'> & { user: string })[];
  reactions: string[];
  views: Record<string, unknown>[];
  /** Home as it is drawn for each person. */
  homes: Map<string, Record<string, unknown>>;
  /** The channels that each person is in. */
  memberships: Map<string, string[]>;
  /** What the assistant's status says now, by `channel:thread`; a cleared one is gone. */
  statuses: Map<string, string>;
  /** People of another organisation. */
  strangers: Set<string>;
  /** Who is an owner or an administrator. */
  admins: Set<string>;
  /** Trigger ids that may still open a view, once. */
  triggers: Set<string>;
  calls: { method: string; args: Record<string, string> }[];
  appToken: string;
  /** Where Socket Mode is to connect to, if anywhere. */
  socketUrl: string | null;
  /** Seconds; every message moves it on. */
  clock: number;
};

export type Fault =
  | { kind: 'error'; error: string }
  | { kind: 'status'; status: number; retryAfter?: number }
  | { kind: 'cut' }
  /** Slack has ended every stream before this call, as it does after some five minutes. */
  | { kind: 'streams-expired' }
  | { kind: 'stored-then-cut' };

export type Args = Record<string, string>;
export type Result = { ok: boolean; error?: string; [key: string]: unknown };
type Rule = {
  scopes: string[];
  required: string[];
  optional: string[];
  run: (workspace: Workspace, args: Args) => Result;
};

const posting = ['text', 'blocks', 'thread_ts', 'unfurl_links', 'unfurl_media', 'metadata'];
// Each kind of channel has a scope of its own to be read with.
const historyScopes = {
  public: 'channels:history',
  private: 'groups:history',
  dm: 'im:history',
  'group-dm': 'mpim:history',
} as const;
const history = Object.values(historyScopes);
const paging = ['limit', 'cursor', 'include_all_metadata', 'oldest', 'latest', 'inclusive'];

const methods = {
  'assistant.threads.setStatus': {
    scopes: ['chat:write'],
    required: ['channel_id', 'thread_ts'],
    optional: ['status', 'loading_messages'],
    run: setStatus,
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    required: ['channel_id', 'prompts'],
    optional: ['thread_ts', 'title'],
    run: suggestPrompts,
  },
  'apps.connections.open': { scopes: [], required: [], optional: [], run: openConnection },
  'auth.test': { scopes: [], required: [], optional: [], run: identify },
  'chat.postMessage': { scopes: ['chat:write'], required: ['channel'], optional: posting, run: postMessage },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    required: ['channel', 'user'],
    optional: posting,
    run: postEphemeral,
  },
  'chat.update': {
    scopes: ['chat:write'],
    required: ['channel', 'ts'],
    optional: ['text', 'blocks', 'metadata'],
    run: updateMessage,
  },
  'chat.startStream': {
    scopes: ['chat:write'],
    required: ['channel', 'thread_ts'],
    optional: ['chunks', 'markdown_text', 'recipient_team_id', 'recipient_user_id', 'task_display_mode'],
    run: startStream,
  },
  'chat.appendStream': {
    scopes: ['chat:write'],
    required: ['channel', 'ts'],
    optional: ['chunks', 'markdown_text'],
    run: appendStream,
  },
  'chat.stopStream': {
    scopes: ['chat:write'],
    required: ['channel', 'ts'],
    optional: ['chunks', 'markdown_text', 'blocks', 'metadata', 'session_status'],
    run: stopStream,
  },
  'chat.delete': { scopes: ['chat:write'], required: ['channel', 'ts'], optional: [], run: deleteMessage },
  'conversations.info': {
    scopes: ['channels:read', 'groups:read'],
    required: ['channel'],
    optional: [],
    run: describe,
  },
  'conversations.replies': { scopes: history, required: ['channel', 'ts'], optional: paging, run: listReplies },
  'conversations.history': { scopes: history, required: ['channel'], optional: paging, run: listHistory },
  'reactions.add': {
    scopes: ['reactions:write'],
    required: ['channel', 'timestamp', 'name'],
    optional: [],
    run: addReaction,
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    required: ['name'],
    optional: ['channel', 'timestamp'],
    run: removeReaction,
  },
  'users.info': { scopes: ['users:read'], required: ['user'], optional: [], run: findUser },
  'users.conversations': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    required: [],
    optional: ['user', 'types', 'exclude_archived', 'limit', 'cursor'],
    run: listConversations,
  },
  'views.publish': { scopes: [], required: ['user_id', 'view'], optional: [], run: publishView },
  'views.open': { scopes: [], required: ['view'], optional: ['trigger_id'], run: openView },
} satisfies Record<string, Rule>;

export type Method = keyof typeof methods;

/** Answers one Web API call as Slack would. */
export function callMethod(
  workspace: Workspace,
  name: string,
  body: string,
  authorization: string | undefined,
): Result {
  const args: Args = Object.fromEntries(new URLSearchParams(body));
  workspace.calls.push({ method: name, args });
  const rule: Rule | undefined = name in methods ? methods[name as Method] : undefined;
  if (!rule) return refuse('unknown_method');
  const token = name === 'apps.connections.open' ? workspace.appToken : workspace.token;
  if (authorization !== `Bearer ${token}`) return refuse(authorization ? 'invalid_auth' : 'not_authed');
  if (rule.scopes.length > 0 && !rule.scopes.some((scope) => workspace.scopes.includes(scope)))
    return refuse('missing_scope');
  const unknown = Object.keys(args).find((arg) => !rule.required.includes(arg) && !rule.optional.includes(arg));
  if (unknown || rule.required.some((arg) => !args[arg])) return refuse('invalid_arguments');
  return rule.run(workspace, args);
}

/** An answer of Slack's that is none. */
export function refuse(error: string): Result {
  return { ok: false, error };
}

function identify({ team, botUserId, botId }: Workspace): Result {
  return { ok: true, team_id: team, user_id: botUserId, bot_id: botId, url: 'https://newsroom.slack.com/' };
}

function openConnection({ socketUrl }: Workspace): Result {
  return socketUrl ? { ok: true, url: socketUrl } : refuse('internal_error');
}

/** Why the bot may not act in a channel. */
export function findChannelError(workspace: Workspace, channel = ''): string | undefined {
  const found = workspace.channels.get(channel);
  if (!found) return 'channel_not_found';
  if (!found.member) return 'not_in_channel';
  return found.archived ? 'is_archived' : undefined;
}

function findContentError(args: Args): string | undefined {
  if (!args.text && !args.blocks) return 'no_text';
  if ((args.text?.length ?? 0) > 40_000) return 'msg_too_long';
  if (!args.blocks) return undefined;
  const problems = findMessageProblems({ text: args.text, blocks: JSON.parse(args.blocks) });
  if (problems.some((problem) => problem.startsWith('msg_blocks_too_long'))) return 'msg_blocks_too_long';
  return problems.length > 0 ? 'invalid_blocks' : undefined;
}

function postMessage(workspace: Workspace, args: Args): Result {
  const error = findChannelError(workspace, args.channel) ?? findContentError(args);
  if (error) return refuse(error);
  const root = workspace.messages.find(({ ts, channel }) => ts === args.thread_ts && channel === args.channel);
  if (args.thread_ts && !root) return refuse('thread_not_found');
  const metadata = args.metadata ? JSON.parse(args.metadata) : undefined;
  if (metadata && (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object'))
    return refuse('invalid_metadata_format');
  workspace.clock += 1;
  const message: Posted = {
    channel: args.channel ?? '',
    ts: `${workspace.clock}.000200`,
    user: workspace.botUserId,
    bot_id: workspace.botId,
    text: args.text ?? '',
    ...(args.blocks ? { blocks: JSON.parse(args.blocks) } : {}),
    ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
    ...(metadata ? { metadata } : {}),
  };
  workspace.messages.push(message);
  return { ok: true, channel: message.channel, ts: message.ts, message };
}

function postEphemeral(workspace: Workspace, args: Args): Result {
  const error = findChannelError(workspace, args.channel) ?? findContentError(args);
  if (error) return refuse(error);
  workspace.ephemerals.push({
    channel: args.channel ?? '',
    user: args.user ?? '',
    text: args.text ?? '',
    ...(args.blocks ? { blocks: JSON.parse(args.blocks) } : {}),
    ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
  });
  return { ok: true, message_ts: '1.1' };
}

function updateMessage(workspace: Workspace, args: Args): Result {
  const message = workspace.messages.find(({ channel, ts }) => channel === args.channel && ts === args.ts);
  if (!message) return refuse('message_not_found');
  if (message.user !== workspace.botUserId) return refuse('cant_update_message');
  if (message.streaming_state === 'in_progress') return refuse('streaming_state_conflict');
  const error = findContentError(args);
  if (error) return refuse(error);
  Object.assign(message, {
    text: args.text ?? '',
    blocks: args.blocks ? JSON.parse(args.blocks) : undefined,
    ...(args.metadata ? { metadata: JSON.parse(args.metadata) } : {}),
  });
  return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
}

function deleteMessage(workspace: Workspace, args: Args): Result {
  const at = workspace.messages.findIndex(({ channel, ts }) => channel === args.channel && ts === args.ts);
  if (at < 0) return refuse('message_not_found');
  if (workspace.messages[at]?.user !== workspace.botUserId) return refuse('cant_delete_message');
  workspace.messages.splice(at, 1);
  return { ok: true, channel: args.channel, ts: args.ts };
}

function findReadError(workspace: Workspace, args: Args): string | undefined {
  const error = findChannelError(workspace, args.channel);
  if (error && error !== 'is_archived') return error;
  const { kind } = workspace.channels.get(args.channel ?? '') ?? { kind: 'public' };
  return workspace.scopes.includes(historyScopes[kind]) ? undefined : 'missing_scope';
}

function listReplies(workspace: Workspace, args: Args): Result {
  const error = findReadError(workspace, args);
  if (error) return refuse(error);
  const thread = workspace.messages.filter(
    ({ channel, ts, thread_ts }) => channel === args.channel && (ts === args.ts || thread_ts === args.ts),
  );
  return thread.length === 0 ? refuse('thread_not_found') : page(thread, args);
}

function listHistory(workspace: Workspace, args: Args): Result {
  const error = findReadError(workspace, args);
  if (error) return refuse(error);
  const roots = workspace.messages.filter(({ channel, thread_ts }) => channel === args.channel && !thread_ts);
  return page(roots.reverse(), args);
}

// Metadata is shown only to those who ask for it, as in Slack.
function page(messages: Posted[], args: Args): Result {
  const limit = Math.min(Number(args.limit ?? 100), 999);
  const start = args.cursor ? Number(args.cursor) : 0;
  const shown = messages.slice(start, start + limit).map((message) => {
    const { metadata, ...rest } = message;
    return args.include_all_metadata === 'true' ? message : rest;
  });
  const next = start + limit < messages.length ? String(start + limit) : '';
  return { ok: true, messages: shown, has_more: next !== '', response_metadata: { next_cursor: next } };
}

function describe({ channels }: Workspace, { channel = '' }: Args): Result {
  const found = channels.get(channel);
  if (!found || (found.kind !== 'public' && !found.member)) return refuse('channel_not_found');
  return { ok: true, channel: { id: channel, is_ext_shared: found.isExternal === true } };
}

function addReaction(workspace: Workspace, args: Args): Result {
  const reaction = `${args.channel}:${args.timestamp}:${args.name}`;
  const error = findChannelError(workspace, args.channel);
  if (error) return refuse(error);
  if (!workspace.messages.some(({ channel, ts }) => channel === args.channel && ts === args.timestamp))
    return refuse('message_not_found');
  if (workspace.reactions.includes(reaction)) return refuse('already_reacted');
  workspace.reactions.push(reaction);
  return { ok: true };
}

function removeReaction(workspace: Workspace, args: Args): Result {
  const at = workspace.reactions.indexOf(`${args.channel}:${args.timestamp}:${args.name}`);
  if (at < 0) return refuse('no_reaction');
  workspace.reactions.splice(at, 1);
  return { ok: true };
}
