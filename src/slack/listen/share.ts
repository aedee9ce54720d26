import { nameError } from '../library-log.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { Listener } from './listening.ts';
import { gone } from './open-more.ts';
import { pressSchema } from './press.ts';
import { tellPerson } from './tell-person.ts';

const words = {
  again: mrkdwn`You have shared this brief in the channel already.`,
  notYours: mrkdwn`Only who asked for this brief can share it.`,
  failed: mrkdwn`This brief could not be shared just now: please try again in a minute.`,
};

/** Listens to the button that shows a brief, which one person saw, to the channel. */
export const listenToShare: Listener = (app, listening) => {
  app.action('share_brief', async ({ action, body, ack }) => {
    await ack();
    const press = pressSchema.safeParse(body);
    if (!press.success) return;
    const { channel, user, response_url: responseUrl } = press.data;
    const briefId = 'value' in action && typeof action.value === 'string' ? action.value : '';
    const place = { user: user.id, channel: channel.id, ...(responseUrl ? { responseUrl } : {}) };
    try {
      const record = await listening.findBrief(briefId);
      if (record?.channel !== channel.id) return await tellPerson(place, gone, listening);
      if (record.user !== user.id) return await tellPerson(place, words.notYours, listening);
      const isNew = await listening.receiveShare(record, { user: user.id, responseUrl: responseUrl ?? null });
      if (!isNew) await tellPerson(place, words.again, listening);
    } catch (error) {
      listening.log.error({ error: nameError(error) }, 'brief not shared');
      await tellPerson(place, words.failed, listening);
    }
  });
};
