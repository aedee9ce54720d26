import { listReports } from '../core/reports.ts';
import type { BriefRecord, BriefStore, FeedbackStore, JobStore, PostReply, Run, SettingsStore } from '../ports.ts';
import { findAsker } from './find-asker.ts';
import { replyOnce } from './reply-once.ts';
import type { ShareTask } from './tasks.ts';

type ReceivePorts = { store: Pick<JobStore, 'receive'>; now: () => number; wake: () => void };

/**
 * Takes in that a brief which one person saw is to be shown to its channel.
 *
 * @param responseUrl  of the button, for a channel that the bot is not in
 * @returns false where it was shared before
 */
export async function receiveShare(
  { id, team, channel }: BriefRecord,
  { user, responseUrl }: { user: string; responseUrl: string | null },
  { store, now, wake }: ReceivePorts,
): Promise<boolean> {
  const target = { team, channel, threadTs: null, user, responseUrl, isForAll: true };
  const task: ShareTask = { kind: 'share-brief', target, briefId: id };
  const key = `${id}:shared`;
  const job = { key, kind: task.kind, team, channel, thread: key, payload: task };
  const isNew = await store.receive({ key, team, receivedAt: now() }, [job]);
  if (isNew) wake();
  return isNew;
}

/** Posts a brief that one person saw into its channel, where questions can then be asked below it. */
export async function shareBrief(
  { target, briefId }: ShareTask,
  ports: {
    store: Pick<BriefStore, 'findBrief' | 'moveBrief'> &
      Pick<FeedbackStore, 'feedbackOn'> &
      Pick<SettingsStore, 'channelSettings'>;
    postReply: PostReply;
  },
  run: Run,
): Promise<void> {
  const record = await ports.store.findBrief(briefId);
  if (!record) return;
  const { length } = await ports.store.channelSettings(target);
  const { brief } = record;
  // What its reader reported before holds for all who read it now.
  const reports = listReports(brief, await ports.store.feedbackOn(briefId));
  const reply = { kind: 'brief', brief, id: briefId, length, reports, askedBy: findAsker(record) } as const;
  const posted = await replyOnce(reply, target, ports, run);
  if (posted.ts !== null) await ports.store.moveBrief({ id: briefId, threadTs: posted.ts, replyTs: posted.ts });
}
