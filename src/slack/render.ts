import type { Article, Refusal } from '../core/article.ts';
import type { Answer } from '../core/brief.ts';
import { frameOf } from '../core/frames/frame-of.ts';
import { describeDrafter, describeOrigin } from '../core/wording.ts';
import type { Reply } from '../ports.ts';
import { actions, type Block, button, context, type Message, section, textLength } from './blocks.ts';
import { cutText, limits } from './limits.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, parseLink } from './mrkdwn.ts';
import { toPostBlockId } from './post-block.ts';
import { renderBrief } from './render-brief.ts';
import { renderEvidence, renderPassage, renderPassageLink, shortEvidence } from './render-evidence.ts';
import { renderMoreLinks } from './render-more-links.ts';
import { renderAnswerText } from './render-text.ts';
import { wordNotice, wordParts } from './wording.ts';

/** How a reply is seen; see `renderReply`. */
export type ReplyView = { inThread?: boolean; isShared?: boolean; room?: number };

/**
 * A reply as Slack takes it, inside every limit of Slack's.
 *
 * @param now  epoch milliseconds, for the article's age
 * @param options.inThread  false where one person sees the reply, who can share it: no questions below it
 * @param options.room  for all text in its blocks, where that is less than a message holds
 * @param options.isShared  for all of a channel that the bot is not in: no questions below it, and nothing to share
 */
export function renderReply(
  reply: Reply,
  now: number,
  { inThread = true, isShared = false, room = limits.messageBlocks }: ReplyView = {},
): Message {
  switch (reply.kind) {
    case 'brief':
      return renderBrief(reply.brief, now, {
        briefId: reply.id,
        inThread,
        isShared,
        room,
        length: reply.length ?? 'standard',
        reports: reply.reports ?? [],
        askedBy: reply.askedBy ?? null,
      });
    case 'answer':
      return renderAnswers(reply, room);
    case 'more-links':
      return renderMoreLinks(reply.links, reply.postTs);
    case 'refusal':
      return renderSentence(wordRefusal(reply.refusal, reply.about), reply);
    case 'notice':
      return renderSentence(wordNotice(reply.notice), reply);
  }
}

// The button is the one that asks for a brief of a link.
function renderSentence(
  sentence: Mrkdwn,
  { retry, retryJob, postTs }: { retry?: string | null; retryJob?: string | null; postTs?: string | null },
): Message {
  const canRetry = retry && parseLink(retry) && retry.length <= limits.buttonValue;
  const again = canRetry
    ? [actions([button('brief_link', 'Try again', retry)], toPostBlockId(postTs))]
    : retryJob
      ? [actions([button('retry_job', 'Try again', retryJob)])]
      : [];
  return { text: sentence.mrkdwn, blocks: [section(sentence), ...again] };
}

function wordRefusal(refusal: Refusal, about: string | null): Mrkdwn {
  const detail = escapeText(refusal.detail, 1500);
  return about && !refusal.detail.includes(about) ? mrkdwn`${escapeText(about, 255)}: ${detail}` : detail;
}

function renderAnswers(
  { answer, article, isOneOfSeveral, also = [] }: Extract<Reply, { kind: 'answer' }>,
  room: number,
): Message {
  if (!isOneOfSeveral) return renderAnswer(answer, article, room);
  const messages = [{ answer, article }, ...also].map((part) =>
    renderAnswer(part.answer, part.article, room, [mrkdwn`In *${escapeText(describeOrigin(part.article), 300)}*:`]),
  );
  const [first, ...others] = messages;
  const whole = { text: first?.text ?? '', blocks: first?.blocks ?? [] };
  for (const { text, blocks } of others) {
    const longer = { text: `${whole.text}\n${text}`, blocks: [...whole.blocks, ...blocks] };
    const isTooLong = longer.blocks.length > limits.blocksPerMessage || textLength(longer.blocks) > room;
    if (isTooLong || longer.text.length > limits.messageText) break;
    Object.assign(whole, longer);
  }
  return whole;
}

function renderAnswer(answer: Answer, article: Article, room: number, opening: Mrkdwn[] = []): Message {
  const text = renderAnswerText(answer, article, opening);
  const checks = context(wordAnswerChecks(answer));
  const blocks: Block[] = opening.map((line) => section(line));
  if (answer.statements.length === 0)
    return { text, blocks: [...blocks, section(wordNothingSaid(answer, article)), checks] };
  for (const statement of answer.statements) {
    const block = section(
      joinMrkdwn(
        [escapeText(statement.text, 600), renderEvidence(statement, article, shortEvidence, frameOf(answer.drafter))],
        '\n',
      ),
    );
    if (blocks.length + 2 > limits.blocksPerMessage) break;
    if (textLength([...blocks, block, checks]) > room) break;
    blocks.push(block);
  }
  return { text, blocks: [...blocks, checks] };
}

// In a busy thread the question tells which answer is whose.
function wordAnswerChecks({ question, checks, drafter, fact }: Answer): Mrkdwn {
  const leftOut = checks.statementsOffered - checks.statementsShown;
  const counted = frameOf(drafter).leftOut(leftOut);
  const asked = `to “${cutText(question.replace(/\s+/g, ' ').trim(), 80)}”`;
  return wordParts([asked, ...(leftOut > 0 ? [counted] : []), ...(fact ? [] : [describeDrafter(drafter)])]);
}

function wordNothingSaid(answer: Answer, article: Article): Mrkdwn {
  if (answer.fact) return escapeText(answer.fact.text, 600);
  const frame = frameOf(answer.drafter);
  const nothing = mrkdwn`${frame.notSaid}`;
  if (!answer.closest) return nothing;
  const closest = renderPassage(answer.closest, article, 600, frame);
  return joinMrkdwn([mrkdwn`${nothing} ${frame.closest}\n${closest}`, renderPassageLink(answer.closest, frame)], '  ');
}
