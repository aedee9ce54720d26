import { nameError } from '../library-log.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { linkButtonToPost } from '../translate.ts';
import type { Listener, Listening } from './listening.ts';
import { openMore } from './open-more.ts';
import { pressSchema, sentence, tellPresser } from './press.ts';
import { takePost, troubles } from './take-post.ts';

/** Listens to the buttons of replies that ask for a brief of a link or for more of a brief. */
export const listenToButtons: Listener = (app, listening) => {
  const { client, identify, log } = listening;

  app.action('brief_link', async ({ action, body, ack }) => {
    const post = linkButtonToPost(body, valueIn(action), await identify());
    const taking = post ? await takePost(post, listening) : 'taken';
    await ack();
    const press = pressSchema.safeParse(body);
    if (taking === 'taken' || !press.success) return;
    await tellPresser(client, press.data, sentence(troubles[taking])).catch((error: unknown) => {
      log.warn({ error: nameError(error) }, 'presser not told');
    });
  });

  app.action('retry_job', async ({ action, body, ack }) => {
    const press = pressSchema.safeParse(body);
    const outcome = press.success ? await retry(valueIn(action), press.data.channel.id, listening) : 'not-failed';
    await ack();
    if (!press.success || outcome === 'started' || outcome === 'not-failed') return;
    await tellPresser(client, press.data, sentence(outcome === 'gone' ? textGone : troubles['not-taken'])).catch(
      (error: unknown) => log.warn({ error: nameError(error) }, 'presser not told'),
    );
  });

  for (const actionId of ['all_claims', 'what_i_read'] as const) {
    app.action(actionId, async ({ action, body, ack }) => {
      await ack();
      const press = pressSchema.safeParse(body);
      if (press.success) await openMore({ actionId, briefId: valueIn(action), press: press.data }, listening);
    });
  }
};

const textGone = mrkdwn`What was to be read is not kept any more: please post it again.`;

async function retry(jobId: string, channel: string, { identify, retryJob, log }: Listening) {
  try {
    const { team } = await identify();
    return await retryJob(jobId, { team, channel });
  } catch (error) {
    log.error({ error: nameError(error) }, 'job not started anew');
    return 'not-taken';
  }
}

function valueIn(action: object): string {
  return 'value' in action && typeof action.value === 'string' ? action.value : '';
}
