import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/store/open-store.ts';
import type { PostgresServer } from './postgres-server.ts';

const together = 16;

/** How fast one process works off so many queued jobs, and how fast two do. */
export async function measureThroughput(server: PostgresServer, jobs: number): Promise<void> {
  console.log(`\n${jobs} queued jobs of 75 ms of waiting, four at once in a process`);
  const one = await workOff(server, jobs, 1);
  const two = await workOff(server, jobs, 2);
  console.log(`two processes to one       ${(two / one).toFixed(2)} times`);
}

const growth = [1, 2, 10];
const modelMs = 5000;
const jobsEach = 40;

/** What processes carry whose jobs wait as long as for a real model. */
export async function measureGrowth(server: PostgresServer): Promise<void> {
  console.log(
    `\n${jobsEach} queued jobs for each process, of ${modelMs} ms of waiting for a model, four at once in a process`,
  );
  for (const processes of growth) await workOff(server, jobsEach * processes, processes, modelMs);
}

async function workOff(server: PostgresServer, jobs: number, processes: number, draftMs = 60): Promise<number> {
  await fillQueue(server.url, jobs, `${processes}-${draftMs}`);
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorker(server.url, draftMs)));
  const startedAt = performance.now();
  const shares = await Promise.all(workers.map((worker) => worker.run()));
  const perSecond = jobs / ((performance.now() - startedAt) / 1000);
  const memory = workers.map(({ memoryMb }) => `${fifths(memoryMb).join(' ')} (most ${Math.max(...memoryMb)})`);
  console.log(
    `${processes} ${processes === 1 ? 'process' : 'processes'}                ${perSecond.toFixed(2)} jobs/s, done by each ${shares.join(' and ')}, memory MB ${memory.join('; ')}`,
  );
  const done = shares.reduce((sum, share) => sum + share, 0);
  if (done !== jobs) console.log(`  ${done} were done instead of ${jobs}`);
  return perSecond;
}

/** The first of a run's values and the last of each of its fifths: whether it levels off. */
function fifths(values: number[]): (number | undefined)[] {
  return [0, 1, 2, 3, 4, 5].map((n) => values[Math.round((n * (values.length - 1)) / 5)]);
}

async function fillQueue(url: string, jobs: number, run: string): Promise<void> {
  const store = await openStore({ path: '', url });
  for (let first = 0; first < jobs; first += together) {
    const numbers = Array.from({ length: Math.min(together, jobs - first) }, (_, n) => first + n);
    await Promise.all(
      numbers.map((n) => {
        const key = `${run}-${n}`;
        const job = { key, kind: 'work', team: `T${n % 4}`, channel: `C${n % 20}`, thread: key, payload: { n } };
        return store.receive({ key: `e-${key}`, team: job.team, receivedAt: store.now() }, [job]);
      }),
    );
  }
  await store.close();
}

async function startWorker(url: string, draftMs: number) {
  const child = spawn(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, 'throughput-child.ts'), url, String(draftMs)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  const memoryMb: number[] = [];
  let done = 0;
  lines.on('line', (line) => {
    const [first, second] = line.split(' ');
    if (first === 'end') done = Number(second);
    else memoryMb.push(Number(second));
  });
  return {
    memoryMb,
    async run(): Promise<number> {
      const ended = once(child, 'close');
      child.stdin.write('go\n');
      await ended;
      return done;
    },
  };
}
