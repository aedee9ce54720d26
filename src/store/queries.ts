import type { Kysely } from 'kysely';
import type {
  BriefStore,
  DraftStore,
  FeedbackStore,
  JobStore,
  RepliesStore,
  SettingsStore,
  UninstallStore,
  UsageStore,
} from '../ports.ts';
import { answersInThread, saveAnswer } from './answers.ts';
import { sumBriefs } from './brief-counts.ts';
import { briefsInThread, findBrief, hasTextlessBrief, moveBrief, recentBriefs, saveBrief } from './briefs.ts';
import { claimJob } from './claim.ts';
import { findAnswer, findDraft } from './drafts.ts';
import { type Exported, exportPlace } from './export.ts';
import { emptyFailedJobs, type FailedJob, failedJobs, retryJob, textsOfFailedJobs } from './failed-jobs.ts';
import { feedbackOn, saveFeedback, sumFeedback } from './feedback.ts';
import { forgetEvent, receiveEvent, wasReceived } from './inbox.ts';
import { delayJob, finishJob, hasOpenJob, hurryJobs, nextRunAt, recoverJobs, renewLease } from './jobs.ts';
import { markRestored } from './mark-restored.ts';
import { deleteOldText, type OldText } from './old-text.ts';
import { proveWritable } from './prove-writable.ts';
import { type QueueState, readQueueState } from './queue-state.ts';
import { briefsOfJobs, deleteBriefs, deleteReplies, jobKeysOfPost, repliesToPost } from './replies.ts';
import { type Deleted, deletePlace, forgetOldKeys, ownRetention } from './retention.ts';
import {
  channelSettings,
  saveChannelSettings,
  saveWorkspaceSettings,
  settingsRecord,
  workspaceSettings,
} from './settings.ts';
import { beginStep, readStep, saveStep } from './steps.ts';
import type { Tables } from './tables.ts';
import { markInstalled, markUninstalled } from './uninstalls.ts';
import { countUsage, sumUsage } from './usage.ts';

/** What the store answers, whatever database is behind it. */
export type Queries = JobStore &
  BriefStore &
  DraftStore &
  UsageStore &
  RepliesStore &
  UninstallStore &
  SettingsStore &
  FeedbackStore & {
    /** Jobs that were given up, the latest first. */
    failedJobs(limit: number): Promise<FailedJob[]>;
    /** Starts a failed job anew; its finished steps stay. `of`: only one of this channel. */
    retryJob(
      jobId: string,
      now: number,
      of?: { team: string; channel: string },
    ): Promise<'started' | 'not-failed' | 'gone'>;
    /** Writes something and takes it away again; throws where that cannot be. */
    proveWritable(): Promise<void>;
    /** The queue at a glance. */
    queueState(now: number): Promise<QueueState>;
    /** Everything that is kept of a workspace, or of one channel of it. */
    exportPlace(place: { team: string; channel?: string }): AsyncGenerator<Exported, void, void>;
    /** Deletes the text of what is older; with `keepBriefs` the briefs stay without their articles' text. */
    deleteOldText(old: OldText): Promise<Deleted>;
    /** Workspaces that keep text for a time of their own, in days. */
    ownRetention(): Promise<{ team: string; days: number }[]>;
    /** Deletes everything of a workspace, or of one channel of it. */
    deletePlace(place: { team: string; channel?: string }): Promise<Deleted>;
    /** After a copy was put into the database, before a Byline starts on it: its jobs look for their replies first. Gives how many there are. */
    markRestored(): Promise<number>;
    /** Forgets events and ended jobs that are older; their keys are then new again. */
    forgetOldKeys(before: number): Promise<void>;
  };

/** Binds every query to a database. */
export function createQueries(db: Kysely<Tables>): Queries {
  return {
    receive: (event, jobs, claim) => receiveEvent(db, event, jobs, claim),
    wasReceived: (key) => wasReceived(db, key),
    forgetEvent: (key, claim) => forgetEvent(db, key, claim),
    claimJob: (claim) => claimJob(db, claim),
    renewLease: (lease) => renewLease(db, lease),
    readStep: (jobId, name) => readStep(db, jobId, name),
    saveStep: (step) => saveStep(db, step),
    beginStep: (step) => beginStep(db, step),
    finishJob: (end) => finishJob(db, end),
    delayJob: (delay) => delayJob(db, delay),
    nextRunAt: (team) => nextRunAt(db, team),
    hasOpenJob: (thread, kind, exceptJobId) => hasOpenJob(db, thread, kind, exceptJobId),
    hurryJobs: (now) => hurryJobs(db, { now, createdAfter: -1 }),
    recoverJobs: (now) => recoverJobs(db, now),
    saveBrief: (record, kept, claim) => saveBrief(db, record, kept, claim),
    findDraft: (key) => findDraft(db, key),
    findAnswer: (step) => findAnswer(db, step),
    findBrief: (id) => findBrief(db, id),
    briefsInThread: (thread) => briefsInThread(db, thread),
    hasTextlessBrief: (thread) => hasTextlessBrief(db, thread),
    moveBrief: (to) => moveBrief(db, to),
    recentBriefs: (of) => recentBriefs(db, of),
    sumBriefs: (of) => sumBriefs(db, of),
    saveAnswer: (record, claim) => saveAnswer(db, record, claim),
    answersInThread: (thread, limit) => answersInThread(db, thread, limit),
    repliesToPost: (post) => repliesToPost(db, post),
    jobKeysOfPost: (post) => jobKeysOfPost(db, post),
    deleteReplies: (post) => deleteReplies(db, post),
    textsOfFailedJobs: (place) => textsOfFailedJobs(db, place),
    emptyFailedJobs: (ids) => emptyFailedJobs(db, ids),
    briefsOfJobs: (of) => briefsOfJobs(db, of),
    deleteBriefs: (ids) => deleteBriefs(db, ids),
    workspaceSettings: (team) => workspaceSettings(db, team),
    channelSettings: (place) => channelSettings(db, place),
    settingsRecord: (of) => settingsRecord(db, of),
    saveWorkspaceSettings: (change) => saveWorkspaceSettings(db, change),
    saveChannelSettings: (change) => saveChannelSettings(db, change),
    saveFeedback: (feedback) => saveFeedback(db, feedback),
    feedbackOn: (briefId) => feedbackOn(db, briefId),
    sumFeedback: (of) => sumFeedback(db, of),
    countUsage: (usage, claim) => countUsage(db, usage, claim),
    sumUsage: (of) => sumUsage(db, of),
    failedJobs: (limit) => failedJobs(db, limit),
    retryJob: (jobId, now, of) => retryJob(db, jobId, now, of),
    proveWritable: () => proveWritable(db),
    queueState: (now) => readQueueState(db, now),
    exportPlace: (place) => exportPlace(db, place),
    deleteOldText: (old) => deleteOldText(db, old),
    ownRetention: () => ownRetention(db),
    deletePlace: (place) => deletePlace(db, place),
    markRestored: () => markRestored(db),
    forgetOldKeys: (before) => forgetOldKeys(db, before),
    markUninstalled: (said) => markUninstalled(db, said),
    markInstalled: (team, now) => markInstalled(db, team, now),
  };
}
