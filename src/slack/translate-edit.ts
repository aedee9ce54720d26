import { z } from 'zod';
import { linkKey } from '../core/links.ts';
import type { Deletion, LinkRemoval, Post } from '../core/post.ts';
import { readMessage } from './message-text.ts';
import { hashLinks, type Identity, threadOf, toPost } from './translate.ts';

const changedEvent = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel: z.string().min(1),
  channel_type: z.string().nullish(),
  message: z.looseObject({
    edited: z.object({ ts: z.string().nullish() }).nullish(),
    subtype: z.string().nullish(),
    ts: z.string().min(1),
  }),
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
  const before = new Set(readMessage(previous, identity.botUserId).links.map(linkKey));
  const links = post?.links.filter((link) => !before.has(linkKey(link))) ?? [];
  if (!post || links.length === 0) return undefined;
  // The edit's own time: a link that was taken out may come back.
  const at = parsed.data.message.edited.ts ?? '';
  return { ...post, links, files: [], key: `${post.key}:${at}:${hashLinks(links)}` };
}

/**
 * Translates an edit that took a link out of a message; one that changed only what a link carries to count its readers took out none.
 *
 * @returns undefined where no link is gone, or nobody edited
 */
export function editToLinkRemoval(event: unknown, identity: Identity): LinkRemoval | undefined {
  const parsed = changedEvent.safeParse(event);
  const editTs = parsed.data?.message.edited?.ts;
  if (!parsed.success || !editTs || parsed.data.message.subtype === 'tombstone') return undefined;
  const { channel, message, previous_message: previous } = parsed.data;
  const post = toPost({ ...message, type: 'message', hidden: false, channel }, identity);
  const left = new Set(post?.links.map(linkKey));
  const links = readMessage(previous, identity.botUserId).links.filter((link) => !left.has(linkKey(link)));
  if (!post || links.length === 0) return undefined;
  return { team: identity.team, channel, ts: message.ts, threadTs: post.place.threadTs, links, editTs };
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
