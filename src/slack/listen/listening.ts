import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Deletion, LinkRemoval, Post } from '../../core/post.ts';
import type { Budget } from '../../core/settings.ts';
import type { BriefRecord, BriefStore, Feedback, FeedbackStore, Log, SettingsStore, UsageStore } from '../../ports.ts';
import type { AskExternal } from '../ask-external.ts';
import type { PricedModels } from '../settings/budgets.ts';
import type { Identity } from '../translate.ts';

/** Commits a post durably. Rejects where it could not; then it is not acknowledged. */
export type ReceivePost = (post: Post) => Promise<void>;

/** Commits, durably, that a message was deleted. Rejects where it could not; then it is not acknowledged. */
export type ReceiveDeletion = (deletion: Deletion) => Promise<void>;

/** Takes in that an edit took links out of a post; resolves once that is on disk. */
export type ReceiveLinkRemoval = (removal: LinkRemoval) => Promise<void>;

/** Takes in that a workspace took Byline out. `event`: Slack's id of its saying so. Rejects where it could not. */
export type ForgetWorkspace = (said: { team: string; event: string | null }) => Promise<void>;

/** Looks up a brief by the id in its reply; undefined where it is not kept any more. */
export type FindBrief = (id: string) => Promise<BriefRecord | undefined>;

/** Keeps what a person thinks of a brief and of its claims. Rejects where it could not. */
export type ReceiveFeedback = (brief: BriefRecord, opinions: Feedback[]) => Promise<void>;

/** Commits that a brief is to be shown to its channel; false where it was before. Rejects where it could not. */
export type ReceiveShare = (brief: BriefRecord, by: { user: string; responseUrl: string | null }) => Promise<boolean>;

/** Starts a job of a channel anew that was given up. */
export type RetryJob = (
  jobId: string,
  of: { team: string; channel: string },
) => Promise<'started' | 'not-failed' | 'gone'>;

/** What is looked up and saved for the person in front of the screen. */
export type SlackStore = SettingsStore &
  Pick<BriefStore, 'recentBriefs' | 'sumBriefs'> &
  Pick<FeedbackStore, 'sumFeedback' | 'feedbackOn'> &
  Pick<UsageStore, 'sumUsage'>;

/** What every listener works with. */
export type Listening = {
  client: WebClient;
  identify: () => Promise<Identity>;
  receivePost: ReceivePost;
  askExternal: AskExternal;
  receiveDeletion: ReceiveDeletion;
  receiveLinkRemoval: ReceiveLinkRemoval;
  receiveFeedback: ReceiveFeedback;
  receiveShare: ReceiveShare;
  /** Byline was taken out of a workspace: takes nothing of it in any more, and deletes what is kept unless the operator wants to keep it. */
  forgetWorkspace: ForgetWorkspace;
  findBrief: FindBrief;
  retryJob: RetryJob;
  /** A budget in dollars limits no others. */
  pricedModels: PricedModels;
  /** The operator's, beside those of the workspace. */
  budgets: Budget[];
  store: SlackStore;
  log: Log;
  now: () => number;
  /** Milliseconds until a command or a button has to be acknowledged. */
  deadlineMs: number;
};

/** Registers one kind of listener. */
export type Listener = (app: App, listening: Listening) => void;
