import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Deletion, Post } from '../core/post.ts';
import type { Log } from '../ports.ts';
import { type FindBrief, openMore, pressSchema, sentence, tellPresser } from './buttons.ts';
import { nameError } from './library-log.ts';
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { commandToPost, editToPost, type Identity, linkButtonToPost, toDeletion, toPost } from './translate.ts';
import { wordNotice } from './wording.ts';

/** Commits a post durably. Rejects where it could not; then it is not acknowledged. */
export type ReceivePost = (post: Post) => Promise<void>;

/** Commits, durably, that a message was deleted. Rejects where it could not; then it is not acknowledged. */
export type ReceiveDeletion = (deletion: Deletion) => Promise<void>;

type Listening = {
  client: WebClient;
  identify: () => Promise<Identity>;
  receivePost: ReceivePost;
  receiveDeletion: ReceiveDeletion;
  findBrief: FindBrief;
  log: Log;
  now: () => number;
  /** Milliseconds until a command or a button has to be acknowledged. */
  deadlineMs: number;
};

/** Slack gives a command or a button three seconds. */
export const ackDeadlineMs = 2500;

// What became of a post before the acknowledgement was due, and what the person is told unless all is well.
type Taking = 'taken' | 'not-taken' | 'late';
const troubles: Record<Exclude<Taking, 'taken'>, Mrkdwn> = {
  'not-taken': mrkdwn`Byline could not take this just now: please try again in a minute.`,
  late: mrkdwn`Byline is slow just now: please try again if nothing has come within two minutes.`,
};

/** Registers what Byline listens to: messages and mentions, `/summarize`, and the buttons of its replies. */
export function listen(
  app: App,
  { client, identify, receivePost, receiveDeletion, findBrief, log, now, deadlineMs }: Listening,
): void {
  // What is thrown here keeps the event from being acknowledged (commit-before-ack), so Slack delivers it again.
  const receiveEvent = async ({ event, body }: { event: unknown; body: { is_ext_shared_channel?: boolean } }) => {
    const identity = await identify();
    const isExternal = body.is_ext_shared_channel === true;
    const post = toPost(event, identity, isExternal) ?? editToPost(event, identity, isExternal);
    if (post) return receivePost(post);
    const deletion = toDeletion(event, identity);
    if (deletion) await receiveDeletion(deletion);
  };
  app.event('message', receiveEvent);
  app.event('app_mention', receiveEvent);

  app.command('/summarize', async ({ command, ack }) => {
    const post = commandToPost(command, await identify());
    if (!post || post.text === '' || /^help$/i.test(post.text)) return ack(ephemeral(wordNotice('how-to-use')));
    const taking = await take(post);
    await ack(ephemeral(taking === 'taken' ? wordReading(post) : troubles[taking]));
  });

  app.action('brief_link', async ({ action, body, ack }) => {
    const value = 'value' in action && typeof action.value === 'string' ? action.value : '';
    const post = linkButtonToPost(body, value, await identify());
    const taking = post ? await take(post) : 'taken';
    await ack();
    const press = pressSchema.safeParse(body);
    if (taking === 'taken' || !press.success) return;
    await tellPresser(client, press.data, sentence(troubles[taking])).catch((error: unknown) => {
      log.warn({ error: nameError(error) }, 'presser not told');
    });
  });

  for (const actionId of ['all_claims', 'what_i_read'] as const) {
    app.action(actionId, async ({ action, body, ack }) => {
      await ack();
      const press = pressSchema.safeParse(body);
      const briefId = 'value' in action && typeof action.value === 'string' ? action.value : '';
      if (press.success) await openMore({ actionId, briefId, press: press.data }, { client, findBrief, log, now });
    });
  }

  async function take(post: Post): Promise<Taking> {
    const taking = receivePost(post).then(
      (): Taking => 'taken',
      (error: unknown): Taking => {
        log.error({ error: nameError(error) }, 'post not taken');
        return 'not-taken';
      },
    );
    const deadline = new AbortController();
    const late = wait<Taking>(deadlineMs, 'late', { signal: deadline.signal });
    try {
      return await Promise.race([taking, late]);
    } finally {
      late.catch(() => {});
      deadline.abort();
    }
  }
}

// The sign of life of a command, which leaves no message to react to; only the person who typed it sees it.
function wordReading(post: Post): Mrkdwn {
  const url = post.links[0] === undefined ? null : URL.parse(post.links[0]);
  return url ? mrkdwn`Reading ${url.hostname} …` : mrkdwn`Reading the text …`;
}

function ephemeral(words: Mrkdwn): { response_type: 'ephemeral'; text: string } {
  return { response_type: 'ephemeral', text: words.mrkdwn };
}
