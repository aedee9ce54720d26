import type { WebClient } from '@slack/web-api';
import type { WorkspaceSettings } from '../../core/settings.ts';
import type { Log } from '../../ports.ts';
import { nameError } from '../library-log.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { platformErrorName } from '../slack-errors.ts';

/** Whether a person may change settings. `cannot-tell`: Slack does not let Byline see who is an administrator. */
export type Permission = 'may' | 'not-admin' | 'cannot-tell' | 'no-answer';

/** What somebody who may not change settings is told. */
export const refusals: Record<Exclude<Permission, 'may'>, Mrkdwn> = {
  'not-admin': mrkdwn`Only the workspace’s owners and administrators may change this: ask one of them.`,
  'cannot-tell': mrkdwn`Only the workspace’s owners and administrators may change this, and Byline cannot see who they are: add the scope \`users:read\` to the app and install it again.`,
  'no-answer': mrkdwn`Only the workspace’s owners and administrators may change this, and Slack did not say just now whether you are one: please try again in a minute.`,
};

/** Asks Slack whether a person is an owner or an administrator. */
export async function findStanding(
  user: string,
  { client, log }: { client: WebClient; log: Log },
): Promise<Permission> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.is_admin || found?.is_owner || found?.is_primary_owner ? 'may' : 'not-admin';
  } catch (error) {
    const name = platformErrorName(error);
    log.warn({ error: name ?? nameError(error) }, 'administrator not looked up');
    return name === 'missing_scope' ? 'cannot-tell' : 'no-answer';
  }
}

/** Whether a person may change settings, by the workspace's own rule. */
export async function mayChange(
  user: string,
  { editors }: Pick<WorkspaceSettings, 'editors'>,
  ports: { client: WebClient; log: Log },
): Promise<Permission> {
  return editors === 'everyone' ? 'may' : findStanding(user, ports);
}
