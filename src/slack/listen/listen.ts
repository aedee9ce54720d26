import type { App } from '@slack/bolt';
import { listenToButtons } from './buttons.ts';
import { listenToCommand } from './command.ts';
import type { Listening } from './listening.ts';
import { listenToMessages } from './messages.ts';
import { listenToSettings } from './settings.ts';

/** Registers all that Byline listens to, a file a kind. */
export function listen(app: App, listening: Listening): void {
  for (const register of [listenToMessages, listenToCommand, listenToButtons, listenToSettings])
    register(app, listening);
}
