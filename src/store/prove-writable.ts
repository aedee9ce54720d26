import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { isShared } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** As much as an event with a long post brings, so that a disk with room for a few bytes is not taken for one with room. */
const proofBytes = 32 * 1024;

/**
 * Writes a row and takes it away again, in one transaction that is committed: a disk that is full, a file or a server that may only be
 * read, and a user without rights answer every question as before. Throws what the write does.
 */
export async function proveWritable(db: Kysely<Tables>): Promise<void> {
  const key = `proof:${randomUUID()}`;
  // A server that has no room takes no row at all; one that has keeps each in its write-ahead log, so there it is a small one.
  const payload = randomBytes(isShared(db) ? 16 : proofBytes / 2).toString('hex');
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('jobs')
      .values({
        key,
        kind: 'proof',
        team: '',
        channel: '',
        thread: '',
        payload,
        // Ended before it began, so that it is in no one's queue.
        status: 'done',
        due_at: 0,
        attempts: 0,
        owner: null,
        error_code: null,
        created_at: 0,
        ended_at: 0,
      })
      .execute();
    await trx.deleteFrom('jobs').where('key', '=', key).execute();
  });
}
