import type { SettingsStore } from '../ports.ts';
import type { DraftPorts } from './make-brief.ts';

/** Drafting as a channel and its workspace want it: in their language, and without a model where they want none. */
export async function settleDraftPorts<Ports extends DraftPorts>(
  { team, channel }: { team: string; channel: string },
  ports: Ports & { store: Pick<SettingsStore, 'channelSettings' | 'workspaceSettings'> },
): Promise<Ports> {
  const { language } = await ports.store.channelSettings({ team, channel });
  const { drafting } = await ports.store.workspaceSettings(team);
  return { ...ports, language: language ?? ports.language, model: drafting === 'offline' ? undefined : ports.model };
}
