import { Kysely } from 'kysely';
import type { BriefStore, JobStore, Log, UsageStore } from '../ports.ts';
import { answersInThread, saveAnswer } from './answers.ts';
import { briefsInThread, findBrief, saveBrief } from './briefs.ts';
import { claimJob } from './claim.ts';
import { storeError } from './errors.ts';
import { type FailedJob, failedJobs, retryJob } from './failed-jobs.ts';
import { receiveEvent } from './inbox.ts';
import { delayJob, finishJob, hasOpenJob, nextRunAt, recoverJobs, renewLease } from './jobs.ts';
import { migrate, whoseTables } from './migrate.ts';
import { type Deleted, deleteOldText, deletePlace, forgetOldKeys } from './retention.ts';
import {
  checkPages,
  copyDatabase,
  type Database,
  emptyLogFile,
  holdLock,
  inOurWords,
  openDatabase,
  setDurability,
} from './sqlite.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { beginStep, readStep, saveStep } from './steps.ts';
import type { Tables } from './tables.ts';
import { countUsage, sumUsage } from './usage.ts';

export type Store = JobStore &
  BriefStore &
  UsageStore & {
    /** Jobs that were given up, the latest first. */
    failedJobs(limit: number): Promise<FailedJob[]>;
    /** Starts a failed job anew; its finished steps stay. False where there is none, or its payload was deleted. */
    retryJob(jobId: string, now: number): Promise<boolean>;
    /** Deletes the text of what is older, in the file as well; with `keepBriefs` the briefs stay without their articles' text. */
    deleteOldText(old: { before: number; keepBriefs: boolean }): Promise<Deleted>;
    /** Deletes everything of a workspace, or of one channel of it, in the file as well. */
    deletePlace(place: { team: string; channel?: string }): Promise<Deleted>;
    /** Forgets events and ended jobs that are older; their keys are then new again. */
    forgetOldKeys(before: number): Promise<void>;
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
    const { db, database } = await openTables(path);
    const afterwards = async <T>(deleted: Promise<T>) => {
      const rows = await deleted;
      emptyLogFile(database, path);
      return rows;
    };
    log?.info({ path }, 'store opened');
    return {
      ...createQueries(db),
      deleteOldText: (old) => afterwards(deleteOldText(db, old)),
      deletePlace: (place) => afterwards(deletePlace(db, place)),
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

async function openTables(path: string): Promise<{ db: Kysely<Tables>; database: Database }> {
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
    return { db, database };
  } catch (error) {
    database.close();
    throw error;
  }
}

function createQueries(db: Kysely<Tables>): Omit<Store, 'deleteOldText' | 'deletePlace' | 'backup' | 'close'> {
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
    countUsage: (usage) => countUsage(db, usage),
    sumUsage: (of) => sumUsage(db, of),
    failedJobs: (limit) => failedJobs(db, limit),
    retryJob: (jobId, now) => retryJob(db, jobId, now),
    forgetOldKeys: (before) => forgetOldKeys(db, before),
  };
}
