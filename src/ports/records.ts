import type { Article } from '../core/article.ts';
import type { Brief, Checks } from '../core/brief.ts';
import type { Draft } from '../core/draft.ts';
import type { ChannelSettings, WorkspaceSettings } from '../core/settings.ts';
import type { Claim } from './jobs.ts';

/** A stored brief. `threadTs` is the thread that questions are asked in, `private:<id>` where only `user` saw the brief. */
export type BriefRecord = {
  id: string;
  team: string;
  channel: string;
  threadTs: string;
  brief: Brief;
  replyTs: string | null;
  /** The post that it answers; null for a command or a button, which leave none. */
  postTs: string | null;
  user: string | null;
  createdAt: number;
};

/** A stored question and its answer, as the plain text that was shown. */
export type AnswerRecord = {
  id: string;
  team: string;
  channel: string;
  threadTs: string;
  question: string;
  answer: string;
  replyTs: string | null;
  postTs: string | null;
  user: string | null;
  createdAt: number;
};

/** A brief as it stands in a list. `title` is the article's. */
export type BriefHead = Pick<BriefRecord, 'id' | 'channel' | 'threadTs' | 'replyTs' | 'user' | 'createdAt'> &
  Pick<Article, 'title' | 'publisher'>;

/** What the check counted over briefs. */
export type BriefSum = { briefs: number } & Pick<
  Checks,
  'claimsOffered' | 'claimsShown' | 'quotesOffered' | 'quotesFound'
>;

export type BriefStore = {
  /** Saving the same id again changes nothing. `kept`: of a public page; goes with the brief's article. `claim`: of the job that made it. */
  saveBrief(record: BriefRecord, kept?: KeptDraft, claim?: Claim): Promise<void>;
  /** For the buttons under a brief; undefined where it was deleted. */
  findBrief(id: string): Promise<BriefRecord | undefined>;
  /** Newest first. */
  briefsInThread(thread: { team: string; channel: string; threadTs: string }): Promise<BriefRecord[]>;
  /** Whether a thread has a brief that was kept while its article's text was deleted. */
  hasTextlessBrief(thread: { team: string; channel: string; threadTs: string }): Promise<boolean>;
  /** A brief that only one person saw stands in a thread of its channel from now on. */
  moveBrief(to: { id: string; threadTs: string; replyTs: string }): Promise<void>;
  /** The latest of these channels that all of the channel could see, newest first. */
  recentBriefs(of: { team: string; channels: string[]; limit: number }): Promise<BriefHead[]>;
  /** What was counted from one day to another, both included, also of briefs that are no longer kept. */
  sumBriefs(of: { team: string; fromDay: string; toDay: string }): Promise<BriefSum>;
  saveAnswer(record: AnswerRecord, claim?: Claim): Promise<void>;
  /** Oldest first, at most `limit` of the newest. */
  answersInThread(thread: { team: string; channel: string; threadTs: string }, limit: number): Promise<AnswerRecord[]>;
};

/** A model's own draft of a public page, without what it cost. `key`: a hash of all that it was made of. */
export type KeptDraft = { key: string; draft: Draft };

export type DraftStore = {
  /** The draft kept under this key, whoever had it made. */
  findDraft(key: string): Promise<Draft | undefined>;
  /** What a model answered to a request about a public page, by the name of the step that a job keeps it in; undefined once that job has ended, unless it was given up for what Slack said of its channel. */
  findAnswer(step: string): Promise<string | undefined>;
};

/** A job that was given up, with what it still holds. */
export type FailedText = { id: string; key: string; kind: string; thread: string; payload: unknown };

/** What Byline said because of a post, to be taken back with it. */
export type RepliesStore = {
  repliesToPost(post: {
    team: string;
    channel: string;
    postTs: string;
  }): Promise<{ id: string; replyTs: string | null }[]>;
  /** Keys of the jobs of a post, done or not; `thread` is theirs. */
  jobKeysOfPost(post: { team: string; channel: string; postTs: string; thread: string }): Promise<string[]>;
  /** Deletes what is kept because of a post: briefs, answers, and the articles that nothing else rests on. */
  deleteReplies(post: { team: string; channel: string; postTs: string }): Promise<void>;
  /** Briefs of a post that were made by jobs whose keys end in one of these names. */
  briefsOfJobs(of: {
    team: string;
    channel: string;
    postTs: string;
    jobNames: string[];
  }): Promise<{ id: string; replyTs: string | null }[]>;
  /** Deletes briefs, and the articles that nothing else rests on. */
  deleteBriefs(ids: string[]): Promise<void>;
  /** Jobs of a channel that were given up and still hold what was posted, in the order they came. */
  textsOfFailedJobs(place: { team: string; channel: string }): Promise<FailedText[]>;
  /** Deletes what failed jobs hold, so that they cannot be started anew; one that was started anew meanwhile keeps it. */
  emptyFailedJobs(ids: string[]): Promise<void>;
};

export type SettingsChange<Settings> = {
  team: string;
  settings: Settings;
  user: string;
  now: number;
  /** What the person saw: saved only where nobody changed it since. Null: nothing was set. Left out: saved in any case. */
  seenAt?: number | null;
};

/** What was set, by whom and when. `own`: what a channel has of its own; of a workspace, nothing. */
export type SettingsRecord = { own: Partial<ChannelSettings>; user: string; changedAt: number };

/** Settings per workspace and channel. What was never set has its default. */
export type SettingsStore = {
  workspaceSettings(team: string): Promise<WorkspaceSettings>;
  channelSettings(place: { team: string; channel: string }): Promise<ChannelSettings>;
  /** The latest change of a channel's settings, or with `channel` null of the workspace's; undefined where nothing is set. */
  settingsRecord(of: { team: string; channel: string | null }): Promise<SettingsRecord | undefined>;
  /** False where somebody changed them after `seenAt`: nothing is saved. */
  saveWorkspaceSettings(change: SettingsChange<WorkspaceSettings>): Promise<boolean>;
  /** Null: the channel follows the workspace again. False as above. */
  saveChannelSettings(change: SettingsChange<Partial<ChannelSettings> | null> & { channel: string }): Promise<boolean>;
};

/** What a person thinks of a brief, or of one of its claims (numbered from 1). */
export type Feedback = {
  briefId: string;
  user: string;
  claim: number | null;
  team: string;
  channel: string;
  verdict: 'good' | 'bad' | 'wrong';
  /** What they wrote about it; null where nothing. */
  comment: string | null;
  createdAt: number;
};

export type FeedbackSum = Record<Feedback['verdict'], number>;

export type FeedbackStore = {
  /** The same person on the same brief or claim again: the later verdict stands. Of a brief that was deleted none is kept. */
  saveFeedback(feedback: Feedback): Promise<void>;
  /** What people think of a brief and of its claims, the oldest first. */
  feedbackOn(briefId: string): Promise<Feedback[]>;
  sumFeedback(of: { team: string; channel?: string; since: number }): Promise<FeedbackSum>;
};

/** What one draft cost, for a budget. `key` is unique for ever; `day` is `2026-11-22`; `costMicros` are millionths of a dollar. */
export type Usage = {
  key: string;
  team: string;
  channel: string;
  user: string;
  day: string;
  model: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
};

export type UsageSum = Pick<Usage, 'calls' | 'inputTokens' | 'outputTokens' | 'costMicros'>;

export type UsageStore = {
  /**
   * Counts what a draft cost so far. The same key again raises its counts to these and never adds to them, so that a job tried again is
   * not counted twice. Gives back what this added: zeros where nothing.
   */
  countUsage(usage: Usage, claim?: Claim): Promise<UsageSum>;
  /** What was used from one day to another, both included; by everybody unless a channel or a user is named. */
  sumUsage(of: { team: string; channel?: string; user?: string; fromDay: string; toDay: string }): Promise<UsageSum>;
};

/** Which workspaces took Byline out. */
export type UninstallStore = {
  /**
   * From now on nothing of this workspace is received, until it is installed again. False, and nothing done, where this very event came
   * before and that has happened since. `event`: Slack's id of it; null where there is none.
   */
  markUninstalled(said: { team: string; event: string | null }): Promise<boolean>;
  markInstalled(team: string, now: number): Promise<void>;
};
