import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { storeError } from '../errors.ts';

// What is done to database files besides SQLite. No file that a connection may have open is opened here: closing it again would give
// up the locks that the process has on it (fcntl's rule).

const mostLinks = 40;
const isRoot = () => process.getuid?.() === 0;

/**
 * Where a path leads, links followed, whether or not there is a file yet: everything that stands beside a database stands there.
 *
 * @throws StoreError `unwritable` where links lead round in a circle
 */
export function followLinks(path: string): string {
  let at = path;
  for (let left = mostLinks; lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink(); left -= 1) {
    if (left === 0) throw storeError('unwritable', path);
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  return at;
}

/**
 * Makes a file where there is none, for its owner's eyes: it will hold what people posted in private, and the files that SQLite puts
 * beside it are made like it.
 *
 * @param owner  the file or folder whose owner it gets where root makes it: who runs a command may be root where Byline is not
 */
export function makePrivateFile(path: string, { owner, mode = 0o600 }: { owner?: string; mode?: number } = {}): void {
  let file: number;
  try {
    file = openSync(path, 'wx', mode);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw error;
  }
  try {
    if (owner === undefined || !isRoot()) return;
    const { uid, gid } = statSync(owner);
    fchownSync(file, uid, gid);
  } finally {
    closeSync(file);
  }
}

/** Throws where a file may not be read and written. SQLite would say nothing, open it to read, and lock nothing. */
export function assertWritable(path: string): void {
  accessSync(path, constants.R_OK | constants.W_OK);
}

/** Makes a folder and those above it, where they are missing; made by root they are their parent's owner's. */
export function makeFolder(path: string): void {
  // Not mkdir's own `recursive`: Node 24 spins for ever where a folder that exists answers "no such file", as /proc does.
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
  if (isRoot()) giveTo(dirname(path), path);
}

/** Gives a file to the owner of another one, where it is root who does it. */
export function giveTo(owner: string, path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(owner);
  // Not what a link leads to: the folder may be somebody's who is not to be root.
  lchownSync(path, uid, gid);
}

/** The same for a file as long as it exists, by whatever name; undefined where there is none to be seen. */
export function identify(path: string): string | undefined {
  try {
    const file = statSync(path, { bigint: true, throwIfNoEntry: false });
    return file && `${file.dev}:${file.ino}`;
  } catch {
    return undefined;
  }
}
