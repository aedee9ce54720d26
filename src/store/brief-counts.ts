import type { Kysely } from 'kysely';
import type { BriefRecord, BriefStore, BriefSum } from '../ports.ts';
import type { Tables } from './tables.ts';

/** Counts what the check found in a brief; the same brief again changes nothing. */
export async function countBrief(
  db: Kysely<Tables>,
  { id, team, channel, brief, createdAt }: BriefRecord,
): Promise<void> {
  const { claimsOffered, claimsShown, quotesOffered, quotesFound } = brief.checks;
  await db
    .insertInto('brief_counts')
    .values({
      brief_id: id,
      team,
      channel,
      day: new Date(createdAt).toISOString().slice(0, 10),
      claims_offered: claimsOffered,
      claims_shown: claimsShown,
      quotes_offered: quotesOffered,
      quotes_found: quotesFound,
    })
    .onConflict((conflict) => conflict.column('brief_id').doNothing())
    .execute();
}

/** What was counted in a workspace's briefs from one day to another, both included. */
export async function sumBriefs(
  db: Kysely<Tables>,
  { team, fromDay, toDay }: Parameters<BriefStore['sumBriefs']>[0],
): Promise<BriefSum> {
  const sum = await db
    .selectFrom('brief_counts')
    .where('team', '=', team)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .select(({ fn }) => [
      fn.countAll<number | string>().as('briefs'),
      fn.sum<number | string | null>('claims_offered').as('claims_offered'),
      fn.sum<number | string | null>('claims_shown').as('claims_shown'),
      fn.sum<number | string | null>('quotes_offered').as('quotes_offered'),
      fn.sum<number | string | null>('quotes_found').as('quotes_found'),
    ])
    .executeTakeFirst();
  return {
    briefs: Number(sum?.briefs ?? 0),
    claimsOffered: Number(sum?.claims_offered ?? 0),
    claimsShown: Number(sum?.claims_shown ?? 0),
    quotesOffered: Number(sum?.quotes_offered ?? 0),
    quotesFound: Number(sum?.quotes_found ?? 0),
  };
}
