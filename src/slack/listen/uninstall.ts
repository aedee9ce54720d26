import { z } from 'zod';
import type { Listener } from './listening.ts';

const uninstalled = z.object({ team_id: z.string().min(1), event_id: z.string().nullish() });

/**
 * Listens to a workspace that takes Byline out. A token that was revoked is no such thing: it may be a new one's turn; and of a channel
 * that was left or deleted the text goes with its time.
 */
export const listenToUninstall: Listener = (app, { forgetWorkspace }) => {
  // What is thrown here keeps the event from being acknowledged, so Slack delivers it again.
  app.event('app_uninstalled', async ({ body }) => {
    const said = uninstalled.safeParse(body);
    if (said.success) await forgetWorkspace({ team: said.data.team_id, event: said.data.event_id ?? null });
  });
};
