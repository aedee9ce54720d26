import type { WebClient } from '@slack/web-api';
import type { Log, ShowWorking } from '../ports.ts';
import { isTokenDead, platformErrorName, toSlackError } from './slack-errors.ts';

/** Before another try, where Slack names no time. */
const pauseMs = 5000;

/** Makes what shows a sign of life on a post and takes it away. */
export function createSign(client: WebClient, log: Log): ShowWorking {
  const showWorking: ShowWorking = async ({ channel, threadTs }, postTs, working) => {
    if (postTs === null || (await showStatus(channel, threadTs ?? postTs, working))) return null;
    const reaction = { channel, timestamp: postTs, name: 'eyes' };
    try {
      await (working ? client.reactions.add(reaction) : client.reactions.remove(reaction));
      return null;
    } catch (error) {
      const name = platformErrorName(error);
      if (name === 'already_reacted' || name === 'no_reaction') return null;
      const failure = toSlackError(error);
      if (working && isTokenDead(error)) throw failure;
      const { code, retryAfterMs = pauseMs } = failure;
      log.warn({ channel, working, error: name ?? code }, 'could not show that work goes on');
      const isPassing = code === 'rate-limited' || code === 'unavailable';
      return isPassing && !working ? { againInMs: retryAfterMs } : null;
    }
  };

  // In the bot's own conversation Slack draws a status under the thread, and clears it by itself when a reply comes.
  async function showStatus(channel: string, threadTs: string, working: boolean): Promise<boolean> {
    if (!channel.startsWith('D')) return false;
    try {
      const status = working ? 'is reading …' : '';
      await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status });
      return true;
    } catch (error) {
      // Not every workspace knows agents: a reaction does as well.
      log.debug({ error: platformErrorName(error) ?? toSlackError(error).code }, 'status not shown');
      return false;
    }
  }

  return showWorking;
}
