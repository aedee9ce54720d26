import type { CompiledQuery, Kysely } from 'kysely';
import type { JobStore } from '../ports.ts';
import { isHeld } from './held.ts';
import { toRowId } from './job-id.ts';
import { restoredStep } from './mark-restored.ts';
import { isShared, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** A finished step's result; undefined where the step is only begun or was never reached. */
export async function readStep(
  db: Kysely<Tables>,
  jobId: string,
  name: string,
): Promise<{ result: unknown } | undefined> {
  const row = await db
    .selectFrom('steps')
    .select('result')
    .where('job_id', '=', toRowId(jobId))
    .where('name', '=', name)
    .executeTakeFirst();
  return row && row.result !== null ? { result: JSON.parse(row.result) as unknown } : undefined;
}

type StepResult = Parameters<JobStore['saveStep']>[0];

/** Stores a step's result, fenced by the claim's owner. */
export async function saveStep(db: Kysely<Tables>, step: StepResult): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await resultQuery(db, step).executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The same as a statement, for who can run it at once. It changes no row where the lease is lost. */
export function toSaveStatement(db: Kysely<Tables>, step: StepResult): CompiledQuery {
  return resultQuery(db, step).compile();
}

function resultQuery(db: Kysely<Tables>, step: StepResult) {
  const result = JSON.stringify(step.result ?? null);
  return db
    .insertInto('steps')
    .columns(['job_id', 'name', 'result'])
    .expression(({ selectFrom, val }) =>
      selectFrom('jobs')
        .select(['jobs.id', val(step.name).as('name'), val(result).as('result')])
        .where('jobs.id', '=', toRowId(step.jobId))
        .where('jobs.owner', '=', step.owner)
        // Nobody claims the job between this look at its owner and the commit.
        .$if(isShared(db), (job) => job.forUpdate()),
    )
    .onConflict((conflict) => conflict.columns(['job_id', 'name']).doUpdateSet({ result }));
}

/** Records that a step is about to have an effect outside, fenced by the claim's owner. */
export async function beginStep(
  db: Kysely<Tables>,
  step: Parameters<JobStore['beginStep']>[0],
): ReturnType<JobStore['beginStep']> {
  return transact(db, async (trx) => {
    if (!(await isHeld(trx, step))) return 'lease-lost';
    const restored = await trx
      .selectFrom('steps')
      .select('name')
      .where('job_id', '=', toRowId(step.jobId))
      .where('name', '=', restoredStep)
      .executeTakeFirst();
    const begun = await trx
      .insertInto('steps')
      .values({ job_id: toRowId(step.jobId), name: step.name, result: null })
      .onConflict((conflict) => conflict.columns(['job_id', 'name']).doNothing())
      .returning('name')
      .executeTakeFirst();
    return begun && !restored ? 'begun' : 'begun-before';
  });
}
