import { toPost } from '../translate.ts';
import { editToLinkRemoval, editToPost, toDeletion } from '../translate-edit.ts';
import type { Listener } from './listening.ts';

/** Listens to messages and mentions: posted, edited, deleted. */
export const listenToMessages: Listener = (app, { identify, receivePost, receiveDeletion, receiveLinkRemoval }) => {
  // What is thrown here keeps the event from being acknowledged (commit-before-ack), so Slack delivers it again.
  const receiveEvent = async ({ event, body }: { event: unknown; body: { is_ext_shared_channel?: boolean } }) => {
    const identity = await identify();
    const isExternal = body.is_ext_shared_channel === true;
    const removal = editToLinkRemoval(event, identity);
    if (removal) await receiveLinkRemoval(removal);
    const post = toPost(event, identity, isExternal) ?? editToPost(event, identity, isExternal);
    if (post) return receivePost(post);
    const deletion = toDeletion(event, identity);
    if (deletion) await receiveDeletion(deletion);
  };
  app.event('message', receiveEvent);
  app.event('app_mention', receiveEvent);
};
