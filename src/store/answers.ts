import type { Kysely } from 'kysely';
import type { AnswerRecord, BriefStore, Claim } from '../ports.ts';
import { isHeld } from './held.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

type Shown = Pick<AnswerRecord, 'question' | 'answer'>;

/** Stores a question and the answer that was shown; the same id again changes nothing. */
export async function saveAnswer(db: Kysely<Tables>, record: AnswerRecord, claim?: Claim): Promise<void> {
  const shown: Shown = { question: record.question, answer: record.answer };
  await transact(db, async (trx) => {
    if (claim && !(await isHeld(trx, claim))) return;
    await trx
      .insertInto('answers')
      .values({
        id: record.id,
        team: record.team,
        channel: record.channel,
        thread_ts: record.threadTs,
        shown: JSON.stringify(shown),
        reply_ts: record.replyTs,
        post_ts: record.postTs,
        user_id: record.user,
        created_at: record.createdAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  });
}

/** What was asked and answered in a thread: the newest `limit`, oldest first. */
export async function answersInThread(
  db: Kysely<Tables>,
  thread: Parameters<BriefStore['answersInThread']>[0],
  limit: number,
): Promise<AnswerRecord[]> {
  const rows = await db
    .selectFrom('answers')
    .select(['id', 'team', 'channel', 'thread_ts', 'shown', 'reply_ts', 'post_ts', 'user_id', 'created_at'])
    .where('team', '=', thread.team)
    .where('channel', '=', thread.channel)
    .where('thread_ts', '=', thread.threadTs)
    .orderBy('created_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    team: row.team,
    channel: row.channel,
    threadTs: row.thread_ts,
    // A cast: saveAnswer wrote it.
    ...(JSON.parse(row.shown) as Shown),
    replyTs: row.reply_ts,
    postTs: row.post_ts,
    user: row.user_id,
    createdAt: row.created_at,
  }));
}
