import { countOf } from '../core/frames/english.ts';
import type { Report } from '../core/reports.ts';
import { limits } from './limits.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, userMention } from './mrkdwn.ts';

/** Of one part of a brief; whoever reported it later is counted. */
const maxNames = 25;
const maxComment = 300;

/** How many characters are shown of a passage, and of all comments on one part of a brief. */
export type ReportLengths = { passage: number; comments: number };

/**
 * What people reported as wrong and what a second check found: a line for each claim with everybody who reported it, in the brief's
 * order. Lines that no longer fit are counted.
 */
export function renderReports(reports: Report[]): Mrkdwn {
  const lines = wordReports(reports, { passage: 400, comments: 900 }).map((line) => mrkdwn`• ${line}`);
  const title = mrkdwn`*Reported as wrong*`;
  for (let shown = lines.length; ; shown -= 1) {
    const left = lines.length - shown;
    const more = left > 0 ? mrkdwn`and ${countOf(left, 'further claim')}` : undefined;
    const whole = joinMrkdwn([title, ...lines.slice(0, shown), more], '\n');
    if (shown === 0 || whole.mrkdwn.length <= limits.section) return whole;
  }
}

/** Each part that was reported, the summary first: "Claim 2 was reported as wrong by @Ada (“…”) and @Bo. Checked again, …". */
export function wordReports(reports: Report[], lengths: ReportLengths): Mrkdwn[] {
  const parts = [...new Set(reports.map(({ claim }) => claim))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const said = new Set<string>();
  return parts.flatMap((claim) => {
    const ofPart = reports.filter((report) => report.claim === claim);
    const [first] = ofPart;
    if (!first) return [];
    const passage = first.says === null ? undefined : mrkdwn`“${escapeText(first.says, lengths.passage)}”`;
    const what = claim === null ? mrkdwn`The summary` : mrkdwn`Claim ${claim}`;
    const who = nameReporters(ofPart, said, lengths.comments);
    return [mrkdwn`${what} was reported as wrong by ${who}. ${wordOutcome(first.outcome, passage)}`];
  });
}

// What one person wrote about several claims is said with the first: `said` has what was.
function nameReporters(reports: Report[], said: Set<string>, maxComments: number): Mrkdwn {
  let room = maxComments;
  const names = reports.slice(0, maxNames).map(({ user, comment }) => {
    const name = userMention(user);
    const isNew = comment !== null && !said.has(`${user} ${comment}`);
    const words = isNew && room > 0 ? mrkdwn` (“${escapeText(comment, Math.min(maxComment, room))}”)` : undefined;
    if (isNew) said.add(`${user} ${comment}`);
    room -= words?.mrkdwn.length ?? 0;
    return joinMrkdwn([name, words], '');
  });
  const left = reports.length - names.length;
  const all = left > 0 ? [...names, mrkdwn`${countOf(left, 'other')}`] : names;
  const last = all.at(-1) ?? mrkdwn`somebody`;
  const others = all.slice(0, -1);
  return others.length > 0 ? mrkdwn`${joinMrkdwn(others, ', ')} and ${last}` : last;
}

function wordOutcome(outcome: Report['outcome'], passage: Mrkdwn | undefined): Mrkdwn {
  if (outcome === 'fails')
    return passage
      ? mrkdwn`Checked again, the article does not bear it out, and it is taken back. The article says: ${passage}`
      : mrkdwn`Checked again, the article does not bear all of it out.`;
  if (!passage) return mrkdwn`Checked again, each sentence of it rests on the article.`;
  if (outcome === 'other-words')
    return mrkdwn`Checked again, the article says it in other words; judge for yourself: ${passage}`;
  return mrkdwn`Checked again, this is what the article says: ${passage}`;
}
