import { articleLinks } from '../core/links.ts';
import { readPaste } from '../core/paste.ts';
import type { Place, Post, PostFile } from '../core/post.ts';
import { isQuestion, isTalk, readRequest } from '../core/question.ts';
import { type ChannelSettings, isSiteAllowed } from '../core/settings.ts';
import type { BriefStore, Claim, JobStore, NewJob, Notice, SettingsStore } from '../ports.ts';
import { isExternalChannel } from './external-channel.ts';
import {
  againJob,
  answerBesideJob,
  answerJob,
  fileJob,
  findJob,
  isFileJob,
  linkJob,
  mentionJob,
  offerJob,
  tellJob,
  textJob,
  threadOf,
} from './jobs-of-post.ts';
import { isWithdrawn } from './withdraw-post.ts';

/** Links of one post that are briefed without being asked for each. */
const maxLinks = 3;
/** A pasted article in a channel is at least this long; shorter text there is talk. */
const minPasteWords = 120;
/** A text file past this is a log or a book: nobody shared it as an article, unless they say so. */
const maxUnaskedTextBytes = 300_000;
/** What a person who asks may have meant as an article. */
const minTriedWords = 20;

export type ReceivePorts = {
  store: Pick<JobStore, 'receive' | 'hasOpenJob' | 'wasReceived'> &
    Pick<BriefStore, 'briefsInThread' | 'hasTextlessBrief' | 'recentBriefs'> &
    Pick<SettingsStore, 'channelSettings'>;
  now: () => number;
  /** Wakes the worker. */
  wake: () => void;
};

/**
 * Takes a post in: when this resolves, what is to be done about it is on disk and Slack may be told so.
 * A post that comes again, by a second delivery or as its mention event, does nothing more.
 *
 * @param claim  of the job that found the post
 */
export async function receivePost(post: Post, ports: ReceivePorts, claim?: Claim): Promise<void> {
  const commit = async (key: string, jobs: NewJob[]): Promise<boolean> => {
    const isNew = await ports.store.receive({ key, team: post.place.team, receivedAt: ports.now() }, jobs, claim);
    if (isNew) ports.wake();
    return isNew;
  };
  if (waitsForItsMessage(post)) {
    await commit(`${post.key}:mention`, [mentionJob(post)]);
    return;
  }
  const jobs = await planJobs(post, ports);
  if (jobs.length === 0) return;
  // Its deletion may come first, and what is left of a post whose brief is gone may still have a button.
  const { team, channel } = post.place;
  if (await isWithdrawn({ team, channel, postTs: post.ts }, ports.store)) return;
  if (await commit(post.key, jobs)) return;
  // The mention of a message may have come before, without its files.
  const files = jobs.filter(isFileJob);
  if (files.length > 0 && !post.isAskedLater) await commit(`${post.key}:files`, files);
}

// What a mention without a link means depends on the files that only its message has.
function waitsForItsMessage(post: Post): boolean {
  return post.isMentionOnly === true && articleLinks(post.links).length === 0;
}

async function planJobs(post: Post, ports: ReceivePorts): Promise<NewJob[]> {
  const settings = await ports.store.channelSettings(post.place);
  const isExternal = await isExternalChannel(post.place, ports);
  const closed = whyClosed(post.place, isExternal, settings);
  if (closed) return post.asked ? [tellJob(post, closed)] : [];
  if (post.lookUp === 'given') return [againJob(post)];
  if (post.lookUp) return [findJob(post, post.lookUp)];
  const briefs = mayBrief(post, settings) ? planBriefs(post, settings) : [];
  if (briefs.length > 0) return [...briefs, ...planQuestionBeside(post, settings)];
  if (post.isAskedLater) return [tryJob(post, settings)];
  if (await isInBriefedThread(post, ports)) return planAnswer(post, settings);
  if (post.asked && (await isInTextlessThread(post, ports))) return planWithoutText(post);
  if (isWordsAlone(post)) return planReply(post, settings, ports);
  return post.asked ? [tryJob(post, settings)] : [];
}

// In a direct message every word is said to the bot, also outside the threads of its briefs.
function isWordsAlone({ place, text, links, files }: Post): boolean {
  return place.kind === 'dm' && links.length + files.length === 0 && sizeInWords(text) < minTriedWords;
}

async function planReply(post: Post, settings: ChannelSettings, ports: ReceivePorts): Promise<NewJob[]> {
  const { team, channel } = post.place;
  const request = readRequest(post.text);
  if (request === 'thanks' || (request === 'nothing' && /\p{Extended_Pictographic}|:[\w+'-]+:/u.test(post.text)))
    return [];
  const [last] = request === 'question' ? await ports.store.recentBriefs({ team, channels: [channel], limit: 1 }) : [];
  return [last && post.ts !== null ? answerJob(post, last.threadTs) : tryJob(post, settings)];
}

// A direct message is between its writer and the bot: no setting of a channel keeps it from being read.
function whyClosed({ kind }: Place, isExternal: boolean, settings: ChannelSettings): Notice | undefined {
  if (kind === 'dm') return undefined;
  if (isExternal && !settings.external) return 'external-off';
  return settings.reading === 'off' ? 'reading-off' : undefined;
}

function mayBrief({ asked, place }: Post, { reading }: ChannelSettings): boolean {
  return asked || place.kind === 'dm' || reading === 'automatic';
}

function planBriefs(post: Post, settings: ChannelSettings): NewJob[] {
  const found = articleLinks(post.links);
  const links = found.filter((link) => isSiteAllowed(link, settings));
  const fileJobs = post.files.filter((file) => post.asked || isArticleSized(file)).map((file) => fileJob(post, file));
  if (links.length > 0) {
    // A button of a message that one person sees opens no thread.
    const more = post.isPrivate ? [] : links.slice(maxLinks);
    const offer = more.length > 0 ? [offerJob(post, more)] : [];
    // The first of several replies takes the sign's place.
    const behind = { ...post, hasSign: false };
    const linkJobs = links.slice(0, maxLinks).map((link, n) => linkJob(n === 0 ? post : behind, link));
    return [...linkJobs, ...fileJobs, ...offer];
  }
  // The text around a link to a blocked site is no pasted article.
  if (found.length > 0) return [...fileJobs, ...(post.asked ? [tellJob(post, 'site-blocked')] : [])];
  return isPastedArticle(post) ? [textJob(post, post.text), ...fileJobs] : fileJobs;
}

// "@Byline <link> what does it cost?": the brief, and then the answer from it.
function planQuestionBeside(post: Post, { followUps }: ChannelSettings): NewJob[] {
  if (!post.asked || post.isPrivate || post.ts === null || post.isAskedLater || followUps === 'never') return [];
  if (post.links.length === 0 && post.files.length === 0) return [];
  const question = post.text.replaceAll(/https?:\/\/\S+/g, ' ').trim();
  return isQuestion(question) ? [answerBesideJob(post, question)] : [];
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

async function isInBriefedThread(post: Post, ports: ReceivePorts): Promise<boolean> {
  const { team, channel, threadTs } = post.place;
  if (threadTs === null) return false;
  const briefs = await ports.store.briefsInThread({ team, channel, threadTs });
  return briefs.length > 0 || (await ports.store.hasOpenJob(threadOf(post), 'brief-post', ''));
}

function planAnswer(post: Post, { followUps }: ChannelSettings): NewJob[] {
  const { asked, text } = post;
  switch (followUps) {
    case 'never':
      return asked ? [tellJob(post, 'follow-ups-off')] : [];
    case 'mention':
      return asked ? askedJobs(post) : [];
    case 'all':
      return asked || !isTalk(text) ? askedJobs(post) : [];
    case 'questions':
      return asked ? askedJobs(post) : isQuestion(text) ? [answerJob(post)] : [];
  }
}

async function isInTextlessThread({ place, text }: Post, ports: ReceivePorts): Promise<boolean> {
  const { team, channel, threadTs } = place;
  // A text of some length may be the article itself, pasted again.
  if (threadTs === null || sizeInWords(text) >= minPasteWords) return false;
  return ports.store.hasTextlessBrief({ team, channel, threadTs });
}

function planWithoutText(post: Post): NewJob[] {
  return readRequest(post.text) === 'question' ? [tellJob(post, 'text-gone')] : askedJobs(post);
}

// "@Byline thanks!" is no question that the article could fail to answer.
function askedJobs(post: Post): NewJob[] {
  switch (readRequest(post.text)) {
    case 'thanks':
      return [];
    case 'nothing':
    case 'help':
      return post.asked ? [tellJob(post, 'how-to-use')] : [];
    case 'summary':
      return post.asked ? [tellJob(post, 'brief-above')] : [];
    case 'question':
      return [answerJob(post)];
  }
}

// Asked: a link of any kind is tried, a text of some length is judged; with neither, what is meant is looked for in the thread,
// and elsewhere the flow says how it works.
function tryJob(post: Post, settings: ChannelSettings): NewJob {
  const [link] = post.links;
  if (link !== undefined) return isSiteAllowed(link, settings) ? linkJob(post, link) : tellJob(post, 'site-blocked');
  if (sizeInWords(post.text) >= minTriedWords) return textJob(post, post.text);
  if (post.isAskedLater) return tellJob(post, 'nothing-to-read');
  // In a thread "@Byline, this one?" is about what stands above.
  return post.place.threadTs !== null && post.ts !== null ? findJob(post, 'thread') : textJob(post, '');
}
