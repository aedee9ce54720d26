import type { Log } from '../ports.ts';

const dayMs = 24 * 3_600_000;

type ForgetPorts = {
  store: { deleteOldText(old: { before: number; keepBriefs: boolean }): Promise<Record<string, number>> };
  now: () => number;
  log: Log;
};

/** Deletes the text of articles, briefs and answers that are older than `days`. A failure is logged and left for the next day. */
export async function forgetOldText(days: number, { store, now, log }: ForgetPorts): Promise<void> {
  try {
    const deleted = await store.deleteOldText({ before: now() - days * dayMs, keepBriefs: false });
    log.info(deleted, 'old text deleted');
  } catch (error) {
    log.error({ err: error }, 'old text not deleted');
  }
}

/** Deletes old text now and every day; gives what stops it. */
export function forgetDaily(days: number, ports: ForgetPorts): () => void {
  void forgetOldText(days, ports);
  const timer = setInterval(() => void forgetOldText(days, ports), dayMs);
  return () => clearInterval(timer);
}
