import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../ports.ts';
import { nameError } from './library-log.ts';

const rememberMs = 10 * 60_000;
/** A command has to be acknowledged within three seconds. */
const patienceMs = 1000;

/** Whether a channel is shared with another organisation; null where Slack does not say, or not in time. Never rejects. */
export type AskExternal = (channel: string) => Promise<boolean | null>;

/** Makes what asks Slack whether a channel is shared with another organisation, once in ten minutes (scopes channels:read, groups:read). */
export function createExternalAsker({
  client,
  log,
  now,
}: {
  client: WebClient;
  log: Log;
  now: () => number;
}): AskExternal {
  const known = new Map<string, { answer: Promise<boolean | null>; until: number }>();

  async function ask(channel: string): Promise<boolean | null> {
    try {
      return (await client.conversations.info({ channel })).channel?.is_ext_shared ?? null;
    } catch (error) {
      log.debug({ error: nameError(error) }, 'not told whether a channel is external');
      return null;
    }
  }

  return async (channel) => {
    if (channel.startsWith('D')) return null;
    const before = known.get(channel);
    const answer = before && before.until > now() ? before.answer : ask(channel);
    if (answer !== before?.answer) known.set(channel, { answer, until: now() + rememberMs });
    return Promise.race([answer, wait(patienceMs, null, { ref: false })]);
  };
}
