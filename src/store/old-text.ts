import { type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Deleted } from './retention.ts';
import { isShared, transact } from './shared-database.ts';
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
 * touched. Each brief counts from its own time, and an article from the last of the briefs that rest on it.
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
      : await trx.deleteFrom('briefs').where('created_at', '<', before).where(isConcerned).executeTakeFirst();
    const articles = await dropArticles(trx, old, isConcerned);
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
      articles,
      briefs: Number(briefs?.numDeletedRows ?? 0n),
      answers: Number(answers.numDeletedRows),
      jobs: Number(jobs.numUpdatedRows),
    };
  });
}

// Without a brief that is younger. Where briefs are kept their articles stay, without text.
async function dropArticles(
  trx: Transaction<Tables>,
  { before, keepBriefs }: OldText,
  isConcerned: RawBuilder<SqlBool>,
): Promise<number> {
  const isOld = ({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'articles'>) =>
    not(
      exists(
        selectFrom('briefs')
          .select('briefs.id')
          .whereRef('briefs.article_id', '=', 'articles.id')
          .where('briefs.created_at', '>=', before),
      ),
    );
  // Held first: one that is being briefed again must have its new brief seen by what follows.
  if (isShared(trx))
    await trx
      .selectFrom('articles')
      .select('id')
      .where(isConcerned)
      .where(isOld)
      .$if(keepBriefs, (held) => held.where('text', 'is not', null))
      .forUpdate()
      .execute();
  if (!keepBriefs) {
    const { numDeletedRows } = await trx.deleteFrom('articles').where(isConcerned).where(isOld).executeTakeFirst();
    return Number(numDeletedRows);
  }
  const { numUpdatedRows } = await trx
    .updateTable('articles')
    .set({ text: null })
    .where(isConcerned)
    .where(isOld)
    .where('text', 'is not', null)
    .executeTakeFirst();
  // Otherwise they go with their articles.
  await trx
    .deleteFrom('drafts')
    .where('article_id', 'in', ({ selectFrom }) =>
      selectFrom('articles').select('articles.id').where('articles.text', 'is', null).where(isConcerned),
    )
    .execute();
  return Number(numUpdatedRows);
}

// In each table the column has the same name.
function concerns({ team, exceptTeams = [] }: OldText): RawBuilder<SqlBool> {
  if (team !== undefined) return sql`team = ${team}`;
  return exceptTeams.length > 0 ? sql`team not in (${sql.join(exceptTeams)})` : sql`true`;
}
