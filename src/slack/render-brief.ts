import type { Button } from '@slack/types';
import type { Article } from '../core/article.ts';
import type { Brief } from '../core/brief.ts';
import type { Frame } from '../core/frames/frame.ts';
import { frameOf } from '../core/frames/frame-of.ts';
import type { Report } from '../core/reports.ts';
import type { ReplyLength } from '../core/settings.ts';
import { chooseActors, type ShownActor } from '../core/whos-who.ts';
import { describeChecks } from '../core/wording.ts';
import { actions, type Block, button, context, type Message, section, textLength } from './blocks.ts';
import { limits } from './limits.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, parseLink, renderLink, userMention } from './mrkdwn.ts';
import { renderClaim, shortEvidence } from './render-evidence.ts';
import { renderReports } from './render-reports.ts';
import { renderText } from './render-text.ts';
import { wordFacts, wordParts } from './wording.ts';

// What stands in the message itself; the rest is a button away. `full`: as much as a message holds.
const firstViews: Record<ReplyLength, { actors: number; claims: number }> = {
  short: { actors: 0, claims: 3 },
  standard: { actors: 6, claims: 5 },
  full: { actors: 20, claims: 40 },
};

/**
 * How a brief is shown. `briefId`: what its buttons come back with. `inThread`: it stands in the channel, where its buttons
 * work and people can ask below it; elsewhere it is seen by one person, who can share it, or `isShared` by all. `reports`: what people said is wrong with it.
 */
export type BriefView = {
  briefId: string;
  inThread: boolean;
  isShared: boolean;
  length: ReplyLength;
  /** For all text in its blocks; as much as a message holds where it is left out. */
  room?: number;
  reports: Report[];
  /** Named where others read the brief too. */
  askedBy: string | null;
};

/** The brief as a message: title, facts, summary, who's who, the first claims and what was checked. */
export function renderBrief(brief: Brief, now: number, view: BriefView): Message {
  const text = renderText(brief, now, view.reports);
  // Links and letters that escape to many can make a brief too long; then fewer claims stand in the first view.
  for (let claims = Math.min(firstViews[view.length].claims, brief.claims.length); ; claims -= 1) {
    const blocks = briefBlocks(brief, now, claims, view);
    if (claims <= 0 || textLength(blocks) <= (view.room ?? limits.messageBlocks)) return { text, blocks };
  }
}

function briefBlocks(brief: Brief, now: number, claims: number, view: BriefView): Block[] {
  const { article } = brief;
  const frame = frameOf(brief.drafter);
  const blocks: Block[] = [section(joinMrkdwn([renderTitle(article), wordFacts(article, now)], '\n'))];
  const summary = renderSummary(brief);
  if (summary.mrkdwn) blocks.push(section(summary));
  const maxActors = firstViews[view.length].actors;
  const shown = brief.claims.slice(0, claims);
  const actors = chooseActors(brief, shown);
  if (actors.length > 0 && maxActors > 0) blocks.push(section(renderActors(actors, maxActors, frame)));
  if (brief.claims.length > 0) {
    const count = shown.length < brief.claims.length ? mrkdwn`(${shown.length} of ${brief.claims.length})` : undefined;
    blocks.push(section(joinMrkdwn([mrkdwn`*${frame.claims}*`, count], ' ')));
    for (const [at, claim] of shown.entries())
      blocks.push(section(renderClaim(claim, at + 1, article, shortEvidence, view.reports, frame)));
  } else {
    blocks.push(section(mrkdwn`${frame.noClaims}`));
  }
  if (view.reports.length > 0) blocks.push(section(renderReports(view.reports)));
  blocks.push(actions(briefButtons(brief, view)));
  blocks.push(context(renderChecks(brief, view)));
  return blocks;
}

function briefButtons({ claims }: Brief, { briefId, inThread, isShared }: BriefView): Button[] {
  const all = button('all_claims', `All ${claims.length} claims`, briefId);
  const read = button('what_i_read', 'What I read', briefId);
  const good = { ...button('brief_good', '👍', briefId), accessibility_label: 'This brief is helpful' };
  const bad = { ...button('brief_bad', '👎', briefId), accessibility_label: 'Something is wrong with this brief' };
  const share = button('share_brief', 'Share in channel', briefId);
  return [...(claims.length > 1 ? [all] : []), read, good, bad, ...(inThread || isShared ? [] : [share])];
}

/** The title in bold, linked to the article. */
export function renderTitle(article: Article): Mrkdwn {
  const link = parseLink(article.canonicalUrl) ?? parseLink(article.url);
  return mrkdwn`*${renderLink(link, escapeText(article.title ?? 'Untitled article', 300))}*`;
}

function renderSummary(brief: Brief): Mrkdwn {
  return escapeText(brief.summary.map(({ text }) => text).join(' '), 1100);
}

function renderActors(actors: ShownActor[], maxActors: number, frame: Frame): Mrkdwn {
  const lines = actors.slice(0, maxActors).map(renderActor);
  const more = actors.length - maxActors;
  return joinMrkdwn([mrkdwn`*${frame.whosWho}*`, ...lines, more > 0 ? mrkdwn`${frame.more(more)}` : undefined], '\n');
}

function renderActor(actor: ShownActor): Mrkdwn {
  const name = mrkdwn`• *${escapeText(actor.name, 100)}*`;
  const named = actor.role ? mrkdwn`${name}, ${escapeText(actor.role, 140)}` : name;
  return actor.stance ? mrkdwn`${named}: ${escapeText(actor.stance, 200)}` : named;
}

function renderChecks(brief: Brief, { inThread, isShared, askedBy }: BriefView): Mrkdwn {
  const frame = frameOf(brief.drafter);
  const isSeenByAll = inThread || isShared;
  const asker = askedBy !== null && isSeenByAll ? mrkdwn`${frame.askedBy} ${userMention(askedBy)}` : undefined;
  return joinMrkdwn([asker, wordParts([...describeChecks(brief), ...(inThread ? [frame.askMe] : [])])], ' · ');
}
