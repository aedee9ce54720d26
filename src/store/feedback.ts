import type { Kysely } from 'kysely';
import type { Feedback, FeedbackSum } from '../ports.ts';
import { isShared, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** Keeps what a person thinks of a brief or of one claim; the same person again changes their mind. Nothing where the brief was deleted. */
export async function saveFeedback(db: Kysely<Tables>, feedback: Feedback): Promise<void> {
  const { briefId, user, claim, team, channel, verdict, comment, createdAt } = feedback;
  const opinion = { verdict, comment, created_at: createdAt };
  await transact(db, async (trx) => {
    const brief = await trx
      .selectFrom('briefs')
      .select('id')
      .where('id', '=', briefId)
      // Who deletes the brief waits, and then finds this beside it.
      .$if(isShared(trx), (held) => held.forShare())
      .executeTakeFirst();
    if (!brief) return;
    await trx
      .insertInto('feedback')
      .values({ brief_id: briefId, user_id: user, claim: claim ?? 0, team, channel, ...opinion })
      .onConflict((conflict) => conflict.columns(['brief_id', 'user_id', 'claim']).doUpdateSet(opinion))
      .execute();
  });
}

/** What people think of a brief and of its claims, the oldest first. */
export async function feedbackOn(db: Kysely<Tables>, briefId: string): Promise<Feedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('brief_id', '=', briefId)
    .orderBy('created_at')
    .orderBy('user_id')
    .orderBy('claim')
    .execute();
  return rows.map((row) => ({
    briefId,
    user: row.user_id,
    claim: Number(row.claim) === 0 ? null : Number(row.claim),
    team: row.team,
    channel: row.channel,
    verdict: row.verdict,
    comment: row.comment,
    createdAt: Number(row.created_at),
  }));
}

/** How many people found what, since a time. */
export async function sumFeedback(
  db: Kysely<Tables>,
  { team, channel, since }: { team: string; channel?: string; since: number },
): Promise<FeedbackSum> {
  let rows = db.selectFrom('feedback').where('team', '=', team).where('created_at', '>=', since);
  if (channel !== undefined) rows = rows.where('channel', '=', channel);
  const counted = await rows
    .select(['verdict', ({ fn }) => fn.countAll<number | string>().as('count')])
    .groupBy('verdict')
    .execute();
  const of = (verdict: Feedback['verdict']) => Number(counted.find((row) => row.verdict === verdict)?.count ?? 0);
  return { good: of('good'), bad: of('bad'), wrong: of('wrong') };
}
