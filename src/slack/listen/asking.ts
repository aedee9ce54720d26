import { nameError } from '../library-log.ts';
import { linkForm } from '../link-form.ts';
import { formToPost, reactionToPost, shortcutToPost } from '../translate-asked.ts';
import { wordNotice } from '../wording.ts';
import type { Listener } from './listening.ts';
import { takePost, troubles } from './take-post.ts';
import { tellPerson } from './tell-person.ts';

/** Listens to who asks about what stands there: the :newspaper: reaction and both shortcuts. */
export const listenToAsking: Listener = (app, listening) => {
  const { client, identify, receivePost, log } = listening;

  // What is thrown here keeps the event from being acknowledged, so Slack delivers it again.
  app.event('reaction_added', async ({ event, body }) => {
    const isExternal = 'is_ext_shared_channel' in body && body.is_ext_shared_channel === true;
    const post = reactionToPost(event, await identify(), isExternal);
    if (post) await receivePost(post);
  });

  app.shortcut({ type: 'message_action', callback_id: 'summarize_message' }, async ({ shortcut, ack }) => {
    const post = shortcutToPost(shortcut, await identify());
    const taking = post ? await takePost(post, listening) : 'taken';
    await ack();
    const asker = {
      user: shortcut.user.id,
      channel: shortcut.channel.id,
      responseUrl: shortcut.response_url,
      ...(shortcut.message.thread_ts ? { threadTs: String(shortcut.message.thread_ts) } : {}),
    };
    // Our own message, or what is left of a deleted one.
    if (!post) await tellPerson(asker, wordNotice('nothing-to-read'), listening);
    else if (taking !== 'taken') await tellPerson(asker, troubles[taking], listening);
  });

  app.shortcut({ type: 'shortcut', callback_id: 'summarize_link' }, async ({ shortcut, ack }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: linkForm }).catch((error: unknown) => {
      log.warn({ error: nameError(error) }, 'form not opened');
    });
  });

  app.view('summarize_link', async ({ body, ack }) => {
    const post = formToPost(body, await identify());
    if (!post) return ack({ response_action: 'errors', errors: { place: 'Choose where the brief goes.' } });
    if (post.text === '')
      return ack({ response_action: 'errors', errors: { source: wordNotice('nothing-to-read').mrkdwn } });
    const taking = await takePost(post, listening);
    if (taking === 'taken') return ack();
    await ack({ response_action: 'errors', errors: { source: troubles[taking].mrkdwn } });
  });
};
