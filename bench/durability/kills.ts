import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';
import { findFreePort, type Program, startProgram } from './program.ts';
import { middle, report, sendPosts, unanswered, waitForReplies } from './report.ts';
import { openWitness } from './witness-file.ts';
import { openWorld, type World } from './world.ts';

const burst = 200;
const longestDrainMs = 240_000;
const quietKills = 5;

type Options = { processes: number; rounds: number; random: () => number };

// By what was done, not by the clock: a program on a busy machine must get as far as one on a quiet machine, or nothing is tried.
const mostEvents = 40;
const longestWorkMs = 8000;

async function someWork(world: World, random: () => number): Promise<void> {
  const done = () => world.calls.length + world.replies.length;
  const enough = done() + Math.floor(random() * mostEvents);
  const end = Date.now() + longestWorkMs;
  while (done() < enough && Date.now() < end) await sleep(2);
  await sleep(random() * 100);
}

/**
 * Kills one of the processes at a random moment, round after round, while 200 posts wait for their reply all the time; then lets
 * the rest be done. Then, in a quiet moment, kills one that is asking the model for four posts, to see when they are answered.
 */
export async function measureKills(database: BenchDatabase, { processes, rounds, random }: Options): Promise<void> {
  const world = await openWorld(random);
  const ports = await Promise.all(Array.from({ length: processes }, () => findFreePort()));
  const witness = openWitness();
  const start = (port: number) => startProgram(world, port, { ...database.environment, BENCH_WITNESS: witness.path });
  const programs: Program[] = [];
  const acked = new Set<number>();
  const storedAt = new Map<number, number>();
  let next = 0;
  const takePosts = (count: number) => Array.from({ length: Math.max(count, 0) }, () => next++);
  let refused: number[] = [];

  const killOne = async (at: number): Promise<void> => {
    await programs[at]?.kill('SIGKILL');
    const killedAt = Date.now();
    for (const post of await database.postsWithAnswer()) if (!storedAt.has(post)) storedAt.set(post, killedAt);
  };

  try {
    for (const port of ports) programs.push(await start(port));
    const startedAt = Date.now();
    for (let round = 0; round < rounds; round += 1) {
      const posts = [...refused, ...takePosts(burst - refused.length - unanswered(world, acked).length)];
      const sending = sendPosts(programs, posts, acked, random);
      await someWork(world, random);
      const victim = Math.floor(random() * processes);
      await killOne(victim);
      await sending;
      refused = posts.filter((post) => !acked.has(post));
      programs[victim] = await start(ports[victim] ?? 0);
      if ((round + 1) % 25 === 0) console.log(`${round + 1} rounds, ${world.calls.length} model calls`);
    }
    const roundsMs = Date.now() - startedAt;
    // What was not acknowledged Slack delivers again.
    await sendPosts(programs, refused, acked, random);
    const drainMs = await waitForReplies(world, acked, longestDrainMs);
    console.log(`\n${database.name}, ${processes} process(es): ${rounds} rounds of kill -9 in ${roundsMs} ms`);
    report(world, acked, storedAt, witness.readCalls());
    console.log(`last start to empty queue  ${drainMs} ms`);

    const recoveries: number[] = [];
    for (let kill = 0; kill < quietKills; kill += 1) {
      const calls = world.calls.length;
      const posts = takePosts(4);
      await sendPosts([programs[0] as Program], posts, acked, random);
      while (world.calls.length < calls + 2) await sleep(2);
      await killOne(0);
      const killedAt = Date.now();
      const restarting = start(ports[0] ?? 0);
      await waitForReplies(world, acked, 30_000);
      recoveries.push(Date.now() - killedAt);
      programs[0] = await restarting;
    }
    console.log(`recovered after a kill     median ${middle(recoveries)} ms, longest ${Math.max(...recoveries)} ms`);
  } finally {
    for (const program of programs) await program.kill('SIGTERM');
    witness.remove();
    world.close();
    await database.close();
  }
}
