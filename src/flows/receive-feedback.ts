import type { BriefRecord, Feedback, FeedbackStore, JobStore } from '../ports.ts';
import { threadKey } from './jobs-of-post.ts';
import type { MarkTask } from './tasks.ts';

/**
 * Keeps what a person thinks of a brief. What is reported as wrong is checked again and shown in the brief itself, by a job.
 *
 * @param opinions  of one person on one brief, at once
 */
export async function receiveFeedback(
  { id, team, channel, threadTs, replyTs }: Pick<BriefRecord, 'id' | 'team' | 'channel' | 'threadTs' | 'replyTs'>,
  opinions: Feedback[],
  ports: {
    store: Pick<FeedbackStore, 'saveFeedback'> & Pick<JobStore, 'receive'>;
    now: () => number;
    wake: () => void;
  },
): Promise<void> {
  for (const opinion of opinions) await ports.store.saveFeedback(opinion);
  const wrong = opinions.filter(({ verdict }) => verdict === 'wrong');
  if (wrong.length === 0 || replyTs === null) return;
  const task: MarkTask = { kind: 'mark-brief', briefId: id, team, channel };
  const key = `${id}:reported:${wrong[0]?.user}:${wrong[0]?.createdAt}`;
  const job = { key, kind: task.kind, team, channel, thread: threadKey({ team, channel, threadTs }), payload: task };
  if (await ports.store.receive({ key, team, receivedAt: ports.now() }, [job])) ports.wake();
}
