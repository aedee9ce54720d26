import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSchema, openSqlite } from './database.ts';
import type { PostgresServer } from './postgres-server.ts';
import { findFreePort, type Program, startProgram } from './program.ts';
import { report, sendPosts, waitForReplies } from './report.ts';
import { openWorld, type World } from './world.ts';

const longestDrainMs = 120_000;

type Scene = {
  world: World;
  acked: Set<number>;
  random: () => number;
  send: (programs: Program[], posts: number[]) => Promise<number[]>;
};

async function withWorld(title: string, random: () => number, play: (scene: Scene) => Promise<void>): Promise<void> {
  console.log(`\n${title}`);
  const world = await openWorld(random);
  const acked = new Set<number>();
  // Gives the posts that were not acknowledged, which Slack would deliver again.
  const send = async (programs: Program[], posts: number[]) => {
    await sendPosts(programs, posts, acked, random);
    return posts.filter((post) => !acked.has(post));
  };
  try {
    await play({ world, acked, random, send });
    report(world, acked);
  } finally {
    world.close();
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

/** The file may not grow any more, which is how a full disk looks from inside; then there is room again. */
export async function measureFullDisk(random: () => number): Promise<void> {
  await withWorld('SQLite, disk full', random, async ({ world, acked, send }) => {
    const database = openSqlite();
    const port = await findFreePort();
    const full = await startProgram(world, port, database.environment, { maxFileKb: 400 });
    let refused: number[] = [];
    for (let first = 0; first < 400 && refused.length === 0; first += 40)
      refused = await send([full], range(first, first + 40));
    console.log(`events refused             ${refused.length}`);
    await full.kill('SIGKILL');
    const roomy = await startProgram(world, port, database.environment);
    await send([roomy], refused);
    await waitForReplies(world, acked, longestDrainMs);
    await roomy.kill('SIGTERM');
    await database.close();
  });
}

/** The file cannot be written at start: the program says so and ends. */
export async function measureReadOnly(random: () => number): Promise<void> {
  console.log('\nSQLite, read-only file');
  const world = await openWorld(random);
  const database = openSqlite();
  try {
    const port = await findFreePort();
    await (await startProgram(world, port, database.environment)).kill('SIGTERM');
    chmodSync(database.path, 0o444);
    chmodSync(dirname(database.path), 0o555);
    const outcome = await startProgram(world, port, database.environment, { asNobody: true }).then(
      (program) => program.kill('SIGKILL').then(() => 'it started'),
      (error: unknown) => String(error),
    );
    console.log(outcome);
  } finally {
    world.close();
    await database.close();
  }
}

/** The process's clock jumps an hour ahead and an hour back while posts wait. */
export async function measureClock(random: () => number): Promise<void> {
  await withWorld(
    'SQLite, clock an hour ahead while 60 posts wait, a second later an hour behind',
    random,
    async ({ world, acked, send }) => {
      const database = openSqlite();
      const program = await startProgram(world, await findFreePort(), database.environment, { jumpingClock: true });
      await send([program], range(0, 60));
      await program.kill('SIGUSR2');
      await sleep(1000);
      await program.kill('SIGUSR2');
      console.log(`all answered after         ${await waitForReplies(world, acked, longestDrainMs)} ms`);
      await program.kill('SIGTERM');
      await database.close();
    },
  );
}

/** The server is gone for half a minute while posts wait and others come. */
export async function measureDatabaseGone(server: PostgresServer, random: () => number): Promise<void> {
  await withWorld('PostgreSQL, two processes, server gone for 30 s', random, async ({ world, acked, send }) => {
    const database = await openSchema(server);
    const programs = [
      await startProgram(world, await findFreePort(), database.environment),
      await startProgram(world, await findFreePort(), database.environment),
    ];
    await send(programs, range(0, 60));
    server.stop();
    const refused = await send(programs, range(60, 100));
    console.log(`events refused             ${refused.length} of 40`);
    await sleep(30_000);
    const repliesBefore = world.replies.length;
    server.start();
    const backAt = Date.now();
    while (world.replies.length === repliesBefore && Date.now() - backAt < 60_000) await sleep(20);
    console.log(`back to the next reply     ${Date.now() - backAt} ms`);
    await send(programs, refused);
    await waitForReplies(world, acked, longestDrainMs);
    for (const program of programs) await program.kill('SIGTERM');
  });
}
