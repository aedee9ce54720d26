import type { Kysely } from 'kysely';
import type { RepliesStore } from '../ports.ts';
import { isShared, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

type Post = Parameters<RepliesStore['repliesToPost']>[0];

/** What Byline said because of a post: its briefs, its answer, and the answers in the thread that the post opened. */
export async function repliesToPost(db: Kysely<Tables>, post: Post): ReturnType<RepliesStore['repliesToPost']> {
  const briefs = await briefsOf(db, post).select(['id', 'reply_ts']).execute();
  const answers = await answersOf(db, post).select(['id', 'reply_ts']).execute();
  return [...briefs, ...answers].map((row) => ({ id: row.id, replyTs: row.reply_ts }));
}

/** Deletes what is kept because of a post. An article that another brief of the channel rests on stays. */
export async function deleteReplies(db: Kysely<Tables>, post: Post): Promise<void> {
  await transact(db, async (trx) => {
    const briefs = await briefsOf(trx, post).select(['id', 'article_id']).execute();
    const answers = await answersOf(trx, post).select('id').execute();
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    if (answers.length > 0) await trx.deleteFrom('answers').where('id', 'in', idsOf(answers)).execute();
    if (briefs.length === 0) return;
    await trx.deleteFrom('briefs').where('id', 'in', idsOf(briefs)).execute();
    await trx.deleteFrom('feedback').where('brief_id', 'in', idsOf(briefs)).execute();
    const articleIds = briefs.map((row) => row.article_id);
    // Held first: one that is being briefed again must have its new brief seen by the next line.
    if (isShared(trx))
      await trx.selectFrom('articles').select('id').where('id', 'in', articleIds).forUpdate().execute();
    await trx
      .deleteFrom('articles')
      .where('id', 'in', articleIds)
      .where('id', 'not in', ({ selectFrom }) => selectFrom('briefs').select('briefs.article_id'))
      .execute();
  });
}

function briefsOf(db: Kysely<Tables>, { team, channel, postTs }: Post) {
  return db.selectFrom('briefs').where('team', '=', team).where('channel', '=', channel).where('post_ts', '=', postTs);
}

// Who opened a thread takes the answers given there along: they quote the same article.
function answersOf(db: Kysely<Tables>, { team, channel, postTs }: Post) {
  return db
    .selectFrom('answers')
    .where('team', '=', team)
    .where('channel', '=', channel)
    .where((where) => where.or([where('post_ts', '=', postTs), where('thread_ts', '=', postTs)]));
}
