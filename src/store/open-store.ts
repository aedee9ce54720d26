import { Kysely } from 'kysely';
import type { Log } from '../ports.ts';
import { StoreError, storeError } from './errors.ts';
import { migrate, whoseTables } from './migrate.ts';
import { openPostgresStore } from './postgres/open-postgres.ts';
import type { Watching } from './postgres/watch.ts';
import { createQueries, type Queries } from './queries.ts';
import { emptyLogSoon } from './sqlite/empty-log-soon.ts';
import { followLinks } from './sqlite/files.ts';
import { watchPlace } from './sqlite/in-place.ts';
import { createPatience, type WhenFree } from './sqlite/patience.ts';
import {
  checkPages,
  copyDatabase,
  type Database,
  emptyLogFile,
  holdLock,
  inOurWords,
  type Lock,
  openBeside,
  openDatabase,
  setDurability,
  stopWaiting,
} from './sqlite/sqlite.ts';
import { createSqliteDialect, runQuery } from './sqlite/sqlite-dialect.ts';
import { toSaveStatement } from './steps.ts';
import type { Tables } from './tables.ts';

export type Store = Queries & {
  /** Whether other processes may share it. */
  isShared: boolean;
  /** Epoch milliseconds: the one clock that all times in the store are held against. */
  now(): number;
  /** Listens for jobs that others received, and does the timed work if nobody else does; gives what ends it. */
  watch(watching: Watching): () => Promise<void>;
  /** Copies the file, while it is in use, to one that is not there yet; Byline opens it like any other. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
};

export type StoreOptions = {
  path: string;
  url?: string | undefined;
  besideBot?: boolean;
  older?: Older;
  patienceMs?: number;
  log?: Log;
  logRestMs?: number;
};

/** What is done with the tables of an older version; left as they are, the store can only be copied. */
export type Older = 'update' | 'leave' | 'refuse';

/** An event that is not stored by then is better delivered again; an operator waits for a long deletion to end. */
const patiences = { bot: 2000, command: 30_000 };

/**
 * Opens the store in the PostgreSQL database of `url` or, without one, in an SQLite file, or in memory with `:memory:`. The folder and the file are created where they are missing;
 * a file of an older version of Byline is brought up to date. One process at a time may have a file open.
 *
 * @param besideBot  for an operator's command: where a Byline has the file open, does without having it alone; jobs are then not
 *   taken back, and a file of an older version is left to the one that has it
 * @param older  what is done with the tables of an older version
 * @param patienceMs  how long a write waits for another program that writes the SQLite file
 * @param logRestMs  milliseconds from a deletion to the emptying of an SQLite file's log
 * @throws StoreError, whose message is a sentence for the operator; the file is then as it was
 */
export async function openStore({
  path: given,
  url,
  besideBot = false,
  older = 'update',
  patienceMs = besideBot ? patiences.command : patiences.bot,
  log,
  logRestMs,
}: StoreOptions): Promise<Store> {
  if (url !== undefined) return openPostgresStore(url, { besideBot, older, log });
  const path = given === ':memory:' ? given : inOurWords(given, () => followLinks(given));
  const isFile = path !== ':memory:';
  const lock = isFile ? takeLock(path, besideBot) : undefined;
  const isAlone = !isFile || lock !== undefined;
  let inPlace = () => {};
  const patience = createPatience(patienceMs);
  const whenFree: WhenFree = (work, kind) =>
    patience(() => {
      inPlace();
      return work();
    }, kind);
  try {
    const { db, database } = await openTables(path, { isAlone, older, whenFree });
    if (isFile) inPlace = watchPlace(path, lock, log);
    const queries = createQueries(db);
    // What was deleted must not stay in the log file beside the database.
    const andEmptyLogFile = async <T>(deleted: T): Promise<T> => {
      await emptyLogFile(database, path);
      return deleted;
    };
    // Little by little, in the bot: not for each post on its own, and nobody waits for it.
    const onceMore = { tries: 1, pauseMs: 0 };
    const sweeping = emptyLogSoon(queries, () => emptyLogFile(database, path, onceMore), { log, afterMs: logRestMs });
    log?.info({ path }, 'store opened');
    return {
      ...queries,
      ...sweeping.queries,
      receive: async (...event) => {
        const isNew = await queries.receive(...event);
        // It may have gone between the look and the commit, which was then to a file that nobody opens again.
        inPlace();
        return isNew;
      },
      isShared: false,
      now: Date.now,
      watch({ duty }) {
        const end = duty();
        return async () => end();
      },
      // At once, not in the queue of the other queries: what was paid for must not wait while the process may die.
      saveStep: async (step) => {
        if (database.isTransaction) return queries.saveStep(step);
        const { numAffectedRows } = inOurWords(path, () => runQuery(database, toSaveStatement(db, step)));
        return (numAffectedRows ?? 0n) > 0n;
      },
      ...(isAlone ? {} : { recoverJobs: async () => 0 }),
      deleteOldText: (old) => queries.deleteOldText(old).then(andEmptyLogFile),
      deletePlace: (place) => queries.deletePlace(place).then(andEmptyLogFile),
      backup: (to) => copyDatabase(openBeside(path), to),
      async close() {
        sweeping.stop();
        await db.destroy();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function takeLock(path: string, besideBot: boolean): Lock | undefined {
  try {
    return holdLock(path);
  } catch (error) {
    if (besideBot && error instanceof StoreError && error.code === 'locked') return undefined;
    throw error;
  }
}

async function openTables(
  path: string,
  { isAlone, older, whenFree }: { isAlone: boolean; older: Older; whenFree: WhenFree },
): Promise<{ db: Kysely<Tables>; database: Database }> {
  const database = openDatabase(path);
  try {
    const guard = <T>(work: () => T) => inOurWords(path, work);
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, guard, whenFree) });
    // All reading: a file that is not ours, or of a later version, must not be touched.
    const whose = await whoseTables(db);
    if (whose === 'foreign' || whose === 'incomplete') throw storeError('corrupt', path);
    if (whose === 'newer') throw storeError('newer-schema', path);
    if (whose === 'older' && older === 'refuse') throw storeError('older-schema', path);
    const isLeft = whose === 'older' && older === 'leave';
    if (whose !== 'ours' && !isLeft && !isAlone) throw storeError('locked', path);
    checkPages(database, path);
    if (isLeft) return { db, database };
    setDurability(database, path);
    if (whose !== 'ours') await migrate(db).catch((error: unknown) => throwDamaged(error, path));
    stopWaiting(database, path);
    return { db, database };
  } catch (error) {
    database.close();
    throw error;
  }
}

// What of a file's tables a migration finds otherwise than Byline ever made it.
function throwDamaged(error: unknown, path: string): never {
  throw error instanceof StoreError ? error : storeError('corrupt', path, error);
}
