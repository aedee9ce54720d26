import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Message, section } from '../blocks.ts';
import type { Mrkdwn } from '../mrkdwn.ts';
import { showAlone } from './show-alone.ts';

/** Who pressed a button, and where. */
export const pressSchema = z.object({
  trigger_id: z.string().min(1),
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1) }),
  container: z.object({ message_ts: z.string(), thread_ts: z.string().nullish() }),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
  response_url: z.string().nullish(),
});

export type Press = z.infer<typeof pressSchema>;

/** The thread that was pressed in, if any. */
export function threadOf({ container, message }: Press): string | null {
  return container.thread_ts ?? message?.thread_ts ?? null;
}

/** One sentence as a message. */
export function sentence(words: Mrkdwn): Message {
  return { text: words.mrkdwn, blocks: [section(words)] };
}

/** Shows a message to the person who pressed, in the thread where they pressed. */
export async function tellPresser(client: WebClient, press: Press, message: Message): Promise<void> {
  const { user, channel, response_url: responseUrl } = press;
  await showAlone(client, { user: user.id, channel: channel.id, threadTs: threadOf(press), responseUrl }, message);
}
