import type { Transaction } from 'kysely';
import type { Claim } from '../ports.ts';
import { toRowId } from './job-id.ts';
import { isShared } from './shared-database.ts';
import type { Tables } from './tables.ts';

/**
 * Whether a claim still stands: its lease did not go to another, and its job was not deleted. It then stands to the end of the
 * transaction. What outlives a job is stored under this alone, or it would come back behind a deletion.
 */
export async function isHeld(trx: Transaction<Tables>, { jobId, owner }: Claim): Promise<boolean> {
  const job = await trx
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', toRowId(jobId))
    .where('owner', '=', owner)
    // Who deletes or claims the job waits for what is being stored.
    .$if(isShared(trx), (held) => held.forUpdate())
    .executeTakeFirst();
  return job !== undefined;
}
