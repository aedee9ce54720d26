import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, threadOfPost } from './program.ts';
import { isSharedArticle } from './shared-articles.ts';
import type { ModelCall, World } from './world.ts';

/** Sends posts over a third of a second, to any of the programs; what is acknowledged is added to `acked`. */
export async function sendPosts(
  programs: Program[],
  posts: number[],
  acked: Set<number>,
  random: () => number,
): Promise<void> {
  await Promise.all(
    posts.map(async (post) => {
      await sleep(random() * 300);
      const program = programs[Math.floor(random() * programs.length)];
      if (await program?.sendPost(post)) acked.add(post);
    }),
  );
}

/** Waits until every acknowledged post has a reply, or until the time is over; gives how long that took, in milliseconds. */
export async function waitForReplies(world: World, acked: Set<number>, longestMs: number): Promise<number> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < longestMs && unanswered(world, acked).length > 0) await sleep(50);
  return Date.now() - startedAt;
}

/** Acknowledged posts without a reply. */
export function unanswered(world: World, acked: Set<number>): number[] {
  const threads = new Set(world.replies.map(({ threadTs }) => threadTs));
  return [...acked].filter((post) => !threads.has(threadOfPost(post)));
}

/**
 * Prints what was lost, doubled and paid again.
 *
 * @param storedAt  when a model's answer to a post was seen on the disk; after that it must never be asked again
 * @param isRead  whether the program had read a call's answer to its last byte (witness.ts). That is when a call has ended for the
 *   program: what was still on its way when it was killed it could not have known of
 */
export function report(
  world: World,
  acked: Set<number>,
  storedAt: Map<number, number> = new Map(),
  isRead: (call: number) => boolean = () => true,
): void {
  const counts = new Map<string, number>();
  for (const { threadTs } of world.replies) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  const doubled = [...counts].filter(([, count]) => count > 1);
  const { calls } = world;
  const afterStored = calls.filter(
    ({ article, startedAt }) => startedAt > (storedAt.get(article) ?? Number.POSITIVE_INFINITY),
  );
  const own = calls.filter(({ article }) => !isSharedArticle(article));
  const shared = calls.filter(({ article }) => isSharedArticle(article));
  const readBefore = (call: ModelCall) => calls.some((earlier, at) => isRead(at) && isEarlier(earlier, call));
  const again = own.filter(readBefore);
  const onItsWay = own.filter((call) => calls.some((earlier, at) => !isRead(at) && isEarlier(earlier, call)));
  console.log(`posts acknowledged         ${acked.size}`);
  console.log(`lost                       ${unanswered(world, acked).length}`);
  console.log(`answered more than once    ${doubled.length}`);
  console.log(`model calls                ${calls.length}`);
  console.log(`  again, answer was stored ${afterStored.length}`);
  console.log(`  again, answer was read   ${again.length}`);
  console.log(`  again, killed while the answer was on its way ${onItsWay.length}`);
  const articles = new Set(shared.map(({ article }) => article));
  console.log(
    `articles linked 20 times   ${articles.size}, model calls ${shared.length}, of those after an answer was read ${shared.filter(readBefore).length}`,
  );
}

function isEarlier(earlier: ModelCall, call: ModelCall): boolean {
  return (
    earlier.article === call.article &&
    earlier !== call &&
    (earlier.answeredAt ?? Number.POSITIVE_INFINITY) <= call.startedAt
  );
}

/** The middle of some numbers. */
export function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
