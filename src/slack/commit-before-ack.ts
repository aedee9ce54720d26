import { setTimeout as wait } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';

/** A commit takes milliseconds; what takes longer waits for Slack, and Slack delivers again what was not acknowledged. */
const closeTimeoutMs = 2000;

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** Events under way, and whether new ones are still taken. */
export type Intake = {
  /** From now on events are left to Slack, which delivers them again; resolves when those under way have ended. */
  close: () => Promise<void>;
};

/**
 * Makes Bolt acknowledge an event only after its listeners are done, and not at all when one of them threw: Slack then
 * delivers it again. Bolt itself acknowledges first and calls the listeners afterwards, in both modes, so a commit that
 * fails there would lose the post. Commands and buttons are acknowledged by their listeners.
 */
export function commitBeforeAck(receiver: Receiver): Intake {
  const underWay = new Set<Promise<void>>();
  let closed = false;

  async function takeEvent(app: App, event: ReceiverEvent): Promise<void> {
    if (closed) throw new Error('stopping');
    if (!isEnvelope(event)) return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  }

  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    const processEvent = (event: ReceiverEvent): Promise<void> => {
      const work = takeEvent(app, event).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    };
    // Receivers call nothing of the app but processEvent.
    init({ processEvent } as App);
  };

  return {
    close: async () => {
      closed = true;
      const tooLong = new AbortController();
      const limit = wait(closeTimeoutMs, undefined, { signal: tooLong.signal }).catch(() => {});
      await Promise.race([Promise.allSettled(underWay), limit]);
      tooLong.abort();
    },
  };
}

// Events API envelopes have a type; commands and buttons come with other bodies. `app_rate_limited` has no event inside.
function isEnvelope({ body }: ReceiverEvent): boolean {
  return body.type === 'event_callback' || body.type === 'app_rate_limited' || body.event !== undefined;
}
