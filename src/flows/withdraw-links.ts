import type { LinkRemoval } from '../core/post.ts';
import type { BriefStore, DeleteReply, JobStore, Log, RepliesStore, Run } from '../ports.ts';
import { failedOfLinks } from './failed-of-post.ts';
import { nameOfLink, threadKey } from './jobs-of-post.ts';
import { toVerdict } from './reply-once.ts';
import type { WithdrawLinksTask } from './tasks.ts';

type ReceivePorts = {
  store: Pick<JobStore, 'receive' | 'hasOpenJob'> & Pick<RepliesStore, 'briefsOfJobs' | 'textsOfFailedJobs'>;
  now: () => number;
  wake: () => void;
};

/** Takes in that an edit took links out of a post. Where none of them was briefed, in vain or not, or is in hand, nothing is kept. */
export async function receiveLinkRemoval(removal: LinkRemoval, { store, now, wake }: ReceivePorts): Promise<void> {
  const { team, channel, ts: postTs, editTs } = removal;
  const threadTs = removal.threadTs ?? postTs;
  const thread = threadKey({ team, channel, threadTs });
  const jobNames = removal.links.map(nameOfLink);
  const isBriefed =
    (await store.briefsOfJobs({ team, channel, postTs, jobNames })).length > 0 ||
    (await store.hasOpenJob(thread, 'brief-post', '')) ||
    (await store.hasOpenJob(thread, 'brief-again', '')) ||
    (await failedOfLinks({ team, channel, postTs, jobNames }, store)).length > 0;
  if (!isBriefed) return;
  const task: WithdrawLinksTask = { kind: 'withdraw-links', team, channel, postTs, threadTs, jobNames };
  const key = `${team}:${channel}:${postTs}:edited:${editTs}`;
  // In the post's own thread: after the brief that is in hand there.
  const job = { key, kind: task.kind, team, channel, thread, payload: task };
  if (await store.receive({ key, team, receivedAt: now() }, [job])) wake();
}

type WithdrawPorts = {
  store: Pick<RepliesStore, 'briefsOfJobs' | 'deleteBriefs' | 'textsOfFailedJobs' | 'emptyFailedJobs'> &
    Pick<BriefStore, 'answersInThread'> &
    Pick<JobStore, 'hasOpenJob'>;
  deleteReply: DeleteReply;
  log: Log;
};

/**
 * Takes back the briefs of links that their post no longer has, unless people have asked about them: then they stay for the answers.
 * What jobs hold that briefed them in vain goes in any case.
 */
export async function withdrawLinks(task: WithdrawLinksTask, ports: WithdrawPorts, run: Run): Promise<void> {
  const { team, channel, threadTs } = task;
  const { store, deleteReply, log } = ports;
  const briefs = await run.step('briefs', async () =>
    (await isAskedAbout(task, store, run)) ? [] : store.briefsOfJobs(task),
  );
  await store.emptyFailedJobs(await failedOfLinks(task, store));
  await store.deleteBriefs(briefs.map(({ id }) => id));
  for (const { id, replyTs } of briefs) {
    if (replyTs === null) continue;
    await run.step(`delete-${id}`, async () => {
      try {
        await deleteReply({ channel, ts: replyTs });
      } catch (error) {
        throw toVerdict(error);
      }
      return true;
    });
  }
  log.info({ team, channel, threadTs, briefs: briefs.length }, 'briefs of removed links taken back');
}

// An answer does not say which of a thread's articles it was asked of.
async function isAskedAbout(
  { team, channel, threadTs }: WithdrawLinksTask,
  store: WithdrawPorts['store'],
  run: Run,
): Promise<boolean> {
  if ((await store.answersInThread({ team, channel, threadTs }, 1)).length > 0) return true;
  return store.hasOpenJob(threadKey({ team, channel, threadTs }), 'answer-question', run.jobId);
}
