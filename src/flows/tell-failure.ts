import type { DeleteReply, Job, Log, PostReply, ReplyTarget, Run, ShowWorking } from '../ports.ts';
import { clearSign } from './clear-sign.ts';
import { replyOnce } from './reply-once.ts';
import { takeBackApology } from './take-back-apology.ts';

/** Tells the person, once, that a job was given up, so that nothing is left hanging. Throws as `replyOnce` does: it is tried again. */
export async function tellFailure(
  job: Job,
  ports: { postReply: PostReply; showWorking: ShowWorking; deleteReply: DeleteReply; log: Log },
  run: Run,
): Promise<void> {
  const target = targetOf(job.payload);
  if (!target) return;
  const notice = job.kind === 'answer-question' ? 'answer-failed' : 'brief-failed';
  const retryJob = job.kind === 'brief-post' && !target.isPrivate ? job.id : null;
  await takeBackApology(target, ports, run);
  await replyOnce({ kind: 'notice', notice, retryJob }, target, ports, run, 'apology');
  // A process that died at the job left its sign of life standing.
  await clearSign({ at: target, postTs: postTsOf(job.payload) }, ports);
}

function postTsOf(payload: unknown): string | null {
  const ts = typeof payload === 'object' && payload !== null && 'postTs' in payload ? payload.postTs : null;
  return typeof ts === 'string' ? ts : null;
}

function targetOf(payload: unknown): ReplyTarget | undefined {
  if (typeof payload !== 'object' || payload === null || !('target' in payload)) return undefined;
  // Written by receivePost and read back from our own table.
  return payload.target as ReplyTarget;
}
