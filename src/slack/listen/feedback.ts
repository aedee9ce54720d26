import type { ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import type { BriefRecord, Feedback } from '../../ports.ts';
import { nameError } from '../library-log.ts';
import { type Mrkdwn, mrkdwn } from '../mrkdwn.ts';
import { readReport, renderReportForm, somethingToSay } from '../report-form.ts';
import { type Submission, submissionSchema } from '../settings/inputs.ts';
import type { Listener, Listening } from './listening.ts';
import { gone } from './open-more.ts';
import { type Press, pressSchema, threadOf } from './press.ts';
import { tellPerson } from './tell-person.ts';

const words = {
  good: mrkdwn`Thank you: noted that this brief is helpful.`,
  goodAgain: mrkdwn`You had already said that this brief is helpful.`,
  bad: mrkdwn`Thank you: noted that something is wrong with this brief.`,
  noted: mrkdwn`Thank you: your report was noted.`,
  failed: mrkdwn`Your feedback could not be kept just now: please try again in a minute.`,
};

const metadataSchema = z.object({
  briefId: z.string(),
  channel: z.string(),
  threadTs: z.string().nullish(),
  responseUrl: z.string().nullish(),
});

/** Listens to the thumbs under a brief, and to what is sent in about what is wrong. */
export const listenToFeedback: Listener = (app, listening) => {
  for (const verdict of ['good', 'bad'] as const) {
    app.action(`brief_${verdict}`, async ({ action, body, ack }) => {
      await ack();
      const press = pressSchema.safeParse(body);
      const briefId = 'value' in action && typeof action.value === 'string' ? action.value : '';
      if (press.success) await takeThumb(verdict, briefId, press.data, listening);
    });
  }

  app.view('report_wrong', async ({ body, ack }) => {
    const submission = submissionSchema.safeParse(body);
    const metadata = submission.success ? readMetadata(submission.data) : undefined;
    if (!submission.success || !metadata) return ack();
    const { answer, told } = await takeReport(submission.data, metadata, listening);
    await ack(answer);
    if (told) await tellPerson({ user: submission.data.user.id, ...toPlace(metadata) }, told, listening);
  });
};

async function takeThumb(verdict: 'good' | 'bad', briefId: string, press: Press, listening: Listening): Promise<void> {
  const { channel, user } = press;
  // Where the bot is not in the channel, only the press's own address reaches its presser.
  const place = { channel: channel.id, threadTs: threadOf(press), responseUrl: press.response_url };
  const tell = (sentence: Mrkdwn) => tellPerson({ user: user.id, ...toPlace(place) }, sentence, listening);
  try {
    const record = await listening.findBrief(briefId);
    if (record?.channel !== channel.id) return await tell(gone);
    const before = (await listening.store.feedbackOn(briefId)).filter((one) => one.user === user.id);
    const overall = before.find(({ claim }) => claim === null)?.verdict;
    // Whoever reported something as wrong means that, and not less.
    if (overall !== 'wrong') await listening.receiveFeedback(record, [toOpinion(record, user.id, verdict, listening)]);
    if (verdict === 'good') return await tell(overall === 'good' ? words.goodAgain : words.good);
    const metadata = JSON.stringify({ briefId, ...place });
    const opened = await openForm(record, metadata, press.trigger_id, listening);
    if (!opened) await tell(words.bad);
  } catch (error) {
    listening.log.error({ error: nameError(error) }, 'feedback not kept');
    await tell(words.failed);
  }
}

async function openForm(
  record: BriefRecord,
  metadata: string,
  trigger: string,
  { client, log }: Listening,
): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: trigger, view: renderReportForm(record.brief, metadata) });
    return true;
  } catch (error) {
    log.warn({ error: nameError(error) }, 'modal not opened');
    return false;
  }
}

type Metadata = z.infer<typeof metadataSchema>;

async function takeReport(
  submission: Submission,
  { briefId }: Metadata,
  listening: Listening,
): Promise<{ answer?: ViewResponseAction; told?: Mrkdwn }> {
  const { parts, comment } = readReport(submission);
  if (parts.length === 0 && comment === null)
    return { answer: { response_action: 'errors', errors: { about: somethingToSay } } };
  const user = submission.user.id;
  try {
    const record = await listening.findBrief(briefId);
    if (!record) return { told: gone };
    const claims = parts.filter((part) => typeof part === 'number' && part <= record.brief.claims.length);
    const isSummary = parts.includes('summary');
    // A second report takes back nothing of the first.
    const before = (await listening.store.feedbackOn(briefId)).filter((one) => one.user === user);
    const commentOn = (claim: number | null) => comment ?? before.find((one) => one.claim === claim)?.comment ?? null;
    const opinion = (verdict: Feedback['verdict'], claim: number | null) => ({
      ...toOpinion(record, user, verdict, listening),
      claim,
      comment: commentOn(claim),
    });
    const isWrongAlready = before.some(({ claim, verdict }) => claim === null && verdict === 'wrong');
    const overall = isSummary || !isWrongAlready ? [opinion(isSummary ? 'wrong' : 'bad', null)] : [];
    await listening.receiveFeedback(record, [...overall, ...claims.map((claim) => opinion('wrong', Number(claim)))]);
    return { told: wordTaken(claims.map(Number), isSummary, record.replyTs !== null) };
  } catch (error) {
    listening.log.error({ error: nameError(error) }, 'feedback not kept');
    return { answer: { response_action: 'errors', errors: { about: words.failed.mrkdwn } } };
  }
}

function wordTaken(claims: number[], isSummary: boolean, isShown: boolean): Mrkdwn {
  const last = claims.at(-1);
  const named = claims.length > 1 ? `claims ${claims.slice(0, -1).join(', ')} and ${last}` : `claim ${last}`;
  const what = [...(claims.length > 0 ? [named] : []), ...(isSummary ? ['the summary'] : [])].join(' and ');
  if (!what || !isShown) return words.noted;
  return mrkdwn`Thank you: ${what} will be checked again, and the brief will show that you reported it.`;
}

function toOpinion(
  { id, team, channel }: BriefRecord,
  user: string,
  verdict: Feedback['verdict'],
  { now }: Listening,
): Feedback {
  return { briefId: id, user, claim: null, team, channel, verdict, comment: null, createdAt: now() };
}

function toPlace({ channel, threadTs, responseUrl }: Omit<Metadata, 'briefId'>) {
  return { channel, ...(threadTs ? { threadTs } : {}), ...(responseUrl ? { responseUrl } : {}) };
}

function readMetadata({ view }: Submission): Metadata | undefined {
  try {
    return metadataSchema.parse(JSON.parse(view.private_metadata));
  } catch {
    return undefined;
  }
}
