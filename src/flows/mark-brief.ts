import { listReports } from '../core/reports.ts';
import type { BriefStore, EditReply, FeedbackStore, Log, SettingsStore } from '../ports.ts';
import { findAsker } from './find-asker.ts';
import { toVerdict } from './reply-once.ts';
import type { MarkTask } from './tasks.ts';

export type MarkPorts = {
  store: Pick<BriefStore, 'findBrief'> & Pick<FeedbackStore, 'feedbackOn'> & Pick<SettingsStore, 'channelSettings'>;
  editReply: EditReply;
  log: Log;
};

/** Shows in a brief what people reported as wrong and what a second check found. Drawn from all reports, so any order will do. */
export async function markBrief(
  { briefId, team, channel }: MarkTask,
  { store, editReply, log }: MarkPorts,
): Promise<void> {
  const record = await store.findBrief(briefId);
  if (!record?.replyTs) return;
  const reports = listReports(record.brief, await store.feedbackOn(briefId));
  const { length } = await store.channelSettings({ team, channel });
  try {
    const { brief } = record;
    const reply = { kind: 'brief', brief, id: briefId, length, reports, askedBy: findAsker(record) } as const;
    await editReply({ channel, ts: record.replyTs }, reply);
  } catch (error) {
    throw toVerdict(error);
  }
  const failed = reports.filter(({ outcome }) => outcome === 'fails').length;
  log.info({ reports: reports.length, failed, drafter: record.brief.drafter.kind }, 'brief reported as wrong');
}
