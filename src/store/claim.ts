import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool, Transaction } from 'kysely';
import type { Job, JobStore } from '../ports.ts';
import { endTurn, type Lane, orderLanes, readTraffic } from './lanes.ts';
import { isShared, lock, transact } from './shared-database.ts';
import { unsuspectedAttempts } from './suspects.ts';
import type { Tables } from './tables.ts';
import { isAloneInThread, isFirstOfThread } from './thread-order.ts';

type Claim = Parameters<JobStore['claimJob']>[0];

/**
 * Claims the next job: lanes in their turn, and in a lane the job that has been due longest. A job behind an earlier open one of
 * its thread waits. Claims of several processes are made one after the other, so that limits and turns hold over all of them.
 */
export async function claimJob(db: Kysely<Tables>, claim: Claim): Promise<Job | undefined> {
  return transact(db, async (trx) => {
    await lock(trx, 'claims');
    const traffic = await readTraffic(trx, claim.now);
    const waiting = traffic.waiting.filter(({ team }) => claim.team === undefined || team === claim.team);
    const lanes = orderLanes({ ...traffic, waiting }, claim.perTeam ?? Number.POSITIVE_INFINITY);
    for (const lane of lanes) {
      const row = await claimInLane(trx, lane, claim);
      if (!row) continue;
      await endTurn(trx, lane);
      return toJob(row);
    }
    return undefined;
  });
}

function claimInLane(trx: Transaction<Tables>, { team, channel }: Lane, claim: Claim) {
  const { owner, now, leaseMs, takeExpired = true } = claim;
  return trx
    .updateTable('jobs')
    .set((set) => ({ status: 'running', owner, due_at: now + leaseMs, attempts: set('attempts', '+', 1) }))
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('jobs as job')
        .select('job.id')
        .where('job.team', '=', team)
        .where('job.channel', '=', channel)
        .where('job.ended_at', 'is', null)
        .where('job.due_at', '<=', now)
        .where(isFirstOfThread)
        .where((job) => isAloneInThread(job, now))
        .where((job) => job.or([job('job.owner', 'is', null), job.and([job.val(takeExpired), isSafe(job, now)])]))
        .orderBy('job.due_at')
        .orderBy('job.id')
        .limit(1)
        // One that another process is just writing to is not free.
        .$if(isShared(trx), (free) => free.forUpdate().skipLocked()),
    )
    .returningAll()
    .executeTakeFirst();
}

// Of jobs whose process died again and again, one at a time: the one that kills its process must not use up the tries of the others.
function isSafe(
  { or, not, exists, selectFrom, eb }: ExpressionBuilder<Tables & { job: Tables['jobs'] }, 'job'>,
  now: number,
): Expression<SqlBool> {
  return or([
    eb('job.attempts', '<=', unsuspectedAttempts),
    not(
      exists(
        selectFrom('jobs as suspect')
          .select('suspect.id')
          .where('suspect.owner', 'is not', null)
          .where('suspect.due_at', '>', now)
          .where('suspect.attempts', '>', unsuspectedAttempts),
      ),
    ),
  ]);
}

/** A job as the worker sees it. */
export function toJob(row: Selectable<Tables['jobs']>): Job {
  return {
    id: String(row.id),
    key: row.key,
    kind: row.kind,
    team: row.team,
    ...(row.channel === '' ? {} : { channel: row.channel }),
    thread: row.thread,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as unknown),
    attempts: row.attempts,
  };
}
