import type { Kysely } from 'kysely';
import type { Claim, Usage, UsageStore, UsageSum } from '../ports.ts';
import { isHeld } from './held.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

const nothing: UsageSum = { calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 };

/** Counts what a draft cost and gives back what it counted; the same key again changes nothing. */
export async function countUsage(db: Kysely<Tables>, usage: Usage, claim?: Claim): Promise<UsageSum> {
  return transact(db, async (trx) => {
    if (claim && !(await isHeld(trx, claim))) return nothing;
    const counted = await trx
      .insertInto('usage')
      .values({
        key: usage.key,
        team: usage.team,
        channel: usage.channel,
        user_id: usage.user,
        day: usage.day,
        model: usage.model,
        calls: usage.calls,
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        cost_micros: usage.costMicros,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!counted) return nothing;
    const { calls, inputTokens, outputTokens, costMicros } = usage;
    return { calls, inputTokens, outputTokens, costMicros };
  });
}

/** What a workspace, or one channel or person of it, used from one day to another, both included. */
export async function sumUsage(db: Kysely<Tables>, of: Parameters<UsageStore['sumUsage']>[0]): Promise<UsageSum> {
  let rows = db
    .selectFrom('usage')
    .where('team', '=', of.team)
    .where('day', '>=', of.fromDay)
    .where('day', '<=', of.toDay);
  if (of.channel !== undefined) rows = rows.where('channel', '=', of.channel);
  if (of.user !== undefined) rows = rows.where('user_id', '=', of.user);
  const sum = await rows
    .select(({ fn }) => [
      fn.sum<number | string | null>('calls').as('calls'),
      fn.sum<number | string | null>('input_tokens').as('input_tokens'),
      fn.sum<number | string | null>('output_tokens').as('output_tokens'),
      fn.sum<number | string | null>('cost_micros').as('cost_micros'),
    ])
    .executeTakeFirst();
  return {
    calls: Number(sum?.calls ?? 0),
    inputTokens: Number(sum?.input_tokens ?? 0),
    outputTokens: Number(sum?.output_tokens ?? 0),
    costMicros: Number(sum?.cost_micros ?? 0),
  };
}
