import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The queue at a glance, for metrics and health. `waitingSince`: since when the job that has been due longest waits, epoch ms. */
export type QueueState = { pending: number; running: number; failed: number; waitingSince: number | null };

/** Counts jobs by what they wait for. Failed ones count as long as they can be tried again. */
export async function readQueueState(db: Kysely<Tables>, now: number): Promise<QueueState> {
  const open = await db
    .selectFrom('jobs')
    .select(({ fn, eb }) => [
      fn.countAll<number | string>().as('open'),
      fn.sum<number | string | null>(eb.case().when('owner', 'is not', null).then(1).else(0).end()).as('running'),
      fn.min<number | null>(eb.case().when('owner', 'is', null).then(eb.ref('due_at')).end()).as('due'),
    ])
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  const failed = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('status', '=', 'failed')
    .where('payload', 'is not', null)
    .executeTakeFirstOrThrow();
  const running = Number(open.running ?? 0);
  return {
    pending: Number(open.open) - running,
    running,
    failed: Number(failed.count),
    waitingSince: open.due !== null && open.due <= now ? open.due : null,
  };
}
