import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { BriefRecord, Log } from '../ports.ts';
import { type Message, section } from './blocks.ts';
import { nameError } from './library-log.ts';
import { listAllClaims, listReadText, type MoreOfBrief, toMessage, toModal } from './modals.ts';
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts';

/** Looks up a brief by the id in its reply; undefined where it is not kept any more. */
export type FindBrief = (id: string) => Promise<BriefRecord | undefined>;

/** Who pressed a button, and where. */
export const pressSchema = z.object({
  trigger_id: z.string().min(1),
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1) }),
  container: z.object({ message_ts: z.string(), thread_ts: z.string().nullish() }),
});
type Press = z.infer<typeof pressSchema>;

const gone = mrkdwn`This brief is no longer kept: post the link or the text again for a new one.`;

/**
 * Opens more of a brief for the person who pressed: a modal, or a message that only they see where none can be opened.
 * Never throws; a failure is logged.
 */
export async function openMore(
  { actionId, briefId, press }: { actionId: 'all_claims' | 'what_i_read'; briefId: string; press: Press },
  { client, findBrief, log, now }: { client: WebClient; findBrief: FindBrief; log: Log; now: () => number },
): Promise<void> {
  try {
    const record = await findBrief(briefId);
    if (record?.channel !== press.channel.id) return await tellPresser(client, press, sentence(gone));
    const { brief } = record;
    const more = actionId === 'all_claims' ? listAllClaims(brief) : listReadText(brief.article, now());
    await openOrTell(client, press, more, log);
  } catch (error) {
    log.error({ actionId, error: nameError(error) }, 'button not answered');
  }
}

async function openOrTell(client: WebClient, press: Press, more: MoreOfBrief, log: Log): Promise<void> {
  try {
    await client.views.open({ trigger_id: press.trigger_id, view: toModal(more) });
  } catch (error) {
    log.warn({ error: nameError(error) }, 'modal not opened');
    await tellPresser(client, press, toMessage(more));
  }
}

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
