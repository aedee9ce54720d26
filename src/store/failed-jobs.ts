import { type Kysely, sql } from 'kysely';
import type { RepliesStore } from '../ports.ts';
import { toRowId } from './job-id.ts';
import { announceJobs, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** A job that was given up, for the operator: no payload, so no text. Times are epoch milliseconds. */
export type FailedJob = {
  id: string;
  key: string;
  kind: string;
  team: string;
  thread: string;
  attempts: number;
  errorCode: string | null;
  createdAt: number;
  failedAt: number;
  /** Its payload is still there; retention deletes it. */
  canRetry: boolean;
};

/** Jobs that were given up, the latest first. */
export async function failedJobs(db: Kysely<Tables>, limit: number): Promise<FailedJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'key', 'kind', 'team', 'thread', 'attempts', 'error_code', 'created_at', 'ended_at'])
    .select(({ eb }) => eb('payload', 'is not', null).as('can_retry'))
    .where('status', '=', 'failed')
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    key: row.key,
    kind: row.kind,
    team: row.team,
    thread: row.thread,
    attempts: row.attempts,
    errorCode: row.error_code,
    createdAt: row.created_at,
    failedAt: row.ended_at ?? row.created_at,
    canRetry: Boolean(row.can_retry),
  }));
}

/**
 * Gives a failed job all its tries again, due at once. Steps that were finished stay finished, so nothing is paid or posted twice.
 *
 * @param of  only a job of this channel
 * @returns `gone` where there is no such job, or its payload was deleted; `not-failed` where it waits, runs or is done
 */
export async function retryJob(
  db: Kysely<Tables>,
  jobId: string,
  now: number,
  of?: { team: string; channel: string },
): Promise<'started' | 'not-failed' | 'gone'> {
  return transact(db, async (trx) => {
    const job = await trx
      .selectFrom('jobs')
      .select(['status', 'team', 'channel'])
      .where('id', '=', toRowId(jobId))
      .executeTakeFirst();
    if (!job || (of && (job.team !== of.team || job.channel !== of.channel))) return 'gone';
    if (job.status !== 'failed') return 'not-failed';
    const { numUpdatedRows } = await trx
      .updateTable('jobs')
      .set({ status: 'pending', attempts: 0, due_at: now, ended_at: null, error_code: null })
      .where('id', '=', toRowId(jobId))
      .where('status', '=', 'failed')
      .where('payload', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return 'gone';
    const steps = () => trx.deleteFrom('steps').where('job_id', '=', toRowId(jobId));
    // They say that the job was given up.
    await steps().where('name', 'like', '!%').execute();
    // What the person was told is taken back when the job ends; its next end is told anew.
    await steps().where('name', '=', 'past-apology').execute();
    await trx
      .updateTable('steps')
      .set({ name: 'past-apology' })
      .where('job_id', '=', toRowId(jobId))
      .where('name', '=', 'apology')
      .execute();
    await announceJobs(trx);
    return 'started';
  });
}

/** Failed jobs of a channel that still hold what was posted, in the order they came. */
export async function textsOfFailedJobs(
  db: Kysely<Tables>,
  { team, channel }: Parameters<RepliesStore['textsOfFailedJobs']>[0],
): ReturnType<RepliesStore['textsOfFailedJobs']> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'key', 'kind', 'thread', 'payload'])
    // As the index has them.
    .where('status', '=', sql.lit('failed'))
    .where('payload', 'is not', null)
    .where('team', '=', team)
    .where('channel', '=', channel)
    .orderBy('id')
    .execute();
  return rows.map(({ id, payload, ...job }) => ({ ...job, id: String(id), payload: JSON.parse(payload ?? 'null') }));
}

/** Deletes payload and steps of failed jobs; one that was started anew meanwhile keeps them. */
export async function emptyFailedJobs(db: Kysely<Tables>, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transact(db, async (trx) => {
    const emptied = await trx
      .updateTable('jobs')
      .set({ payload: null })
      .where('id', 'in', ids.map(toRowId))
      .where('status', '=', 'failed')
      .returning('id')
      .execute();
    if (emptied.length === 0) return;
    const rowIds = emptied.map(({ id }) => id);
    await trx.deleteFrom('steps').where('job_id', 'in', rowIds).execute();
  });
}
