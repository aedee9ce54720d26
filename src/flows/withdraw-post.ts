import type { Deletion } from '../core/post.ts';
import type { DeleteReply, FindReplies, JobStore, RepliesStore, Run } from '../ports.ts';
import { failedOfPost } from './failed-of-post.ts';
import { threadKey } from './jobs-of-post.ts';
import { replyKeys, toVerdict } from './reply-once.ts';
import type { WithdrawTask } from './tasks.ts';

type ReceivePorts = {
  store: Pick<JobStore, 'receive' | 'hasOpenJob' | 'wasReceived'> &
    Pick<RepliesStore, 'repliesToPost' | 'textsOfFailedJobs'>;
  now: () => number;
  wake: () => void;
};

/** Takes in that a post was deleted. Where Byline has nothing to take back only that is kept: the post itself may come later. */
export async function receiveDeletion(deletion: Deletion, { store, now, wake }: ReceivePorts): Promise<void> {
  const { team, channel, ts: postTs } = deletion;
  const threadTs = deletion.threadTs ?? postTs;
  const thread = threadKey({ team, channel, threadTs });
  const isAnswered =
    (await store.wasReceived(`${team}:${channel}:${postTs}`)) ||
    (await store.repliesToPost({ team, channel, postTs })).length > 0 ||
    (await store.hasOpenJob(thread, 'brief-post', '')) ||
    (await store.hasOpenJob(thread, 'brief-again', '')) ||
    (await store.hasOpenJob(thread, 'answer-question', '')) ||
    (await failedOfPost({ team, channel, postTs }, store)).length > 0;
  const task: WithdrawTask = { kind: 'withdraw-post', team, channel, postTs, threadTs };
  const key = withdrawalKey({ team, channel, postTs });
  // In the post's own thread: after what is in hand there, so that nothing is posted behind its back.
  const job = { key, kind: task.kind, team, channel, thread, payload: task };
  const isNew = await store.receive({ key, team, receivedAt: now() }, isAnswered ? [job] : []);
  if (isNew && isAnswered) wake();
}

export type WithdrawPorts = {
  store: Pick<
    RepliesStore,
    'repliesToPost' | 'deleteReplies' | 'jobKeysOfPost' | 'textsOfFailedJobs' | 'emptyFailedJobs'
  >;
  findReplies: FindReplies;
  deleteReply: DeleteReply;
};

/**
 * Takes back what was said because of a post: what is kept of it, also by jobs that were given up, then the messages, which Slack may
 * not let go. Refusals and offers of further links leave no record: they are looked for in the thread.
 */
export async function withdrawPost(
  { team, channel, postTs, threadTs }: WithdrawTask,
  { store, findReplies, deleteReply }: WithdrawPorts,
  run: Run,
): Promise<void> {
  const post = { team, channel, postTs };
  const take = (id: string, ts: string) =>
    run.step(`delete-${id}`, async () => {
      await deleteReply({ channel, ts }).catch((error: unknown) => {
        throw toVerdict(error);
      });
      return true;
    });
  const replies = await run.step('replies', () => store.repliesToPost(post));
  await store.emptyFailedJobs(await failedOfPost(post, store));
  await store.deleteReplies(post);
  for (const { id, replyTs } of replies) if (replyTs !== null) await take(id, replyTs);
  const jobKeys = await store.jobKeysOfPost({ ...post, thread: threadKey({ team, channel, threadTs }) });
  if (jobKeys.length > 0) {
    const left = await findReplies({ channel, threadTs }, jobKeys.flatMap(replyKeys)).catch((error: unknown) => {
      throw toVerdict(error);
    });
    for (const ts of left) await take(ts, ts);
  }
}

/** Whether a post was deleted while its job waited or ran: then nothing more is said about it. */
export async function isWithdrawn(
  post: { team: string; channel: string; postTs: string | null },
  store: Pick<JobStore, 'wasReceived'>,
): Promise<boolean> {
  const { team, channel, postTs } = post;
  return postTs !== null && store.wasReceived(withdrawalKey({ team, channel, postTs }));
}

function withdrawalKey({ team, channel, postTs }: { team: string; channel: string; postTs: string }): string {
  return `${team}:${channel}:${postTs}:deleted`;
}
