import { articleLinks, linkKey } from '../core/links.ts';
import { readPaste } from '../core/paste.ts';
import type { Post, PostFile } from '../core/post.ts';
import { isQuestion } from '../core/question.ts';
import type { BriefStore, JobStore, NewJob, ReplyTarget } from '../ports.ts';

/** Links of one post that are briefed without being asked for each. */
const maxLinks = 3;
/** A pasted article in a channel is at least this long; shorter text there is talk. */
const minPasteWords = 120;
/** A text file past this is a log or a book: nobody shared it as an article, unless they say so. */
const maxUnaskedTextBytes = 300_000;
/** What a person who asks may have meant as an article. */
const minTriedWords = 20;

/** What a job needs, and no more than that: its text goes when the job ends. */
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

export type ReceivePorts = {
  store: Pick<JobStore, 'receive' | 'hasOpenJob'> & Pick<BriefStore, 'briefsInThread'>;
  now: () => number;
  /** Wakes the worker. */
  wake: () => void;
};

/**
 * Takes a post in: when this resolves, what is to be done about it is on disk and Slack may be told so.
 * A post that comes again, by a second delivery or as its mention event, does nothing more.
 */
export async function receivePost(post: Post, ports: ReceivePorts): Promise<void> {
  const jobs = await planJobs(post, ports);
  if (jobs.length === 0) return;
  const isNew = await ports.store.receive({ key: post.key, team: post.place.team, receivedAt: ports.now() }, jobs);
  if (isNew) ports.wake();
}

async function planJobs(post: Post, ports: ReceivePorts): Promise<NewJob[]> {
  const links = articleLinks(post.links);
  const fileJobs = post.files.filter((file) => post.asked || isArticleSized(file)).map((file) => fileJob(post, file));
  if (links.length > 0)
    return [...links.slice(0, maxLinks).map((link) => linkJob(post, link)), ...fileJobs, ...offerJobs(post, links)];
  if (isPastedArticle(post)) return [textJob(post, post.text), ...fileJobs];
  if (fileJobs.length > 0) return fileJobs;
  if (await isAskedInBriefedThread(post, ports)) return [answerJob(post)];
  if (!post.asked) return [];
  // Asked: a link of any kind is tried, a text of some length is judged, and with neither the flow says how it works.
  const [link] = post.links;
  if (link !== undefined) return [linkJob(post, link)];
  return [textJob(post, sizeInWords(post.text) < minTriedWords ? '' : post.text)];
}

function isArticleSized({ mimeType, sizeBytes }: PostFile): boolean {
  return !/^text\/(plain|(x-)?markdown)$/.test(mimeType) || (sizeBytes ?? 0) <= maxUnaskedTextBytes;
}

function isPastedArticle(post: Post): boolean {
  const isReply = post.place.threadTs !== null && !post.asked;
  return !isReply && sizeInWords(post.text) >= minPasteWords && readPaste(post.text).kind === 'article';
}

function sizeInWords(text: string): number {
  const words = text.split(/\s+/).length;
  // Scripts without spaces have few "words": there two characters count as one.
  return /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u.test(text) ? Math.max(words, text.length / 2) : words;
}

async function isAskedInBriefedThread(post: Post, ports: ReceivePorts): Promise<boolean> {
  const { team, channel, threadTs } = post.place;
  if (threadTs === null || !(post.asked || isQuestion(post.text))) return false;
  const briefs = await ports.store.briefsInThread({ team, channel, threadTs });
  return briefs.length > 0 || (await ports.store.hasOpenJob(threadOf(post), 'brief-post', ''));
}

function linkJob(post: Post, link: string): NewJob {
  return briefJob(post, linkKey(link), { link, file: null, text: '' });
}

function fileJob(post: Post, file: PostFile): NewJob {
  return briefJob(post, `file:${file.id}`, { link: null, file, text: '' });
}

function textJob(post: Post, text: string): NewJob {
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
  return toJob(post, `${post.key}:${name}`, task);
}

function answerJob(post: Post): NewJob {
  const task: AnswerTask = {
    kind: 'answer-question',
    target: targetOf(post),
    postTs: post.ts,
    asked: post.asked,
    question: post.text,
  };
  return toJob(post, `${post.key}:answer`, task);
}

/** The links that are not briefed at once get a button each. */
function offerJobs(post: Post, links: string[]): NewJob[] {
  const more = links.slice(maxLinks);
  if (more.length === 0) return [];
  return [toJob(post, `${post.key}:more`, { kind: 'offer-links', target: targetOf(post), links: more })];
}

function toJob(post: Post, key: string, task: BriefTask | AnswerTask | OfferTask): NewJob {
  const { team, channel } = post.place;
  return { key, kind: task.kind, team, channel, thread: threadOf(post), payload: task };
}

function targetOf(post: Post): ReplyTarget {
  const { team, channel, threadTs } = post.place;
  return { team, channel, threadTs: threadTs ?? post.ts, user: post.user, responseUrl: post.responseUrl };
}

function threadOf(post: Post): string {
  return [post.place.team, post.place.channel, post.place.threadTs ?? post.ts ?? post.key].join(':');
}
