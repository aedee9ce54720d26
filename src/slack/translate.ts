import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Deletion, Place, Post } from '../core/post.ts';
import { readFiles } from './message-files.ts';
import { readMessage, readText } from './message-text.ts';

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

const changedEvent = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel: z.string().min(1),
  channel_type: z.string().nullish(),
  message: z.looseObject({ edited: z.object({}).nullish(), subtype: z.string().nullish(), ts: z.string().min(1) }),
  previous_message: z.looseObject({}),
});

/**
 * Translates an edit that put a link into a message; its other links and its files were there before and are not in the post.
 * Slack sends the same event when it attaches a preview to a message, which is no edit.
 *
 * @returns undefined where no link is new
 */
export function editToPost(event: unknown, identity: Identity, isExternal = false): Post | undefined {
  const parsed = changedEvent.safeParse(event);
  if (!parsed.success || !parsed.data.message.edited) return undefined;
  const { channel, channel_type, message, previous_message: previous } = parsed.data;
  const post = toPost({ ...message, type: 'message', hidden: false, channel, channel_type }, identity, isExternal);
  const before = readMessage(previous, identity.botUserId).links;
  const links = post?.links.filter((link) => !before.includes(link)) ?? [];
  if (!post || links.length === 0) return undefined;
  return { ...post, links, files: [], key: `${post.key}:${hashLinks(links)}` };
}

const deletedEvent = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_deleted'),
  channel: z.string().min(1),
  deleted_ts: z.string().min(1),
  previous_message: z.looseObject({ thread_ts: z.string().nullish() }).nullish(),
});

/** Translates a deletion. A message with a thread is not deleted but changed into a tombstone. */
export function toDeletion(event: unknown, { team }: Identity): Deletion | undefined {
  const deleted = deletedEvent.safeParse(event);
  if (deleted.success) {
    const { channel, deleted_ts: ts, previous_message: previous } = deleted.data;
    return { team, channel, ts, threadTs: threadOf(ts, previous?.thread_ts) };
  }
  const changed = changedEvent.safeParse(event);
  if (!changed.success || changed.data.message.subtype !== 'tombstone') return undefined;
  // Only who opened a thread leaves a tombstone.
  return { team, channel: changed.data.channel, ts: changed.data.message.ts, threadTs: null };
}

/** The thread of a message: Slack gives the one that opens a thread its own timestamp as the thread's. */
export function threadOf(ts: string, threadTs: string | null | undefined): string | null {
  return threadTs && threadTs !== ts ? threadTs : null;
}

function hashLinks(links: string[]): string {
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
  const { text, links } = readText(parsed.data.text.slice(wish?.[0].length), identity.botUserId);
  return {
    key: `${identity.team}:${channel}:${trigger}`,
    // Neither a command nor a button says whether its channel is shared with others; who uses one asked for it.
    place: { team: identity.team, channel, threadTs: null, kind: toNamedPlaceKind(channel, name), isExternal: false },
    ts: null,
    user,
    asked: true,
    text,
    links,
    files: [],
    responseUrl: parsed.data.response_url ?? null,
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
  const { user, channel, container, message, response_url: responseUrl } = parsed.data;
  return {
    key: `${identity.team}:${channel.id}:${container.message_ts}:${hashLinks(links)}`,
    place: {
      team: identity.team,
      channel: channel.id,
      // What only one person sees opens no thread.
      threadTs: container.thread_ts ?? message?.thread_ts ?? (container.is_ephemeral ? null : container.message_ts),
      kind: toNamedPlaceKind(channel.id, channel.name),
      isExternal: false,
    },
    ts: null,
    user: user.id,
    asked: true,
    text: url,
    links,
    files: [],
    responseUrl: responseUrl ?? null,
  };
}
