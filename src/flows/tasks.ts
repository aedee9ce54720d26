import type { PostFile } from '../core/post.ts';
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
};

export type OfferTask = { kind: 'offer-links'; target: ReplyTarget; links: string[] };

/** Tells who asked why nothing was read. */
export type TellTask = { kind: 'tell'; target: ReplyTarget; notice: Notice };

/** Takes back what was said because of a post that was deleted. */
export type WithdrawTask = { kind: 'withdraw-post'; team: string; channel: string; postTs: string };

export type Task = BriefTask | AnswerTask | OfferTask | TellTask | WithdrawTask;
