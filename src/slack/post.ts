import type { WebClient } from '@slack/web-api';
import { SlackError } from '../core/errors.ts';
import type { DeleteReply, EditReply, FindReplies, Log, PostReply, Reply, ReplyTarget, ShowWorking } from '../ports.ts';
import { type Message, textLength } from './blocks.ts';
import { createReplyFinder, type FoundReply, toBlockId } from './find-reply.ts';
import { limits } from './limits.ts';
import { renderReply } from './render.ts';
import { deleteSign, respond, withInvite } from './response-url.ts';
import { createSign } from './show-working.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';
import { createStreamer, type Metadata, streamPlace } from './stream-reply.ts';
import type { Identity } from './translate.ts';

type PosterParts = {
  client: WebClient;
  log: Log;
  /** Who we are: only our own messages count as an earlier try. */
  identify: () => Promise<Identity>;
  now?: () => number;
  fetch?: typeof globalThis.fetch;
  /** For answers through a response URL. */
  timeoutMs?: number;
  /** False where a command's acknowledgement cannot be deleted, as in the demo workspace. */
  deletesSigns?: boolean;
};

/** What is said in Slack, and taken back. */
export type Poster = {
  postReply: PostReply;
  showWorking: ShowWorking;
  deleteReply: DeleteReply;
  editReply: EditReply;
  findReplies: FindReplies;
};

/** Makes what posts replies and shows that work goes on. */
export function createPoster({
  client,
  log,
  identify,
  now = Date.now,
  fetch = globalThis.fetch,
  timeoutMs = 10_000,
  deletesSigns = true,
}: PosterParts): Poster {
  const { findReply, findReplies } = createReplyFinder({ client, log, identify });
  const streamer = createStreamer(client, log);

  const postReply: PostReply = async (target, reply, { key, mayStand, beforeSend, signal }) => {
    signal.throwIfAborted();
    if (mayStand) {
      const found = await findReply(target, key);
      if (found) {
        await clearSign(target, signal);
        return finish(target, reply, key, found);
      }
    }
    await beforeSend?.();
    signal.throwIfAborted();
    if (await answeredPrivately(target, reply, signal)) return { ts: null };
    const replaces = target.hasSign === true;
    try {
      const { ts } = await postOpenly(target, reply, key, signal);
      await clearSign(target, signal);
      return { ts };
    } catch (error) {
      const failure = toSlackError(error);
      if (failure.code !== 'not-in-channel' || !target.responseUrl) throw failure;
      const message = renderReply(reply, now(), { inThread: false, isShared: target.isForAll === true });
      const toSend = target.isForAll ? message : withInvite(message);
      const isForAll = target.isForAll === true;
      await respond(target.responseUrl, toSend, { fetch, timeoutMs, signal, isForAll, replaces });
      return { ts: null };
    }
  };

  async function postOpenly(
    target: ReplyTarget,
    reply: Reply,
    key: string,
    signal: AbortSignal,
  ): Promise<{ ts: string }> {
    const message = withId(renderReply(reply, now()), key);
    const place = streamPlace(target, reply, message);
    const streamed = place && (await streamer.send(place, message, toMetadata(key), signal));
    if (streamed !== undefined) return { ts: streamed };
    const render = (room: number) => withId(renderReply(reply, now(), { room }), key);
    return { ts: await sendFitting(render, (fitting) => post(target, fitting, key)) };
  }

  // Who typed sees the reply itself now. A sign that stays is no reason to try the job again.
  async function clearSign({ hasSign, responseUrl }: ReplyTarget, signal: AbortSignal): Promise<void> {
    if (!hasSign || !responseUrl || !deletesSigns) return;
    await deleteSign(responseUrl, { fetch, timeoutMs, signal }).catch((error: unknown) => {
      log.debug({ code: toSlackError(error).code }, 'sign of a command not taken away');
    });
  }

  async function finish(target: ReplyTarget, reply: Reply, key: string, { ts, isWhole }: FoundReply) {
    const message = withId(renderReply(reply, now()), key);
    const mayBeHalf = !isWhole && streamPlace(target, reply, message) !== undefined;
    if (mayBeHalf) await streamer.complete({ channel: target.channel, ts }, message, toMetadata(key));
    return { ts };
  }

  // A command that gets no brief concerns only the person who typed it; where its URL is used up, the channel has to do, unless
  // what is said is for this person alone.
  async function answeredPrivately(target: ReplyTarget, reply: Reply, signal: AbortSignal): Promise<boolean> {
    const isTrouble = reply.kind === 'refusal' || reply.kind === 'notice';
    const mustBe = target.isPrivate === true || (target.isQuiet === true && isTrouble);
    if (!mustBe && (!target.responseUrl || target.threadTs !== null || !isTrouble)) return false;
    const message = renderReply(reply, now(), { inThread: !target.isPrivate });
    try {
      if (target.responseUrl) {
        await respond(target.responseUrl, message, { fetch, timeoutMs, signal, replaces: target.hasSign === true });
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
      ...message,
      unfurl_links: false,
      unfurl_media: false,
      metadata: toMetadata(key),
    });
    if (!posted.ts) throw new SlackError('unavailable', { maybeStored: true });
    return posted.ts;
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
    try {
      await sendFitting(
        (room) => renderReply(reply, now(), { room }),
        ({ text, blocks }) => client.chat.update({ channel, ts, text, blocks }),
      );
    } catch (error) {
      const name = platformErrorName(error);
      if (name !== 'message_not_found' && name !== 'channel_not_found') throw toSlackError(error);
    }
  };

  return { postReply, showWorking: createSign(client, log), deleteReply, editReply, findReplies };
}

// Slack's limit for a whole message is written nowhere, and not the same for all content: what it finds too long is sent once more
// at half the length.
async function sendFitting<T>(render: (room: number) => Message, send: (message: Message) => Promise<T>): Promise<T> {
  const whole = render(limits.messageBlocks);
  try {
    return await send(whole);
  } catch (error) {
    if (toSlackError(error).code !== 'too-long') throw error;
    return send(render(Math.floor(textLength(whole.blocks) / 2)));
  }
}

function withId({ text, blocks }: Message, key: string): Message {
  return { text, blocks: blocks.map((block, at) => (at === 0 ? { ...block, block_id: toBlockId(key) } : block)) };
}

function toMetadata(key: string): Metadata {
  return { event_type: 'byline_reply', event_payload: { key } };
}
