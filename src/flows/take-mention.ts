import { RetryLater } from '../core/errors.ts';
import type { Run } from '../ports.ts';
import type { FindPorts } from './find-post.ts';
import type { MentionTask } from './tasks.ts';

/** Longer than the two events of one mention are ever apart while Slack is well. */
const waitMs = 3000;

/**
 * Takes in a mention by itself, after a wait for its message: where the bot may read the channel, that comes as an event of its own,
 * with the files that a mention does not show, and is what is answered.
 */
export async function takeMention(
  { post }: MentionTask,
  { receivePost }: Pick<FindPorts, 'receivePost'>,
  run: Run,
): Promise<void> {
  if (!(await run.beginOnce('wait'))) throw new RetryLater('message-may-follow', waitMs);
  const { isMentionOnly: _, ...alone } = post;
  await receivePost(alone, run.claim);
}
