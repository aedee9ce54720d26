import type { Kysely, Transaction } from 'kysely';
import type { RepliesStore } from '../ports.ts';
import { toRowId } from './job-id.ts';
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
    const answerIds = answers.map(({ id }) => id);
    if (answerIds.length > 0) await trx.deleteFrom('answers').where('id', 'in', answerIds).execute();
    await dropBriefs(trx, briefs);
  });
}

/** Keys of the jobs of a post, as long as they are kept. */
export async function jobKeysOfPost(
  db: Kysely<Tables>,
  { team, channel, postTs, thread }: Parameters<RepliesStore['jobKeysOfPost']>[0],
): Promise<string[]> {
  const rows = await db.selectFrom('jobs').select('key').where('thread', '=', thread).execute();
  return rows.map(({ key }) => key).filter((key) => key.startsWith(`${team}:${channel}:${postTs}:`));
}

/** Briefs of a post by the end of their jobs' keys. One whose job's key is no longer kept is not found. */
export async function briefsOfJobs(
  db: Kysely<Tables>,
  { jobNames, ...post }: Parameters<RepliesStore['briefsOfJobs']>[0],
): ReturnType<RepliesStore['briefsOfJobs']> {
  const briefs = await briefsOf(db, post).select(['id', 'reply_ts']).execute();
  if (briefs.length === 0) return [];
  const rowIds = briefs.map(({ id }) => toRowId(id));
  const jobs = await db.selectFrom('jobs').select(['id', 'key']).where('id', 'in', rowIds).execute();
  const isNamed = (key: string) => jobNames.some((name) => key.endsWith(`:${name}`));
  const ids = new Set(jobs.filter(({ key }) => isNamed(key)).map(({ id }) => String(id)));
  return briefs.filter(({ id }) => ids.has(id)).map((row) => ({ id: row.id, replyTs: row.reply_ts }));
}

/** Deletes briefs, and the articles that nothing else rests on. */
export async function deleteBriefs(db: Kysely<Tables>, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transact(db, async (trx) => {
    const briefs = await trx.selectFrom('briefs').select(['id', 'article_id']).where('id', 'in', ids).execute();
    await dropBriefs(trx, briefs);
  });
}

async function dropBriefs(trx: Transaction<Tables>, briefs: { id: string; article_id: string }[]): Promise<void> {
  if (briefs.length === 0) return;
  const ids = briefs.map(({ id }) => id);
  const articleIds = briefs.map((row) => row.article_id);
  await trx.deleteFrom('briefs').where('id', 'in', ids).execute();
  await trx.deleteFrom('feedback').where('brief_id', 'in', ids).execute();
  // Held first: one that is being briefed again must have its new brief seen by the next line.
  if (isShared(trx)) await trx.selectFrom('articles').select('id').where('id', 'in', articleIds).forUpdate().execute();
  await trx
    .deleteFrom('articles')
    .where('id', 'in', articleIds)
    .where('id', 'not in', ({ selectFrom }) => selectFrom('briefs').select('briefs.article_id'))
    .execute();
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
