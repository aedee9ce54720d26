import type { Kysely, Transaction } from 'kysely';
import type { Claim, JobStore, NewJob } from '../ports.ts';
import { isHeld } from './held.ts';
import { openLane } from './lanes.ts';
import { announceJobs, lock, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';
import { isUninstalled } from './uninstalls.ts';

/**
 * One transaction: the inbox row and its jobs, due at once. False where this event was received before, or its workspace took Byline out:
 * then nothing is stored.
 */
export async function receiveEvent(
  db: Kysely<Tables>,
  event: Parameters<JobStore['receive']>[0],
  jobs: NewJob[],
  claim?: Claim,
): Promise<boolean> {
  return transact(db, async (trx) => {
    if (claim && !(await isHeld(trx, claim))) return false;
    const received = await trx
      .insertInto('inbox')
      .values({ key: event.key, team: event.team, received_at: event.receivedAt })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!received) return false;
    // No lane is dropped before these jobs can be seen, and no workspace is taken out.
    if (jobs.length > 0) await lock(trx, 'lanes', 'shared');
    if (await isUninstalled(trx, event.team)) {
      await trx.deleteFrom('inbox').where('key', '=', event.key).execute();
      return false;
    }
    if (jobs.length === 0) return true;
    for (const job of jobs) await addJob(trx, job, event.receivedAt);
    await announceJobs(trx);
    return true;
  });
}

/** Whether an event of this key was received. */
export async function wasReceived(db: Kysely<Tables>, key: string): Promise<boolean> {
  return (await db.selectFrom('inbox').select('key').where('key', '=', key).executeTakeFirst()) !== undefined;
}

/** Lets a key be taken again, by whom has not said what it stood for. */
export async function forgetEvent(db: Kysely<Tables>, key: string, claim: Claim): Promise<void> {
  await transact(db, async (trx) => {
    if (await isHeld(trx, claim)) await trx.deleteFrom('inbox').where('key', '=', key).execute();
  });
}

async function addJob(trx: Transaction<Tables>, job: NewJob, now: number): Promise<void> {
  await trx
    .insertInto('jobs')
    .values({
      key: job.key,
      kind: job.kind,
      team: job.team,
      channel: job.channel ?? '',
      thread: job.thread,
      payload: JSON.stringify(job.payload ?? null),
      status: 'pending',
      due_at: now,
      attempts: 0,
      owner: null,
      error_code: null,
      created_at: now,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  await openLane(trx, job.team, job.channel ?? '');
}
