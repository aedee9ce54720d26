import { setTimeout as wait } from 'node:timers/promises';
import type { Post } from '../../core/post.ts';
import { nameError } from '../library-log.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { Listening } from './listening.ts';

/** Slack gives a command or a button three seconds. */
export const ackDeadlineMs = 2500;

/** What became of a post before the acknowledgement was due. */
export type Taking = 'taken' | 'not-taken' | 'late';

/** What the person is told unless all is well. */
export const troubles: Record<Exclude<Taking, 'taken'>, Mrkdwn> = {
  'not-taken': mrkdwn`Byline could not take this just now: please try again in a minute.`,
  late: mrkdwn`Byline is slow just now: please try again if nothing has come within two minutes.`,
};

/** Commits a post that says nothing of who shares its channel, but waits no longer for it than Slack waits for the acknowledgement. Never rejects. */
export async function takePost(
  post: Post,
  { receivePost, askExternal, log, deadlineMs }: Pick<Listening, 'receivePost' | 'askExternal' | 'log' | 'deadlineMs'>,
): Promise<Taking> {
  const taking = commit().then(
    (): Taking => 'taken',
    (error: unknown): Taking => {
      log.error({ error: nameError(error) }, 'post not taken');
      return 'not-taken';
    },
  );
  async function commit(): Promise<void> {
    const { place } = post;
    await receivePost({ ...post, place: { ...place, isExternal: await askExternal(place.channel) } });
  }
  const deadline = new AbortController();
  const late = wait<Taking>(deadlineMs, 'late', { signal: deadline.signal });
  try {
    return await Promise.race([taking, late]);
  } finally {
    late.catch(() => {});
    deadline.abort();
  }
}
