import { SlackError } from '../core/errors.ts';
import type { FoundPost, Post } from '../core/post.ts';
import type { Claim, FindPost, JobStore, Notice, PostReply, RepliesStore, Run } from '../ports.ts';
import { threadOf } from './jobs-of-post.ts';
import { replyOnce, toVerdict } from './reply-once.ts';
import type { AgainTask, FindTask } from './tasks.ts';

export type FindPorts = {
  findPost: FindPost;
  /** Takes in what was found, as if it had been posted now. */
  receivePost: (post: Post, claim: Claim) => Promise<void>;
  postReply: PostReply;
  store: Pick<JobStore, 'wasReceived' | 'hasOpenJob'> & Pick<RepliesStore, 'repliesToPost'>;
};

/** Finds the message that somebody asked about without giving it, and takes it in. */
export async function findPost({ where, target, post }: FindTask, ports: FindPorts, run: Run): Promise<void> {
  const { found, trouble } = await run.step('found', () => look({ where, post }, ports, run.signal));
  if (found) {
    const { lookUp: _, ...asked } = post;
    const key = `${post.key}:found`;
    // Read for one person, nothing about the message itself is settled.
    if (post.isPrivate) {
      const { text, links, files } = found;
      return ports.receivePost({ ...asked, text, links, files, key }, run.claim);
    }
    return ports.receivePost({ ...asked, ...found, key, lookUp: 'given' }, run.claim);
  }
  // A message that is gone by now has nobody to tell.
  if (where === 'message' && !trouble) return;
  const notice = trouble ?? (where === 'last' ? 'no-link-found' : 'nothing-to-read');
  await replyOnce({ kind: 'notice', notice }, target, ports, run);
}

async function look(
  { where, post }: Pick<FindTask, 'where' | 'post'>,
  { findPost }: Pick<FindPorts, 'findPost'>,
  signal: AbortSignal,
): Promise<{ found?: FoundPost; trouble?: Notice }> {
  try {
    const found = await findPost({ where, place: post.place, ts: post.ts }, signal);
    return found ? { found } : {};
  } catch (error) {
    const isClosed = error instanceof SlackError && (error.code === 'not-in-channel' || error.code === 'not-allowed');
    if (isClosed) return { trouble: 'cannot-look' };
    throw toVerdict(error);
  }
}

/**
 * Briefs a message that stood there before, once: not where it was briefed as it came or because another person asked. One that
 * was passed over in silence, or refused, is tried once more.
 */
export async function briefAgain({ target, post }: AgainTask, ports: FindPorts, run: Run): Promise<void> {
  const { lookUp: _, ...asked } = post;
  const key = await run.step('key', () => chooseKey(post, ports.store));
  // Behind the brief that is in hand; to wait here would hold it up.
  if (key === 'in-hand') return ports.receivePost({ ...post, key: `${post.key}:behind` }, run.claim);
  if (key !== null) return ports.receivePost({ ...asked, key, isAskedLater: true }, run.claim);
  // Who reacted sees the brief in the thread; who pressed or typed something waits for an answer.
  if (post.responseUrl) await replyOnce({ kind: 'notice', notice: 'already-briefed' }, target, ports, run);
}

async function chooseKey({ place, ts }: Post, store: FindPorts['store']): Promise<string | null> {
  const { team, channel } = place;
  if (ts !== null && (await store.repliesToPost({ team, channel, postTs: ts })).length > 0) return null;
  const key = `${team}:${channel}:${ts}`;
  if (!(await store.wasReceived(key))) return key;
  return (await store.hasOpenJob(threadOf({ key, place, ts }), 'brief-post', '')) ? 'in-hand' : `${key}:asked`;
}
