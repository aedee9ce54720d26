import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** One thing that is kept of a workspace. An article's text is null once it was deleted. */
export type Exported = {
  kind: 'brief' | 'draft' | 'answer' | 'feedback' | 'usage' | 'settings' | 'job';
  record: Record<string, unknown>;
};

type Place = { team: string; channel?: string };

const pageSize = 100;

/**
 * Everything that is kept of a workspace, or of one channel of it: briefs with their articles and models' drafts of them, answers, feedback, settings,
 * usage, and the jobs that still hold what somebody posted, with what they have read and drafted of it; what was only counted is in none of them. Read a page at a time, so that a long history needs little memory.
 */
export async function* exportPlace(db: Kysely<Tables>, place: Place): AsyncGenerator<Exported, void, void> {
  yield* inPages('brief', (after) => readBriefs(db, place, after));
  yield* inPages('draft', (after) => readDrafts(db, place, after));
  yield* inPages('answer', (after) => readAnswers(db, place, after));
  yield* inPages('feedback', (after) => readFeedback(db, place, after));
  yield* inPages('settings', (after) => readSettings(db, place, after));
  yield* inPages('usage', (after) => readUsage(db, place, after));
  yield* inPages('job', (after) => readJobs(db, place, after));
}

/** A row, and the key that the next page comes after. */
type Row = { at: string | number; record: Record<string, unknown> };
/** Undefined: from the beginning. */
type Cursor = Row['at'] | undefined;

async function* inPages(
  kind: Exported['kind'],
  readAfter: (after: Cursor) => Promise<Row[]>,
): AsyncGenerator<Exported, void, void> {
  for (let rows = await readAfter(undefined); rows.length > 0; rows = await readAfter(rows.at(-1)?.at)) {
    for (const { record } of rows) yield { kind, record };
  }
}

async function readBriefs(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  let query = db
    .selectFrom('briefs')
    .innerJoin('articles', 'articles.id', 'briefs.article_id')
    .selectAll('briefs')
    .select(['articles.facts', 'articles.text', 'articles.version'])
    .where('briefs.team', '=', team)
    .where('briefs.seq', '>', Number(after ?? 0))
    .orderBy('briefs.seq')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('briefs.channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.seq,
    record: {
      id: row.id,
      team: row.team,
      channel: row.channel,
      threadTs: row.thread_ts,
      replyTs: row.reply_ts,
      postTs: row.post_ts,
      user: row.user_id,
      createdAt: row.created_at,
      brief: {
        article: { ...parseObject(row.facts), text: parse(row.text) },
        ...parseObject(row.brief),
      },
      articleVersion: row.version,
    },
  }));
}

async function readDrafts(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  const at = sql<string>`drafts.article_id || ' ' || drafts.key`;
  let query = db
    .selectFrom('drafts')
    .innerJoin('articles', 'articles.id', 'drafts.article_id')
    .selectAll('drafts')
    .select(['articles.team', 'articles.channel', 'articles.version', at.as('at')])
    .where('articles.team', '=', team)
    .where(at, '>', String(after ?? ''))
    .orderBy('at')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('articles.channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.at,
    record: {
      key: row.key,
      team: row.team,
      channel: row.channel,
      articleVersion: row.version,
      draft: parse(row.draft),
      createdAt: row.created_at,
    },
  }));
}

async function readAnswers(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  let query = db
    .selectFrom('answers')
    .selectAll()
    .where('team', '=', team)
    .where('seq', '>', Number(after ?? 0))
    .orderBy('seq')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.seq,
    record: {
      id: row.id,
      team: row.team,
      channel: row.channel,
      threadTs: row.thread_ts,
      ...parseObject(row.shown),
      replyTs: row.reply_ts,
      postTs: row.post_ts,
      user: row.user_id,
      createdAt: row.created_at,
    },
  }));
}

async function readFeedback(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  const key = sql<string>`brief_id || ' ' || user_id || ' ' || claim`;
  let query = db
    .selectFrom('feedback')
    .selectAll()
    .select(key.as('key'))
    .where('team', '=', team)
    .where(key, '>', String(after ?? ''))
    .orderBy('key')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.key,
    record: {
      briefId: row.brief_id,
      user: row.user_id,
      claim: row.claim === 0 ? null : row.claim,
      team: row.team,
      channel: row.channel,
      verdict: row.verdict,
      comment: row.comment,
      createdAt: row.created_at,
    },
  }));
}

async function readSettings(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  let query = db.selectFrom('settings').selectAll().where('team', '=', team).orderBy('channel').limit(pageSize);
  // The workspace's own row has an empty channel, so the first page has no bound.
  if (after !== undefined) query = query.where('channel', '>', String(after));
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.channel,
    record: {
      team: row.team,
      channel: row.channel === '' ? null : row.channel,
      settings: parse(row.settings),
      user: row.user_id,
      changedAt: row.changed_at,
    },
  }));
}

async function readUsage(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  let query = db
    .selectFrom('usage')
    .selectAll()
    .where('team', '=', team)
    .where('key', '>', String(after ?? ''))
    .orderBy('key')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  return (await query.execute()).map((row) => ({
    at: row.key,
    record: {
      key: row.key,
      team: row.team,
      channel: row.channel,
      user: row.user_id,
      day: row.day,
      model: row.model,
      calls: row.calls,
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      costMicros: row.cost_micros,
    },
  }));
}

async function readJobs(db: Kysely<Tables>, { team, channel }: Place, after: Cursor): Promise<Row[]> {
  let query = db
    .selectFrom('jobs')
    .selectAll()
    .where('team', '=', team)
    .where('payload', 'is not', null)
    .where('id', '>', Number(after ?? 0))
    .orderBy('id')
    .limit(pageSize);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  const rows = await query.execute();
  const steps = await readSteps(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    at: row.id,
    record: {
      key: row.key,
      kind: row.kind,
      team: row.team,
      channel: row.channel,
      thread: row.thread,
      status: row.status,
      payload: parse(row.payload),
      steps: steps.get(row.id) ?? {},
      createdAt: row.created_at,
    },
  }));
}

/** What jobs have finished, by the step's name: the article that was read, what the model answered. */
async function readSteps(db: Kysely<Tables>, jobIds: number[]): Promise<Map<number, Record<string, unknown>>> {
  const steps = new Map<number, Record<string, unknown>>();
  if (jobIds.length === 0) return steps;
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('job_id', 'in', jobIds)
    .where('result', 'is not', null)
    .execute();
  for (const row of rows) steps.set(row.job_id, { ...steps.get(row.job_id), [row.name]: parse(row.result) });
  return steps;
}

// A cast: the store writes nothing but objects there.
function parseObject(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>;
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
