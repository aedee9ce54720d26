import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';
import { findFreePort, startProgram } from './program.ts';
import { report, sendPosts, waitForReplies } from './report.ts';
import { openWorld } from './world.ts';

const posts = 200;
const troubleMs = 60_000;
const troubleShare = 0.7;
const longestDrainMs = 300_000;

/** Sends 200 posts into a minute in which most of Slack's answers fail, and counts what is there in the end. */
export async function measureSlackTrouble(
  database: BenchDatabase,
  { processes, random }: { processes: number; random: () => number },
): Promise<void> {
  const world = await openWorld(random);
  const acked = new Set<number>();
  const programs = [];
  try {
    for (let n = 0; n < processes; n += 1)
      programs.push(await startProgram(world, await findFreePort(), database.environment));
    world.trouble.share = troubleShare;
    const healing = sleep(troubleMs).then(() => {
      world.trouble.share = 0;
    });
    const all = [...Array(posts).keys()];
    await sendPosts(programs, all, acked, random);
    await healing;
    const late = all.filter((post) => !acked.has(post));
    // Slack delivers again what it was not told of within three seconds.
    await sendPosts(programs, late, acked, random);
    await waitForReplies(world, acked, longestDrainMs);
    // What would come too late comes now.
    await sleep(3000);
    console.log(
      `\n${database.name}, ${processes} process(es): Slack failing ${troubleShare * 10} times in 10 for a minute`,
    );
    console.log(`delivered again            ${late.length}`);
    console.log(`answers of Slack           ${JSON.stringify(world.trouble.counts)}`);
    report(world, acked);
  } finally {
    for (const program of programs) await program.kill('SIGTERM');
    world.close();
    await database.close();
  }
}
