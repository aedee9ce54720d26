import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Message, section } from '../blocks.ts';
import type { Mrkdwn } from '../mrkdwn.ts';

/** Who pressed a button, and where. */
export const pressSchema = z.object({
  trigger_id: z.string().min(1),
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1) }),
  container: z.object({ message_ts: z.string(), thread_ts: z.string().nullish() }),
});

export type Press = z.infer<typeof pressSchema>;

/** One sentence as a message. */
export function sentence(words: Mrkdwn): Message {
  return { text: words.mrkdwn, blocks: [section(words)] };
}

/** Shows a message to the person who pressed, in the thread where they pressed. */
export async function tellPresser(client: WebClient, press: Press, message: Message): Promise<void> {
  await client.chat.postEphemeral({
    channel: press.channel.id,
    user: press.user.id,
    ...(press.container.thread_ts ? { thread_ts: press.container.thread_ts } : {}),
    text: message.text,
    blocks: message.blocks,
  });
}
