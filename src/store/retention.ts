import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { readWorkspaceSettings } from '../core/settings.ts';
import { dropIdleLanes } from './lanes.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';
import { mergeUsage } from './usage.ts';

/** How many rows a deletion took. */
export type Deleted = { articles: number; briefs: number; answers: number; jobs: number };

/** What counts as old. `keepBriefs` keeps briefs, with their offsets and the article's hash, but without the article's text. */
export type OldText = {
  before: number;
  keepBriefs: boolean;
  /** This workspace alone; every workspace where left out. */
  team?: string;
  /** All workspaces but these, which keep text for a time of their own. */
  exceptTeams?: string[];
};

/**
 * Deletes the text of what is older: articles, answers, comments, and what failed jobs still hold. A job that has not ended is never
 * touched. Articles count from the last time they were briefed.
 */
export async function deleteOldText(db: Kysely<Tables>, old: OldText): Promise<Deleted> {
  const { before, keepBriefs } = old;
  const isConcerned = concerns(old);
  return transact(db, async (trx) => {
    await trx
      .updateTable('feedback')
      .set({ comment: null })
      .where('created_at', '<', before)
      .where('comment', 'is not', null)
      .where(isConcerned)
      .execute();
    const answers = await trx
      .deleteFrom('answers')
      .where('created_at', '<', before)
      .where(isConcerned)
      .executeTakeFirst();
    const briefs = keepBriefs
      ? undefined
      : await trx
          .deleteFrom('briefs')
          .where('article_id', 'in', ({ selectFrom }) =>
            selectFrom('articles').select('articles.id').where('articles.created_at', '<', before).where(isConcerned),
          )
          .executeTakeFirst();
    // Otherwise they go with their articles.
    if (keepBriefs)
      await trx
        .deleteFrom('drafts')
        .where('article_id', 'in', ({ selectFrom }) =>
          selectFrom('articles').select('articles.id').where('articles.created_at', '<', before).where(isConcerned),
        )
        .execute();
    const articles = keepBriefs
      ? await trx
          .updateTable('articles')
          .set({ text: null })
          .where('created_at', '<', before)
          .where('text', 'is not', null)
          .where(isConcerned)
          .executeTakeFirst()
      : await trx.deleteFrom('articles').where('created_at', '<', before).where(isConcerned).executeTakeFirst();
    await trx
      .deleteFrom('steps')
      .where('job_id', 'in', ({ selectFrom }) =>
        selectFrom('jobs')
          .select('jobs.id')
          .where('jobs.status', '=', 'failed')
          .where('jobs.ended_at', '<', before)
          .where(isConcerned),
      )
      .execute();
    const jobs = await trx
      .updateTable('jobs')
      .set({ payload: null })
      .where('status', '=', 'failed')
      .where('ended_at', '<', before)
      .where('payload', 'is not', null)
      .where(isConcerned)
      .executeTakeFirst();
    return {
      articles: Number('numUpdatedRows' in articles ? articles.numUpdatedRows : articles.numDeletedRows),
      briefs: Number(briefs?.numDeletedRows ?? 0n),
      answers: Number(answers.numDeletedRows),
      jobs: Number(jobs.numUpdatedRows),
    };
  });
}

// In each table the column has the same name.
function concerns({ team, exceptTeams = [] }: OldText): RawBuilder<SqlBool> {
  if (team !== undefined) return sql`team = ${team}`;
  return exceptTeams.length > 0 ? sql`team not in (${sql.join(exceptTeams)})` : sql`true`;
}

/** Workspaces that keep text for a time of their own, and for how many days. */
export async function ownRetention(db: Kysely<Tables>): Promise<{ team: string; days: number }[]> {
  const rows = await db.selectFrom('settings').select(['team', 'settings']).where('channel', '=', '').execute();
  return rows.flatMap(({ team, settings }) => {
    const { retentionDays } = readWorkspaceSettings(JSON.parse(settings));
    return retentionDays === null ? [] : [{ team, days: retentionDays }];
  });
}

/**
 * Deletes everything of a workspace, or of one channel of it: what was read, briefed, asked, counted, set, and what still waits. What
 * a channel used stays counted for its workspace. A job that runs loses its lease and stores nothing more.
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
    // Jobs before what they store, and until there are none: what is just being stored under a claim is waited for and then seen, a
    // further job among it, and nothing more is stored. Briefs before what people think of them; drafts go with articles, steps with jobs.
    let jobs = 0;
    for (let more = await deleteFrom('jobs'); more > 0; more = await deleteFrom('jobs')) jobs += more;
    const briefs = await deleteFrom('briefs');
    const articles = await deleteFrom('articles');
    const answers = await deleteFrom('answers');
    await deleteFrom('feedback');
    if (channel === undefined) await deleteFrom('usage');
    else await mergeUsage(trx, { team, channel });
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
