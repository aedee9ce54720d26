import { createHash } from 'node:crypto';
import { linkKey } from '../core/links.ts';
import type { Post, PostFile } from '../core/post.ts';
import type { NewJob, Notice, ReplyTarget } from '../ports.ts';
import type { AnswerTask, BriefTask, FindTask, Task } from './tasks.ts';

/** Briefs a link of a post. */
export function linkJob(post: Post, link: string): NewJob {
  return briefJob(post, nameOfLink(link), { link, file: null, text: '' });
}

/** What the key of a job that briefs a link ends in. */
export function nameOfLink(link: string): string {
  // A hash: keys are kept for months and stand in the reply's metadata, and a link's query string may hold somebody's token.
  return `link:${createHash('sha256').update(linkKey(link)).digest('hex').slice(0, 24)}`;
}

/** Briefs a file of a post. */
export function fileJob(post: Post, file: PostFile): NewJob {
  return briefJob(post, `file:${file.id}`, { link: null, file, text: '' });
}

/** Whether a job briefs a file. */
export function isFileJob({ payload }: NewJob): boolean {
  return typeof payload === 'object' && payload !== null && 'file' in payload && payload.file !== null;
}

/** Briefs a post's own text; where it is empty, tells how Byline is used. */
export function textJob(post: Post, text: string): NewJob {
  return briefJob(post, 'text', { link: null, file: null, text });
}

function briefJob(post: Post, name: string, source: Pick<BriefTask, 'link' | 'file' | 'text'>): NewJob {
  const task: BriefTask = {
    kind: 'brief-post',
    target: targetOf(post),
    postTs: post.ts,
    asked: post.asked,
    ...source,
  };
  return toJob(post, name, task);
}

/** Answers a post as a question about the articles of its thread, or of the thread that is given. */
export function answerJob(post: Post, ofThread?: string): NewJob {
  const task: AnswerTask = {
    kind: 'answer-question',
    target: targetOf(post),
    postTs: post.ts,
    asked: post.asked,
    question: post.text,
    ...(ofThread === undefined ? {} : { ofThread }),
  };
  return toJob(post, 'answer', task);
}

/** Answers a question that stands beside a link, from what the link leads to: after the brief, and in silence where there is none. */
export function answerBesideJob(post: Post, question: string): NewJob {
  const task: AnswerTask = {
    ...{ kind: 'answer-question', target: targetOf(post), postTs: post.ts, asked: false, question },
    isAboutPost: true,
  };
  return toJob(post, 'answer', task);
}

/** Offers a button for each of these links. */
export function offerJob(post: Post, links: string[]): NewJob {
  return toJob(post, 'more', { kind: 'offer-links', target: targetOf(post), links, postTs: post.ts });
}

/** Tells who posted why nothing is read; nobody else where they pressed or typed something that others do not see. */
export function tellJob(post: Post, notice: Notice): NewJob {
  const target = { ...targetOf(post), ...(post.responseUrl ? { isQuiet: true } : {}) };
  return toJob(post, 'tell', { kind: 'tell', target, notice });
}

/** Finds the message that a post asks about. */
export function findJob(post: Post, where: FindTask['where']): NewJob {
  return toJob(post, 'find', { kind: 'find-post', target: targetOf(post), where, post });
}

/** Briefs a message that stood there before. */
export function againJob(post: Post): NewJob {
  return toJob(post, 'again', { kind: 'brief-again', target: targetOf(post), post });
}

/** Takes in a mention by itself. In a line of its own: the message's event must not wait for it. */
export function mentionJob(post: Post): NewJob {
  const job = toJob(post, 'mention', { kind: 'take-mention', post });
  return { ...job, thread: `${job.thread}:mention` };
}

function toJob(
  post: Post,
  name: string,
  task: Exclude<Task, { kind: 'withdraw-post' | 'withdraw-links' | 'clear-sign' | 'mark-brief' | 'share-brief' }>,
): NewJob {
  const { team, channel } = post.place;
  return { key: `${post.key}:${name}`, kind: task.kind, team, channel, thread: threadOf(post), payload: task };
}

function targetOf(post: Post): ReplyTarget {
  const { team, channel, threadTs } = post.place;
  return {
    ...{ team, channel, threadTs: threadTs ?? post.ts, user: post.user, responseUrl: post.responseUrl },
    ...(post.hasSign ? { hasSign: true } : {}),
    ...(post.isPrivate ? { isPrivate: true } : {}),
    ...(post.isAskedLater || post.lookUp ? { isQuiet: true } : {}),
  };
}

/** The thread whose jobs run one after another: the post's, or the one that it may open. */
export function threadOf(post: Pick<Post, 'key' | 'ts' | 'place'>): string {
  return threadKey({ ...post.place, threadTs: post.place.threadTs ?? post.ts ?? post.key });
}

/** What a job's `thread` is for a thread in Slack: its jobs run one after another. */
export function threadKey({ team, channel, threadTs }: { team: string; channel: string; threadTs: string }): string {
  return [team, channel, threadTs].join(':');
}
