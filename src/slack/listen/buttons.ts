import { nameError } from '../library-log.ts';
import { linkButtonToPost } from '../translate.ts';
import type { Listener } from './listening.ts';
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

  for (const actionId of ['all_claims', 'what_i_read'] as const) {
    app.action(actionId, async ({ action, body, ack }) => {
      await ack();
      const press = pressSchema.safeParse(body);
      if (press.success) await openMore({ actionId, briefId: valueIn(action), press: press.data }, listening);
    });
  }
};

function valueIn(action: object): string {
  return 'value' in action && typeof action.value === 'string' ? action.value : '';
}
