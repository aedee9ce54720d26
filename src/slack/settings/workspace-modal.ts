import type { ModalView } from '@slack/types';
import { usualBriefCap } from '../../core/budgets.ts';
import type { WorkspaceSettings } from '../../core/settings.ts';
import type { SettingsRecord } from '../../ports.ts';
import { context, section } from '../blocks.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { budgetSlots, capSlots, isInSlot, wordAmount } from './budgets.ts';
import { wordLastChange } from './channel-modal.ts';
import { type Choice, choicesFor, listed, settingNames, toValue } from './choices.ts';
import { selectInput, textInput } from './inputs.ts';

const editorChoices: Choice[] = [
  { value: 'everyone', label: 'Everyone', short: 'everyone' },
  { value: 'admins', label: 'Owners and administrators of the workspace', short: 'administrators' },
];
const draftingChoices: Choice[] = [
  { value: 'model', label: 'With the model that the operator set up', short: 'model' },
  { value: 'offline', label: 'Offline: no model is asked', short: 'offline' },
];

/** What a workspace's settings are shown from. */
export type WorkspaceForm = {
  settings: WorkspaceSettings;
  record: SettingsRecord | undefined;
  metadata: string;
  /** Stands above the form. */
  notice?: Mrkdwn;
};

/** The form for a workspace's settings: what holds in every channel that has nothing else of its own, and what a channel cannot set. */
export function renderWorkspaceForm({ settings, record, metadata, notice }: WorkspaceForm): ModalView {
  const { defaults } = settings;
  const days = settings.retentionDays === null ? '' : String(settings.retentionDays);
  return {
    type: 'modal',
    callback_id: 'workspace_settings',
    title: { type: 'plain_text', text: 'Workspace settings', emoji: false },
    submit: { type: 'plain_text', text: 'Save', emoji: false },
    close: { type: 'plain_text', text: 'Cancel', emoji: false },
    private_metadata: metadata,
    blocks: [
      ...(notice ? [section(notice)] : []),
      section(mrkdwn`These hold in every channel that has no settings of its own.`),
      ...listed.map((name) => {
        const current = toValue(name, defaults);
        return selectInput(name, settingNames[name], choicesFor(name, current), current);
      }),
      textInput('allowedSites', settingNames.allowedSites, defaults.allowedSites.join(', '), {
        hint: 'Such as example.com, with commas or spaces between. Empty: every site.',
        multiline: true,
      }),
      textInput('blockedSites', settingNames.blockedSites, defaults.blockedSites.join(', '), { multiline: true }),
      { type: 'divider' },
      selectInput('editors', 'Who may change settings', editorChoices, settings.editors),
      selectInput('drafting', 'Drafting', draftingChoices, settings.drafting),
      { type: 'divider' },
      section(mrkdwn`Once a budget is spent, articles are read offline. An empty one is no limit.`),
      ...budgetSlots.map((slot) => {
        const budget = settings.budgets.find((one) => isInSlot(one, slot));
        return textInput(slot.id, slot.label, budget ? wordAmount(budget) : '', {
          placeholder: '$20, or 50,000 tokens',
        });
      }),
      ...capSlots.map(({ id, of, label }) => {
        const amount = settings.briefCap[of];
        return textInput(id, label, amount === null ? '' : wordAmount({ unit: of, amount }), {
          hint: 'Of an article that would cost more, less is read, and the reply says how much. Empty: as the operator set it.',
          placeholder: wordAmount({ unit: of, amount: usualBriefCap[of] ?? 0 }),
        });
      }),
      textInput('retentionDays', 'Days that text is kept', days, { hint: 'Empty: as the operator set it.' }),
      context(wordLastChange(record)),
    ],
  };
}

/** A view of one sentence: what was saved, or who may change settings. */
export function renderNotice(words: Mrkdwn): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Workspace settings', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [section(words)],
  };
}
