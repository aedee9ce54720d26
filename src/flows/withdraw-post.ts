import type { Deletion } from '../core/post.ts';
import type { DeleteReply, JobStore, RepliesStore, Run } from '../ports.ts';
import { threadKey } from './jobs-of-post.ts';
import type { WithdrawTask } from './tasks.ts';

type ReceivePorts = {
  store: Pick<JobStore, 'receive' | 'hasOpenJob'> & Pick<RepliesStore, 'repliesToPost'>;
  now: () => number;
  wake: () => void;
};

/** Takes in that a post was deleted. Where Byline said nothing about it and has nothing in hand, nothing is kept. */
export async function receiveDeletion(deletion: Deletion, { store, now, wake }: ReceivePorts): Promise<void> {
  const { team, channel, ts: postTs } = deletion;
  const thread = threadKey({ team, channel, threadTs: deletion.threadTs ?? postTs });
  const isAnswered =
    (await store.repliesToPost({ team, channel, postTs })).length > 0 ||
    (await store.hasOpenJob(thread, 'brief-post', '')) ||
    (await store.hasOpenJob(thread, 'brief-again', '')) ||
    (await store.hasOpenJob(thread, 'answer-question', ''));
  if (!isAnswered) return;
  const task: WithdrawTask = { kind: 'withdraw-post', team, channel, postTs };
  const key = withdrawalKey({ team, channel, postTs });
  // In the post's own thread: after what is in hand there, so that nothing is posted behind its back.
  const job = { key, kind: task.kind, team, channel, thread, payload: task };
  if (await store.receive({ key, team, receivedAt: now() }, [job])) wake();
}

/** Takes back what was said because of a post: the messages, then what is kept of them. */
export async function withdrawPost(
  { team, channel, postTs }: WithdrawTask,
  { store, deleteReply }: { store: Pick<RepliesStore, 'repliesToPost' | 'deleteReplies'>; deleteReply: DeleteReply },
  run: Run,
): Promise<void> {
  const post = { team, channel, postTs };
  for (const { id, replyTs } of await store.repliesToPost(post)) {
    if (replyTs === null) continue;
    await run.step(`delete-${id}`, async () => {
      await deleteReply({ channel, ts: replyTs });
      return true;
    });
  }
  await store.deleteReplies(post);
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
