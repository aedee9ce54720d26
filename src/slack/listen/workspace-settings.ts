import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { nameError } from '../library-log.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { wordUncounted } from '../settings/budgets.ts';
import { wordOvertaken } from '../settings/channel-modal.ts';
import { type Submission, submissionSchema } from '../settings/inputs.ts';
import { findStanding, mayChange, refusals } from '../settings/may-change.ts';
import { readWorkspaceAnswers } from '../settings/workspace-answers.ts';
import { renderNotice, renderWorkspaceForm } from '../settings/workspace-modal.ts';
import { publishHome } from './home.ts';
import type { Listener, Listening } from './listening.ts';

// Comes back with the form. `dm`: what Home is drawn anew with.
const metadataSchema = z.object({ seenAt: z.number().nullable(), dm: z.string().nullable() });
type Metadata = z.infer<typeof metadataSchema>;

// On Home there is no channel: only who pressed, and what opens a view for them.
const pressSchema = z.object({ trigger_id: z.string().min(1), user: z.object({ id: z.string().min(1) }) });

const saved = mrkdwn`Saved: this holds from now on in every channel that has no settings of its own.`;
const notSaved = 'Not saved: something went wrong on Byline’s side. Please try again in a minute.';

/** Listens to the button on Home that opens the workspace's settings, and to what is sent in with them. */
export const listenToWorkspaceSettings: Listener = (app, listening) => {
  app.action('workspace_settings', async ({ action, body, ack }) => {
    await ack();
    const press = pressSchema.safeParse(body);
    if (!press.success) return;
    const value = 'value' in action && typeof action.value === 'string' ? action.value : '';
    try {
      const view = await renderSettings(press.data.user.id, value.startsWith('D') ? value : null, listening);
      await listening.client.views.open({ trigger_id: press.data.trigger_id, view });
    } catch (error) {
      listening.log.error({ error: nameError(error) }, 'settings not opened');
    }
  });

  app.view('workspace_settings', async ({ body, ack }) => {
    const submission = submissionSchema.safeParse(body);
    const metadata = submission.success ? readMetadata(submission.data) : undefined;
    if (!submission.success || !metadata) return ack();
    try {
      const { answer, isSaved } = await saveWorkspace(submission.data, metadata, listening);
      await ack(answer);
      if (isSaved) await publishHome(submission.data.user.id, metadata.dm, listening);
    } catch (error) {
      listening.log.error({ error: nameError(error) }, 'settings not saved');
      await ack({ response_action: 'errors', errors: { editors: notSaved } });
    }
  });
};

async function renderSettings(
  user: string,
  dm: string | null,
  listening: Listening,
  notice?: Mrkdwn,
): Promise<ModalView> {
  const { settings, record } = await readSettings(listening);
  const permission = await mayChange(user, settings, listening);
  if (permission !== 'may') return renderNotice(refusals[permission]);
  const metadata: Metadata = { seenAt: record?.changedAt ?? null, dm };
  return renderWorkspaceForm({ settings, record, metadata: JSON.stringify(metadata), ...(notice ? { notice } : {}) });
}

async function readSettings({ identify, store }: Listening) {
  const { team } = await identify();
  return {
    team,
    settings: await store.workspaceSettings(team),
    record: await store.settingsRecord({ team, channel: null }),
  };
}

type Outcome = { answer: ViewResponseAction; isSaved: boolean };

async function saveWorkspace(submission: Submission, { seenAt, dm }: Metadata, listening: Listening): Promise<Outcome> {
  const user = submission.user.id;
  const { team, settings: before, record } = await readSettings(listening);
  const permission = await mayChange(user, before, listening);
  if (permission !== 'may') return showInstead(renderNotice(refusals[permission]));
  const answers = readWorkspaceAnswers(submission, before);
  if ('errors' in answers) return { answer: { response_action: 'errors', errors: answers.errors }, isSaved: false };
  const { settings } = answers;
  const lockout =
    settings.editors === 'admins' && before.editors !== 'admins' ? await findLockout(user, listening) : null;
  if (lockout) return { answer: { response_action: 'errors', errors: { editors: lockout } }, isSaved: false };
  if (await listening.store.saveWorkspaceSettings({ team, settings, user, now: listening.now(), seenAt }))
    return {
      ...showInstead(renderNotice(joinMrkdwn([saved, wordUncounted(settings, listening.pricedModels)], '\n'))),
      isSaved: true,
    };
  return showInstead(await renderSettings(user, dm, listening, wordOvertaken(record)));
}

// Who leaves the settings to administrators must be one, and Slack must let us see it: or nobody could change them back.
async function findLockout(user: string, listening: Listening): Promise<string | null> {
  const standing = await findStanding(user, listening);
  if (standing === 'may') return null;
  if (standing === 'cannot-tell')
    return 'Byline cannot see who is an administrator: add the scope users:read to the app and install it again first.';
  if (standing === 'no-answer') return 'Slack did not say just now whether you are an administrator: please try again.';
  return 'You are no owner or administrator yourself, so you could not change this back: ask one of them to choose it.';
}

function showInstead(view: ModalView): Outcome {
  return { answer: { response_action: 'update', view }, isSaved: false };
}

function readMetadata({ view }: Submission): Metadata | undefined {
  try {
    return metadataSchema.parse(JSON.parse(view.private_metadata));
  } catch {
    return undefined;
  }
}
