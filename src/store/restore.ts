import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { Kysely } from 'kysely';
import { storeError } from './errors.ts';
import { whoseTables } from './migrate.ts';
import { checkPages, copyDatabase, emptyLogFile, holdLock, inOurWords, openDatabase } from './sqlite.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/**
 * Puts a backup in the place of the database file. What stood there is kept beside it, under the name that is given back; until the
 * last moment the old file is the database, so that a crash leaves one of the two.
 *
 * @param stamp  makes the old file's new name its own
 * @returns where the old file is now; null where there was none
 * @throws StoreError where a Byline has the file open, or the backup is damaged, foreign, or of a newer version; nothing was changed
 */
export async function restoreDatabase(path: string, backup: string, stamp: string): Promise<string | null> {
  const unlock = holdLock(path);
  try {
    await checkBackup(backup);
    const fresh = `${path}.${stamp}.restored`;
    await copyDatabase(backup, fresh);
    try {
      return inOurWords(path, () => replaceFile(path, fresh, `${path}.${stamp}.before-restore`));
    } finally {
      rmSync(fresh, { force: true });
    }
  } finally {
    unlock();
  }
}

async function checkBackup(path: string): Promise<void> {
  if (!existsSync(path)) throw storeError('corrupt', path);
  const database = openDatabase(path);
  try {
    const guard = <T>(work: () => T) => inOurWords(path, work);
    const whose = await whoseTables(new Kysely<Tables>({ dialect: createSqliteDialect(database, guard) }));
    if (whose === 'newer') throw storeError('newer-schema', path);
    if (whose === 'foreign' || whose === 'new') throw storeError('corrupt', path);
    checkPages(database, path);
  } finally {
    database.close();
  }
}

function replaceFile(path: string, fresh: string, aside: string): string | null {
  if (!existsSync(path)) {
    renameSync(fresh, path);
    return null;
  }
  foldLogFile(path);
  // A second name for the old file, then the new one under the first name: at no moment is there no database.
  linkSync(path, aside);
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, aside + end);
  renameSync(fresh, path);
  return aside;
}

// What was committed but still stands in the log file belongs to the old file. A damaged file is kept as it is, log file and all.
function foldLogFile(path: string): void {
  try {
    const database = openDatabase(path);
    try {
      emptyLogFile(database, path);
    } finally {
      database.close();
    }
  } catch {
    // Damaged: that is why it is replaced.
  }
}
