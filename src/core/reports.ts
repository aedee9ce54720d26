import type { Brief } from './brief.ts';
import { checkClaimAgain, checkSummaryAgain, type SecondCheck } from './check-again.ts';

/** Somebody said that a claim, or with `claim` null the summary, is wrong; and what a second check of it found. */
export type Report = { claim: number | null; user: string; comment: string | null } & SecondCheck;

/** What people reported as wrong, each with its second check; what the brief does not have is left out. */
export function listReports(
  brief: Brief,
  reported: { claim: number | null; user: string; comment: string | null; verdict: string }[],
): Report[] {
  return reported.flatMap(({ claim, user, comment, verdict }) => {
    if (verdict !== 'wrong') return [];
    const again = claim === null ? checkSummaryAgain(brief) : checkClaimAgain(brief, claim);
    return again ? [{ claim, user, comment, ...again }] : [];
  });
}
