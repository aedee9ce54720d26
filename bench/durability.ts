// Kills the whole program with SIGKILL at random moments while posts come in, then lets it finish, and counts what Slack and the
// model saw. `npm run bench:durability [-- <rounds> <seed>]`: 20 rounds unless told, about 2 s each. Then 200 posts to a
// Slack that fails. Bounded: every wait has an end, and whatever is not there by then counts as lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, type Program, postOfThread, startProgram, threadOfPost } from './durability/program.ts';
import { createRandom } from './durability/random.ts';
import { openWorld, type World } from './durability/world.ts';

const rounds = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const postsPerRound = 6;
const postsInTrouble = 200;
const longestDrainMs = 180_000;

const random = createRandom(seed);
console.log(`node ${process.version}, SQLite, seed ${seed}`);
await measureKills();
await measureTrouble();

async function measureKills(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-durability-'));
  const world = await openWorld(random);
  const port = await findFreePort();
  const acked = new Set<number>();
  const storedAt = new Map<number, number>();
  let killedAt: number | undefined;
  const recoveries: number[] = [];
  const databasePath = join(folder, 'byline.db');
  const start = () => startProgram(world, port, databasePath);
  try {
    for (let round = 0; round < rounds; round++) {
      const program = await start();
      const repliesBefore = world.replies.length;
      const sending = sendPosts(program, unackedUpTo((round + 1) * postsPerRound, acked), acked);
      await sleep(random() * 1500);
      await program.kill('SIGKILL');
      const killedBefore = killedAt;
      killedAt = Date.now();
      await sending;
      for (const post of readStoredDrafts(databasePath)) if (!storedAt.has(post)) storedAt.set(post, killedAt);
      const firstReply = world.replies[repliesBefore];
      if (killedBefore !== undefined && firstReply) recoveries.push(firstReply.at - killedBefore);
    }
    const program = await start();
    const drainFrom = Date.now();
    await sendPosts(program, unackedUpTo(rounds * postsPerRound, acked), acked);
    await waitForReplies(world, acked);
    const drainMs = Date.now() - drainFrom;
    await program.kill('SIGTERM');

    console.log(`\n${rounds} rounds of kill -9, ${acked.size} posts acknowledged`);
    report(world, acked);
    reportCallsMadeAgain(world, storedAt);
    console.log(`kill to the next reply     median ${middle(recoveries)} ms, longest ${Math.max(...recoveries)} ms`);
    console.log(`last start to empty queue  ${drainMs} ms`);
  } finally {
    world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureTrouble(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'byline-durability-'));
  const world = await openWorld(random);
  const acked = new Set<number>();
  try {
    const program = await startProgram(world, await findFreePort(), join(folder, 'byline.db'));
    world.trouble.share = 0.4;
    await sendPosts(program, unackedUpTo(postsInTrouble, acked), acked);
    await waitForReplies(world, acked);
    // What would come too late comes now.
    await sleep(2000);
    await program.kill('SIGTERM');
    console.log(`\nSlack failing 4 times in 10: ${acked.size} posts acknowledged`);
    console.log(`answers of Slack           ${JSON.stringify(world.trouble.counts)}`);
    report(world, acked);
    reportCallsMadeAgain(world, new Map());
  } finally {
    world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function unackedUpTo(count: number, acked: Set<number>): number[] {
  return Array.from({ length: count }, (_, post) => post).filter((post) => !acked.has(post));
}

async function sendPosts(program: Program, posts: number[], acked: Set<number>): Promise<void> {
  await Promise.all(
    posts.map(async (post) => {
      await sleep(random() * 300);
      if (await program.sendPost(post)) acked.add(post);
    }),
  );
}

async function waitForReplies(world: World, acked: Set<number>): Promise<void> {
  const end = Date.now() + longestDrainMs;
  const answered = () => new Set(world.replies.map(({ threadTs }) => threadTs));
  while (Date.now() < end) {
    const threads = answered();
    if ([...acked].every((post) => threads.has(threadOfPost(post)))) return;
    await sleep(100);
  }
}

function report(world: World, acked: Set<number>): void {
  const counts = new Map<string, number>();
  for (const { threadTs } of world.replies) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  const lost = [...acked].filter((post) => !counts.has(threadOfPost(post)));
  const doubled = [...counts].filter(([, count]) => count > 1);
  console.log(`lost                       ${lost.length}`);
  console.log(`answered more than once    ${doubled.length}`);
}

/** Posts whose draft is on the disk, or whose job has ended, by what stands in the file of a killed program. */
function readStoredDrafts(databasePath: string): number[] {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const rows = database
    .prepare(
      "select thread from jobs where status = 'done' or id in (select job_id from steps where name = 'draft' and result is not null)",
    )
    .all();
  database.close();
  return rows.map(({ thread }) => postOfThread(String(thread).split(':').at(-1) ?? ''));
}

// What was on the disk must never be asked again. A kill before that costs one more call, whoever keeps the queue, even where
// the answer had left the model.
function reportCallsMadeAgain({ calls }: World, storedAt: Map<number, number>): void {
  const afterStored = calls.filter(
    ({ article, startedAt }) => startedAt > (storedAt.get(article) ?? Number.POSITIVE_INFINITY),
  );
  const afterAnswer = calls.filter((call) =>
    calls.some(
      (earlier) =>
        earlier.article === call.article &&
        earlier !== call &&
        (earlier.answeredAt ?? Number.POSITIVE_INFINITY) <= call.startedAt,
    ),
  );
  console.log(`model calls                ${calls.length}`);
  console.log(`  again, draft was stored  ${afterStored.length}`);
  console.log(`  again, killed between the model's answer and its commit ${afterAnswer.length - afterStored.length}`);
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
