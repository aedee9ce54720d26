import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Job, JobStore } from '../ports.ts';
import type { Tables } from './tables.ts';

type Claim = Parameters<JobStore['claimJob']>[0];

/**
 * Claims the next job. Among workspaces with a due job the one that runs fewest comes first, then the one whose last claim is
 * longest ago; in a workspace the job that has been due longest. A job behind an earlier open one of its thread waits.
 */
export async function claimJob(db: Kysely<Tables>, claim: Claim): Promise<Job | undefined> {
  return db.transaction().execute(async (trx) => {
    for (const team of await teamsInTurn(trx, claim)) {
      const row = await claimInTeam(trx, team, claim);
      if (!row) continue;
      await endTurn(trx, team);
      return toJob(row);
    }
    return undefined;
  });
}

async function teamsInTurn(trx: Transaction<Tables>, { now, perTeam }: Claim): Promise<string[]> {
  const teams = await trx
    .selectFrom('turns')
    .select(['turns.team', 'turns.turn'])
    .select(({ selectFrom, fn }) =>
      selectFrom('jobs')
        .whereRef('jobs.team', '=', 'turns.team')
        .where('jobs.owner', 'is not', null)
        .where('jobs.due_at', '>', now)
        .select(fn.countAll<number>().as('count'))
        .as('running'),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('jobs')
          .whereRef('jobs.team', '=', 'turns.team')
          .where('jobs.ended_at', 'is', null)
          .where('jobs.due_at', '<=', now)
          .select('jobs.id'),
      ),
    )
    .orderBy('running')
    .orderBy('turns.turn')
    .orderBy('turns.team')
    .execute();
  return teams.filter(({ running }) => Number(running) < (perTeam ?? Number.POSITIVE_INFINITY)).map(({ team }) => team);
}

function claimInTeam(trx: Transaction<Tables>, team: string, { owner, now, leaseMs }: Claim) {
  return (
    trx
      .updateTable('jobs')
      .set((set) => ({ status: 'running', owner, due_at: now + leaseMs, attempts: set('attempts', '+', 1) }))
      .where('id', '=', ({ selectFrom }) =>
        selectFrom('jobs as job')
          .select('job.id')
          .where('job.team', '=', team)
          .where('job.ended_at', 'is', null)
          .where('job.due_at', '<=', now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('jobs as earlier')
                  .select('earlier.id')
                  .whereRef('earlier.thread', '=', 'job.thread')
                  .whereRef('earlier.id', '<', 'job.id')
                  .where('earlier.ended_at', 'is', null),
              ),
            ),
          )
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

async function endTurn(trx: Transaction<Tables>, team: string): Promise<void> {
  await trx
    .updateTable('turns')
    .set(({ selectFrom, fn }) => ({
      turn: selectFrom('turns').select(({ eb }) => eb(fn.max('turn'), '+', 1).as('next')),
    }))
    .where('team', '=', team)
    .execute();
}

/** A job as the worker sees it. */
export function toJob(row: Selectable<Tables['jobs']>): Job {
  return {
    id: String(row.id),
    key: row.key,
    kind: row.kind,
    team: row.team,
    ...(row.channel === null ? {} : { channel: row.channel }),
    thread: row.thread,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as unknown),
    attempts: row.attempts,
  };
}
