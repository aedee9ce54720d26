import { describe, expect, it } from 'vitest';
import { createCheckers } from '../../src/checking/check-in-thread.ts';
import { checkDraft } from '../../src/core/check.ts';
import { checkAnswer } from '../../src/core/check-answer.ts';
import { directCheckers } from '../../src/flows/direct-checkers.ts';
import { answerDraft, article, draft, inventedDraft } from '../flows/fakes.ts';

const { signal } = new AbortController();

describe.each([
  ['a thread', createCheckers()],
  ['the caller’s thread', directCheckers],
])('the check in %s', (_, checkers) => {
  it('gives what the check gives', async () => {
    for (const one of [draft, inventedDraft])
      expect(await checkers.checkBrief(one, article, signal)).toEqual(checkDraft(one, article));
    const question = 'For how long?';
    expect(await checkers.checkAnswer({ text: question, earlier: [] }, answerDraft, article, signal)).toEqual(
      checkAnswer(question, answerDraft, article),
    );
  });
});

describe('a check that passes its limits', () => {
  it('is given up, and the next one runs', async () => {
    const text = 'The mayor said that the bridge is safe. '.repeat(20_000);
    await expect(
      createCheckers({ timeoutMs: 1, maxMemoryMb: 500 }).checkBrief(draft, { ...article, text }, signal),
    ).rejects.toMatchObject({ name: 'GiveUp', code: 'check-timed-out' });
  });

  it('ends where the caller stops', async () => {
    const stopped = AbortSignal.abort(new Error('stopping'));
    await expect(createCheckers().checkBrief(draft, article, stopped)).rejects.toThrow('stopping');
  });
});
