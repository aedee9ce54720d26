import type { Article, Refusal } from './article.ts';
import type { Answer, AnswerStatement, Brief, Drop } from './brief.ts';
import type { Frame } from './frames/frame.ts';
import { frameOf } from './frames/frame-of.ts';
import { chooseActors } from './whos-who.ts';
import {
  describeArticle,
  describeChecks,
  describeContest,
  describeDrafter,
  describeEvidence,
  describeNarrator,
  describeSource,
  describeTranslation,
  opensQuoted,
} from './wording.ts';

/**
 * A brief as plain text for a terminal. Control characters of the article are dropped, so that it cannot steer the screen.
 *
 * @param now  epoch milliseconds, for the article's age
 */
export function briefToText(brief: Brief, now: number): string {
  const { article } = brief;
  const frame = frameOf(brief.drafter);
  const lines = [article.title ?? 'Untitled', describeArticle(article, now).join(' · ')];
  if (article.url) lines.push(article.url);
  lines.push('', brief.summary.map(({ text }) => text).join(' '));
  const actors = chooseActors(brief, brief.claims);
  if (actors.length > 0) {
    lines.push('', frame.whosWho);
    for (const { name, role, stance } of actors) {
      lines.push(`• ${name}${role ? `, ${role}` : ''}${stance ? `: ${stance}` : ''}`);
    }
  }
  if (brief.claims.length > 0) {
    lines.push('', frame.claims);
    brief.claims.forEach((claim, index) => {
      lines.push(
        `${index + 1}. ${claim.text}`,
        `   ${describeSource(claim.source, article, frame)}`,
        ...showEvidence(claim, article, frame),
        ...(claim.contestedBy ?? []).map(
          (contest) => `   ${flatten(describeContest(contest, frame))} ${showPassage(contest.passage.text)}`,
        ),
      );
    });
  }
  lines.push('', describeChecks(brief).join(' · '));
  return printable(lines.join('\n'));
}

/** An answer as plain text: each statement with its evidence, or that the article does not say. */
export function answerToText(answer: Answer, article: Article): string {
  if (answer.fact) return printable(flatten(answer.fact.text));
  const frame = frameOf(answer.drafter);
  if (answer.statements.length === 0) {
    const closest = answer.closest
      ? ` ${frame.closest} ${describeNarrator(answer.closest, article, frame)}: ${showPassage(answer.closest.text)}`
      : '';
    return printable(`${frame.notSaid}${closest}`);
  }
  const lines = answer.statements.flatMap((statement) => [statement.text, ...showEvidence(statement, article, frame)]);
  return printable([...lines, describeDrafter(answer.drafter)].join('\n'));
}

/** What the checker left out and why, a line each, for whoever asks for it in a terminal. The text is the drafter's. */
export function dropsToText(drops: Drop[]): string {
  if (drops.length === 0) return 'Nothing was left out.';
  return printable(drops.map(({ part, why, text }) => `left out: ${part}, ${why}: ${flatten(text)}`).join('\n'));
}

/** What was taken out of a page and why, a line each, for whoever asks for it in a terminal. */
export function removalsToText(removals: { step: string; why: string; text: string }[]): string {
  const lines = removals.map(({ step, why, text }) => `taken out: ${step}, ${why}: ${flatten(text).slice(0, 120)}`);
  return printable(lines.join('\n'));
}

function showEvidence(statement: AnswerStatement, article: Article, frame: Frame): string[] {
  const { note, words } = describeEvidence(statement, article, frame);
  const parts = [note, words === null ? null : note === null ? `“${flatten(words)}”` : showPassage(words)].filter(
    (part) => part !== null,
  );
  const translation = describeTranslation(statement, frame);
  return [parts.join(' '), translation === null ? '' : flatten(translation)]
    .filter(Boolean)
    .map((line) => `   ${line}`);
}

function showPassage(text: string): string {
  const words = flatten(text);
  return opensQuoted(words) ? words : `“${words}”`;
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Without control characters (but line feeds) and without marks that turn the reading direction. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}

// How the refusals of pages and pastes close: what a person in a chat can do.
const pasteAdvice =
  /([Pp])aste (the (?:whole )?text|(?:the|an) article’s (?:own )?text)(?: here)?(?:, or its link,)?(?: and I will read that)?\.$/;

/** Why nothing was summarised, with what works in a terminal in place of pasting. */
export function refusalToText({ detail }: Refusal): string {
  return detail.replace(
    pasteAdvice,
    (_, p: string, what: string) =>
      `${p === 'P' ? 'Give' : 'give'} me ${what} on standard input: npm run --silent brief -- -`,
  );
}
