import type { Article } from '../core/article.ts';
import type { Answer, AnswerStatement, Brief, Claim } from '../core/brief.ts';
import type { Frame } from '../core/frames/frame.ts';
import { frameOf } from '../core/frames/frame-of.ts';
import type { Report } from '../core/reports.ts';
import { chooseActors, type ShownActor } from '../core/whos-who.ts';
import { describeEvidence, describeNarrator, describeSource } from '../core/wording.ts';
import { cutText, limits } from './limits.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { escapePassage } from './render-evidence.ts';
import { wordReports } from './render-reports.ts';
import { wordFacts } from './wording.ts';

/** The brief in words alone, for notifications (which show its start) and screen readers (which read it instead of blocks). */
export function renderText(brief: Brief, now: number, reports: Report[] = []): string {
  const { article } = brief;
  const frame = frameOf(brief.drafter);
  const actors = chooseActors(brief, brief.claims);
  const parts = [
    mrkdwn`${escapeText(article.title ?? 'Untitled article', 300)}. ${wordFacts(article, now, ', ')}.`,
    escapeText(brief.summary.map(({ text }) => text).join(' '), 1100),
    ...(actors.length > 0 ? [wordActors(actors, frame)] : []),
    ...wordReports(reports, { passage: 160, comments: 300 }),
    ...brief.claims.map((claim, at) => {
      const source = escapeText(describeSource(claim.source, article, frame), 480);
      return joinMrkdwn(
        [
          mrkdwn`Claim ${at + 1}: ${escapeText(claim.text, 400)} ${frame.source}: ${source}.`,
          wordQuote(claim, article, frame),
        ],
        ' ',
      );
    }),
  ];
  return joinWithin(parts, limits.messageText);
}

function wordActors(actors: ShownActor[], frame: Frame): Mrkdwn {
  const names = actors.slice(0, 6).map(({ name, role }) => escapeText(role ? `${name} (${role})` : name, 240));
  return mrkdwn`${frame.whosWho}: ${joinMrkdwn(names, '; ')}.`;
}

/** The answer in words alone, below the lines of `opening`. */
export function renderAnswerText(answer: Answer, article: Article, opening: Mrkdwn[] = []): string {
  if (answer.fact) return joinWithin([...opening, escapeText(answer.fact.text, 600)], limits.messageText);
  const frame = frameOf(answer.drafter);
  if (answer.statements.length === 0) {
    const { closest: passage } = answer;
    const closest =
      passage &&
      mrkdwn`${frame.closest} ${escapeText(describeNarrator(passage, article, frame), 160)}: ${escapePassage(passage.text, 600)}`;
    return joinWithin([...opening, mrkdwn`${frame.notSaid}`, ...(closest ? [closest] : [])], limits.messageText);
  }
  const parts = answer.statements.map((statement) =>
    joinMrkdwn([escapeText(statement.text, 600), wordEvidence(statement, article, frame)], ' '),
  );
  return joinWithin([...opening, ...parts], limits.messageText);
}

function wordQuote(claim: Claim, article: Article, frame: Frame): Mrkdwn | undefined {
  return claim.quote ? wordEvidence(claim, article, frame) : undefined;
}

function wordEvidence(evidence: AnswerStatement, article: Article, frame: Frame): Mrkdwn {
  const { note, words } = describeEvidence(evidence, article, frame);
  if (words === null) return mrkdwn`(${escapeText(note ?? '', 160)})`;
  if (note === null) return mrkdwn`${frame.quote} “${escapeText(words, 300)}”`;
  return mrkdwn`${escapeText(note, 160)} ${escapePassage(words, 300)}`;
}

// Whole parts only: one that does not fit ends the text.
function joinWithin(parts: Mrkdwn[], maxLength: number): string {
  let text = '';
  for (const part of parts.filter(({ mrkdwn: words }) => words)) {
    const longer = joinMrkdwn([{ mrkdwn: text }, part], '\n').mrkdwn;
    if (longer.length > maxLength) break;
    text = longer;
  }
  return text || cutText(parts[0]?.mrkdwn ?? '', maxLength);
}
