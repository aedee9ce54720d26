import { GiveUp, RetryLater, SlackError } from '../core/errors.ts';
import type { PostReply, Reply, ReplyTarget, Run } from '../ports.ts';

/** Slack's own advice is missing in some of its refusals. */
const pauseMs = 10_000;

/**
 * Posts a reply exactly once over all tries of a job: one that an earlier try may have posted is looked up first.
 *
 * @param name  of the step; a job with two replies has two
 * @throws RetryLater where Slack asks for a pause, GiveUp where it will never take this reply there, SlackError otherwise
 */
export async function replyOnce(
  reply: Reply,
  target: ReplyTarget,
  ports: { postReply: PostReply },
  run: Run,
  name: 'post' | 'apology' = 'post',
): Promise<{ ts: string | null }> {
  const mayStand = await run.beginOnce(name);
  const key = replyKey(run.key, name);
  return run.step(name, async () => {
    try {
      return await ports.postReply(target, reply, { key, mayStand, signal: run.signal });
    } catch (error) {
      throw toVerdict(error);
    }
  });
}

/** What a reply of a job is found by. */
function replyKey(jobKey: string, name: 'post' | 'apology'): string {
  return name === 'post' ? jobKey : `${jobKey}:${name}`;
}

/** What all replies of a job are found by. */
export function replyKeys(jobKey: string): string[] {
  return [replyKey(jobKey, 'post'), replyKey(jobKey, 'apology')];
}

/** What Slack's refusal means for a job: another time, never, or another try. */
export function toVerdict(error: unknown): unknown {
  if (!(error instanceof SlackError) || error.code === 'unavailable') return error;
  if (error.code === 'rate-limited') return new RetryLater(error.code, error.retryAfterMs ?? pauseMs, { cause: error });
  return new GiveUp(error.code, { cause: error });
}
