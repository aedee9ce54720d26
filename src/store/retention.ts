import type { Kysely } from 'kysely';
import { readWorkspaceSettings } from '../core/settings.ts';
import { dropIdleLanes } from './lanes.ts';
import { transact } from './shared-database.ts';
import type { Tables } from './tables.ts';
import { mergeUsage } from './usage.ts';

/** How many rows a deletion took. */
export type Deleted = { articles: number; briefs: number; answers: number; jobs: number };

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
