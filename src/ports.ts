import type { Article, Refusal } from './core/article.ts';
import type { Question } from './core/asked/follow-up.ts';
import type { Answer, Brief, Checks } from './core/brief.ts';
import type { BriefCap } from './core/budgets.ts';
import type { AnswerDraft, Draft } from './core/draft.ts';
import type { FoundPost, Place, PostFile } from './core/post.ts';
import type { Report } from './core/reports.ts';
import type { ChannelSettings, ReplyLength, WorkspaceSettings } from './core/settings.ts';

/** Reads a page. Expected failures are refusals; throws only where `signal` is aborted or the program is wrong. */
export type ReadPage = (url: string, signal: AbortSignal) => Promise<Article | Refusal>;

/** Reads a shared file. Expected failures are refusals; throws where another try may succeed and where `signal` is aborted. */
export type ReadFile = (file: PostFile, signal: AbortSignal) => Promise<Article | Refusal>;

/** Stores what a model was paid for, the moment it is there, so that a later try of the job does not ask the same again. */
export type KeepAnswer = {
  /** The answer that an earlier try got to this request, as the server sent it. */
  find(request: string): Promise<string | undefined>;
  /** Has handed the answer to the store when it returns, and resolves when the store has it. */
  keep(request: string, answer: string): Promise<void>;
};

/** Drafts a brief. A model drafter throws DraftError (core/errors); the offline reader throws only where `signal` is aborted. */
export type DraftBrief = (article: Article, signal: AbortSignal, options?: DraftOptions) => Promise<Draft>;

/**
 * `language`: BCP 47, what to write in; the article's own where absent. Quotes stay in the article's. `keep`: of a job; absent
 * where nothing is kept. `cap`: what may be spent; absent where anything may. Of what costs more, less is read, or none: `over-cap`.
 */
export type DraftOptions = {
  language?: string | null | undefined;
  keep?: KeepAnswer | undefined;
  cap?: BriefCap | undefined;
};

export type { Question };

/** Drafts an answer from the article alone. A model drafter throws DraftError. */
export type DraftAnswer = (
  question: Question,
  article: Article,
  signal: AbortSignal,
  options?: DraftOptions,
) => Promise<AnswerDraft>;

export type Drafters = { draftBrief: DraftBrief; draftAnswer: DraftAnswer };

/** The check of drafts against their article: what is rendered comes from here. Throws GiveUp where an article passes its limits. */
export type Checkers = {
  checkBrief(draft: Draft, article: Article, signal: AbortSignal): Promise<Brief>;
  checkAnswer(question: Question, draft: AnswerDraft, article: Article, signal: AbortSignal): Promise<Answer>;
};

/** Why a person got no brief and no answer although they asked, or what the bot did not understand. */
export type Notice =
  | 'how-to-use'
  | 'nothing-to-read'
  | 'no-such-article'
  | 'brief-failed'
  | 'answer-failed'
  | 'reading-off'
  | 'external-off'
  | 'site-blocked'
  | 'follow-ups-off'
  | 'brief-above'
  | 'already-briefed'
  | 'no-link-found'
  | 'cannot-look';

/** What the bot says; slack/ and the terminal each render it. */
export type Reply =
  /** `id`: of its record, for the buttons under it. `length`: how much is shown at once; standard where it is left out. `reports`: what people said is wrong. */
  | { kind: 'brief'; brief: Brief; id: string; length?: ReplyLength; reports?: Report[] }
  | {
      kind: 'answer';
      answer: Answer;
      article: Article;
      /** In a thread with several articles each answer says which one it is from. */
      isOneOfSeveral?: boolean;
      /** What other articles of the thread say to the same question. */
      also?: { answer: Answer; article: Article }[];
    }
  /** Links of one post that are briefed only when their button is pressed. `postTs`, here and below: the post, which goes with the button. */
  | { kind: 'more-links'; links: string[]; postTs?: string | null }
  | {
      kind: 'refusal';
      refusal: Refusal /** a link's host or a file's name, for a post with several */;
      about: string | null;
      /** A link that may be read another time; null where that would be no use. */
      retry?: string | null;
      postTs?: string | null;
    }
  /** `retryJob`: id of a job that may be started anew. */
  | { kind: 'notice'; notice: Notice; retryJob?: string | null };

/** Where a reply goes. `threadTs` null: a message of its own in the channel (a command), whose thread then is the brief's. */
export type ReplyTarget = {
  team: string;
  channel: string;
  threadTs: string | null;
  user: string;
  responseUrl: string | null;
  /** At `responseUrl` stands a sentence that it is being read: what is said there takes its place, or it goes. */
  hasSign?: boolean;
  /** Only `user` sees what is said. */
  isPrivate?: boolean;
  /** Everybody in the channel is to see it, also where the bot is not in it. */
  isForAll?: boolean;
  /** Only `user` sees why there is no brief: nobody else asked. */
  isQuiet?: boolean;
};

/**
 * Finds the message that somebody asked about: the one at `ts`, the channel's last one with a link, or the latest of a thread
 * (its root at last) that has something to read. Undefined where there is none. Throws SlackError.
 */
export type FindPost = (
  wanted: {
    where: 'message' | 'last' | 'thread';
    place: Place;
    ts: string | null;
  },
  signal: AbortSignal,
) => Promise<FoundPost | undefined>;

/**
 * Posts a reply once. `key` goes into the message's metadata; with `mayStand` the thread is searched for it first, since
 * an earlier try may have posted it.
 *
 * @returns the message's timestamp, null where it was answered through a response URL (which leaves none)
 * @throws SlackError
 */
export type PostReply = (
  target: ReplyTarget,
  reply: Reply,
  options: { key: string; mayStand: boolean; signal: AbortSignal },
) => Promise<{ ts: string | null }>;

/**
 * Shows or clears a sign of life on a post; a failure is logged and swallowed.
 *
 * @returns when to try again where the sign may still stand and Slack had no time to clear it; null otherwise
 */
export type ShowWorking = (
  target: Pick<ReplyTarget, 'channel' | 'threadTs'>,
  postTs: string | null,
  working: boolean,
) => Promise<{ againInMs: number } | null>;

/** Deletes a reply of ours; one that is gone already is fine. Throws SlackError. */
export type DeleteReply = (reply: { channel: string; ts: string }) => Promise<void>;

/** Our messages in a thread that were posted under any of these keys, as `PostReply` took them; none where the bot may not look. Throws SlackError. */
export type FindReplies = (thread: { channel: string; threadTs: string }, keys: string[]) => Promise<string[]>;

/** Puts another reply in the place of one of ours; one that is gone already is fine. Throws SlackError. */
export type EditReply = (at: { channel: string; ts: string }, reply: Reply) => Promise<void>;

/** A job to be done, as JSON. `key` is unique for ever: adding one that was there before is no error and does nothing. */
export type NewJob = {
  key: string;
  kind: string;
  /** Workspace, for fairness and limits. */
  team: string;
  /** Where it comes from; what is deleted with a channel. */
  channel?: string;
  /** Thread the job works in. */
  thread: string;
  payload: unknown;
};

export type Job = NewJob & { id: string; attempts: number };

/** The queue's durable side; store/ makes it, jobs/ runs on it. Times are epoch milliseconds. */
export type JobStore = {
  /** One transaction: the inbox row and its jobs. False where this event was received before. */
  receive(event: { key: string; team: string; receivedAt: number }, jobs: NewJob[]): Promise<boolean>;
  /** Whether an event of this key was received. */
  wasReceived(key: string): Promise<boolean>;
  /**
   * Claims the next due job: pending and due, or running with an expired lease. Counts the attempt. Workspaces take turns, at
   * most `perTeam` jobs of one run at a time; a thread's jobs run one at a time in the order they came. `owner` is new for
   * every claim, so that a claim whose lease went to another can write nothing any more. With `takeExpired` false only pending
   * jobs are claimed.
   */
  claimJob(claim: {
    owner: string;
    now: number;
    leaseMs: number;
    perTeam?: number;
    takeExpired?: boolean;
  }): Promise<Job | undefined>;
  /** False where the lease is lost and the work must stop. */
  renewLease(lease: { jobId: string; owner: string; until: number }): Promise<boolean>;
  /** A finished step's result, as JSON. */
  readStep(jobId: string, name: string): Promise<{ result: unknown } | undefined>;
  /** False where the lease is lost: nothing is stored. */
  saveStep(step: { jobId: string; owner: string; name: string; result: unknown }): Promise<boolean>;
  /** Records durably that a step is about to have an effect outside; tells whether an earlier try recorded it before. */
  beginStep(step: { jobId: string; owner: string; name: string }): Promise<'begun' | 'begun-before' | 'lease-lost'>;
  /** Ended, key kept. Done: steps and payload deleted. Failed: both stay for an operator to try again, until retention takes them. */
  finishJob(end: {
    jobId: string;
    owner: string;
    status: 'done' | 'failed';
    errorCode: string | null;
    now: number;
  }): Promise<boolean>;
  /** Back to pending, due at `runAt`. */
  delayJob(delay: { jobId: string; owner: string; runAt: number; errorCode: string | null }): Promise<boolean>;
  /** Epoch ms at which the next job can be claimed, if any; jobs that wait for an earlier one of their thread do not count. */
  nextRunAt(): Promise<number | undefined>;
  /** Jobs of this thread that have not ended, besides `exceptJobId`, of one kind. */
  hasOpenJob(thread: string, kind: string, exceptJobId: string): Promise<boolean>;
  /** Makes waiting jobs due at once: after the clock was put back, since their times are of a clock that no longer is. */
  hurryJobs(now: number): Promise<void>;
  /** At start, with the file locked to this process: running jobs of dead processes become pending. Returns how many. */
  recoverJobs(now: number): Promise<number>;
};

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
  /** Saving the same id again changes nothing. `kept`: of a public page; goes with the brief's article. */
  saveBrief(record: BriefRecord, kept?: KeptDraft): Promise<void>;
  /** For the buttons under a brief; undefined where it was deleted. */
  findBrief(id: string): Promise<BriefRecord | undefined>;
  /** Newest first. */
  briefsInThread(thread: { team: string; channel: string; threadTs: string }): Promise<BriefRecord[]>;
  /** A brief that only one person saw stands in a thread of its channel from now on. */
  moveBrief(to: { id: string; threadTs: string; replyTs: string }): Promise<void>;
  /** The latest of these channels that all of the channel could see, newest first. */
  recentBriefs(of: { team: string; channels: string[]; limit: number }): Promise<BriefHead[]>;
  /** What was counted from one day to another, both included, also of briefs that are no longer kept. */
  sumBriefs(of: { team: string; fromDay: string; toDay: string }): Promise<BriefSum>;
  saveAnswer(record: AnswerRecord): Promise<void>;
  /** Oldest first, at most `limit` of the newest. */
  answersInThread(thread: { team: string; channel: string; threadTs: string }, limit: number): Promise<AnswerRecord[]>;
};

/** A model's own draft of a public page, without what it cost. `key`: a hash of all that it was made of. */
export type KeptDraft = { key: string; draft: Draft };

export type DraftStore = {
  /** The draft kept under this key, whoever had it made. */
  findDraft(key: string): Promise<Draft | undefined>;
};

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
  /** The same person on the same brief or claim again: the later verdict stands. */
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
  /** Counting the same key again changes nothing, so that a job tried again is not counted twice. */
  countUsage(usage: Usage): Promise<void>;
  /** What was used from one day to another, both included; by everybody unless a channel or a user is named. */
  sumUsage(of: { team: string; channel?: string; user?: string; fromDay: string; toDay: string }): Promise<UsageSum>;
};

/** One job's run: steps whose results survive a crash. A name that begins with `!` is the worker's own. */
export type Run = {
  jobId: string;
  key: string;
  signal: AbortSignal;
  /** Runs `work` unless an earlier try of this job finished it; its result (JSON) is stored before it is given back. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** What an earlier try, or this one, kept under this name; undefined where nothing. */
  recall(name: string): Promise<{ result: unknown } | undefined>;
  /** Stores a result as a step does. With SQLite it is stored when this returns, unless another write is under way. */
  keep(name: string, result: unknown): Promise<void>;
  /** True where a step of this name was begun by an earlier try. Marks it begun, durably, otherwise. */
  beginOnce(name: string): Promise<boolean>;
};

type LogLine = (fields: Record<string, unknown>, event: string) => void;

/** A fixed event name plus fields; never article text, post text, a whole URL or a secret. pino satisfies it. */
export type Log = { debug: LogLine; info: LogLine; warn: LogLine; error: LogLine };
