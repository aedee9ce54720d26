import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Place, Post } from '../core/post.ts';
import { readCommandText } from './command-words.ts';
import { readFiles } from './message-files.ts';
import { readMessage, readText } from './message-text.ts';
import { readPostBlockId } from './post-block.ts';

/**
 * Who the bot is in this workspace, from auth.test. `url` is the workspace's own; `apiUrl` is where the Web API is if not at
 * slack.com: files are there too.
 */
export type Identity = { team: string; botUserId: string; botId: string | null; url?: string; apiUrl?: string };

const messageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).nullish(),
  user: z.string().min(1),
  channel: z.string().min(1),
  ts: z.string().min(1),
  thread_ts: z.string().nullish(),
  channel_type: z.string().nullish(),
  bot_id: z.null().optional(),
  hidden: z.literal(false).nullish(),
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  files: z.unknown().optional(),
});

/**
 * Translates a message or a mention. The two events that a mention sends give the same key.
 *
 * @param event  an Events API event, as it came
 * @param isExternal  what its envelope says of the channel
 * @returns undefined where it is not what a person wrote: bots, our own posts, edits, deletions, joins
 */
export function toPost(event: unknown, identity: Identity, isExternal = false): Post | undefined {
  const parsed = messageEvent.safeParse(event);
  if (!parsed.success || parsed.data.user === identity.botUserId) return undefined;
  const { type, channel, ts, thread_ts: threadTs, channel_type: channelType, user } = parsed.data;
  const { text, links, mentionsBot } = readMessage(parsed.data, identity.botUserId);
  const place: Place = {
    team: identity.team,
    channel,
    threadTs: threadOf(ts, threadTs),
    kind: toPlaceKind(channel, channelType ?? undefined),
    isExternal,
  };
  const asked = mentionsBot || type === 'app_mention' || place.kind === 'dm';
  const files = readFiles(parsed.data.files, identity.apiUrl);
  return {
    ...{ key: `${place.team}:${channel}:${ts}`, place, ts, user, asked, text, links, files, responseUrl: null },
    ...(type === 'app_mention' ? { isMentionOnly: true } : {}),
  };
}

/** The thread of a message: Slack gives the one that opens a thread its own timestamp as the thread's. */
export function threadOf(ts: string, threadTs: string | null | undefined): string | null {
  return threadTs && threadTs !== ts ? threadTs : null;
}

/** Names a set of links in a key. */
export function hashLinks(links: string[]): string {
  return createHash('sha256').update(links.toSorted().join('\n')).digest('hex').slice(0, 12);
}

/** The kind of a channel by what an event says of it. A mention's says nothing; what may be private is treated as private. */
export function toPlaceKind(channel: string, channelType: string | undefined): Place['kind'] {
  switch (channelType) {
    case 'channel':
      return 'public';
    case 'mpim':
      return 'group-dm';
    case 'im':
    case 'app_home':
      return 'dm';
    default:
      return channel.startsWith('D') ? 'dm' : 'private';
  }
}

const slashCommand = z.object({
  text: z.string().default(''),
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  channel_name: z.string().default(''),
  trigger_id: z.string().min(1),
  response_url: z.string().nullish(),
});

/**
 * Translates `/summarize`: a link or a text, `last`, and before either of them `private`.
 *
 * @returns a post whose text is empty where the command had none; undefined where it is no command
 */
export function commandToPost(command: unknown, identity: Identity): Post | undefined {
  const parsed = slashCommand.safeParse(command);
  if (!parsed.success) return undefined;
  const { channel_id: channel, channel_name: name, trigger_id: trigger, user_id: user } = parsed.data;
  const wish = /^\s*(private\b)?\s*(last\s*$)?/i.exec(parsed.data.text);
  const { text, links } = readCommandText(parsed.data.text.slice(wish?.[0].length), identity.botUserId);
  return {
    key: `${identity.team}:${channel}:${trigger}`,
    place: { team: identity.team, channel, threadTs: null, kind: toNamedPlaceKind(channel, name), isExternal: null },
    ts: null,
    user,
    asked: true,
    text,
    links,
    files: [],
    responseUrl: parsed.data.response_url ?? null,
    ...(parsed.data.response_url ? { hasSign: true } : {}),
    ...(wish?.[1] ? { isPrivate: true } : {}),
    ...(wish?.[2] ? { lookUp: 'last' } : {}),
  };
}

/** The kind of a channel by the name that commands, buttons and shortcuts give. */
export function toNamedPlaceKind(channel: string, name: string): Place['kind'] {
  if (name === 'directmessage' || channel.startsWith('D')) return 'dm';
  if (name.startsWith('mpdm-')) return 'group-dm';
  return name === 'privategroup' || channel.startsWith('G') ? 'private' : 'public';
}

const blockAction = z.object({
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1), name: z.string().default('') }),
  container: z.object({
    message_ts: z.string().min(1),
    thread_ts: z.string().nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
  actions: z.array(z.object({ block_id: z.string().nullish() })).default([]),
  response_url: z.string().nullish(),
});

/**
 * Translates the button that asks for a brief of a link. Pressed again, it gives the same key: one brief.
 *
 * @param body  a block_actions payload, as it came
 * @param url  the button's value
 */
export function linkButtonToPost(body: unknown, url: string, identity: Identity): Post | undefined {
  const parsed = blockAction.safeParse(body);
  if (!parsed.success) return undefined;
  const { links } = readText(url, identity.botUserId);
  if (links.length === 0) return undefined;
  const { user, channel, container, message, actions, response_url: responseUrl } = parsed.data;
  const postTs = readPostBlockId(actions[0]?.block_id);
  const about = [...(postTs ? [postTs] : []), container.message_ts].join(':');
  return {
    key: `${identity.team}:${channel.id}:${about}:${hashLinks(links)}`,
    place: {
      team: identity.team,
      channel: channel.id,
      // What only one person sees opens no thread.
      threadTs: container.thread_ts ?? message?.thread_ts ?? (container.is_ephemeral ? null : container.message_ts),
      kind: toNamedPlaceKind(channel.id, channel.name),
      isExternal: null,
    },
    ts: postTs,
    user: user.id,
    asked: true,
    text: url,
    links,
    files: [],
    responseUrl: responseUrl ?? null,
  };
}
