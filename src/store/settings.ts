import type { Kysely } from 'kysely';
import {
  type ChannelSettings,
  readChannelSettings,
  readOwnSettings,
  readWorkspaceSettings,
  type WorkspaceSettings,
} from '../core/settings.ts';
import type { SettingsChange, SettingsRecord } from '../ports.ts';
import type { Tables } from './tables.ts';

/** The row of the workspace itself. */
const wholeWorkspace = '';

/** A workspace's settings; defaults where nothing was set. */
export async function workspaceSettings(db: Kysely<Tables>, team: string): Promise<WorkspaceSettings> {
  return readWorkspaceSettings((await readStored(db, team, [wholeWorkspace])).get(wholeWorkspace));
}

/** A channel's settings, with the workspace's where it has none of its own. */
export async function channelSettings(
  db: Kysely<Tables>,
  { team, channel }: { team: string; channel: string },
): Promise<ChannelSettings> {
  const stored = await readStored(db, team, [wholeWorkspace, channel]);
  return readChannelSettings(stored.get(channel), readWorkspaceSettings(stored.get(wholeWorkspace)));
}

/** Who changed settings last and when, and what a channel has of its own. */
export async function settingsRecord(
  db: Kysely<Tables>,
  { team, channel }: { team: string; channel: string | null },
): Promise<SettingsRecord | undefined> {
  const row = await db
    .selectFrom('settings')
    .select(['settings', 'user_id', 'changed_at'])
    .where('team', '=', team)
    .where('channel', '=', channel ?? wholeWorkspace)
    .executeTakeFirst();
  if (!row) return undefined;
  const own = channel === null ? {} : readOwnSettings(JSON.parse(row.settings));
  return { own, user: row.user_id, changedAt: Number(row.changed_at) };
}

/** Sets what a channel has of its own; with `settings` null it follows the workspace again. */
export async function saveChannelSettings(
  db: Kysely<Tables>,
  { channel, ...change }: SettingsChange<Partial<ChannelSettings> | null> & { channel: string },
): Promise<boolean> {
  if (channel === wholeWorkspace) throw new Error('a channel has a name');
  if (change.settings !== null) return saveSettings(db, channel, change);
  const { team, seenAt } = change;
  if (seenAt === null) return (await settingsRecord(db, { team, channel })) === undefined;
  let rows = db.deleteFrom('settings').where('team', '=', team).where('channel', '=', channel);
  if (seenAt !== undefined) rows = rows.where('changed_at', '=', seenAt);
  const { numDeletedRows } = await rows.executeTakeFirst();
  return seenAt === undefined || numDeletedRows > 0n;
}

/** Sets what holds for a workspace. */
export async function saveWorkspaceSettings(
  db: Kysely<Tables>,
  change: SettingsChange<WorkspaceSettings>,
): Promise<boolean> {
  return saveSettings(db, wholeWorkspace, change);
}

// One statement, so that of two people who save at once one is told.
async function saveSettings(
  db: Kysely<Tables>,
  channel: string,
  change: SettingsChange<object | null>,
): Promise<boolean> {
  const { team, user, now, seenAt } = change;
  const row = {
    settings: JSON.stringify(change.settings),
    user_id: user,
    changed_at: Math.max(now, (seenAt ?? 0) + 1),
  };
  if (typeof seenAt === 'number') {
    const { numUpdatedRows } = await db
      .updateTable('settings')
      .set(row)
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('changed_at', '=', seenAt)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('settings')
    .values({ team, channel, ...row })
    .onConflict((conflict) =>
      seenAt === null
        ? conflict.columns(['team', 'channel']).doNothing()
        : conflict.columns(['team', 'channel']).doUpdateSet(row),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function readStored(db: Kysely<Tables>, team: string, channels: string[]): Promise<Map<string, unknown>> {
  const rows = await db
    .selectFrom('settings')
    .select(['channel', 'settings'])
    .where('team', '=', team)
    .where('channel', 'in', channels)
    .execute();
  return new Map(rows.map((row) => [row.channel, JSON.parse(row.settings)]));
}
