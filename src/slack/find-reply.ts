import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Log, ReplyTarget } from '../ports.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';
import type { Identity } from './translate.ts';

/** Pages of 200 messages that are searched for an earlier try. */
const searchPages = 10;

type FinderParts = {
  client: WebClient;
  log: Log;
  /** Who we are: only our own messages count as an earlier try. */
  identify: () => Promise<Identity>;
};

/** A reply of ours that stands. `isWhole`: false where it may be a stream that was never ended. */
export type FoundReply = { ts: string; isWhole: boolean };

/** Makes what finds the reply that an earlier try posted under a key; undefined where there is none. */
export function createReplyFinder({
  client,
  log,
  identify,
}: FinderParts): (target: ReplyTarget, key: string) => Promise<FoundReply | undefined> {
  async function findReply(target: ReplyTarget, key: string): Promise<FoundReply | undefined> {
    try {
      const { botUserId, botId } = await identify();
      let cursor: string | undefined;
      for (let page = 0; page < searchPages; page += 1) {
        const { messages, next } = await readPage(target, cursor);
        const ours = messages.find(
          (message) =>
            (message.user === botUserId || (botId !== null && message.bot_id === botId)) && hasKey(message, key),
        );
        if (ours?.ts) return { ts: ours.ts, isWhole: keyIn(ours) === key };
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

  return findReply;
}

// The same mark twice: metadata, which Slack keeps for this, and the first block's id, which workspaces like Slack keep too. A
// stream has only the latter until its end.
function hasKey(message: Marked & { blocks?: { block_id?: string }[] }, key: string): boolean {
  return keyIn(message) === key || message.blocks?.[0]?.block_id === toBlockId(key);
}

type Marked = { metadata?: { event_payload?: object } };

function keyIn({ metadata }: Marked): unknown {
  // The SDK types a payload as an empty object.
  return (metadata?.event_payload as Record<string, unknown> | undefined)?.key;
}

/** A first block's id that tells one reply from all others. */
export function toBlockId(key: string): string {
  return `byline-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

const unreadable = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
  'no_permission',
]);
