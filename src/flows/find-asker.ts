import type { BriefRecord } from '../ports.ts';

/**
 * Who asked for a brief, where nothing in the channel shows it: a command, a form and a button leave no post behind. Null where there
 * is a post, and in direct messages.
 */
export function findAsker({ channel, postTs, user }: Pick<BriefRecord, 'channel' | 'postTs' | 'user'>): string | null {
  return postTs === null && !channel.startsWith('D') ? user : null;
}
