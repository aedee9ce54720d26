import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * True for a job (under the alias `job`) of whose thread no other one runs. Where posts arrive at several processes, a later one
 * may be seen, and claimed, first.
 */
export function isAloneInThread(
  { not, exists, selectFrom }: ExpressionBuilder<Tables & { job: Tables['jobs'] }, 'job'>,
  now: number,
): Expression<SqlBool> {
  return not(
    exists(
      selectFrom('jobs as other')
        .select('other.id')
        .whereRef('other.thread', '=', 'job.thread')
        .whereRef('other.id', '!=', 'job.id')
        .where('other.ended_at', 'is', null)
        .where('other.owner', 'is not', null)
        .where('other.due_at', '>', now),
    ),
  );
}

/** True for a job (under the alias `job`) that no earlier open job of its thread stands before: a question waits for its brief. */
export function isFirstOfThread({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables & { job: Tables['jobs'] }, 'job'>): Expression<SqlBool> {
  return not(
    exists(
      selectFrom('jobs as earlier')
        .select('earlier.id')
        .whereRef('earlier.thread', '=', 'job.thread')
        .whereRef('earlier.id', '<', 'job.id')
        .where('earlier.ended_at', 'is', null),
    ),
  );
}
