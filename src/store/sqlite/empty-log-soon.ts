import type { Log } from '../../ports.ts';
import type { Queries } from '../queries.ts';

/** After a deletion; whatever is deleted until then goes with it, so that a burst of jobs costs one emptying and not one each. */
const restMs = 5000;
/** In a row, until somebody is told: a minute in which another program reads. */
const toldFailures = 12;

// A job that ends loses what it held, and a later opinion takes the place of an earlier one.
type Deleting = 'deleteReplies' | 'deleteBriefs' | 'emptyFailedJobs' | 'finishJob' | 'saveFeedback' | 'forgetOldKeys';

/**
 * The queries of an SQLite file that delete text a little at a time, followed by an emptying of the log file beside it, where the text
 * would stand for as long as nothing more is written. That comes some seconds later and fails softly: it is tried again until it works.
 *
 * @param emptyLog  tries once; rejects where another program reads the file
 * @param afterMs  milliseconds from a deletion to the emptying
 */
export function emptyLogSoon(
  queries: Queries,
  emptyLog: () => Promise<void>,
  { log, afterMs = restMs }: { log?: Log | undefined; afterMs?: number | undefined },
): { queries: Pick<Queries, Deleting>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let failures = 0;

  async function empty(): Promise<void> {
    timer = undefined;
    try {
      await emptyLog();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === toldFailures && !isStopped) log?.warn({ err: error }, 'deleted text still in the log file');
      soon(undefined);
    }
  }

  function soon<T>(done: T): T {
    if (isStopped || timer) return done;
    timer = setTimeout(() => void empty(), afterMs);
    // A process that ends closes the file, which empties it.
    timer.unref();
    return done;
  }

  return {
    queries: {
      deleteReplies: (post) => queries.deleteReplies(post).then(soon),
      deleteBriefs: (ids) => queries.deleteBriefs(ids).then(soon),
      emptyFailedJobs: (ids) => queries.emptyFailedJobs(ids).then(soon),
      finishJob: (end) => queries.finishJob(end).then(soon),
      forgetOldKeys: (before) => queries.forgetOldKeys(before).then(soon),
      saveFeedback: (feedback) => queries.saveFeedback(feedback).then(soon),
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
