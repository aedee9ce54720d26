import type { Log } from '../../ports.ts';
import { storeError } from '../errors.ts';
import { identify } from './files.ts';
import type { Lock } from './sqlite.ts';

/**
 * Remembers which files a database that was just opened consists of. What is moved, removed or replaced stays open and takes every
 * commit, and whoever opens the path next finds none of them.
 *
 * @param lock  taken anew where somebody removed it
 * @returns what throws StoreError `moved` while one of the files is not where it was, and `locked` where another process took the
 *   lock meanwhile; the log hears of the first once, and once of its end
 */
export function watchPlace(path: string, lock: Lock | undefined, log?: Log): () => void {
  const files = ['', '-wal', '-shm'].map((end) => ({ name: path + end, was: identify(path + end) }));
  let isGone = false;
  return () => {
    const gone = files.find(({ name, was }) => was !== undefined && identify(name) !== was);
    if (gone && !isGone)
      log?.error({ path: gone.name }, 'database file moved, removed or replaced: put it back or restart');
    if (!gone && isGone) log?.info({ path }, 'database file is back');
    isGone = gone !== undefined;
    if (gone) throw storeError('moved', gone.name);
    if (lock?.keep()) log?.warn({ path }, 'lock file was removed: taken anew');
  };
}
