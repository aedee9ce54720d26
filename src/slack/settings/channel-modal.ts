import type { ModalView } from '@slack/types';
import type { ChannelSettings } from '../../core/settings.ts';
import type { SettingsRecord } from '../../ports.ts';
import { context, section } from '../blocks.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn, userMention } from '../mrkdwn.ts';
import { type Choice, choicesFor, followWorkspace, listed, settingNames, toValue, wordValue } from './choices.ts';
import { selectInput, textInput } from './inputs.ts';

/** What the settings of a channel are shown from. */
export type ChannelForm = {
  /** What holds in the channel now, and what the workspace gives it. */
  settings: ChannelSettings;
  defaults: ChannelSettings;
  record: SettingsRecord | undefined;
  /** Comes back with what was sent in. */
  metadata: string;
  /** Stands above the form. */
  notice?: Mrkdwn;
};

/** The form for a channel's settings. Each list's first choice is to do as the workspace does. */
export function renderChannelForm({ settings, defaults, record, metadata, notice }: ChannelForm): ModalView {
  const own = record?.own ?? {};
  const selects = listed.map((setting) => {
    const current = setting in own ? toValue(setting, settings) : followWorkspace;
    const follow: Choice = {
      value: followWorkspace,
      label: `As the workspace: ${wordValue(setting, defaults)}`,
      short: '',
    };
    return selectInput(
      setting,
      settingNames[setting],
      [follow, ...choicesFor(setting, setting in own ? current : undefined)],
      current,
      hints[setting],
    );
  });
  return {
    ...frame('Channel settings', metadata),
    submit: { type: 'plain_text', text: 'Save', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    blocks: [
      ...(notice ? [section(notice)] : []),
      ...selects,
      sitesInput('allowedSites', settings, defaults),
      sitesInput('blockedSites', settings, defaults),
      context(wordLastChange(record)),
    ],
  };
}

const hints: Partial<Record<keyof ChannelSettings, string>> = {
  language: 'Quotes stay in the article’s own words.',
  external: 'Whether links are read here once another organisation is in the channel.',
  allowedSites: 'Such as example.com, with commas or spaces between. Empty: every site.',
  blockedSites: 'Links to these are never read.',
};

function sitesInput(setting: 'allowedSites' | 'blockedSites', settings: ChannelSettings, defaults: ChannelSettings) {
  const list = defaults[setting];
  const follow = list.length > 0 ? ` The workspace’s list: ${list.slice(0, 10).join(', ')}.` : '';
  const hint = `${hints[setting]}${follow}`;
  return textInput(setting, settingNames[setting], settings[setting].join(', '), { hint, multiline: true });
}

/** What holds in a channel, for somebody who may not change it, with the reason. */
export function renderChannelView({ settings, record, notice }: Omit<ChannelForm, 'metadata' | 'defaults'>): ModalView {
  const names = [...listed, 'allowedSites', 'blockedSites'] as const;
  const lines = names.map((name) => mrkdwn`*${settingNames[name]}:* ${wordValue(name, settings).slice(0, 700)}`);
  return {
    ...frame('Channel settings', ''),
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...(notice ? [section(notice)] : []), section(joinMrkdwn(lines, '\n')), context(wordLastChange(record))],
  };
}

function frame(title: string, metadata: string) {
  return {
    type: 'modal' as const,
    callback_id: 'channel_settings',
    title: { type: 'plain_text' as const, text: title, emoji: false },
    private_metadata: metadata,
  };
}

/** "Last changed by @Ada." */
export function wordLastChange(record: SettingsRecord | undefined): Mrkdwn {
  if (!record) return mrkdwn`Nobody has changed these settings yet.`;
  return mrkdwn`Last changed by ${userMention(record.user)}.`;
}

/** Why nothing was saved: somebody else did while the form was open. */
export function wordOvertaken(record: SettingsRecord | undefined): Mrkdwn {
  const other = record ? userMention(record.user) : mrkdwn`Somebody else`;
  return mrkdwn`*Not saved:* ${other} changed these settings while this form was open. Here is what holds now.`;
}
