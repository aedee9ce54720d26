import { GiveUp, RetryLater, SlackError } from '../core/errors.ts';
import type { PostReply, Reply, ReplyTarget, Run } from '../ports.ts';

/** Slack's own advice is missing in some of its refusals. */
const pauseMs = 10_000;
const firstPauseMs = 1_000;

/**
 * How long what was sent may be on its way to Slack: a look for it finds nothing until it is there. A process that takes over a job is
 * that patient; it is still done within ten seconds of the other's end.
 */
const settleMs = 8_000;

/**
 * Posts a reply exactly once over all tries of a job: one that an earlier try may have posted is looked up first.
 *
 * @param name  of the step; a job with two replies has two
 * @throws RetryLater where Slack asks for a pause or is away, GiveUp where it will never take this reply there
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
    let isSending = false;
    const beforeSend = async () => {
      await run.beginSend(name, settleMs);
      isSending = true;
    };
    try {
      return await ports.postReply(target, reply, { key, mayStand, beforeSend, signal: run.signal });
    } catch (error) {
      if (isSending && error instanceof SlackError && !error.maybeStored) await run.endSend(name);
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
  if (!(error instanceof SlackError)) return error;
  const { code, retryAfterMs } = error;
  if (code === 'unavailable') return new RetryLater(code, firstPauseMs, { cause: error });
  if (code === 'rate-limited') return new RetryLater(code, retryAfterMs ?? pauseMs, { cause: error });
  return new GiveUp(code, { cause: error });
}
