import { budgetPeriod } from '../core/budgets.ts';
import type { Place } from '../core/post.ts';
import type { JobStore } from '../ports.ts';

type ExternalPorts = { store: Pick<JobStore, 'receive' | 'wasReceived'>; now: () => number };

const monthMs = 31 * 24 * 3_600_000;

/**
 * Tells whether a channel is shared with another organisation. Slack says so of messages, not always of commands and buttons: for
 * those it is remembered, by month, for a month at least.
 */
export async function isExternalChannel(
  { team, channel, isExternal }: Place,
  { store, now }: ExternalPorts,
): Promise<boolean> {
  if (isExternal === false) return false;
  const toKey = (at: number) => `${team}:${channel}:external:${budgetPeriod('month', at).name}`;
  const key = toKey(now());
  const isKnown = await store.wasReceived(key);
  if (isExternal === null) return isKnown || store.wasReceived(toKey(now() - monthMs));
  if (!isKnown) await store.receive({ key, team, receivedAt: now() }, []);
  return true;
}
