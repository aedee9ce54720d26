import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from './tables.ts';

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
