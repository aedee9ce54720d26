import type { WebClient } from '@slack/web-api';
import type { Log, Reply, ReplyTarget } from '../ports.ts';
import type { Block, Message } from './blocks.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';

/** What tells a message from all others of ours. */
export type Metadata = { event_type: string; event_payload: { key: string } };

/** `recipient`: whom it is for, which Slack wants to know wherever others read along. */
type Place = { channel: string; threadTs: string; recipient: { team: string; user: string } | null };
type Stream = { channel: string; ts: string };

/** Sends a message in pieces. */
export type Streamer = {
  /**
   * Sends a message block by block. Undefined where Slack would not begin one: nothing stands, and an ordinary message does.
   *
   * @throws SlackError where it may have begun: another try looks for it by its first block's id and completes it
   */
  send(place: Place, message: Message, metadata: Metadata, signal: AbortSignal): Promise<string | undefined>;
  /** Puts the whole message where a part of it stands, whether Slack still takes that for a stream or not. Throws SlackError. */
  complete(stream: Stream, message: Message, metadata: Metadata): Promise<void>;
};

/**
 * Where a reply is sent in pieces: an answer of two statements and more, in a thread. Every piece was checked before the first is
 * sent. Of a channel's readers only the one who asked may see the pieces come, the others what stands at the end. A person of another
 * organisation is none of this team's: Slack refuses that stream, and one message does.
 */
export function streamPlace({ team, channel, threadTs, user }: ReplyTarget, reply: Reply, message: Message) {
  const isWorthIt = reply.kind === 'answer' && message.blocks.length > 2;
  if (!isWorthIt || threadTs === null) return undefined;
  return { channel, threadTs, recipient: channel.startsWith('D') ? null : { team, user } } satisfies Place;
}

/** Makes what sends a message in pieces (chat.startStream), and completes one that was left half-way. */
export function createStreamer(client: WebClient, log: Log): Streamer {
  let isKnown = true;

  async function begin({ channel, threadTs, recipient }: Place, first: Block): Promise<string | undefined> {
    if (!isKnown) return undefined;
    try {
      const { ts } = await client.chat.startStream({
        ...{ channel, thread_ts: threadTs, chunks: [toChunk(first)] },
        ...(recipient ? { recipient_team_id: recipient.team, recipient_user_id: recipient.user } : {}),
      });
      if (ts) return ts;
    } catch (error) {
      const failure = toSlackError(error);
      if (failure.maybeStored) throw failure;
      const name = platformErrorName(error);
      // A workspace that has no streams gets them with an update of Slack's, not while this process runs.
      if (name === 'unknown_method') isKnown = false;
      log.debug({ error: name ?? failure.code }, 'no stream begun, one message instead');
      return undefined;
    }
    throw toSlackError(new Error('a stream without a timestamp'));
  }

  async function send(place: Place, message: Message, metadata: Metadata, signal: AbortSignal) {
    const [first, ...others] = message.blocks;
    const last = others.pop();
    if (!first || !last) return undefined;
    const ts = await begin(place, first);
    if (ts === undefined) return undefined;
    const stream = { channel: place.channel, ts };
    try {
      for (const block of others) {
        signal.throwIfAborted();
        await client.chat.appendStream({ ...stream, chunks: [toChunk(block)] });
      }
      signal.throwIfAborted();
      await client.chat.stopStream({ ...stream, blocks: [last], metadata });
    } catch (error) {
      if (signal.aborted) throw error;
      const name = platformErrorName(error);
      log.info({ error: name ?? toSlackError(error).code }, 'stream broke off');
      // Who stopped it has read enough.
      if (name !== 'stopped_by_user') await complete(stream, message, metadata);
    }
    return ts;
  }

  async function complete(stream: Stream, message: Message, metadata: Metadata): Promise<void> {
    try {
      if ((await update(stream, message, metadata)) === 'done') return;
      await stop(stream);
      await client.chat.update({ ...stream, ...message, metadata });
    } catch (error) {
      throw toSlackError(error);
    }
  }

  async function update(stream: Stream, message: Message, metadata: Metadata): Promise<'done' | 'still-live'> {
    try {
      await client.chat.update({ ...stream, ...message, metadata });
      return 'done';
    } catch (error) {
      const name = platformErrorName(error);
      if (name === 'streaming_state_conflict') return 'still-live';
      // Somebody deleted it: they do not want another one.
      if (name === 'message_not_found') return 'done';
      throw error;
    }
  }

  async function stop(stream: Stream): Promise<void> {
    try {
      await client.chat.stopStream(stream);
    } catch (error) {
      if (!ended.has(platformErrorName(error) ?? '')) throw error;
    }
  }

  return { send, complete };
}

function toChunk(block: Block): { type: 'blocks'; blocks: Block[] } {
  return { type: 'blocks', blocks: [block] };
}

// Slack ends a stream by itself about five minutes after its start.
const ended = new Set(['message_not_in_streaming_state', 'stopped_by_user']);
