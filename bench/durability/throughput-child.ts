import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from '../../src/jobs/worker.ts';
import { openStore } from '../../src/store/open-store.ts';

// A process that works off a shared queue: each job waits as for a page (5 ms), a model (as told, 60 ms or more) and Slack (10 ms), and
// keeps each result as a step. Writes a line for every 20 jobs: how many it did, and its memory in MB after a collection of garbage.

const [url = '', draftMs = '60'] = process.argv.slice(2);
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const store = await openStore({ path: '', url, log });
let done = 0;
const worker = createWorker({
  store,
  handlers: {
    work: async (_payload, run) => {
      await run.step('read', () => sleep(5, 'page '.repeat(400)));
      await run.step('draft', () => sleep(Number(draftMs), 'draft '.repeat(200)));
      await run.beginOnce('post');
      await run.step('post', () => sleep(10, 'ts'));
      done += 1;
      if (done % 20 !== 0) return;
      globalThis.gc?.();
      process.stdout.write(`${done} ${Math.round(process.memoryUsage().rss / 1024 / 1024)}\n`);
    },
  },
  onGivenUp: async () => {},
  isShared: true,
  now: store.now,
  log,
});
process.stdout.write('ready\n');
// Begins when it is told to, so that two begin together.
await new Promise((resolve) => process.stdin.once('data', resolve));
await worker.start();
await worker.idle();
process.stdout.write(`end ${done}\n`);
await worker.stop({ deadlineMs: 1000 });
await store.close();
process.exit(0);
