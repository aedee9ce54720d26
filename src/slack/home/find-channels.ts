import type { WebClient } from '@slack/web-api';
import type { Log } from '../../ports.ts';
import { nameError } from '../library-log.ts';
import { platformErrorName } from '../slack-errors.ts';

/** Which of the bot's channels a person is in. `missing`: a scope without which some cannot be told. */
export type Membership = { channels: string[]; missing: 'channels:read' | 'groups:read' | null };

const pageSize = 200;
const maxPages = 10;

/** Asks Slack which channels a person is in, as far as the bot may see. Where it is not sure, a channel is left out. */
export async function findChannels(user: string, ports: { client: WebClient; log: Log }): Promise<Membership> {
  const all = await listChannels(user, 'public_channel,private_channel', ports);
  if (all !== 'missing_scope') return { channels: all, missing: null };
  const open = await listChannels(user, 'public_channel', ports);
  if (open !== 'missing_scope') return { channels: open, missing: 'groups:read' };
  return { channels: [], missing: 'channels:read' };
}

async function listChannels(
  user: string,
  types: string,
  { client, log }: { client: WebClient; log: Log },
): Promise<string[] | 'missing_scope'> {
  const found: string[] = [];
  let cursor: string | undefined;
  try {
    for (let page = 0; page < maxPages; page += 1) {
      const options = { user, types, limit: pageSize, exclude_archived: true };
      const { channels, response_metadata: next } = await client.users.conversations({
        ...options,
        ...(cursor ? { cursor } : {}),
      });
      found.push(...(channels ?? []).flatMap(({ id }) => id ?? []));
      cursor = next?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    const name = platformErrorName(error);
    if (name === 'missing_scope') return name;
    log.warn({ error: name ?? nameError(error) }, 'channels of a person not found');
  }
  return found;
}
