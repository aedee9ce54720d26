import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Job, JobStore } from '../ports.ts';
import { endTurn, type Lane, orderLanes, readTraffic } from './lanes.ts';
import type { Tables } from './tables.ts';
import { isFirstOfThread } from './thread-order.ts';

type Claim = Parameters<JobStore['claimJob']>[0];

/**
 * Claims the next job: lanes in their turn, and in a lane the job that has been due longest. A job behind an earlier open one of
 * its thread waits.
 */
export async function claimJob(db: Kysely<Tables>, claim: Claim): Promise<Job | undefined> {
  return db.transaction().execute(async (trx) => {
    const lanes = orderLanes(await readTraffic(trx, claim.now), claim.perTeam ?? Number.POSITIVE_INFINITY);
    for (const lane of lanes) {
      const row = await claimInLane(trx, lane, claim);
      if (!row) continue;
      await endTurn(trx, lane);
      return toJob(row);
    }
    return undefined;
  });
}

function claimInLane(trx: Transaction<Tables>, { team, channel }: Lane, { owner, now, leaseMs }: Claim) {
  return (
    trx
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
          .orderBy('job.due_at')
          .orderBy('job.id')
          .limit(1),
      )
      // Where claims run side by side, one that waited for this row must not take it a second time.
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst()
  );
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
