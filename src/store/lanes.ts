import type { Transaction } from 'kysely';
import { lock } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** A channel of a workspace, as far as claims go: how many of its jobs run, and when it last had its turn. */
export type Lane = { team: string; channel: string; turn: number };

/** What claims take turns by. */
export type Traffic = {
  /** Lanes with a due job. */
  waiting: Lane[];
  /** Jobs that run under a live lease, by lane. */
  running: { team: string; channel: string; count: number }[];
  /** The last turn of each workspace, over all of its lanes. */
  teamTurns: { team: string; turn: number }[];
};

/**
 * The lanes in the order in which they may claim: the workspace that runs fewest first, then the one whose last claim is longest
 * ago; in a workspace its channels by the same two rules. Workspaces at their limit are left out.
 */
export function orderLanes({ waiting, running, teamTurns }: Traffic, perTeam: number): Lane[] {
  const ofTeam = (team: string) =>
    running.filter((lane) => lane.team === team).reduce((sum, { count }) => sum + count, 0);
  const ofLane = ({ team, channel }: Lane) =>
    running.find((lane) => lane.team === team && lane.channel === channel)?.count ?? 0;
  const turnOf = (team: string) => teamTurns.find((known) => known.team === team)?.turn ?? 0;
  return waiting
    .map((lane) => ({ lane, rank: [ofTeam(lane.team), turnOf(lane.team), ofLane(lane), lane.turn] }))
    .filter(({ rank }) => (rank[0] ?? 0) < perTeam)
    .sort((a, b) => compareRanks(a.rank, b.rank) || compareNames(a.lane, b.lane))
    .map(({ lane }) => lane);
}

function compareRanks(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

// Any order will do between lanes that never had a turn, but a workspace's lanes must stay together.
function compareNames(a: Lane, b: Lane): number {
  if (a.team !== b.team) return a.team < b.team ? -1 : 1;
  return a.channel < b.channel ? -1 : Number(a.channel > b.channel);
}

/** Reads what claims take turns by, as it is now. */
export async function readTraffic(trx: Transaction<Tables>, now: number): Promise<Traffic> {
  const waiting = await trx
    .selectFrom('lanes')
    .select(['team', 'channel', 'turn'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('jobs')
          .whereRef('jobs.team', '=', 'lanes.team')
          .whereRef('jobs.channel', '=', 'lanes.channel')
          .where('jobs.ended_at', 'is', null)
          .where('jobs.due_at', '<=', now)
          .select('jobs.id'),
      ),
    )
    .execute();
  const running = await trx
    .selectFrom('jobs')
    .select(['team', 'channel'])
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('owner', 'is not', null)
    .where('due_at', '>', now)
    .groupBy(['team', 'channel'])
    .execute();
  const teamTurns = await trx
    .selectFrom('lanes')
    .select('team')
    .select(({ fn }) => fn.max('turn').as('turn'))
    .groupBy('team')
    .execute();
  return { waiting, running: running.map((lane) => ({ ...lane, count: Number(lane.count) })), teamTurns };
}

/** Puts a lane, and with it its workspace, behind all others. */
export async function endTurn(trx: Transaction<Tables>, { team, channel }: Lane): Promise<void> {
  await trx
    .updateTable('lanes')
    .set(({ selectFrom }) => ({
      turn: selectFrom('lanes').select(({ eb, fn }) => eb(fn.max('turn'), '+', 1).as('next')),
    }))
    .where('team', '=', team)
    .where('channel', '=', channel)
    .execute();
}

/** Opens a lane where there is none. */
export async function openLane(trx: Transaction<Tables>, team: string, channel: string): Promise<void> {
  await trx
    .insertInto('lanes')
    .values({ team, channel, turn: 0 })
    .onConflict((conflict) => conflict.columns(['team', 'channel']).doNothing())
    .execute();
}

/** Drops the lanes that nothing waits in, so that a claim looks at few. */
export async function dropIdleLanes(trx: Transaction<Tables>): Promise<void> {
  // Alone: a job that came in meanwhile would be left without its lane.
  await lock(trx, 'lanes');
  await trx
    .deleteFrom('lanes')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jobs')
            .select('jobs.id')
            .whereRef('jobs.team', '=', 'lanes.team')
            .whereRef('jobs.channel', '=', 'lanes.channel')
            .where('jobs.ended_at', 'is', null),
        ),
      ),
    )
    .execute();
}
