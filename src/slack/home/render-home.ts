import type { HomeView } from '@slack/types';
import { type BudgetName, describeBudget } from '../../core/budgets.ts';
import { countOf } from '../../core/frames/english.ts';
import type { WorkspaceSettings } from '../../core/settings.ts';
import type { BriefHead, BriefSum, FeedbackSum, UsageSum } from '../../ports.ts';
import { actions, type Block, button, context, section } from '../blocks.ts';
import { channelMention, escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, parseLink, renderLink } from '../mrkdwn.ts';
import { describeBudgets, describeCap, type PricedModels, wordUncounted } from '../settings/budgets.ts';
import { listed, settingNames, wordValue } from '../settings/choices.ts';

/** What the month brought in a workspace. */
export type Figures = { briefs: BriefSum; feedback: FeedbackSum; usage: UsageSum };

/** A budget that nears its end, or has none left. `share` of it is spent. */
export type Strain = BudgetName & { share: number };

/** What one person is shown on Byline's Home. */
export type HomeContent = {
  /** Of channels that this person is in, newest first. */
  recent: BriefHead[];
  /** A scope without which some channels' briefs are not shown. */
  missing: string | null;
  figures: Figures;
  /** The workspace's budgets and this person's, of which little or nothing is left. */
  strained: Strain[];
  workspace: WorkspaceSettings;
  pricedModels: PricedModels;
  /** The direct messages of this person with Byline; comes back with the button. */
  dm: string | null;
  /** The workspace's address in Slack, which links to messages begin with. */
  slackUrl: string | null;
  now: number;
};

const howTo = [
  mrkdwn`*1.* Type \`/invite @Byline\` in a channel, then post a link or paste an article there; or type \`/summarize\` and a link anywhere.`,
  mrkdwn`*2.* Ask questions in the thread of a brief: the answer comes from the article, or Byline says that it is not in it.`,
  mrkdwn`*3.* Type \`/summarize settings\` in a channel to say what is read there, how long a brief is and in which language.`,
];

/** Byline's Home for one person. */
export function renderHome(content: HomeContent): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'How to use Byline', emoji: false } },
      section(joinMrkdwn(howTo, '\n')),
      { type: 'divider' },
      ...recentBlocks(content),
      { type: 'divider' },
      section(
        joinMrkdwn(
          [
            mrkdwn`*This month in the workspace* (counted ${wordMoment(content.now)})`,
            ...content.strained.map(wordStrain),
            ...wordFigures(content.figures),
          ],
          '\n',
        ),
      ),
      { type: 'divider' },
      section(joinMrkdwn([mrkdwn`*Settings of the workspace*`, ...wordWorkspace(content)], '\n')),
      actions([button('workspace_settings', 'Change settings', content.dm ?? 'none')]),
    ],
  };
}

function recentBlocks({ recent, missing, slackUrl, now }: HomeContent): Block[] {
  const title = mrkdwn`*Recent briefs in your channels*`;
  const lines = recent.map((head) => renderHead(head, slackUrl, now));
  const nothing = mrkdwn`None yet in a channel that you and Byline are in.`;
  const blocks: Block[] = [section(joinMrkdwn([title, ...(lines.length > 0 ? lines : [nothing])], '\n'))];
  if (missing === null) return blocks;
  const which = missing === 'groups:read' ? 'private channels' : 'channels';
  return [
    ...blocks,
    context(
      mrkdwn`Briefs of ${which} are not listed: Byline cannot see who is in them without the scope \`${missing}\`.`,
    ),
  ];
}

function renderHead(
  { channel, title, publisher, replyTs, threadTs, createdAt }: BriefHead,
  slackUrl: string | null,
  now: number,
): Mrkdwn {
  const link = replyTs === null ? undefined : toMessageLink(slackUrl, channel, replyTs, threadTs);
  const name = renderLink(link, escapeText(title ?? 'Untitled article', 150));
  const where = publisher === null ? undefined : escapeText(publisher, 60);
  return joinMrkdwn([mrkdwn`• ${name}`, where, channelMention(channel), wordAge(now - createdAt)], ' · ');
}

/** Where a message stands in Slack; undefined where the workspace's address is not known. */
function toMessageLink(slackUrl: string | null, channel: string, ts: string, threadTs: string): URL | undefined {
  const base = parseLink(slackUrl);
  const link = base && URL.parse(`archives/${channel}/p${ts.replace('.', '')}`, base.href);
  if (!link) return undefined;
  if (threadTs !== ts) link.search = new URLSearchParams({ thread_ts: threadTs, cid: channel }).toString();
  return link;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

// Not in Slack's form for dates, which not every client draws.
function wordMoment(ms: number): string {
  return `${moment.format(ms)} UTC`;
}

function wordAge(ms: number): Mrkdwn {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return mrkdwn`just now`;
  if (hours < 1) return mrkdwn`${countOf(minutes, 'minute')} ago`;
  if (hours < 24) return mrkdwn`${countOf(hours, 'hour')} ago`;
  return mrkdwn`${countOf(Math.floor(hours / 24), 'day')} ago`;
}

function wordStrain({ share, ...budget }: Strain): Mrkdwn {
  if (share >= 1)
    return mrkdwn`• :warning: ${describeBudget(budget, 'this-person')} is spent: articles are read without a model`;
  return mrkdwn`• :warning: ${Math.floor(share * 100)} % of ${describeBudget(budget, 'this-person')} is spent; then articles are read without a model`;
}

function wordFigures({ briefs, feedback, usage }: Figures): Mrkdwn[] {
  if (briefs.briefs === 0) return [mrkdwn`No briefs yet.`];
  const dropped = briefs.claimsOffered - briefs.claimsShown;
  const opinions = [
    mrkdwn`${feedback.good} found a brief helpful`,
    mrkdwn`${feedback.bad} did not`,
    feedback.wrong > 0 ? mrkdwn`${countOf(feedback.wrong, 'claim')} reported as wrong` : undefined,
  ];
  const tokens = usage.inputTokens + usage.outputTokens;
  const cost = usage.costMicros > 0 ? mrkdwn`, $${(usage.costMicros / 1e6).toFixed(2)}` : undefined;
  return [
    joinMrkdwn(
      [
        mrkdwn`• ${countOf(briefs.briefs, 'brief')}`,
        mrkdwn`${briefs.quotesFound} of ${briefs.quotesOffered} quotes found in the articles`,
        mrkdwn`${countOf(dropped, 'claim')} left out that the articles did not bear out`,
      ],
      ' · ',
    ),
    mrkdwn`• ${joinMrkdwn(opinions, ' · ')}`,
    tokens > 0
      ? mrkdwn`• ${tokens.toLocaleString('en')} tokens of a model in ${countOf(usage.calls, 'call')}${cost ?? { mrkdwn: '' }}`
      : mrkdwn`• No model was asked`,
  ];
}

function wordWorkspace({ workspace, pricedModels }: HomeContent): Mrkdwn[] {
  const { defaults, editors, drafting, budgets, briefCap, retentionDays } = workspace;
  const uncounted = wordUncounted(workspace, pricedModels);
  const values = listed.map((name) => `${settingNames[name]}: ${wordValue(name, defaults)}`);
  const spending = [describeBudgets(budgets), describeCap(briefCap)].filter(Boolean).join(', ');
  return [
    escapeText(`• ${values.join(' · ')}`, 900),
    mrkdwn`• Drafting: ${drafting === 'offline' ? 'offline, without a model' : 'with a model where one is set up'} · Budget: ${spending} · Text is kept ${retentionDays === null ? 'as the operator set it' : `for ${countOf(retentionDays, 'day')}`}`,
    ...(uncounted ? [mrkdwn`• :warning: ${uncounted}`] : []),
    mrkdwn`• ${editors === 'admins' ? 'Only owners and administrators' : 'Everyone'} may change settings`,
  ];
}
