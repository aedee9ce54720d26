import type { FailedText, RepliesStore } from '../ports.ts';
import { threadKey } from './jobs-of-post.ts';
import type { AgainTask, AnswerTask } from './tasks.ts';

type Post = { team: string; channel: string; postTs: string };
type Store = Pick<RepliesStore, 'textsOfFailedJobs'>;

/**
 * Ids of the jobs that a post led to and that were given up with what they hold: its own, those that somebody asked for later, and
 * the questions that were asked in the thread it opened.
 */
export async function failedOfPost(post: Post, store: Store): Promise<string[]> {
  return (await store.textsOfFailedJobs(post)).filter((job) => isLedToBy(post, job)).map(({ id }) => id);
}

/** The same of some of its links alone. `jobNames`: what the keys of the jobs that brief them end in. */
export async function failedOfLinks(
  { jobNames, ...post }: Post & { jobNames: string[] },
  store: Store,
): Promise<string[]> {
  return (await store.textsOfFailedJobs(post))
    .filter((job) => isOwn(post, job) && jobNames.some((name) => job.key.endsWith(`:${name}`)))
    .map(({ id }) => id);
}

// Answers in the thread that a post opened, or about it from elsewhere, quote what it led to.
function isLedToBy(post: Post, job: FailedText): boolean {
  if (isOwn(post, job)) return true;
  if (job.kind !== 'answer-question') return false;
  const { team, channel, postTs } = post;
  return job.thread === threadKey({ team, channel, threadTs: postTs }) || fieldsOf(job).ofThread === postTs;
}

function isOwn({ team, channel, postTs }: Post, job: FailedText): boolean {
  if (job.key.startsWith(`${team}:${channel}:${postTs}:`)) return true;
  // What a shortcut or a button asked for has a key of its own.
  const fields = fieldsOf(job);
  return fields.postTs === postTs || fields.post?.ts === postTs;
}

// A cast: payloads are tasks (tasks.ts), which have these or not.
function fieldsOf({ payload }: FailedText): Partial<Pick<AnswerTask, 'postTs' | 'ofThread'> & Pick<AgainTask, 'post'>> {
  return (payload ?? {}) as ReturnType<typeof fieldsOf>;
}
