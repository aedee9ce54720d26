import type { PostReply, Run } from '../ports.ts';
import { replyOnce } from './reply-once.ts';
import type { TellTask } from './tasks.ts';

/** Tells who asked, once, why nothing is read. */
export async function tell({ notice, target }: TellTask, ports: { postReply: PostReply }, run: Run): Promise<void> {
  await replyOnce({ kind: 'notice', notice }, target, ports, run);
}
