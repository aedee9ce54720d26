import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { FindReplies, Log, ReplyTarget } from '../ports.ts';
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

/** Makes what finds the reply that an earlier try posted under a key (undefined where there is none), and all of several keys. */
export function createReplyFinder({ client, log, identify }: FinderParts): {
  findReply: (target: ReplyTarget, key: string) => Promise<FoundReply | undefined>;
  findReplies: FindReplies;
} {
  async function* listOurs(place: Pick<ReplyTarget, 'channel' | 'threadTs'>) {
    try {
      const { botUserId, botId } = await identify();
      let cursor: string | undefined;
      for (let page = 0; page < searchPages; page += 1) {
        const { messages, next } = await readPage(place, cursor);
        yield* messages.filter((message) => message.user === botUserId || (botId !== null && message.bot_id === botId));
        if (!next) return;
        cursor = next;
      }
    } catch (error) {
      // Where the bot may not read (not a member, no history scope) no search will ever tell: better twice than never.
      const name = platformErrorName(error);
      if (name === undefined || !unreadable.has(name)) throw toSlackError(error);
      log.warn({ channel: place.channel, error: name }, 'could not look for an earlier reply');
    }
  }

  async function readPage({ channel, threadTs }: Pick<ReplyTarget, 'channel' | 'threadTs'>, cursor?: string) {
    const options = { channel, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const page = threadTs
      ? await client.conversations.replies({ ...options, ts: threadTs })
      : await client.conversations.history(options);
    return { messages: page.messages ?? [], next: page.response_metadata?.next_cursor };
  }

  return {
    findReply: async (target, key) => {
      for await (const message of listOurs(target)) {
        if (message.ts && hasKey(message, key)) return { ts: message.ts, isWhole: keyIn(message) === key };
      }
      return undefined;
    },
    findReplies: async (thread, keys) => {
      const found: string[] = [];
      for await (const message of listOurs(thread)) {
        if (message.ts && keys.some((key) => hasKey(message, key))) found.push(message.ts);
      }
      return found;
    },
  };
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

const unreadable = new Set(['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission']);
