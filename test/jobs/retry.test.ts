import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiveUp, RetryLater, SlackError } from '../../src/core/errors.ts';
import { failureCode, judgeFailure, pauseAfter, thrownAt } from '../../src/jobs/retry.ts';

const noSpread = () => 0;

describe('judging a failed try', () => {
  it('pauses grow from one second, double, and stop at a hundred', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempts) => pauseAfter(attempts, noSpread));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 100_000, 100_000]);
  });

  it('a pause is never more than its longest and never less than half of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, r) => {
          const longest = pauseAfter(n, noSpread);
          const ms = pauseAfter(n, () => r);
          expect(ms).toBeLessThanOrEqual(longest);
          expect(ms).toBeGreaterThanOrEqual(longest / 2);
        },
      ),
    );
  });

  it('whoever asks for a time gets it', () => {
    expect(judgeFailure(new RetryLater('rate-limited', 1500), 1, 8, noSpread)).toEqual({
      kind: 'later',
      afterMs: 1500,
      code: 'rate-limited',
    });
    expect(judgeFailure(new RetryLater('x', -5), 1, 8, noSpread)).toMatchObject({ afterMs: 0 });
  });

  it('whoever asks for a short time again and again is given more, so that a minute of it does not end the job', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => {
      const verdict = judgeFailure(new RetryLater('rate-limited', 1000), attempts, 8, () => 0.999);
      return verdict.kind === 'later' ? verdict.afterMs : 0;
    });
    expect(pauses.slice(0, 2)).toEqual([1000, 1000]);
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(60_000);
  });

  it('giving up is at once, anything else after the last try', () => {
    expect(judgeFailure(new GiveUp('gone'), 1, 8, noSpread)).toEqual({ kind: 'give-up', code: 'gone' });
    expect(judgeFailure(new SlackError('unavailable'), 7, 8, noSpread).kind).toBe('later');
    expect(judgeFailure(new SlackError('unavailable'), 8, 8, noSpread)).toEqual({
      kind: 'give-up',
      code: 'unavailable',
    });
    expect(judgeFailure(new RetryLater('later', 1), 8, 8, noSpread)).toEqual({ kind: 'give-up', code: 'later' });
  });

  it('a code never holds a message', () => {
    expect(failureCode(new TypeError('secret text'))).toBe('TypeError');
    expect(failureCode(Object.assign(new Error('m'), { code: 'ECONNRESET' }))).toBe('ECONNRESET');
    expect(failureCode(Object.assign(new Error('m'), { code: 'some secret text' }))).toBe('Error');
    expect(failureCode('secret text')).toBe('not-an-error');
  });

  it('where an error was thrown is told without its message, whatever that looks like', () => {
    const told = thrownAt(new Error('secret\n    at secret (secret.ts:1:1)\n    at secret2'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.join('\n')).not.toContain('secret');
    expect(told[0]).toContain('retry.test.ts');
  });
});
