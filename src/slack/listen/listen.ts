import type { App } from '@slack/bolt';
import { listenToAgent } from './agent.ts';
import { listenToAsking } from './asking.ts';
import { listenToButtons } from './buttons.ts';
import { listenToCommand } from './command.ts';
import { listenToFeedback } from './feedback.ts';
import { listenToHome } from './home.ts';
import type { Listener, Listening } from './listening.ts';
import { listenToMessages } from './messages.ts';
import { listenToSettings } from './settings.ts';
import { listenToShare } from './share.ts';
import { listenToUninstall } from './uninstall.ts';
import { listenToWorkspaceSettings } from './workspace-settings.ts';

const listeners: Listener[] = [
  listenToMessages,
  listenToCommand,
  listenToAsking,
  listenToAgent,
  listenToButtons,
  listenToFeedback,
  listenToSettings,
  listenToShare,
  listenToHome,
  listenToWorkspaceSettings,
  listenToUninstall,
];

/** Registers all that Byline listens to, a file a kind. */
export function listen(app: App, listening: Listening): void {
  for (const register of listeners) register(app, listening);
}
