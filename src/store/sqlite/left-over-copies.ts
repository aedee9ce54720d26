import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

// A copy that is killed leaves a file that holds everything and that nobody knows of.

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** As `npm run data` makes it of the time. */
const stamp = '\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z';
const besides = ['', '-journal', '-wal', '-shm'];
/** Nobody leaves a file of theirs unlocked for longer, before and after they write it. */
const restingMs = 60_000;

/** The name of a copy that is under way. */
export function partialName(path: string, id: string): string {
  return `${path}.${id}.partial`;
}

/**
 * Deletes what copies to a path have left that were killed: files named as ours are, that nobody writes to and nobody has touched for a
 * minute. Never throws.
 */
export function removeLeftOverCopies(path: string, isBeingWritten: (path: string) => boolean): void {
  removeNamed(path, new RegExp(`^\\.${uuid}\\.partial$`), (left) => isResting(left) && !isBeingWritten(left));
}

/** Deletes what restores of a database have left that were killed; only for who holds its lock, without which nobody restores. Never throws. */
export function removeLeftOverRestores(path: string): void {
  removeNamed(path, new RegExp(`^\\.${stamp}\\.restored(?:\\.${uuid}\\.partial)?$`), () => true);
}

function removeNamed(path: string, ending: RegExp, isLeftOver: (path: string) => boolean): void {
  try {
    const own = basename(path);
    for (const name of readdirSync(dirname(path))) {
      if (!name.startsWith(own) || !ending.test(name.slice(own.length))) continue;
      const left = join(dirname(path), name);
      if (isLeftOver(left)) for (const beside of besides) rmSync(left + beside, { force: true });
    }
  } catch {
    // What is to be copied is copied all the same, or says itself why not.
  }
}

function isResting(path: string): boolean {
  return Math.abs(Date.now() - statSync(path).mtimeMs) > restingMs;
}
