import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Article } from '../core/article.ts';
import type { Brief } from '../core/brief.ts';
import type { BriefHead, BriefRecord, BriefStore, Claim, KeptDraft } from '../ports.ts';
import { countBrief } from './brief-counts.ts';
import { saveDraft } from './drafts.ts';
import { isHeld } from './held.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** Stores a brief and its article, and the draft that others may use; the same id again changes nothing. */
export async function saveBrief(
  db: Kysely<Tables>,
  record: BriefRecord,
  kept?: KeptDraft,
  claim?: Claim,
): Promise<void> {
  const { article, ...brief } = record.brief;
  await transact(db, async (trx) => {
    if (claim && !(await isHeld(trx, claim))) return;
    const known = await trx.selectFrom('briefs').select('id').where('id', '=', record.id).executeTakeFirst();
    if (known) return;
    const articleId = await saveArticle(trx, record, article);
    if (kept) await saveDraft(trx, kept, { id: articleId, savedAt: record.createdAt });
    await trx
      .insertInto('briefs')
      .values({
        id: record.id,
        team: record.team,
        channel: record.channel,
        thread_ts: record.threadTs,
        article_id: articleId,
        brief: JSON.stringify(brief),
        reply_ts: record.replyTs,
        post_ts: record.postTs,
        user_id: record.user,
        created_at: record.createdAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await countBrief(trx, record);
  });
}

// One row for an article and channel, however often it was briefed there; never shared with another channel.
async function saveArticle(trx: Transaction<Tables>, record: BriefRecord, article: Article): Promise<string> {
  const { text, ...facts } = article;
  const version = hash([JSON.stringify(article)]);
  const id = hash([record.team, record.channel, version]);
  await trx
    .insertInto('articles')
    .values({
      id,
      team: record.team,
      channel: record.channel,
      url: article.canonicalUrl ?? article.url,
      version,
      facts: JSON.stringify(facts),
      text: JSON.stringify(text),
      created_at: record.createdAt,
    })
    // Briefed again: the text is back if it was deleted, and its time starts anew.
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ text: JSON.stringify(text), created_at: record.createdAt }),
    )
    .execute();
  return id;
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A brief by its id; undefined where it, or its article's text, was deleted. */
export async function findBrief(db: Kysely<Tables>, id: string): Promise<BriefRecord | undefined> {
  const row = await selectBriefs(db).where('briefs.id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** The briefs of a thread, newest first. One whose article's text was deleted is left out: nothing can be checked against it. */
export async function briefsInThread(
  db: Kysely<Tables>,
  thread: Parameters<BriefStore['briefsInThread']>[0],
): Promise<BriefRecord[]> {
  const rows = await selectBriefs(db)
    .where('briefs.team', '=', thread.team)
    .where('briefs.channel', '=', thread.channel)
    .where('briefs.thread_ts', '=', thread.threadTs)
    .orderBy('briefs.created_at', 'desc')
    .orderBy('briefs.seq', 'desc')
    .execute();
  return rows.map(toRecord).filter((record) => record !== undefined);
}

/** Whether a thread has a brief whose article's text was deleted. */
export async function hasTextlessBrief(
  db: Kysely<Tables>,
  { team, channel, threadTs }: Parameters<BriefStore['hasTextlessBrief']>[0],
): Promise<boolean> {
  const row = await db
    .selectFrom('briefs')
    .innerJoin('articles', 'articles.id', 'briefs.article_id')
    .select('briefs.id')
    .where('briefs.team', '=', team)
    .where('briefs.channel', '=', channel)
    .where('briefs.thread_ts', '=', threadTs)
    .where('articles.text', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves a brief that only one person saw into a thread of its channel. */
export async function moveBrief(
  db: Kysely<Tables>,
  { id, threadTs, replyTs }: Parameters<BriefStore['moveBrief']>[0],
): Promise<void> {
  await db.updateTable('briefs').set({ thread_ts: threadTs, reply_ts: replyTs }).where('id', '=', id).execute();
}

/** The latest briefs of some channels, newest first, without their text. */
export async function recentBriefs(
  db: Kysely<Tables>,
  { team, channels, limit }: Parameters<BriefStore['recentBriefs']>[0],
): Promise<BriefHead[]> {
  if (channels.length === 0) return [];
  const rows = await db
    .selectFrom('briefs')
    .innerJoin('articles', 'articles.id', 'briefs.article_id')
    .select(['briefs.id', 'briefs.channel', 'briefs.thread_ts', 'briefs.reply_ts', 'briefs.user_id'])
    .select(['briefs.created_at', 'articles.facts'])
    .where('briefs.team', '=', team)
    .where('briefs.channel', 'in', channels)
    // What only one person saw has no message.
    .where('briefs.reply_ts', 'is not', null)
    .orderBy('briefs.created_at', 'desc')
    .orderBy('briefs.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { title, publisher } = JSON.parse(row.facts) as Pick<Article, 'title' | 'publisher'>;
    const { id, channel, thread_ts: threadTs, reply_ts: replyTs, user_id: user } = row;
    return { id, channel, threadTs, replyTs, user, createdAt: Number(row.created_at), title, publisher };
  });
}

function selectBriefs(db: Kysely<Tables>) {
  return db
    .selectFrom('briefs')
    .innerJoin('articles', 'articles.id', 'briefs.article_id')
    .select(['briefs.id', 'briefs.team', 'briefs.channel', 'briefs.thread_ts', 'briefs.brief', 'briefs.reply_ts'])
    .select(['briefs.post_ts', 'briefs.user_id', 'briefs.created_at', 'articles.facts', 'articles.text']);
}

type Row = Omit<Selectable<Tables['briefs']>, 'seq' | 'article_id'> &
  Pick<Selectable<Tables['articles']>, 'facts' | 'text'>;

function toRecord({ text, ...row }: Row): BriefRecord | undefined {
  if (text === null) return undefined;
  return {
    id: row.id,
    team: row.team,
    channel: row.channel,
    threadTs: row.thread_ts,
    brief: toBrief(row.brief, row.facts, text),
    replyTs: row.reply_ts,
    postTs: row.post_ts,
    user: row.user_id,
    createdAt: row.created_at,
  };
}

// A cast: these columns hold what saveBrief took apart, and nothing else writes them.
function toBrief(brief: string, facts: string, text: string): Brief {
  const article = { ...(JSON.parse(facts) as Omit<Article, 'text'>), text: JSON.parse(text) as string };
  return { article, ...(JSON.parse(brief) as Omit<Brief, 'article'>) };
}
