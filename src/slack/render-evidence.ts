import type { Article } from '../core/article.ts';
import type { AnswerStatement, Claim, Contest, Passage } from '../core/brief.ts';
import type { Frame } from '../core/frames/frame.ts';
import type { Report } from '../core/reports.ts';
import {
  describeContest,
  describeEvidence,
  describeNarrator,
  describeSource,
  describeTranslation,
  opensQuoted,
} from '../core/wording.ts';
import { escapeText, joinMrkdwn, type Mrkdwn, mrkdwn, parseLink, renderLink } from './mrkdwn.ts';

/** How many characters of a quote and of a passage are shown. */
export type EvidenceLengths = { quote: number; passage: number };

/** Shortened for the message. */
export const shortEvidence: EvidenceLengths = { quote: 420, passage: 280 };
/** As good as whole, for the modal. */
export const fullEvidence: EvidenceLengths = { quote: 1200, passage: 1200 };

/**
 * What a claim or an answer rests on, with the link to it. Words in quotation marks stand behind a quote bar; the publisher's
 * own words are introduced as such, so that nobody takes them for the speaker's. Nothing is said twice.
 */
export function renderEvidence(
  evidence: AnswerStatement,
  article: Article,
  lengths: EvidenceLengths,
  frame: Frame,
): Mrkdwn {
  const translation = describeTranslation(evidence, frame);
  const marked = translation === null ? undefined : mrkdwn`_${escapeText(translation, lengths.passage)}_`;
  return joinMrkdwn([renderOriginal(evidence, article, lengths, frame), marked], '\n');
}

function renderOriginal(evidence: AnswerStatement, article: Article, lengths: EvidenceLengths, frame: Frame): Mrkdwn {
  const link = renderPassageLink(evidence.passage, frame);
  const { note, words } = describeEvidence(evidence, article, frame);
  if (words === null) return joinMrkdwn([note === null ? undefined : mrkdwn`_${escapeText(note, 160)}_`, link], '  ');
  if (note === null) return joinMrkdwn([mrkdwn`>“${escapeText(words, lengths.quote)}”`, link], '  ');
  return joinMrkdwn([mrkdwn`_${escapeText(note, 160)}_ ${escapePassage(words, lengths.passage)}`, link], '  ');
}

/** A passage in quotation marks, or in those that it begins with, escaped; `maxLength` is without them. */
export function escapePassage(passage: string, maxLength: number): Mrkdwn {
  const escaped = escapeText(passage, maxLength);
  return opensQuoted(passage) ? escaped : mrkdwn`“${escaped}”`;
}

/** The article's own words, introduced as whose they are. */
export function renderPassage(passage: Passage, article: Article, maxLength: number, frame: Frame): Mrkdwn {
  return mrkdwn`_${escapeText(describeNarrator(passage, article, frame), 160)}:_ ${escapePassage(passage.text, maxLength)}`;
}

/** "passage", linked to the place in the article; undefined where there is no link to it. */
export function renderPassageLink(passage: Passage, frame: Frame): Mrkdwn | undefined {
  const url = parseLink(passage.link);
  const link = url && renderLink(url, frame.passage);
  // Too long a link comes back as its bare label, which would promise what is not there.
  return link?.mrkdwn.startsWith('<') ? link : undefined;
}

/**
 * A numbered claim: what is claimed, who says so, and the article's words for it. One that was reported as wrong is marked, and
 * struck where a second check did not bear it out.
 */
export function renderClaim(
  claim: Claim,
  number: number,
  article: Article,
  lengths: EvidenceLengths,
  reports: Report[],
  frame: Frame,
): Mrkdwn {
  const ofClaim = reports.filter((report) => report.claim === number);
  const text = escapeText(claim.text, 600);
  const isTakenBack = ofClaim.some(({ outcome }) => outcome === 'fails');
  const mark = isTakenBack ? mrkdwn` _(taken back)_` : mrkdwn` _(reported as wrong)_`;
  return joinMrkdwn(
    [
      mrkdwn`*${number}.* ${isTakenBack ? mrkdwn`~${text}~` : text}${ofClaim.length > 0 ? mark : mrkdwn``}`,
      mrkdwn`${frame.source}: ${escapeText(describeSource(claim.source, article, frame), 480)}`,
      renderEvidence(claim, article, lengths, frame),
      ...(claim.contestedBy ?? []).map((contest) => renderContest(contest, lengths, frame)),
    ],
    '\n',
  );
}

function renderContest(contest: Contest, lengths: EvidenceLengths, frame: Frame): Mrkdwn {
  const words = mrkdwn`${escapeText(describeContest(contest, frame), 160)} ${escapePassage(contest.passage.text, lengths.passage)}`;
  return joinMrkdwn([words, renderPassageLink(contest.passage, frame)], '  ');
}
