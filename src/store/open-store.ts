import { Kysely } from 'kysely';
import type { BriefStore, JobStore, Log } from '../ports.ts';
import { answersInThread, saveAnswer } from './answers.ts';
import { briefsInThread, findBrief, saveBrief } from './briefs.ts';
import { claimJob } from './claim.ts';
import { storeError } from './errors.ts';
import { receiveEvent } from './inbox.ts';
import { delayJob, finishJob, hasOpenJob, nextRunAt, recoverJobs, renewLease } from './jobs.ts';
import { migrate, whoseTables } from './migrate.ts';
import { checkPages, copyDatabase, holdLock, inOurWords, openDatabase, setDurability } from './sqlite.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { beginStep, readStep, saveStep } from './steps.ts';
import type { Tables } from './tables.ts';

export type Store = JobStore &
  BriefStore & {
    /** Copies the file, while it is in use, to one that is not there yet; Byline opens it like any other. */
    backup(path: string): Promise<void>;
    close(): Promise<void>;
  };

/**
 * Opens the store in an SQLite file, or in memory with `:memory:`. The folder and the file are created where they are missing;
 * a file of an older version of Byline is brought up to date. One process at a time may have a file open.
 *
 * @throws StoreError, whose message is a sentence for the operator; the file is then as it was
 */
export async function openStore({ path, log }: { path: string; log?: Log }): Promise<Store> {
  const unlock = path === ':memory:' ? () => {} : holdLock(path);
  try {
    const db = await openTables(path);
    log?.info({ path }, 'store opened');
    return {
      ...createQueries(db),
      backup: (to) => copyDatabase(path, to),
      async close() {
        await db.destroy();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openTables(path: string): Promise<Kysely<Tables>> {
  const database = openDatabase(path);
  try {
    const guard = <T>(work: () => T) => inOurWords(path, work);
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, guard) });
    // All reading: a file that is not ours, or of a later version, must not be touched.
    const whose = await whoseTables(db);
    if (whose === 'foreign') throw storeError('corrupt', path);
    if (whose === 'newer') throw storeError('newer-schema', path);
    checkPages(database, path);
    setDurability(database, path);
    await migrate(db);
    return db;
  } catch (error) {
    database.close();
    throw error;
  }
}

function createQueries(db: Kysely<Tables>): JobStore & BriefStore {
  return {
    receive: (event, jobs) => receiveEvent(db, event, jobs),
    claimJob: (claim) => claimJob(db, claim),
    renewLease: (lease) => renewLease(db, lease),
    readStep: (jobId, name) => readStep(db, jobId, name),
    saveStep: (step) => saveStep(db, step),
    beginStep: (step) => beginStep(db, step),
    finishJob: (end) => finishJob(db, end),
    delayJob: (delay) => delayJob(db, delay),
    nextRunAt: () => nextRunAt(db),
    hasOpenJob: (thread, kind, exceptJobId) => hasOpenJob(db, thread, kind, exceptJobId),
    recoverJobs: (now) => recoverJobs(db, now),
    saveBrief: (record) => saveBrief(db, record),
    findBrief: (id) => findBrief(db, id),
    briefsInThread: (thread) => briefsInThread(db, thread),
    saveAnswer: (record) => saveAnswer(db, record),
    answersInThread: (thread, limit) => answersInThread(db, thread, limit),
  };
}
