import type { Kysely } from 'kysely';
import type { UninstallStore } from '../ports.ts';
import { lock, transact } from './shared-database.ts';
import type { Tables } from './tables.ts';

/** Records that a workspace took Byline out. False where this very event came before and Byline was installed again since. */
export async function markUninstalled(
  db: Kysely<Tables>,
  { team, event }: Parameters<UninstallStore['markUninstalled']>[0],
): Promise<boolean> {
  return transact(db, async (trx) => {
    // Alone: what is just being taken in is there before the mark, for whoever deletes it.
    await lock(trx, 'lanes');
    const known = await trx.selectFrom('uninstalls').selectAll().where('team', '=', team).executeTakeFirst();
    if (known && event !== null && known.event === event && known.installed_at !== null) return false;
    const mark = { event, installed_at: null };
    await trx
      .insertInto('uninstalls')
      .values({ team, ...mark })
      .onConflict((conflict) => conflict.column('team').doUpdateSet(mark))
      .execute();
    return true;
  });
}

/** Records that Byline is installed in a workspace, where it was taken out before. */
export async function markInstalled(db: Kysely<Tables>, team: string, now: number): Promise<void> {
  await db
    .updateTable('uninstalls')
    .set({ installed_at: now })
    .where('team', '=', team)
    .where('installed_at', 'is', null)
    .execute();
}

/** Whether a workspace took Byline out, and nothing of it is taken in. */
export async function isUninstalled(db: Kysely<Tables>, team: string): Promise<boolean> {
  const row = await db
    .selectFrom('uninstalls')
    .select('team')
    .where('team', '=', team)
    .where('installed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
