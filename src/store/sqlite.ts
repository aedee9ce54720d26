import { closeSync, existsSync, mkdirSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { type FileFailure, storeError } from './errors.ts';

// The only file that names node:sqlite.

/** An open SQLite database. */
export type Database = DatabaseSync;

const busyTimeoutMs = 5000;
const allPages = 2 ** 31 - 1;

/** Opens a database file, creating it and its folder where there are none; `:memory:` keeps it in memory. Writes nothing yet. */
export function openDatabase(path: string): DatabaseSync {
  return inOurWords(path, () => {
    if (path !== ':memory:') {
      makeFolder(dirname(path));
      makePrivateFile(path);
    }
    return new DatabaseSync(path, { timeout: busyTimeoutMs });
  });
}

// It will hold what people posted in private: for its owner's eyes, and the files that SQLite puts beside it like it.
function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** Sets how the file is written: every commit is on the disk before it is reported, and deleted text is overwritten. */
export function setDurability(database: DatabaseSync, path: string): void {
  inOurWords(path, () => {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    database.exec('pragma secure_delete = on');
  });
}

/**
 * Reads every page of the database once.
 *
 * @throws StoreError `corrupt`
 */
export function checkPages(database: DatabaseSync, path: string): void {
  const rows = inOurWords(path, () => database.prepare('pragma quick_check(1)').all());
  if (rows[0]?.quick_check !== 'ok') throw storeError('corrupt', path);
}

/**
 * Takes a lock beside a database file for as long as the process lives, kill -9 included: the system gives it up with the
 * process. An exclusive transaction in a small file of its own, so that readers of the database itself are not shut out.
 *
 * @returns what gives the lock up
 * @throws StoreError `locked` where another process holds it
 */
export function holdLock(path: string): () => void {
  return inOurWords(path, () => {
    makeFolder(dirname(path));
    // One lock for one file, by whatever link it is reached.
    const lock = new DatabaseSync(`${existsSync(path) ? realpathSync(path) : path}.lock`, { timeout: 0 });
    try {
      lock.exec('begin exclusive');
    } catch (error) {
      lock.close();
      throw error;
    }
    return () => lock.close();
  });
}

/** Writes the log file's pages into the database and empties it, so that deleted text is in neither. */
export function emptyLogFile(database: DatabaseSync, path: string): void {
  inOurWords(path, () => database.exec('pragma wal_checkpoint(truncate)'));
}

/**
 * Copies a database that is in use to another file, as it is at one moment. The copy appears whole or not at all.
 *
 * @throws StoreError `exists` where `to` is there already, `unwritable` where it cannot be made
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  if (existsSync(to)) throw storeError('exists', to);
  const partial = `${to}.partial`;
  // A connection of its own and all pages in one go: one snapshot, without a half-done transaction of the other connection in
  // it, and without starting over whenever that one writes.
  const source = inOurWords(path, () => new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs }));
  try {
    makeFolder(dirname(to));
    rmSync(partial, { force: true });
    makePrivateFile(partial);
    await backup(source, partial, { rate: allPages });
    renameSync(partial, to);
  } catch (error) {
    throw toStoreError(error, to);
  } finally {
    source.close();
    rmSync(partial, { force: true });
  }
}

/** Runs what touches a file; its failures come out as StoreError where the operator can do something about them. */
export function inOurWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error, path);
  }
}

// SQLite's result codes (sqlite.org/rescode.html); the low byte of an extended code is the plain one.
const bySqliteCode: Record<number, FileFailure> = {
  3: 'unwritable', // SQLITE_PERM
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'unwritable', // SQLITE_READONLY
  10: 'unwritable', // SQLITE_IOERR
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'unwritable', // SQLITE_FULL
  14: 'unwritable', // SQLITE_CANTOPEN
  23: 'unwritable', // SQLITE_AUTH
  26: 'corrupt', // SQLITE_NOTADB
};

function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const failure = bySqliteCode[error.errcode & 0xff];
    return failure ? storeError(failure, path, error) : error;
  }
  // What mkdir throws: the file system's own errors carry a system call.
  return 'syscall' in error ? storeError('unwritable', path, error) : error;
}

// Not mkdir's own `recursive`: Node 24 spins for ever where a folder that exists answers "no such file", as /proc does.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
