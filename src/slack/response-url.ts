import { SlackError } from '../core/errors.ts';
import { type Message, section } from './blocks.ts';
import { mrkdwn } from './mrkdwn.ts';

const invite = mrkdwn`Byline is not in this channel, so only you can see this: type \`/invite @Byline\` to have briefs posted here.`;

/** A message with the sentence that says why only one person sees it, and how to change that. */
export function withInvite(message: Message): Message {
  return { text: `${message.text}\n${invite.mrkdwn}`, blocks: [...message.blocks, section(invite)] };
}

/**
 * Answers a command or a button through its response URL, which only the person who asked sees unless it is for all.
 *
 * @param replaces  whether it takes the place of what stands there, as a second try of the same then does
 * @param fetch  the global one
 * @throws SlackError
 */
export async function respond(
  responseUrl: string,
  message: Message,
  {
    fetch,
    timeoutMs,
    signal,
    isForAll = false,
    replaces = false,
  }: Sending & { isForAll?: boolean; replaces?: boolean },
): Promise<void> {
  const words = { replace_original: replaces, text: message.text, blocks: message.blocks };
  const sending = { fetch, timeoutMs, signal };
  await send(responseUrl, { response_type: isForAll ? 'in_channel' : 'ephemeral', ...words }, sending);
}

/** Takes away what a command was acknowledged with. Throws SlackError. */
export function deleteSign(responseUrl: string, sending: Sending): Promise<void> {
  return send(responseUrl, { delete_original: true }, sending);
}

type Sending = { fetch: typeof globalThis.fetch; timeoutMs: number; signal: AbortSignal };

async function send(responseUrl: string, body: object, { fetch, timeoutMs, signal }: Sending): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new SlackError('unavailable', { cause: error, maybeStored: true });
  });
  await response.body?.cancel();
  if (response.ok) return;
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new SlackError('rate-limited', seconds > 0 ? { retryAfterMs: seconds * 1000 } : {});
  }
  // 404 and 410: the URL is used up (five times) or over (30 minutes).
  throw new SlackError(response.status >= 500 ? 'unavailable' : 'refused', { maybeStored: response.status >= 500 });
}
