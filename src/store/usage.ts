import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Claim, Usage, UsageStore, UsageSum } from '../ports.ts';
import { isHeld } from './held.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

const nothing = each(() => 0);

/** Counts what a draft cost so far and gives back what that added: for a key that was counted before, what is above it. */
export async function countUsage(db: Kysely<Tables>, usage: Usage, claim?: Claim): Promise<UsageSum> {
  return transact(db, async (trx) => {
    if (claim && !(await isHeld(trx, claim))) return nothing;
    const before = await findUsage(trx, usage.key);
    if (before) return raiseUsage(trx, usage, before);
    const counted = await trx
      .insertInto('usage')
      .values({
        key: usage.key,
        team: usage.team,
        channel: usage.channel,
        user_id: usage.user,
        day: usage.day,
        model: usage.model,
        ...toRow(usage),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!counted) return nothing;
    return each((part) => usage[part]);
  });
}

async function findUsage(trx: Transaction<Tables>, key: string): Promise<UsageSum | undefined> {
  const row = await trx
    .selectFrom('usage')
    .select(['calls', 'input_tokens', 'output_tokens', 'cost_micros'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toSum(row);
}

async function raiseUsage(trx: Transaction<Tables>, usage: Usage, before: UsageSum): Promise<UsageSum> {
  const added = each((part) => Math.max(0, usage[part] - before[part]));
  if (Object.values(added).some((more) => more > 0))
    await trx
      .updateTable('usage')
      .set({ model: usage.model, ...toRow(each((part) => before[part] + added[part])) })
      .where('key', '=', usage.key)
      .execute();
  return added;
}

function each(of: (part: keyof UsageSum) => number): UsageSum {
  return {
    calls: of('calls'),
    inputTokens: of('inputTokens'),
    outputTokens: of('outputTokens'),
    costMicros: of('costMicros'),
  };
}

function toRow({ calls, inputTokens, outputTokens, costMicros }: UsageSum) {
  return { calls, input_tokens: inputTokens, output_tokens: outputTokens, cost_micros: costMicros };
}

// PostgreSQL gives its large numbers as text.
type Counts = Record<'calls' | 'input_tokens' | 'output_tokens' | 'cost_micros', number | string | null>;

function toSum(row: Counts | undefined): UsageSum {
  return {
    calls: Number(row?.calls ?? 0),
    inputTokens: Number(row?.input_tokens ?? 0),
    outputTokens: Number(row?.output_tokens ?? 0),
    costMicros: Number(row?.cost_micros ?? 0),
  };
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
    const row = { key: `deleted:${randomUUID()}`, team, channel: '', user_id: '', day, model, ...toRow(toSum(sum)) };
    await trx.insertInto('usage').values(row).execute();
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
  return toSum(sum);
}
