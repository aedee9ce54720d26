import type { Job, Log, PostReply, ReplyTarget } from '../ports.ts';

/** Tells the person, once, that a job was given up, so that nothing is left hanging. A failure to tell is only logged. */
export async function tellFailure(job: Job, code: string, ports: { postReply: PostReply; log: Log }): Promise<void> {
  ports.log.error({ code, kind: job.kind, attempts: job.attempts }, 'job given up');
  const target = targetOf(job.payload);
  if (!target) return;
  const notice = job.kind === 'answer-question' ? 'answer-failed' : 'brief-failed';
  try {
    const options = { key: `${job.key}:failed`, mayStand: true, signal: AbortSignal.timeout(10_000) };
    await ports.postReply(target, { kind: 'notice', notice }, options);
  } catch (error) {
    ports.log.error({ kind: job.kind, err: error }, 'could not tell that a job was given up');
  }
}

function targetOf(payload: unknown): ReplyTarget | undefined {
  if (typeof payload !== 'object' || payload === null || !('target' in payload)) return undefined;
  // Written by receivePost and read back from our own table.
  return payload.target as ReplyTarget;
}
