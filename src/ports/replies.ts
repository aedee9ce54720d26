import type { Article, Refusal } from '../core/article.ts';
import type { Answer, Brief } from '../core/brief.ts';
import type { FoundPost, Place } from '../core/post.ts';
import type { Report } from '../core/reports.ts';
import type { ReplyLength } from '../core/settings.ts';

/** Why a person got no brief and no answer although they asked, or what the bot did not understand. */
export type Notice =
  | 'how-to-use'
  | 'nothing-to-read'
  | 'no-such-article'
  | 'text-gone'
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
  /** `id`: of its record, for the buttons under it. `length`: how much is shown at once; standard where it is left out. `reports`: what people said is wrong. `askedBy`: a person, where nothing else in the channel shows who asked. */
  | {
      kind: 'brief';
      brief: Brief;
      id: string;
      length?: ReplyLength;
      reports?: Report[];
      askedBy?: string | null;
    }
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
 * an earlier try may have posted it. `beforeSend` is awaited when the reply was not found and is sent next; what it throws goes on.
 *
 * @returns the message's timestamp, null where it was answered through a response URL (which leaves none)
 * @throws SlackError
 */
export type PostReply = (
  target: ReplyTarget,
  reply: Reply,
  options: { key: string; mayStand: boolean; beforeSend?: () => Promise<void>; signal: AbortSignal },
) => Promise<{ ts: string | null }>;

/**
 * Shows or clears a sign of life on a post; a failure is logged and swallowed, but for a sign that cannot be shown since Slack takes
 * our token no more.
 *
 * @returns when to try again where the sign may still stand and Slack had no time to clear it; null otherwise
 * @throws SlackError `not-allowed`
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
