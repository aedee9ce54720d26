import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { SlackError } from '../core/errors.ts';
import type { DeleteReply, EditReply, Log, PostReply, Reply, ReplyTarget, ShowWorking } from '../ports.ts';
import type { Message } from './blocks.ts';
import { renderReply } from './render.ts';
import { respond, withInvite } from './response-url.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';
import type { Identity } from './translate.ts';

const replyEvent = 'byline_reply';
/** Pages of 200 messages that are searched for an earlier try. */
const searchPages = 10;

type PosterParts = {
  client: WebClient;
  log: Log;
  /** Who we are: only our own messages count as an earlier try. */
  identify: () => Promise<Identity>;
  now?: () => number;
  fetch?: typeof globalThis.fetch;
  /** For answers through a response URL. */
  timeoutMs?: number;
};

/** Makes what posts replies and shows that work goes on. */
export function createPoster({
  client,
  log,
  identify,
  now = Date.now,
  fetch = globalThis.fetch,
  timeoutMs = 10_000,
}: PosterParts): { postReply: PostReply; showWorking: ShowWorking; deleteReply: DeleteReply; editReply: EditReply } {
  const postReply: PostReply = async (target, reply, { key, mayStand, signal }) => {
    signal.throwIfAborted();
    if (mayStand) {
      const ts = await findOwnReply(target, key);
      if (ts) return { ts };
      signal.throwIfAborted();
    }
    if (await answeredPrivately(target, reply, signal)) return { ts: null };
    try {
      return { ts: await post(target, renderReply(reply, now()), key) };
    } catch (error) {
      const failure = toSlackError(error);
      if (failure.code !== 'not-in-channel' || !target.responseUrl) throw failure;
      const message = renderReply(reply, now(), { inThread: false, isShared: target.isForAll === true });
      const toSend = target.isForAll ? message : withInvite(message);
      await respond(target.responseUrl, toSend, { fetch, timeoutMs, signal, isForAll: target.isForAll === true });
      return { ts: null };
    }
  };

  // A command that gets no brief concerns only the person who typed it; where its URL is used up, the channel has to do, unless
  // what is said is for this person alone.
  async function answeredPrivately(target: ReplyTarget, reply: Reply, signal: AbortSignal): Promise<boolean> {
    const isTrouble = reply.kind === 'refusal' || reply.kind === 'notice';
    const mustBe = target.isPrivate === true || (target.isQuiet === true && isTrouble);
    if (!mustBe && (!target.responseUrl || target.threadTs !== null || !isTrouble)) return false;
    const message = renderReply(reply, now(), { inThread: !target.isPrivate });
    try {
      if (target.responseUrl) {
        await respond(target.responseUrl, message, { fetch, timeoutMs, signal });
        return true;
      }
    } catch (error) {
      if (!(error instanceof SlackError && error.code === 'refused')) throw error;
    }
    if (mustBe) await showToOne(target, message);
    return mustBe;
  }

  async function showToOne({ channel, user, threadTs }: ReplyTarget, message: Message): Promise<void> {
    try {
      await client.chat.postEphemeral({ channel, user, ...message, ...(threadTs ? { thread_ts: threadTs } : {}) });
    } catch (error) {
      throw toSlackError(error);
    }
  }

  async function post(target: ReplyTarget, message: Message, key: string): Promise<string> {
    const posted = await client.chat.postMessage({
      channel: target.channel,
      ...(target.threadTs ? { thread_ts: target.threadTs } : {}),
      text: message.text,
      blocks: message.blocks.map((block, at) => (at === 0 ? { ...block, block_id: toBlockId(key) } : block)),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: replyEvent, event_payload: { key } },
    });
    if (!posted.ts) throw new SlackError('unavailable', { maybeStored: true });
    return posted.ts;
  }

  async function findOwnReply(target: ReplyTarget, key: string): Promise<string | undefined> {
    try {
      const { botUserId, botId } = await identify();
      let cursor: string | undefined;
      for (let page = 0; page < searchPages; page += 1) {
        const { messages, next } = await readPage(target, cursor);
        const ours = messages.find(
          (message) =>
            (message.user === botUserId || (botId !== null && message.bot_id === botId)) && hasKey(message, key),
        );
        if (ours?.ts) return ours.ts;
        if (!next) return undefined;
        cursor = next;
      }
      return undefined;
    } catch (error) {
      // Where the bot may not read (not a member, no history scope) no search will ever tell: better twice than never.
      const name = platformErrorName(error);
      if (name === undefined || !unreadable.has(name)) throw toSlackError(error);
      log.warn({ channel: target.channel, error: name }, 'could not look for an earlier reply');
      return undefined;
    }
  }

  async function readPage(target: ReplyTarget, cursor: string | undefined) {
    const { channel, threadTs } = target;
    const options = { channel, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const page = threadTs
      ? await client.conversations.replies({ ...options, ts: threadTs })
      : await client.conversations.history(options);
    return { messages: page.messages ?? [], next: page.response_metadata?.next_cursor };
  }

  const showWorking: ShowWorking = async ({ channel, threadTs }, postTs, working) => {
    if (postTs === null || (await showStatus(channel, threadTs ?? postTs, working))) return;
    const reaction = { channel, timestamp: postTs, name: 'eyes' };
    try {
      await (working ? client.reactions.add(reaction) : client.reactions.remove(reaction));
    } catch (error) {
      const name = platformErrorName(error);
      if (name === 'already_reacted' || name === 'no_reaction') return;
      log.warn({ channel, working, error: name ?? toSlackError(error).code }, 'could not show that work goes on');
    }
  };

  // In the bot's own conversation Slack draws a status under the thread, and clears it by itself when a reply comes.
  async function showStatus(channel: string, threadTs: string, working: boolean): Promise<boolean> {
    if (!channel.startsWith('D')) return false;
    try {
      const status = working ? 'is reading …' : '';
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status });
      return true;
    } catch (error) {
      // Not every workspace knows agents: a reaction does as well.
      log.debug({ error: platformErrorName(error) ?? toSlackError(error).code }, 'status not shown');
      return false;
    }
  }

  const deleteReply: DeleteReply = async ({ channel, ts }) => {
    try {
      await client.chat.delete({ channel, ts });
    } catch (error) {
      const name = platformErrorName(error);
      if (name !== 'message_not_found' && name !== 'channel_not_found') throw toSlackError(error);
    }
  };

  const editReply: EditReply = async ({ channel, ts }, reply) => {
    const message = renderReply(reply, now());
    try {
      await client.chat.update({ channel, ts, text: message.text, blocks: message.blocks });
    } catch (error) {
      const name = platformErrorName(error);
      if (name !== 'message_not_found' && name !== 'channel_not_found') throw toSlackError(error);
    }
  };

  return { postReply, showWorking, deleteReply, editReply };
}

// The same mark twice: metadata, which Slack keeps for this, and the first block's id, which workspaces like Slack keep too.
function hasKey(
  message: { metadata?: { event_payload?: object }; blocks?: { block_id?: string }[] },
  key: string,
): boolean {
  // The SDK types a payload as an empty object.
  const payload = message.metadata?.event_payload as Record<string, unknown> | undefined;
  return payload?.key === key || message.blocks?.[0]?.block_id === toBlockId(key);
}

function toBlockId(key: string): string {
  return `byline-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

const unreadable = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
  'no_permission',
]);
