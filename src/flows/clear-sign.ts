import { RetryLater, SlackError } from '../core/errors.ts';
import type { JobStore, ReplyTarget, Run, ShowWorking } from '../ports.ts';
import { toVerdict } from './reply-once.ts';
import type { ClearSignTask } from './tasks.ts';

type SignPorts = { showWorking: ShowWorking; store: Pick<JobStore, 'receive'>; now: () => number };

/** What shows and clears the sign of life of a job's post. Where Slack has no time to clear it, a job of its own does later. */
export function signOf(
  { target, postTs }: { target: ReplyTarget; postTs: string | null },
  { showWorking, store, now }: SignPorts,
  run: Run,
): (working: boolean) => Promise<void> {
  return async (working) => {
    // Where Slack takes nothing from us any more, nothing is read for it, and no model paid.
    const stands = await showWorking(target, postTs, working).catch((error: unknown) => {
      throw toVerdict(error);
    });
    if (!stands || postTs === null) return;
    const { team, channel, threadTs } = target;
    const task: ClearSignTask = { kind: 'clear-sign', at: { channel, threadTs }, postTs };
    // Of this try: the next one shows a sign again. In a line of its own: nothing has to wait for it.
    const key = `${run.key}:sign:${now()}`;
    const job = { key, kind: task.kind, team, channel, thread: key, payload: task };
    await store.receive({ key, team, receivedAt: now() }, [job]);
  };
}

/** Clears a sign of life that was left standing. Throws RetryLater where Slack has no time: it is waited out as for a reply. */
export async function clearSign(
  { at, postTs }: Pick<ClearSignTask, 'at'> & { postTs: string | null },
  { showWorking }: { showWorking: ShowWorking },
): Promise<void> {
  const stands = await showWorking(at, postTs, false);
  if (stands) throw new RetryLater('sign-stands', stands.againInMs, { cause: new SlackError('unavailable') });
}
