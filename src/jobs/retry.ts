import { GiveUp, RetryLater, SlackError } from '../core/errors.ts';

/** What happens to a job whose try failed. `isUncounted`: this try is not one of the few that it has. */
export type Verdict =
  | { kind: 'later'; afterMs: number; code: string; isUncounted?: boolean }
  | { kind: 'give-up'; code: string };

const firstPauseMs = 1000;
const longestPauseMs = 100_000;
// A server may ask for any time; a day is longer than any answer is worth waiting for.
const longestAskedMs = 24 * 60 * 60 * 1000;
// A server that asks for a second again and again would use up all tries within a few.
const mostShortPauses = 2;

/**
 * Judges what a try threw: a GiveUp ends the job, a RetryLater names its pause (at least, after two of them), anything else is tried again with growing
 * pauses until `maxAttempts` tries were made.
 *
 * @param attempts  tries so far, this one included
 * @param random  in [0, 1); spreads the pauses, so that jobs that failed together do not come back together
 */
export function judgeFailure(error: unknown, attempts: number, maxAttempts: number, random: () => number): Verdict {
  const code = failureCode(error);
  if (error instanceof GiveUp || attempts >= maxAttempts) return { kind: 'give-up', code };
  const pauseMs = pauseAfter(attempts, random);
  if (!(error instanceof RetryLater)) return { kind: 'later', afterMs: pauseMs, code };
  const askedMs = Math.min(Math.max(error.afterMs, 0), longestAskedMs);
  return { kind: 'later', afterMs: attempts > mostShortPauses ? Math.max(askedMs, pauseMs) : askedMs, code };
}

/** Whether it was Slack that did not take what the job has to say: no fault of the job, which can be done once Slack is back. */
export function isSlackAway(error: unknown): error is RetryLater {
  return error instanceof RetryLater && error.cause instanceof SlackError;
}

/**
 * The pause of a job that Slack's absence holds up: what Slack asked for, else half the time that it has been away, from 1 s to 100 s,
 * of which up to half is left off at random.
 */
export function pauseWhileAway({ afterMs, code }: RetryLater, awayMs: number, random: () => number) {
  const askedMs = Math.min(Math.max(afterMs, 0), longestAskedMs);
  const pauseMs = Math.min(Math.max(awayMs / 2, firstPauseMs), longestPauseMs);
  return { afterMs: Math.max(askedMs, Math.round(pauseMs * (1 - random() / 2))), code };
}

/** Milliseconds before the next try: 1 s, doubled with every try, at most 100 s, of which up to half is left off at random. */
export function pauseAfter(attempts: number, random: () => number): number {
  const longest = Math.min(firstPauseMs * 2 ** Math.max(attempts - 1, 0), longestPauseMs);
  return Math.round(longest * (1 - random() / 2));
}

/** An error's code, or its class where it has none; never its message, which may hold article text. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'not-an-error';
  if ('code' in error && typeof error.code === 'string' && /^[\w-]{1,60}$/.test(error.code)) return error.code;
  return /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
}

/** Where an error was thrown: the first lines of its stack, without its message. */
export function thrownAt(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const head = error.stack.indexOf(error.message) + error.message.length;
  return error.stack
    .slice(head)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
}
