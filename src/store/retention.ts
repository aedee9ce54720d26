import type { Kysely } from 'kysely';
import { dropIdleLanes } from './lanes.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** How many rows a deletion took. */
export type Deleted = { articles: number; briefs: number; answers: number; jobs: number };

/**
 * Deletes the text of what is older: articles, answers, and what failed jobs still hold. A job that has not ended is never
 * touched. Articles count from the last time they were briefed.
 *
 * @param keepBriefs  keeps the briefs of those articles, with their offsets and the article's hash, but without its text
 */
export async function deleteOldText(
  db: Kysely<Tables>,
  { before, keepBriefs }: { before: number; keepBriefs: boolean },
): Promise<Deleted> {
  return transact(db, async (trx) => {
    const answers = await trx.deleteFrom('answers').where('created_at', '<', before).executeTakeFirst();
    const briefs = keepBriefs
      ? undefined
      : await trx
          .deleteFrom('briefs')
          .where('article_id', 'in', ({ selectFrom }) =>
            selectFrom('articles').select('articles.id').where('articles.created_at', '<', before),
          )
          .executeTakeFirst();
    const articles = keepBriefs
      ? await trx
          .updateTable('articles')
          .set({ text: null })
          .where('created_at', '<', before)
          .where('text', 'is not', null)
          .executeTakeFirst()
      : await trx.deleteFrom('articles').where('created_at', '<', before).executeTakeFirst();
    await trx
      .deleteFrom('steps')
      .where('job_id', 'in', ({ selectFrom }) =>
        selectFrom('jobs').select('jobs.id').where('jobs.status', '=', 'failed').where('jobs.ended_at', '<', before),
      )
      .execute();
    const jobs = await trx
      .updateTable('jobs')
      .set({ payload: null })
      .where('status', '=', 'failed')
      .where('ended_at', '<', before)
      .where('payload', 'is not', null)
      .executeTakeFirst();
    return {
      articles: Number('numUpdatedRows' in articles ? articles.numUpdatedRows : articles.numDeletedRows),
      briefs: Number(briefs?.numDeletedRows ?? 0n),
      answers: Number(answers.numDeletedRows),
      jobs: Number(jobs.numUpdatedRows),
    };
  });
}

/**
 * Deletes everything of a workspace, or of one channel of it: what was read, briefed, asked, counted, set, and what still waits. A job
 * that runs loses its lease and stores nothing more.
 */
export async function deletePlace(
  db: Kysely<Tables>,
  { team, channel }: { team: string; channel?: string },
): Promise<Deleted> {
  return transact(db, async (trx) => {
    const deleteFrom = async (
      table: 'answers' | 'feedback' | 'briefs' | 'articles' | 'usage' | 'jobs' | 'settings' | 'brief_counts',
    ) => {
      const ofTeam = trx.deleteFrom(table).where('team', '=', team);
      const rows = channel === undefined ? ofTeam : ofTeam.where('channel', '=', channel);
      return Number((await rows.executeTakeFirst()).numDeletedRows);
    };
    // Briefs before the articles they rest on; steps go with their jobs.
    const answers = await deleteFrom('answers');
    await deleteFrom('feedback');
    const briefs = await deleteFrom('briefs');
    const articles = await deleteFrom('articles');
    const jobs = await deleteFrom('jobs');
    await deleteFrom('usage');
    await deleteFrom('settings');
    await deleteFrom('brief_counts');
    if (channel === undefined) await trx.deleteFrom('inbox').where('team', '=', team).execute();
    await dropIdleLanes(trx);
    return { articles, briefs, answers, jobs };
  });
}

/** Forgets events and ended jobs that are older; an event that is delivered again after that would be answered again. */
export async function forgetOldKeys(db: Kysely<Tables>, before: number): Promise<void> {
  await transact(db, async (trx) => {
    await trx.deleteFrom('inbox').where('received_at', '<', before).execute();
    await trx.deleteFrom('jobs').where('ended_at', '<', before).execute();
    await dropIdleLanes(trx);
  });
}
