import type { PostReply, Run } from '../ports.ts';
import { replyOnce } from './reply-once.ts';
import type { OfferTask } from './tasks.ts';

/** Offers the links of a post that were not briefed at once, with a button each. */
export async function offerLinks(task: OfferTask, ports: { postReply: PostReply }, run: Run): Promise<void> {
  await replyOnce({ kind: 'more-links', links: task.links, postTs: task.postTs }, task.target, ports, run);
}
