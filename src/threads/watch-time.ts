import type { Worker } from 'node:worker_threads';

/** A thread that is kept waiting for a processor is put down after this many times its limit. */
const patience = 4;

/**
 * Calls `stop` once a thread has worked for `timeoutMs` since now: of processor time, so that a busy machine ends nothing that
 * is quick to do. On a Node that does not tell it (before 24.6), and at four times the limit in any case, of the clock's time.
 *
 * @returns ends the watch
 */
export function watchTime(worker: Worker, timeoutMs: number, stop: () => void): () => void {
  // A thread that has only been started tells nothing yet.
  const before = readProcessorMs(worker).catch(() => 0);
  const ceiling = setTimeout(stop, timeoutMs * patience);
  let next = setTimeout(look, timeoutMs);
  let isOver = false;

  function look(): void {
    Promise.all([before, readProcessorMs(worker)]).then(
      ([start, now]) => {
        if (isOver) return;
        const leftMs = timeoutMs - (now - start);
        if (leftMs <= 0) stop();
        else next = setTimeout(look, leftMs);
      },
      // It has ended by itself, which its owner hears of.
      () => {},
    );
  }

  return () => {
    isOver = true;
    clearTimeout(ceiling);
    clearTimeout(next);
  };
}

async function readProcessorMs(worker: Worker): Promise<number> {
  if (typeof worker.cpuUsage !== 'function') return performance.now();
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}
