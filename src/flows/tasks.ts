import type { Post, PostFile } from '../core/post.ts';
import type { Notice, ReplyTarget } from '../ports.ts';

// What a job needs, and no more than that: its text goes when the job ends. Each is the payload of one kind of job.

export type BriefTask = {
  kind: 'brief-post';
  target: ReplyTarget;
  postTs: string | null;
  asked: boolean;
  link: string | null;
  file: PostFile | null;
  /** Empty where the article is behind the link or in the file. */
  text: string;
};

export type AnswerTask = {
  kind: 'answer-question';
  target: ReplyTarget;
  postTs: string | null;
  asked: boolean;
  question: string;
  /** Only from what the same post brought. */
  isAboutPost?: boolean;
  /** From what was briefed in this thread, where that is not the one the question stands in. */
  ofThread?: string;
};

export type OfferTask = { kind: 'offer-links'; target: ReplyTarget; links: string[]; postTs: string | null };

/** Tells who asked why nothing was read. */
export type TellTask = { kind: 'tell'; target: ReplyTarget; notice: Notice };

/** Takes back what was said because of a post that was deleted. */
export type WithdrawTask = { kind: 'withdraw-post'; team: string; channel: string; postTs: string; threadTs: string };

/** Takes back the briefs of links that an edit took out of a post. `jobNames`: of the jobs that made them. */
export type WithdrawLinksTask = {
  kind: 'withdraw-links';
  team: string;
  channel: string;
  postTs: string;
  threadTs: string;
  jobNames: string[];
};

/** Finds the message that somebody asked about without giving it. */
export type FindTask = { kind: 'find-post'; target: ReplyTarget; where: 'message' | 'last' | 'thread'; post: Post };

/** Briefs a message that stood there before, unless it was briefed. In the message's own thread: after what is in hand there. */
export type AgainTask = { kind: 'brief-again'; target: ReplyTarget; post: Post };

/** Takes in a mention whose message did not come by itself. */
export type MentionTask = { kind: 'take-mention'; post: Post };

/** Shows in a brief what people reported as wrong. */
export type MarkTask = { kind: 'mark-brief'; briefId: string; team: string; channel: string };

/** Shows the channel a brief that one person saw. */
export type ShareTask = { kind: 'share-brief'; target: ReplyTarget; briefId: string };

/** Clears a sign of life that Slack had no time to clear. */
export type ClearSignTask = {
  kind: 'clear-sign';
  at: Pick<ReplyTarget, 'channel' | 'threadTs'>;
  postTs: string;
};

export type Task =
  | BriefTask
  | AnswerTask
  | OfferTask
  | TellTask
  | WithdrawTask
  | WithdrawLinksTask
  | MarkTask
  | ShareTask
  | FindTask
  | AgainTask
  | MentionTask
  | ClearSignTask;
