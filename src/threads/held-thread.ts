import type { Worker } from 'node:worker_threads';
import { runInThread, startThread, type ThreadFailure, type ThreadLimits } from './run-in-thread.ts';
import { createTurns } from './turns.ts';

/** A thread without work is let go after this long, for its memory. */
const idleMs = 60_000;

/**
 * Runs tasks in a thread of their own, one after the other, each within limits. The thread is started when it is first
 * needed, kept for the next task, and does not keep the process alive.
 *
 * @param file  a worker module that answers each message with one message
 * @returns throws the signal's reason where it is aborted
 */
export function createHeldThread<Task, Result>(
  file: URL,
  limits: ThreadLimits,
): (task: Task, signal: AbortSignal) => Promise<{ result: Result } | { failure: ThreadFailure }> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const takeTurn = createTurns();

  async function run(task: Task, signal: AbortSignal): Promise<{ result: Result } | { failure: ThreadFailure }> {
    signal.throwIfAborted();
    clearTimeout(idle);
    const used = worker ?? startThread(file, limits);
    // Until it has proved healthy it is nobody's: a failure and an abort put it down.
    worker = undefined;
    used.ref();
    const ended = await runInThread<Result>(used, task, { limits, signal });
    if ('failure' in ended) return ended;
    used.unref();
    worker = used;
    idle = setTimeout(letGo, idleMs).unref();
    return ended;
  }

  function letGo(): void {
    const unused = worker;
    worker = undefined;
    void unused?.terminate();
  }

  return (task, signal) => takeTurn(() => run(task, signal));
}
