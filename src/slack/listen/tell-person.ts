import { nameError } from '../library-log.ts';
import type { Mrkdwn } from '../mrkdwn.ts';
import { respond } from '../response-url.ts';
import type { Listening } from './listening.ts';
import { sentence } from './press.ts';

const timeoutMs = 5000;

/**
 * Tells one person one sentence that nobody else sees: in the channel, or through a response URL where the bot is not in it.
 * Never throws; a failure is logged.
 */
export async function tellPerson(
  { user, channel, threadTs, responseUrl }: { user: string; channel: string; threadTs?: string; responseUrl?: string },
  words: Mrkdwn,
  { client, log }: Pick<Listening, 'client' | 'log'>,
): Promise<void> {
  const message = sentence(words);
  try {
    await client.chat.postEphemeral({ channel, user, ...message, ...(threadTs ? { thread_ts: threadTs } : {}) });
  } catch (error) {
    if (!responseUrl) return log.warn({ error: nameError(error) }, 'person not told');
    const signal = new AbortController().signal;
    await respond(responseUrl, message, { fetch: globalThis.fetch, timeoutMs, signal }).catch((failure: unknown) =>
      log.warn({ error: nameError(failure) }, 'person not told'),
    );
  }
}
