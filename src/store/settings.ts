import type { Kysely } from 'kysely';
import {
  type ChannelSettings,
  readChannelSettings,
  readWorkspaceSettings,
  type WorkspaceSettings,
} from '../core/settings.ts';
import type { SettingsChange } from '../ports.ts';
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

/** Sets what a channel has of its own; with `settings` null it follows the workspace again. */
export async function saveChannelSettings(
  db: Kysely<Tables>,
  { channel, ...change }: SettingsChange<Partial<ChannelSettings> | null> & { channel: string },
): Promise<void> {
  if (channel === wholeWorkspace) throw new Error('a channel has a name');
  if (change.settings !== null) return saveSettings(db, channel, change);
  await db.deleteFrom('settings').where('team', '=', change.team).where('channel', '=', channel).execute();
}

/** Sets what holds for a workspace. */
export async function saveWorkspaceSettings(
  db: Kysely<Tables>,
  change: SettingsChange<WorkspaceSettings>,
): Promise<void> {
  return saveSettings(db, wholeWorkspace, change);
}

async function saveSettings(db: Kysely<Tables>, channel: string, change: SettingsChange<object | null>): Promise<void> {
  const { team, user, now } = change;
  const row = { settings: JSON.stringify(change.settings), user_id: user, changed_at: now };
  await db
    .insertInto('settings')
    .values({ team, channel, ...row })
    .onConflict((conflict) => conflict.columns(['team', 'channel']).doUpdateSet(row))
    .execute();
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
