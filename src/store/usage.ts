import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
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

/**
 * Forgets which posts and whose a channel's counts are of, as the channel is deleted. The numbers stay the workspace's, or deleting
 * a channel would give its budget back.
 */
export async function mergeUsage(trx: Transaction<Tables>, { team, channel }: Pick<Usage, 'team' | 'channel'>) {
  const sums = await trx
    .selectFrom('usage')
    .where('team', '=', team)
    .where('channel', '=', channel)
    .groupBy(['day', 'model'])
    .select(({ fn }) => [
      'day',
      'model',
      fn.sum<number | string>('calls').as('calls'),
      fn.sum<number | string>('input_tokens').as('input_tokens'),
      fn.sum<number | string>('output_tokens').as('output_tokens'),
      fn.sum<number | string>('cost_micros').as('cost_micros'),
    ])
    .execute();
  await trx.deleteFrom('usage').where('team', '=', team).where('channel', '=', channel).execute();
  for (const { day, model, ...sum } of sums) {
    const counts = {
      calls: Number(sum.calls),
      input_tokens: Number(sum.input_tokens),
      output_tokens: Number(sum.output_tokens),
      cost_micros: Number(sum.cost_micros),
    };
    await trx
      .insertInto('usage')
      .values({ key: `deleted:${randomUUID()}`, team, channel: '', user_id: '', day, model, ...counts })
      .execute();
  }
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
