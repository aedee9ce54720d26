import type { Article } from '../core/article.ts';
import { describeArticle } from '../core/wording.ts';
import type { Notice } from '../ports.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts';

const notices: Record<Notice, Mrkdwn> = {
  'how-to-use': mrkdwn`Byline briefs news articles, with who said what and where the article says so:
• post a link, paste an article’s text or share a file
• react with :newspaper: to a message, or choose “Summarize this message” from its menu
• mention Byline, with a link or below one
• type \`/summarize\` and a link or text; \`last\` for the last link here, \`private\` before it for your eyes only, \`settings\` for this channel’s settings
• ask questions in the thread of the brief.`,
  'nothing-to-read': mrkdwn`There is no link and no article text here to read: post a link to an article or paste its text.`,
  'no-such-article': mrkdwn`This thread does not have so many articles: ask about “the first one”, “the last one” or by the publisher’s name.`,
  'text-gone': mrkdwn`The brief is kept, but the article’s text is not any more, and answers come from it alone: post the link or the text again.`,
  'reading-off': mrkdwn`Byline is switched off in this channel: \`/summarize settings\` shows who can change that.`,
  'external-off': mrkdwn`Byline does not read channels that are shared with other organisations, unless \`/summarize settings\` says so.`,
  'site-blocked': mrkdwn`This channel’s settings keep Byline from reading that site: \`/summarize settings\` has the lists.`,
  'follow-ups-off': mrkdwn`Questions are not answered in this channel: \`/summarize settings\` can change that.`,
  'already-briefed': mrkdwn`There is a brief of this already: it is in the thread of the message.`,
  'no-link-found': mrkdwn`There is no link by a person among the last messages of this channel: type \`/summarize\` and a link, or post one.`,
  'cannot-look': mrkdwn`Byline cannot read earlier messages here: invite it with \`/invite @Byline\`, and if it is a member, ask an administrator to add the scope channels:history or groups:history; or give the link itself.`,
  'brief-above': mrkdwn`The brief is above in this thread: ask about the article and the answer comes from it.`,
  'brief-failed': mrkdwn`Something went wrong on Byline’s side and there is no brief: please post the link or text again in a few minutes.`,
  'answer-failed': mrkdwn`Something went wrong on Byline’s side and there is no answer: please ask again in a few minutes.`,
};

/** The one sentence of a notice. */
export function wordNotice(notice: Notice): Mrkdwn {
  return notices[notice];
}

/** The second line of a brief; where the publisher is not known, the site stands for it. */
export function wordFacts(article: Article, now: number, separator = ' · '): Mrkdwn {
  const host = article.publisher === null && article.url !== null ? URL.parse(article.url)?.hostname : undefined;
  return wordParts([...(host ? [host] : []), ...describeArticle(article, now)], separator);
}

/** Parts of a line, escaped; dots between them are for eyes, commas for a voice. */
export function wordParts(parts: string[], separator = ' · '): Mrkdwn {
  return joinMrkdwn(
    parts.map((part) => escapeText(part, 300)),
    separator,
  );
}
