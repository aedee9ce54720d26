import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { runInThread } from '../../src/threads/run-in-thread.ts';

const limits = { timeoutMs: 200, maxMemoryMb: 300 };
const signal = new AbortController().signal;

function startScript(onTask: string): Worker {
  const script = `const { parentPort } = require('node:worker_threads');
    const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    parentPort.on('message', (task) => { ${onTask} });`;
  return new Worker(script, { eval: true });
}

it('a thread that was kept waiting, and did little, still answers', async () => {
  const worker = startScript('wait(500); parentPort.postMessage(task * 2);');
  expect(await runInThread(worker, 21, { limits, signal })).toEqual({ result: 42 });
  await worker.terminate();
});

it('a thread that works past its limit is put down, in its second task as in its first', async () => {
  const worker = startScript('if (task === "spin") for (;;); parentPort.postMessage(task);');
  expect(await runInThread(worker, 'hello', { limits, signal })).toEqual({ result: 'hello' });
  expect(await runInThread(worker, 'spin', { limits, signal })).toEqual({ failure: 'timed-out' });
});

it('a thread that waits for ever is put down all the same', async () => {
  const worker = startScript('wait(60_000);');
  expect(await runInThread(worker, 1, { limits, signal })).toEqual({ failure: 'timed-out' });
});

it('a thread that ends without an answer is broken', async () => {
  const worker = startScript('process.exit(0);');
  expect(await runInThread(worker, 1, { limits, signal })).toEqual({ failure: 'broken' });
});
