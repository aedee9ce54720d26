import { countOf } from '../core/frames/english.ts';
import type { Report } from '../core/reports.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, userMention } from './mrkdwn.ts';

const maxShown = 5;

/** What people reported as wrong and what a second check found, the latest last. */
export function renderReports(reports: Report[]): Mrkdwn {
  const left = reports.length - maxShown;
  const shown = reports.slice(-maxShown).map((report, at, all) => {
    // What one person wrote about several claims is said with the first.
    const isSaid = all.slice(0, at).some(({ user, comment }) => user === report.user && comment === report.comment);
    return mrkdwn`• ${wordReport(isSaid ? { ...report, comment: null } : report, 260)}`;
  });
  const more = left > 0 ? mrkdwn`and ${countOf(left, 'earlier report')}` : undefined;
  return joinMrkdwn([mrkdwn`*Reported as wrong*`, ...shown, more], '\n');
}

/** One report: "Claim 2 was reported as wrong by @Ada: “…”. Checked again: …". */
export function wordReport({ claim, user, comment, outcome, says }: Report, maxPassage: number): Mrkdwn {
  const what = claim === null ? mrkdwn`The summary` : mrkdwn`Claim ${claim}`;
  const why = comment ? mrkdwn`: “${escapeText(comment, 300)}”` : mrkdwn`.`;
  const passage = says === null ? undefined : mrkdwn`“${escapeText(says, maxPassage)}”`;
  return mrkdwn`${what} was reported as wrong by ${userMention(user)}${why} ${wordOutcome(outcome, passage)}`;
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
