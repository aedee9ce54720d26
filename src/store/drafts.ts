import type { Kysely, Transaction } from 'kysely';
import type { Draft } from '../core/draft.ts';
import type { SlackFailure } from '../core/errors.ts';
import type { KeptDraft } from '../ports.ts';
import type { Tables } from './tables.ts';

/** Keeps a draft for other posts of the same article, for as long as the article that it was made of. */
export async function saveDraft(
  trx: Transaction<Tables>,
  { key, draft }: KeptDraft,
  article: { id: string; savedAt: number },
): Promise<void> {
  await trx
    .insertInto('drafts')
    .values({ key, article_id: article.id, draft: JSON.stringify(draft), created_at: article.savedAt })
    .onConflict((conflict) => conflict.columns(['key', 'article_id']).doNothing())
    .execute();
}

// What Slack says of a place, of a token or of itself, whatever the reply.
const slackAlone: readonly SlackFailure[] = ['not-in-channel', 'channel-gone', 'not-allowed', 'unavailable'];

/**
 * A model's answer that a job keeps under this name which has not ended, or was given up for what Slack said of its channel: what another
 * given-up one was answered may be why it was.
 */
export async function findAnswer(db: Kysely<Tables>, step: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('steps')
    .innerJoin('jobs', 'jobs.id', 'steps.job_id')
    .select('steps.result')
    .where('steps.name', '=', step)
    .where('steps.result', 'is not', null)
    .where((is) => is.or([is('jobs.ended_at', 'is', null), is('jobs.error_code', 'in', slackAlone)]))
    .limit(1)
    .executeTakeFirst();
  const answer: unknown = row?.result === undefined || row.result === null ? undefined : JSON.parse(row.result);
  return typeof answer === 'string' ? answer : undefined;
}

/** The draft kept under this key, of whatever workspace: who has the key has the article. */
export async function findDraft(db: Kysely<Tables>, key: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('draft')
    .where('key', '=', key)
    .orderBy('created_at')
    .orderBy('article_id')
    .limit(1)
    .executeTakeFirst();
  // A cast: saveDraft wrote it, and nothing else does.
  return row && (JSON.parse(row.draft) as Draft);
}
