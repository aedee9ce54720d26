import type { WebClient } from '@slack/web-api';
import { articleLinks } from '../core/links.ts';
import type { FoundPost, Place } from '../core/post.ts';
import type { FindPost } from '../ports.ts';
import { platformErrorName, toSlackError } from './slack-errors.ts';
import type { Identity } from './translate.ts';
import { toFoundPost } from './translate-asked.ts';

/** Messages of a channel or a thread that are looked through. */
const searched = 200;

// Nothing stands there any more.
const gone = new Set(['thread_not_found', 'message_not_found']);

/** Makes what finds the message that somebody asked about; needs the scope to read the channel, and the bot in it. */
export function createMessageFinder(client: WebClient, identify: () => Promise<Identity>): FindPost {
  async function readOne(channel: string, ts: string): Promise<unknown[]> {
    // The one method that finds a reply by its timestamp alone.
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts,
      latest: ts,
      inclusive: true,
      limit: 1,
    });
    return messages.filter((message) => message.ts === ts);
  }

  // Slack gives a thread's oldest messages first.
  async function readThread(channel: string, threadTs: string): Promise<unknown[]> {
    const { messages = [] } = await client.conversations.replies({ channel, ts: threadTs, limit: searched });
    return messages.toReversed();
  }

  async function readLast(channel: string): Promise<unknown[]> {
    return (await client.conversations.history({ channel, limit: searched })).messages ?? [];
  }

  async function read(where: Parameters<FindPost>[0]['where'], place: Place, ts: string | null): Promise<unknown[]> {
    if (where === 'last') return readLast(place.channel);
    if (where === 'thread') return place.threadTs === null ? [] : readThread(place.channel, place.threadTs);
    return ts === null ? [] : readOne(place.channel, ts);
  }

  return async ({ where, place, ts }, signal) => {
    signal.throwIfAborted();
    const identity = await identify();
    try {
      const messages = await read(where, place, ts);
      const posts = messages
        .filter((message) => where !== 'last' || isByPerson(message))
        .map((message) => toFoundPost(message, place, identity))
        .filter((post) => post !== undefined);
      return where === 'message' ? posts[0] : posts.find((post) => post.ts !== ts && isWorthReading(post, where));
    } catch (error) {
      if (gone.has(platformErrorName(error) ?? '')) return undefined;
      throw toSlackError(error);
    }
  };
}

function isByPerson(message: unknown): boolean {
  return typeof message === 'object' && message !== null && !('bot_id' in message && message.bot_id);
}

/** A text this long in a thread may be a pasted article; whether it is one is judged later. */
const minTextLength = 600;

function isWorthReading({ links, files, text }: FoundPost, where: 'last' | 'thread'): boolean {
  if (articleLinks(links).length > 0) return true;
  return where === 'thread' && (files.length > 0 || text.length >= minTextLength);
}
