/** Work asked for several times at once, done once: all who ask under the same key get the same result. */
export type ShareWork<T> = (key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * One asker who stops gets an error with his own signal's reason; the work goes on for the others and is itself stopped
 * when nobody waits for it any more.
 */
export function createShareWork<T>(): ShareWork<T> {
  const open = new Map<string, { result: Promise<T>; askers: number; controller: AbortController }>();

  return (key, signal, work) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    const task = open.get(key) ?? start(key, work);
    task.askers++;
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => {
        if (--task.askers === 0) {
          if (open.get(key) === task) open.delete(key);
          task.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      task.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  };

  function start(key: string, work: (signal: AbortSignal) => Promise<T>) {
    const controller = new AbortController();
    const task = { result: work(controller.signal), askers: 0, controller };
    const end = () => {
      if (open.get(key) === task) open.delete(key);
    };
    task.result.then(end, end);
    open.set(key, task);
    return task;
  }
}
