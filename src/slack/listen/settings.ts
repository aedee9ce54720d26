import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { readChannelSettings } from '../../core/settings.ts';
import { nameError } from '../library-log.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { readChannelAnswers, wordSaved } from '../settings/channel-answers.ts';
import { renderChannelForm, renderChannelView, wordOvertaken } from '../settings/channel-modal.ts';
import { type Submission, submissionSchema } from '../settings/inputs.ts';
import { mayChange, refusals } from '../settings/may-change.ts';
import type { Listener, Listening } from './listening.ts';
import { tellPerson } from './tell-person.ts';

/** Who asked for the settings of which channel. */
type Asker = { triggerId: string; user: string; channel: string; responseUrl: string };

// Comes back with the form. The response URL is where the person is told where the bot is no member.
const metadataSchema = z.object({ channel: z.string().min(1), seenAt: z.number().nullable(), responseUrl: z.string() });
type Metadata = z.infer<typeof metadataSchema>;

const notOpened = mrkdwn`The settings could not be opened just now: please try again in a minute.`;
const notSaved = 'Not saved: something went wrong on Byline’s side. Please try again in a minute.';

/** Opens the settings of a channel: a form, or a view of them for who may not change them. Never throws. */
export async function openChannelSettings(asker: Asker, listening: Listening): Promise<void> {
  const { client, log } = listening;
  const { channel, user, triggerId: trigger_id, responseUrl } = asker;
  try {
    const view = await renderSettings({ channel, user, responseUrl }, listening);
    await client.views.open({ trigger_id, view });
  } catch (error) {
    log.error({ error: nameError(error) }, 'settings not opened');
    await tellPerson({ user, channel, responseUrl }, notOpened, listening);
  }
}

async function renderSettings(
  { channel, user, responseUrl, notice }: { channel: string; user: string; responseUrl: string; notice?: Mrkdwn },
  listening: Listening,
): Promise<ModalView> {
  const { workspace, settings, record } = await readSettings(channel, listening);
  const permission = await mayChange(user, workspace, listening);
  if (permission !== 'may') return renderChannelView({ settings, record, notice: refusals[permission] });
  const metadata: Metadata = { channel, seenAt: record?.changedAt ?? null, responseUrl };
  const form = { settings, defaults: workspace.defaults, record, metadata: JSON.stringify(metadata) };
  return renderChannelForm({ ...form, ...(notice ? { notice } : {}) });
}

async function readSettings(channel: string, { identify, store }: Listening) {
  const { team } = await identify();
  const [workspace, settings, record] = await Promise.all([
    store.workspaceSettings(team),
    store.channelSettings({ team, channel }),
    store.settingsRecord({ team, channel }),
  ]);
  return { team, workspace, settings, record };
}

/** Listens to what is sent in with the form of a channel's settings. */
export const listenToSettings: Listener = (app, listening) => {
  app.view('channel_settings', async ({ body, ack }) => {
    const submission = submissionSchema.safeParse(body);
    const metadata = submission.success ? readMetadata(submission.data) : undefined;
    if (!submission.success || !metadata) return ack();
    try {
      const { answer, saved } = await saveChannel(submission.data, metadata, listening);
      await ack(answer);
      if (saved) await tellPerson({ user: submission.data.user.id, ...metadata }, saved, listening);
    } catch (error) {
      listening.log.error({ error: nameError(error) }, 'settings not saved');
      await ack({ response_action: 'errors', errors: { reading: notSaved } });
    }
  });
};

type Outcome = { answer?: ViewResponseAction; saved?: Mrkdwn };

async function saveChannel(submission: Submission, metadata: Metadata, listening: Listening): Promise<Outcome> {
  const { channel, seenAt } = metadata;
  const user = submission.user.id;
  const { team, workspace, settings, record } = await readSettings(channel, listening);
  const permission = await mayChange(user, workspace, listening);
  if (permission !== 'may') return update(renderChannelView({ settings, record, notice: refusals[permission] }));
  const answers = readChannelAnswers(submission, record?.own ?? {}, workspace.defaults);
  if ('errors' in answers) return { answer: { response_action: 'errors', errors: answers.errors } };

  const own = Object.keys(answers.own).length > 0 ? answers.own : null;
  const change = { team, channel, settings: own, user, now: listening.now(), seenAt };
  if (await listening.store.saveChannelSettings(change))
    return { saved: wordSaved(settings, readChannelSettings(own, workspace)) };
  const notice = wordOvertaken(record);
  return update(await renderSettings({ ...metadata, user, notice }, listening));
}

function update(view: ModalView): Outcome {
  return { answer: { response_action: 'update', view } };
}

function readMetadata({ view }: Submission): Metadata | undefined {
  try {
    return metadataSchema.parse(JSON.parse(view.private_metadata));
  } catch {
    return undefined;
  }
}
