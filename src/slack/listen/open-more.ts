import type { WebClient } from '@slack/web-api';
import { listReports } from '../../core/reports.ts';
import type { Log } from '../../ports.ts';
import { nameError } from '../library-log.ts';
import { listAllClaims, listReadText, type MoreOfBrief, toMessage, toModal } from '../modals.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { Listening } from './listening.ts';
import { type Press, sentence, tellPresser } from './press.ts';

/** Said where a button's brief is not kept any more. */
export const gone = mrkdwn`This brief is no longer kept: post the link or the text again for a new one.`;

/**
 * Opens more of a brief for the person who pressed: a modal, or a message that only they see where none can be opened.
 * Never throws; a failure is logged.
 */
export async function openMore(
  { actionId, briefId, press }: { actionId: 'all_claims' | 'what_i_read'; briefId: string; press: Press },
  { client, findBrief, store, log, now }: Pick<Listening, 'client' | 'findBrief' | 'store' | 'log' | 'now'>,
): Promise<void> {
  try {
    const record = await findBrief(briefId);
    if (record?.channel !== press.channel.id) return await tellPresser(client, press, sentence(gone));
    const { brief } = record;
    const more =
      actionId === 'all_claims'
        ? listAllClaims(brief, listReports(brief, await store.feedbackOn(briefId)))
        : listReadText(brief.article, now());
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
