import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks.ts';
import { respond } from '../response-url.ts';

const timeoutMs = 5000;

/** One person at one place, as a command or a press names them. */
export type Person = {
  user: string;
  channel: string;
  threadTs?: string | null | undefined;
  responseUrl?: string | null | undefined;
};

/**
 * Shows a message to one person alone: in the channel, or through a response URL where the bot is not in it.
 *
 * @throws what Slack's SDK throws, or SlackError
 */
export async function showAlone(
  client: WebClient,
  { user, channel, threadTs, responseUrl }: Person,
  { text, blocks }: Message,
): Promise<void> {
  try {
    await client.chat.postEphemeral({ channel, user, text, blocks, ...(threadTs ? { thread_ts: threadTs } : {}) });
  } catch (error) {
    if (!responseUrl) throw error;
    const signal = new AbortController().signal;
    await respond(responseUrl, { text, blocks }, { fetch: globalThis.fetch, timeoutMs, signal });
  }
}
