import { z } from 'zod';
import type { FoundPost, Place, Post } from '../core/post.ts';
import { readCardLinks } from './card-links.ts';
import { readFiles } from './message-files.ts';
import { readMessage, readText } from './message-text.ts';
import { type Identity, threadOf, toNamedPlaceKind, toPlaceKind } from './translate.ts';

// Asked about a message, it is read whoever wrote it: people, bots that post news, other apps.
const anyMessage = z.object({
  ts: z.string().min(1),
  thread_ts: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  hidden: z.literal(false).nullish(),
  subtype: z.string().nullish(),
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  files: z.unknown().optional(),
  attachments: z.unknown().optional(),
});

/**
 * Translates a message that somebody asked about, by whomever it was written.
 *
 * @param place  where it stands, as far as is known from elsewhere
 * @returns undefined for our own messages and what is left of deleted ones
 */
export function toFoundPost(message: unknown, place: Place, identity: Identity): FoundPost | undefined {
  const parsed = anyMessage.safeParse(message);
  if (!parsed.success || parsed.data.subtype === 'tombstone') return undefined;
  const { ts, thread_ts: threadTs, user, bot_id: botId } = parsed.data;
  if (user === identity.botUserId || (botId && botId === identity.botId)) return undefined;
  const { text, links } = readMessage(parsed.data, identity.botUserId);
  return {
    place: { ...place, threadTs: threadOf(ts, threadTs) },
    ts,
    text,
    // A news bot often posts a card and no link in its text.
    links: links.length > 0 ? links : readCardLinks(parsed.data, identity.botUserId),
    files: readFiles(parsed.data.files, identity.apiUrl),
  };
}

/** The reaction that asks for a brief. */
const askingReaction = 'newspaper';

const reactionEvent = z.object({
  type: z.literal('reaction_added'),
  user: z.string().min(1),
  reaction: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string().min(1), ts: z.string().min(1) }),
});

/** Translates a :newspaper: on a message. However many people react, it has one key. */
export function reactionToPost(event: unknown, identity: Identity, isExternal = false): Post | undefined {
  const parsed = reactionEvent.safeParse(event);
  // A skin tone or another variant is `name::…`.
  if (!parsed.success || parsed.data.reaction.split('::', 1)[0] !== askingReaction) return undefined;
  const { user, item } = parsed.data;
  if (user === identity.botUserId) return undefined;
  const { channel, ts } = item;
  return {
    ...emptyPost(`${identity.team}:${channel}:${ts}:${askingReaction}`, user),
    place: { team: identity.team, channel, threadTs: null, kind: toPlaceKind(channel, undefined), isExternal },
    ts,
    lookUp: 'message',
  };
}

const messageShortcut = z.object({
  trigger_id: z.string().min(1),
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1), name: z.string().default('') }),
  message: z.unknown(),
  response_url: z.string().nullish(),
});

/** Translates "Summarize this message", which brings the message along: no scope is needed to read it. */
export function shortcutToPost(body: unknown, identity: Identity): Post | undefined {
  const parsed = messageShortcut.safeParse(body);
  if (!parsed.success) return undefined;
  const { trigger_id: trigger, user, channel, message, response_url: responseUrl } = parsed.data;
  const kind = toNamedPlaceKind(channel.id, channel.name);
  const place: Place = { team: identity.team, channel: channel.id, threadTs: null, kind, isExternal: null };
  const found = toFoundPost(message, place, identity);
  if (!found) return undefined;
  return {
    ...emptyPost(`${identity.team}:${channel.id}:${trigger}`, user.id),
    ...found,
    responseUrl: responseUrl ?? null,
    lookUp: 'given',
  };
}

const linkForm = z.object({
  user: z.object({ id: z.string().min(1) }),
  view: z.object({
    id: z.string().min(1),
    state: z.object({
      values: z.object({
        source: z.object({ source: z.object({ value: z.string().nullish() }) }),
        place: z.object({ place: z.object({ selected_conversation: z.string().nullish() }) }),
      }),
    }),
  }),
  response_urls: z.array(z.object({ response_url: z.string(), channel_id: z.string() })).default([]),
});

/** Translates what was sent in with "Summarize a link"; undefined where no conversation was chosen. */
export function formToPost(body: unknown, identity: Identity): Post | undefined {
  const parsed = linkForm.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, view, response_urls: urls } = parsed.data;
  const channel = view.state.values.place.place.selected_conversation ?? urls[0]?.channel_id;
  if (!channel) return undefined;
  const { text, links } = readText(view.state.values.source.source.value ?? '', identity.botUserId);
  return {
    ...emptyPost(`${identity.team}:${channel}:${view.id}`, user.id),
    text,
    links,
    place: { team: identity.team, channel, threadTs: null, kind: toPlaceKind(channel, undefined), isExternal: null },
    responseUrl: urls.find(({ channel_id: of }) => of === channel)?.response_url ?? null,
  };
}

function emptyPost(key: string, user: string): Omit<Post, 'place'> {
  return { key, ts: null, user, asked: true, text: '', links: [], files: [], responseUrl: null };
}
