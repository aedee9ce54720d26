import { RetryLater } from '../core/errors.ts';
import type { Job, Log, PostReply, ReplyTarget, Run, ShowWorking } from '../ports.ts';
import { replyOnce } from './reply-once.ts';

/** Tells the person, once, that a job was given up, so that nothing is left hanging. Throws as `replyOnce` does: it is tried again. */
export async function tellFailure(
  job: Job,
  code: string,
  ports: { postReply: PostReply; showWorking: ShowWorking; log: Log },
  run: Run,
): Promise<void> {
  ports.log.error({ code, kind: job.kind, attempts: job.attempts }, 'job given up');
  const target = targetOf(job.payload);
  if (!target) return;
  const notice = job.kind === 'answer-question' ? 'answer-failed' : 'brief-failed';
  const canRetry = notice === 'brief-failed' && !target.isPrivate;
  const retry = canRetry ? linkOf(job.payload) : null;
  // A button holds a link, but no text: that stays with the job.
  const retryJob = canRetry && retry === null && job.kind === 'brief-post' ? job.id : null;
  const postTs = postTsOf(job.payload);
  await replyOnce({ kind: 'notice', notice, retry, retryJob, postTs }, target, ports, run, 'apology');
  // A process that died at the job left its sign of life standing.
  const stands = await ports.showWorking(target, postTs, false);
  if (stands) throw new RetryLater('sign-stands', stands.againInMs);
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

function linkOf(payload: unknown): string | null {
  const link = typeof payload === 'object' && payload !== null && 'link' in payload ? payload.link : null;
  return typeof link === 'string' ? link : null;
}
