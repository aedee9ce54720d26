import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type FileFailure, StoreError, storeError } from '../errors.ts';
import { assertWritable, followLinks, identify, makeFolder, makePrivateFile } from './files.ts';
import { partialName, removeLeftOverCopies } from './left-over-copies.ts';

// The only file that names node:sqlite.

/** An open SQLite database. */
export type Database = DatabaseSync;

/** For what is done before anything else is: opening, restoring, copying. */
const busyTimeoutMs = 5000;
/** For a store at work, which waits without SQLite (patience.ts): no call of it may hold up all others. */
const workTimeoutMs = 20;
const allPages = 2 ** 31 - 1;

/** Opens a database file, creating it and its folder where there are none; `:memory:` keeps it in memory. Writes nothing yet. */
export function openDatabase(path: string): DatabaseSync {
  return inOurWords(path, () => {
    if (path !== ':memory:') {
      makeFolder(dirname(path));
      makePrivateFile(path, { owner: dirname(path) });
      assertWritable(path);
    }
    return new DatabaseSync(path, { timeout: busyTimeoutMs });
  });
}

/** Sets how the file is written: every commit is on the disk before it is reported, and deleted text is overwritten. */
export function setDurability(database: DatabaseSync, path: string): void {
  inOurWords(path, () => {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    database.exec('pragma secure_delete = on');
  });
}

/** From now on no call waits for another program's lock: who calls does. */
export function stopWaiting(database: DatabaseSync, path: string): void {
  inOurWords(path, () => database.exec(`pragma busy_timeout = ${workTimeoutMs}`));
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

/** What a process has a database file to itself by. */
export type Lock = {
  /** Takes it anew where its file was removed or replaced, and tells whether it was; throws StoreError `locked` where another has it now. */
  keep(): boolean;
  release(): void;
};

/**
 * Takes a lock beside a database file for as long as the process lives, kill -9 included: the system gives it up with the
 * process. An exclusive transaction in a small file of its own, so that readers of the database itself are not shut out.
 *
 * @throws StoreError `locked` where another process holds it, `unwritable` where it cannot be taken
 */
export function holdLock(path: string): Lock {
  // One lock for one file, by whatever link it is reached.
  const name = `${inOurWords(path, () => followLinks(path))}.lock`;
  let held = takeLock(path, name);
  return {
    keep() {
      if (identify(name) === held.identity) return false;
      const next = takeLock(path, name);
      held.file.close();
      held = next;
      return true;
    },
    release: () => held.file.close(),
  };
}

function takeLock(path: string, name: string): { file: DatabaseSync; identity: string | undefined } {
  return inOurWords(name, () => {
    makeFolder(dirname(name));
    // Whoever may write the database may take its lock.
    const database = statSync(path, { throwIfNoEntry: false });
    makePrivateFile(name, database ? { owner: path, mode: database.mode & 0o777 } : { owner: dirname(name) });
    const identity = identify(name);
    const file = new DatabaseSync(name, { timeout: 0 });
    try {
      file.exec('begin exclusive');
      // On a file that may only be read that was no more than a reader's lock, which any number may have.
      assertWritable(name);
    } catch (error) {
      file.close();
      throw isBusy(error) ? storeError('locked', path, error) : error;
    }
    return { file, identity };
  });
}

/** Of who reads or writes at that moment, ten seconds long. */
const patience = { tries: 20, pauseMs: 500 };

/**
 * Writes the log file's pages into the database and empties it, so that deleted text is in neither. Waits for whoever reads or writes
 * just then.
 *
 * @throws StoreError `held` where somebody still reads
 */
export async function emptyLogFile(database: DatabaseSync, path: string, { tries, pauseMs } = patience): Promise<void> {
  for (let left = tries; !isLogEmptied(database, path); left -= 1) {
    if (left <= 1) throw storeError('held', path);
    await wait(pauseMs);
  }
}

function isLogEmptied(database: DatabaseSync, path: string): boolean {
  return inOurWords(path, () => {
    const usual = Number(database.prepare('pragma busy_timeout').get()?.timeout);
    // Not the usual wait, in which this process may do nothing else.
    database.exec(`pragma busy_timeout = ${workTimeoutMs}`);
    try {
      // A row where somebody is in the way, and no error; an error where somebody empties it at this moment.
      return database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    } finally {
      database.exec(`pragma busy_timeout = ${usual}`);
    }
  });
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 5 || code === 6;
}

/**
 * Opens a file only to read it, also where nothing may be written beside it. Nobody else may be writing to it.
 *
 * @throws StoreError `unreadable`
 */
export function openToRead(path: string): DatabaseSync {
  // A log file belongs to its database; without one, SQLite is told not to make one.
  const name = existsSync(`${path}-wal`) ? path : new URL(`${pathToFileURL(resolve(path)).href}?immutable=1`);
  try {
    const database = new DatabaseSync(name, { readOnly: true, timeout: busyTimeoutMs });
    database.prepare('select 1 from sqlite_schema').get();
    return database;
  } catch (error) {
    const known = toStoreError(error, path);
    throw known instanceof StoreError && known.code === 'unwritable' ? storeError('unreadable', path, error) : known;
  }
}

/** Opens a second connection to a database that is in use, only to read it. */
export function openBeside(path: string): DatabaseSync {
  return inOurWords(path, () => new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs }));
}

/**
 * Copies a database to another file, as it is at one moment, and closes it. The copy appears whole or not at all, and over no other file.
 *
 * @param source  a connection of its own, so that no half-done transaction of another one is in it
 * @throws StoreError `exists` where `to` is there already, `unwritable` where it cannot be made
 */
export async function copyDatabase(source: DatabaseSync, to: string): Promise<void> {
  // Its own: two that copy to one name at once must not write into one file.
  const partial = partialName(to, randomUUID());
  try {
    removeLeftOverCopies(to, isBeingWritten);
    if (existsSync(to)) throw storeError('exists', to);
    makeFolder(dirname(to));
    makePrivateFile(partial);
    // All pages in one go: one snapshot, without starting over whenever somebody writes.
    await backup(source, partial, { rate: allPages });
    moveToFreeName(partial, to);
  } catch (error) {
    throw toStoreError(error, to);
  } finally {
    source.close();
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(partial + end, { force: true });
  }
}

function isBeingWritten(path: string): boolean {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      database.exec('begin exclusive; rollback');
      return false;
    } finally {
      database.close();
    }
  } catch (error) {
    // Half a file is no database, and nobody's.
    return isBusy(error);
  }
}

// A rename would overwrite what came there meanwhile; not every file system has a second name for a file.
function moveToFreeName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (existsSync(to)) throw storeError('exists', to, error);
    renameSync(from, to);
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
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'unwritable', // SQLITE_READONLY
  10: 'unwritable', // SQLITE_IOERR
  11: 'corrupt', // SQLITE_CORRUPT
  13: 'unwritable', // SQLITE_FULL
  14: 'unwritable', // SQLITE_CANTOPEN
  23: 'unwritable', // SQLITE_AUTH
  26: 'corrupt', // SQLITE_NOTADB
};

function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const failure = bySqliteCode[error.errcode & 0xff];
    return failure ? storeError(failure, path, error) : error;
  }
  // What mkdir throws: the file system's own errors carry a system call.
  return 'syscall' in error ? storeError('unwritable', path, error) : error;
}
