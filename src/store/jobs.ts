import type { Kysely } from 'kysely';
import type { JobStore } from '../ports.ts';
import { toRowId } from './job-id.ts';
import { announceJobs, transact } from './shared-database.ts';
import { unsuspectedAttempts } from './suspects.ts';
import type { Tables } from './tables.ts';
import { isFirstOfThread } from './thread-order.ts';

// Every write is fenced by the owner of the claim: no row changed means that the lease went to another, and the work stops.

/** Moves a lease's end. */
export async function renewLease(db: Kysely<Tables>, lease: Parameters<JobStore['renewLease']>[0]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set({ due_at: lease.until })
    .where('id', '=', toRowId(lease.jobId))
    .where('owner', '=', lease.owner)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends a job and keeps its key. A done job loses its steps and its payload; a failed one keeps them for another try. */
export async function finishJob(db: Kysely<Tables>, end: Parameters<JobStore['finishJob']>[0]): Promise<boolean> {
  return transact(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('jobs')
      .set({
        status: end.status,
        owner: null,
        ended_at: end.now,
        error_code: end.errorCode,
        ...(end.status === 'done' ? { payload: null } : {}),
      })
      .where('id', '=', toRowId(end.jobId))
      .where('owner', '=', end.owner)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (end.status === 'done') await trx.deleteFrom('steps').where('job_id', '=', toRowId(end.jobId)).execute();
    return true;
  });
}

/** Gives a job back, due at `runAt`. */
export async function delayJob(db: Kysely<Tables>, delay: Parameters<JobStore['delayJob']>[0]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('jobs')
    .set((set) => ({
      status: 'pending',
      owner: null,
      due_at: delay.runAt,
      error_code: delay.errorCode,
      ...(delay.isUncounted ? { attempts: set('attempts', '-', 1) } : {}),
    }))
    .where('id', '=', toRowId(delay.jobId))
    .where('owner', '=', delay.owner)
    .executeTakeFirst();
  // Another process may do it, if this one ends before.
  if (numUpdatedRows > 0n) await announceJobs(db);
  return numUpdatedRows > 0n;
}

/** When the next job can be claimed, of one workspace where it is named; one that waits for an earlier job of its thread does not count. */
export async function nextRunAt(db: Kysely<Tables>, team?: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('jobs as job')
    .where('job.ended_at', 'is', null)
    .$if(team !== undefined, (jobs) => jobs.where('job.team', '=', team ?? ''))
    .where(isFirstOfThread)
    .select(({ fn }) => fn.min<number | null>('job.due_at').as('due_at'))
    .executeTakeFirst();
  return row?.due_at ?? undefined;
}

/** Whether a thread has a job of a kind that has not ended, besides one. */
export async function hasOpenJob(
  db: Kysely<Tables>,
  thread: string,
  kind: string,
  exceptJobId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('jobs')
    .select('id')
    .where('thread', '=', thread)
    .where('kind', '=', kind)
    .where('id', '!=', toRowId(exceptJobId))
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes waiting jobs due at once. For a clock that was put back: what was due a moment ago would else wait until the clock is there
 * again.
 *
 * @param createdAfter  only those that came after this
 */
export async function hurryJobs(
  db: Kysely<Tables>,
  { now, createdAfter }: { now: number; createdAfter: number },
): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ due_at: now })
    .where('ended_at', 'is', null)
    .where('owner', 'is', null)
    .where('due_at', '>', now)
    .where('created_at', '>', createdAfter)
    .execute();
}

const apartMs = 10_000;

/**
 * Makes every running job pending. Only for a process that has the database to itself: whoever ran them is dead. Jobs that have
 * been through that before come back one by one, so that one that kills the process does not use up the tries of the others.
 *
 * @returns how many there were
 */
export async function recoverJobs(db: Kysely<Tables>, now: number): Promise<number> {
  return transact(db, async (trx) => {
    const jobs = await trx
      .selectFrom('jobs')
      .select(['id', 'attempts'])
      .where('owner', 'is not', null)
      .orderBy('id')
      .execute();
    await hurryJobs(trx, { now, createdAfter: now });
    let dueAt = now;
    for (const { id, attempts } of jobs) {
      const isSuspect = attempts > unsuspectedAttempts;
      await trx
        .updateTable('jobs')
        .set({ status: 'pending', owner: null, due_at: isSuspect ? dueAt : now })
        .where('id', '=', id)
        .execute();
      if (isSuspect) dueAt += apartMs;
    }
    return jobs.length;
  });
}
