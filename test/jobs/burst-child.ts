import { appendFileSync, writeSync } from 'node:fs';
import { createWorker } from '../../src/jobs/worker.ts';
import { openStore } from '../../src/store/open-store.ts';

// A process to be killed: takes events in as fast as it can and works them off in three steps. What it promised goes to
// standard output, a line for each event once it is stored; what its steps did goes to a file that no transaction covers.
// Arguments: the database (a file or a server's URL), that file, and how many events to take in (0: only work off what is there, then end).

const [databasePath = '', effectsPath = '', events = '0', round = '0'] = process.argv.slice(2);

const url = databasePath.startsWith('postgres') ? databasePath : undefined;
const store = await openStore({ path: databasePath, url });
const quiet = () => {};
const worker = createWorker({
  store,
  handlers: {
    work: async (_payload, run) => {
      for (const step of ['read', 'draft', 'post']) {
        await run.step(step, async () => {
          await new Promise((resolve) => setTimeout(resolve, 3));
          appendFileSync(effectsPath, `did ${run.key} ${step}\n`);
          return step;
        });
        appendFileSync(effectsPath, `kept ${run.key} ${step}\n`);
      }
    },
  },
  onGivenUp: async (job) => appendFileSync(effectsPath, `gave-up ${job.key}\n`),
  ...(store.isShared ? { isShared: true, now: store.now, leaseMs: 600 } : {}),
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
});
await worker.start();

for (let n = 0; n < Number(events); n++) {
  const key = `r${round}-${n}`;
  const job = { key, kind: 'work', team: `T${n % 3}`, thread: `${round}-${n % 7}`, payload: { n } };
  await store.receive({ key: `event-${key}`, team: job.team, receivedAt: store.now() }, [job]);
  writeSync(1, `${key}\n`);
  worker.wake();
  await new Promise((resolve) => setTimeout(resolve, 1));
}
for (;;) {
  await worker.idle();
  const { pending, running } = await store.queueState(store.now());
  if (pending + running === 0) break;
  // What dead processes ran: their leases run out.
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await worker.stop({ deadlineMs: 1000 });
await store.close();
