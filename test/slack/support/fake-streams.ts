import { findMessageProblems } from './block-kit.ts';
import { type Args, findChannelError, type Result, refuse, type Workspace } from './fake-methods.ts';
import type { Posted } from './fake-slack.ts';

const maxBlocks = 50;
const maxMarkdown = 12_000;

/** chat.startStream: in a thread; outside of direct messages it names whom it is for. */
export function startStream(workspace: Workspace, args: Args): Result {
  const { channel = '', thread_ts: threadTs = '' } = args;
  const error = findChannelError(workspace, channel) ?? findRecipientError(workspace, args);
  if (error) return refuse(error);
  if (!workspace.messages.some((message) => message.channel === channel && message.ts === threadTs))
    return refuse('thread_not_found');
  workspace.clock += 1;
  const message: Posted = {
    channel,
    ts: `${workspace.clock}.000200`,
    user: workspace.botUserId,
    bot_id: workspace.botId,
    text: '',
    blocks: [],
    thread_ts: threadTs,
    streaming_state: 'in_progress',
  };
  const contentError = args.chunks || args.markdown_text ? takeChunks(message, args) : 'no_text';
  if (contentError) return refuse(contentError);
  workspace.messages.push(message);
  return { ok: true, channel, ts: message.ts };
}

/** chat.appendStream. */
export function appendStream(workspace: Workspace, args: Args): Result {
  const found = findStream(workspace, args);
  if (typeof found === 'string') return refuse(found);
  const error = args.chunks || args.markdown_text ? takeChunks(found, args) : 'no_text';
  return error ? refuse(error) : { ok: true, channel: found.channel, ts: found.ts };
}

/** chat.stopStream: its blocks come last, and only now there is metadata. */
export function stopStream(workspace: Workspace, args: Args): Result {
  const found = findStream(workspace, args);
  if (typeof found === 'string') return refuse(found);
  const error = takeChunks(found, args) ?? (args.blocks ? takeBlocks(found, JSON.parse(args.blocks)) : undefined);
  if (error) return refuse(error);
  if (args.metadata) found.metadata = JSON.parse(args.metadata);
  found.streaming_state = 'completed';
  return { ok: true, channel: found.channel, ts: found.ts, message: found };
}

/** What Slack does about five minutes after a stream's start, whatever is still sent. */
export function expireStreams({ messages }: Workspace): void {
  for (const message of messages) if (message.streaming_state === 'in_progress') message.streaming_state = 'errored';
}

function findRecipientError({ channels, team, strangers }: Workspace, args: Args): string | undefined {
  if (channels.get(args.channel ?? '')?.kind === 'dm') return undefined;
  if (!args.recipient_team_id) return 'missing_recipient_team_id';
  if (!args.recipient_user_id) return 'missing_recipient_user_id';
  return args.recipient_team_id !== team || strangers.has(args.recipient_user_id) ? 'user_not_found' : undefined;
}

function findStream({ messages, botUserId }: Workspace, { channel, ts }: Args): Posted | string {
  const message = messages.find((candidate) => candidate.channel === channel && candidate.ts === ts);
  if (!message) return 'message_not_found';
  if (message.user !== botUserId) return 'message_not_owned_by_app';
  return message.streaming_state === 'in_progress' ? message : 'message_not_in_streaming_state';
}

function takeChunks(message: Posted, { chunks, markdown_text: markdown }: Args): string | undefined {
  if (chunks && markdown) return 'invalid_arguments';
  if (markdown) return takeMarkdown(message, markdown);
  const given: unknown = chunks ? JSON.parse(chunks) : [];
  if (!Array.isArray(given)) return 'invalid_chunks';
  for (const chunk of given) {
    const error = takeChunk(message, chunk);
    if (error) return error;
  }
  return undefined;
}

// Byline sends no tasks and no plans: they are refused.
function takeChunk(message: Posted, chunk: Record<string, unknown>): string | undefined {
  const names = Object.keys(chunk).sort().join();
  if (chunk.type === 'blocks' && names === 'blocks,type') return takeBlocks(message, chunk.blocks);
  if (chunk.type === 'markdown_text' && names === 'text,type') return takeMarkdown(message, chunk.text);
  return 'invalid_chunks';
}

function takeMarkdown(message: Posted, text: unknown): string | undefined {
  if (typeof text !== 'string' || text === '') return 'invalid_chunks';
  if (text.length > maxMarkdown) return 'msg_too_long';
  message.text += text;
  return undefined;
}

function takeBlocks(message: Posted, blocks: unknown): string | undefined {
  if (!Array.isArray(blocks) || blocks.length === 0) return 'invalid_chunks';
  const whole = [...(message.blocks as unknown[]), ...blocks];
  if (whole.length > maxBlocks) return 'msg_blocks_too_many';
  const problems = findMessageProblems({ text: 'x', blocks: whole });
  if (problems.some((problem) => problem.startsWith('msg_blocks_too_long'))) return 'msg_blocks_too_long';
  if (problems.length > 0) return 'invalid_blocks';
  message.blocks = whole;
  return undefined;
}
