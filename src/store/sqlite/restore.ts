import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { storeError } from '../errors.ts';
import { markRestored } from '../mark-restored.ts';
import { whoseTables } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { followLinks, giveTo } from './files.ts';
import { removeLeftOverRestores } from './left-over-copies.ts';
import {
  checkPages,
  copyDatabase,
  type Database,
  emptyLogFile,
  holdLock,
  inOurWords,
  openDatabase,
  openToRead,
  setDurability,
} from './sqlite.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

/**
 * Puts a backup in the place of the database file, links followed. What stood there is kept beside it, under the name that is given back; until the
 * last moment the old file is the database, so that a crash leaves one of the two.
 *
 * @param stamp  makes the old file's new name its own
 * @returns where the old file is now; null where there was none
 * @throws StoreError where a Byline has the file open, or the backup is damaged, foreign, or of a newer version; nothing was changed
 */
export async function restoreDatabase(to: string, backup: string, stamp: string): Promise<string | null> {
  const path = inOurWords(to, () => followLinks(to));
  const lock = holdLock(path);
  try {
    removeLeftOverRestores(path);
    const fresh = `${path}.${stamp}.restored`;
    await copyDatabase(await openBackup(backup), fresh);
    try {
      await prepare(fresh, path);
      if (existsSync(path)) await foldLogFile(path);
      return inOurWords(path, () => replaceFile(path, fresh, `${path}.${stamp}.before-restore`));
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(fresh + end, { force: true });
    }
  } finally {
    lock.release();
  }
}

async function openBackup(path: string): Promise<Database> {
  const database = openToRead(path);
  try {
    const guard = <T>(work: () => T) => inOurWords(path, work);
    const whose = await whoseTables(new Kysely<Tables>({ dialect: createSqliteDialect(database, guard) }));
    if (whose === 'newer') throw storeError('newer-schema', path);
    if (whose !== 'ours' && whose !== 'older') throw storeError('corrupt', path);
    checkPages(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function prepare(fresh: string, path: string): Promise<void> {
  const database = openDatabase(fresh);
  try {
    setDurability(database, fresh);
    const guard = <T>(work: () => T) => inOurWords(fresh, work);
    await markRestored(new Kysely<Tables>({ dialect: createSqliteDialect(database, guard) }));
    await emptyLogFile(database, fresh);
  } finally {
    database.close();
  }
  // Who restores may be root, and Byline is not.
  giveTo(existsSync(path) ? path : dirname(path), fresh);
}

function replaceFile(path: string, fresh: string, aside: string): string | null {
  if (!existsSync(path)) {
    renameSync(fresh, path);
    return null;
  }
  // A second name for the old file, then the new one under the first name: at no moment is there no database.
  linkSync(path, aside);
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, aside + end);
  renameSync(fresh, path);
  return aside;
}

// What was committed but still stands in the log file belongs to the old file. A damaged file is kept as it is, log file and all.
async function foldLogFile(path: string): Promise<void> {
  try {
    const database = openDatabase(path);
    try {
      await emptyLogFile(database, path);
    } finally {
      database.close();
    }
  } catch {
    // Damaged: that is why it is replaced.
  }
}
