import type { Log } from '../ports.ts';

const dayMs = 24 * 3_600_000;
/**
 * How long it is remembered that an event was answered. Slack delivers one again within hours; a month's budget counts on it to be said
 * to near its end but once.
 */
const keysDays = 62;

/** How long text is kept where a workspace has set nothing else, and whether briefs outlive it. */
export type Retention = { days: number; keepBriefs: boolean };

type ForgetPorts = {
  store: {
    ownRetention(): Promise<{ team: string; days: number }[]>;
    deleteOldText(old: {
      before: number;
      keepBriefs: boolean;
      team?: string;
      exceptTeams?: string[];
    }): Promise<Record<string, number>>;
    forgetOldKeys(before: number): Promise<void>;
  };
  now: () => number;
  log: Log;
};

/** Deletes the text of articles, briefs and answers that is too old, and forgets old events. A failure is logged and left for the next day. */
export async function forgetOldText({ days, keepBriefs }: Retention, { store, now, log }: ForgetPorts): Promise<void> {
  try {
    const own = await store.ownRetention();
    for (const { team, days } of own) {
      const deleted = await store.deleteOldText({ before: now() - days * dayMs, keepBriefs, team });
      log.info({ ...deleted, days }, 'old text deleted');
    }
    const exceptTeams = own.map(({ team }) => team);
    const deleted = await store.deleteOldText({ before: now() - days * dayMs, keepBriefs, exceptTeams });
    log.info({ ...deleted, days }, 'old text deleted');
    await store.forgetOldKeys(now() - keysDays * dayMs);
  } catch (error) {
    log.error({ err: error }, 'old text not deleted');
  }
}

/** Forgets now and every day; gives what stops it. */
export function forgetDaily(retention: Retention, ports: ForgetPorts): () => void {
  void forgetOldText(retention, ports);
  const timer = setInterval(() => void forgetOldText(retention, ports), dayMs);
  return () => clearInterval(timer);
}
