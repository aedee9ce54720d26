import { Worker } from 'node:worker_threads';
import { watchTime } from './watch-time.ts';

/** Bounds of one task in a thread; `timeoutMs` is of the thread's own work, as `watchTime` counts it. */
export type ThreadLimits = { timeoutMs: number; maxMemoryMb: number };

/** Why a thread gave no result; it was then put down. */
export type ThreadFailure = 'timed-out' | 'out-of-memory' | 'broken';

/**
 * Gives a task to a worker thread and waits for its one answer. Where the thread passes its limits or breaks, and where the
 * caller stops, it is put down before this settles; otherwise it lives on for its owner to use again.
 *
 * @throws the signal's reason where it is aborted
 */
export function runInThread<Result>(
  worker: Worker,
  task: unknown,
  { limits, signal, transfer = [] }: { limits: ThreadLimits; signal: AbortSignal; transfer?: ArrayBuffer[] },
): Promise<{ result: Result } | { failure: ThreadFailure }> {
  return new Promise((resolve, reject) => {
    const fail = (failure: ThreadFailure) => {
      release();
      const answer = () => resolve({ failure });
      worker.terminate().then(answer, answer);
    };
    const onMessage = (result: Result) => {
      release();
      resolve({ result });
    };
    const onError = (error: unknown) => fail(isOutOfMemory(error) ? 'out-of-memory' : 'broken');
    const onExit = () => fail('broken');
    const onAbort = () => {
      release();
      const answer = () => reject(signal.reason);
      worker.terminate().then(answer, answer);
    };
    const endTimeWatch = watchTime(worker, limits.timeoutMs, () => fail('timed-out'));
    const watch = setInterval(() => watchMemory(worker, limits.maxMemoryMb, () => fail('out-of-memory')), 50);

    function release(): void {
      endTimeWatch();
      clearInterval(watch);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    }

    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    worker.postMessage(task, transfer);
  });
}

/** Starts a thread that reads what strangers wrote: bounded, silent, without our environment. */
export function startThread(file: URL, { maxMemoryMb }: ThreadLimits): Worker {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 8 },
    // Libraries talk; none of it is for the operator, and it may quote the page.
    stdout: true,
    stderr: true,
    env: {},
  });
  // An error between two tasks, or while it is put down, would end the process if nobody heard it.
  worker.on('error', () => {});
  return worker;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** The thread's own limit does not count buffers, which is where an inflated stream goes. */
function watchMemory(worker: Worker, maxMemoryMb: number, stop: () => void): void {
  worker.getHeapStatistics().then(
    ({ external_memory, used_heap_size }) => {
      if (external_memory + used_heap_size > maxMemoryMb * 1_000_000) stop();
    },
    () => {},
  );
}
