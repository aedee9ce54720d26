import type { Post } from '../../core/post.ts';
import { isUnclear } from '../command-words.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { commandToPost } from '../translate.ts';
import { wordNotice } from '../wording.ts';
import type { Listener } from './listening.ts';
import { openChannelSettings } from './settings.ts';
import { takePost, troubles } from './take-post.ts';

const unclear = mrkdwn`Byline did not understand that: type \`/summarize\` and a link, the text of an article, \`last\`, \`settings\` or \`help\`; \`private\` before a link or \`last\` for your eyes only.`;

/** Listens to `/summarize`. */
export const listenToCommand: Listener = (app, listening) => {
  app.command('/summarize', async ({ command, ack }) => {
    const post = commandToPost(command, await listening.identify());
    if (!post || (post.text === '' && !post.lookUp) || /^help$/i.test(post.text))
      return ack(ephemeral(wordNotice('how-to-use')));
    if (/^settings$/i.test(post.text)) {
      await ack();
      const { trigger_id: triggerId, user_id: user, channel_id: channel, response_url: responseUrl } = command;
      return openChannelSettings({ triggerId, user, channel, responseUrl }, listening);
    }
    if (!post.lookUp && isUnclear(post)) return ack(ephemeral(unclear));
    const taking = await takePost(post, listening);
    await ack(ephemeral(taking === 'taken' ? wordReading(post) : troubles[taking]));
  });
};

// The sign of life of a command, which leaves no message to react to; only the person who typed it sees it.
function wordReading(post: Post): Mrkdwn {
  if (post.lookUp) return mrkdwn`Looking for the last link of this channel: the answer comes here.`;
  const url = post.links[0] === undefined ? null : URL.parse(post.links[0]);
  return url
    ? mrkdwn`Reading ${url.hostname}: the answer comes here.`
    : mrkdwn`Reading the text: the answer comes here.`;
}

function ephemeral(words: Mrkdwn): { response_type: 'ephemeral'; text: string } {
  return { response_type: 'ephemeral', text: words.mrkdwn };
}
