import type { Article } from '../core/article.ts';
import type { Actor, Brief } from '../core/brief.ts';
import { describeChecks } from '../core/wording.ts';
import { actions, type Block, button, context, type Message, section, textLength } from './blocks.ts';
import { limits } from './limits.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, parseLink, renderLink } from './mrkdwn.ts';
import { renderClaim, shortEvidence } from './render-evidence.ts';
import { renderText } from './render-text.ts';
import { wordFacts, wordParts } from './wording.ts';

const firstView = { actors: 6, claims: 5 };

/**
 * The brief as a message: title, facts, summary, who's who, the first claims and what was checked.
 *
 * @param briefId  what the two buttons come back with
 * @param inThread  whether it is in the channel, where its buttons work and people can ask below it
 */
export function renderBrief(
  brief: Brief,
  now: number,
  { briefId, inThread }: { briefId: string; inThread: boolean },
): Message {
  const text = renderText(brief, now);
  // Only links and letters that escape to many make a brief this long; then fewer claims stand in the first view.
  for (let claims = Math.min(firstView.claims, brief.claims.length); ; claims -= 1) {
    const blocks = briefBlocks(brief, now, claims, { briefId, inThread });
    if (claims <= 0 || textLength(blocks) <= limits.messageBlocks) return { text, blocks };
  }
}

function briefBlocks(
  brief: Brief,
  now: number,
  claims: number,
  { briefId, inThread }: { briefId: string; inThread: boolean },
): Block[] {
  const { article } = brief;
  const blocks: Block[] = [section(joinMrkdwn([renderTitle(article), wordFacts(article, now)], '\n'))];
  const summary = renderSummary(brief);
  if (summary.mrkdwn) blocks.push(section(summary));
  if (brief.actors.length > 0) blocks.push(section(renderActors(brief.actors)));
  if (brief.claims.length > 0) {
    const shown = brief.claims.slice(0, claims);
    const count = shown.length < brief.claims.length ? mrkdwn`(${shown.length} of ${brief.claims.length})` : undefined;
    blocks.push(section(joinMrkdwn([mrkdwn`*Claims and who made them*`, count], ' ')));
    for (const [at, claim] of shown.entries()) blocks.push(section(renderClaim(claim, at + 1, article, shortEvidence)));
  } else {
    blocks.push(section(mrkdwn`No claim could be tied to a passage of the article.`));
  }
  if (inThread) {
    const all = button('all_claims', `All ${brief.claims.length} claims`, briefId);
    const read = button('what_i_read', 'What I read', briefId);
    blocks.push(actions(brief.claims.length > 1 ? [all, read] : [read]));
  }
  blocks.push(context(renderChecks(brief, inThread)));
  return blocks;
}

/** The title in bold, linked to the article. */
export function renderTitle(article: Article): Mrkdwn {
  const link = parseLink(article.canonicalUrl) ?? parseLink(article.url);
  return mrkdwn`*${renderLink(link, escapeText(article.title ?? 'Untitled article', 300))}*`;
}

function renderSummary(brief: Brief): Mrkdwn {
  return escapeText(brief.summary.map(({ text }) => text).join(' '), 1100);
}

function renderActors(actors: Actor[]): Mrkdwn {
  const lines = actors.slice(0, firstView.actors).map(renderActor);
  const more = actors.length - firstView.actors;
  return joinMrkdwn([mrkdwn`*Who’s who*`, ...lines, more > 0 ? mrkdwn`and ${more} more` : undefined], '\n');
}

function renderActor(actor: Actor): Mrkdwn {
  const name = mrkdwn`• *${escapeText(actor.name, 100)}*`;
  const named = actor.role ? mrkdwn`${name}, ${escapeText(actor.role, 140)}` : name;
  return actor.stance ? mrkdwn`${named}: ${escapeText(actor.stance, 200)}` : named;
}

function renderChecks(brief: Brief, inThread: boolean): Mrkdwn {
  return wordParts([...describeChecks(brief), ...(inThread ? ['ask me anything in this thread'] : [])]);
}
