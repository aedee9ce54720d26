import type { WebClient } from '@slack/web-api';
import type { Log } from '../../ports.ts';
import { nameError } from '../library-log.ts';
import { listAllClaims, listReadText, type MoreOfBrief, toMessage, toModal } from '../modals.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { FindBrief } from './listening.ts';
import { type Press, sentence, tellPresser } from './press.ts';

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
