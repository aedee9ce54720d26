import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Deleted } from './retention.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

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
