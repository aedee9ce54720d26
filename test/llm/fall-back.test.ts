import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import { createFallbackDrafters } from '../../src/llm/fall-back.ts';
import type { Drafters } from '../../src/ports.ts';
import { harbour } from './sample-article.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();
const spent = { inputTokens: 5, outputTokens: 1, calls: 1 };

/** A drafter that does what its script says next; the last entry for ever. */
function scripted(name: string, calls: string[], script: (Error | 'draft')[]): Drafters {
  let step = 0;
  const act = async () => {
    calls.push(name);
    const next = script[Math.min(step, script.length - 1)];
    step += 1;
    if (next instanceof Error) throw next;
    return { kind: 'model' as const, model: name, promptVersion: 'x', fellBack: null, usage: spent };
  };
  return {
    draftBrief: async (): Promise<Draft> => ({ summary: [], actors: [], claims: [], drafter: await act() }),
    draftAnswer: async () => ({ notInArticle: true, statements: [], closest: [], drafter: await act() }),
  };
}

function setUp(scripts: (Error | 'draft')[][]) {
  const calls: string[] = [];
  let time = 1_000_000;
  const endpoints = scripts.map((script, index) => scripted(`${index + 1}`, calls, script));
  const drafters = createFallbackDrafters(endpoints, log, () => time);
  return { drafters, calls, pass: (ms: number) => (time += ms) };
}

describe('createFallbackDrafters', () => {
  it('asks the next endpoint where the first fails, and counts what both spent', async () => {
    const { drafters, calls } = setUp([[new DraftError('bad-answer', { usage: spent })], ['draft']]);
    const draft = await drafters.draftBrief(harbour, signal);
    expect(draft.drafter).toMatchObject({ model: '2', usage: { inputTokens: 10, outputTokens: 2, calls: 2 } });
    expect(calls).toEqual(['1', '2']);
    expect((await drafters.draftAnswer({ text: 'Who?', earlier: [] }, harbour, signal)).drafter.model).toBe('2');
  });

  it('asks an endpoint that hangs last for a while, then first again', async () => {
    const { drafters, calls, pass } = setUp([[new DraftError('model-slow'), 'draft'], ['draft']]);
    await drafters.draftBrief(harbour, signal);
    await drafters.draftBrief(harbour, signal);
    pass(61_000);
    await drafters.draftBrief(harbour, signal);
    expect(calls).toEqual(['1', '2', '2', '1']);
  });

  it('rests a rate-limited endpoint for as long as it asked', async () => {
    const { drafters, calls, pass } = setUp([
      [new DraftError('rate-limited', { retryAfterMs: 500_000 }), 'draft'],
      ['draft'],
    ]);
    await drafters.draftBrief(harbour, signal);
    pass(400_000);
    await drafters.draftBrief(harbour, signal);
    pass(200_000);
    await drafters.draftBrief(harbour, signal);
    expect(calls).toEqual(['1', '2', '2', '1']);
  });

  it('does not rest an endpoint for an article that it refuses', async () => {
    const { drafters, calls } = setUp([[new DraftError('model-refused'), 'draft'], ['draft']]);
    await drafters.draftBrief(harbour, signal);
    await drafters.draftBrief(harbour, signal);
    expect(calls).toEqual(['1', '2', '1']);
  });

  it('tries all where all rest', async () => {
    const { drafters, calls } = setUp([[new DraftError('model-down'), 'draft'], [new DraftError('model-down')]]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ code: 'model-down' });
    expect((await drafters.draftBrief(harbour, signal)).drafter.model).toBe('1');
    expect(calls).toEqual(['1', '2', '1']);
  });

  it('does not ask a server again before the time it named, and says how long that still is', async () => {
    const limit = new DraftError('rate-limited', { retryAfterMs: 60_000 });
    const { drafters, calls, pass } = setUp([[limit, 'draft']]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    pass(20_000);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 40_000,
    });
    expect(calls).toEqual(['1']);
    pass(40_000);
    expect((await drafters.draftBrief(harbour, signal)).drafter.model).toBe('1');
  });

  it('waits for the endpoint that is free first', async () => {
    const { drafters } = setUp([
      [new DraftError('rate-limited', { retryAfterMs: 90_000 })],
      [new DraftError('rate-limited', { retryAfterMs: 30_000 })],
    ]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ retryAfterMs: 30_000 });
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ retryAfterMs: 30_000 });
  });

  it('fails with the rate limit where one of several failures passes by itself', async () => {
    const { drafters } = setUp([
      [new DraftError('rate-limited', { retryAfterMs: 7_000, usage: spent })],
      [new DraftError('bad-key', { usage: spent })],
    ]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 7_000,
      usage: { calls: 2 },
    });
  });

  it('fails with what was said of the article, not with the second endpoint’s key', async () => {
    const { drafters } = setUp([[new DraftError('model-refused')], [new DraftError('bad-key')]]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ code: 'model-refused' });
    const other = setUp([[new DraftError('bad-key')], [new DraftError('model-refused')]]);
    await expect(other.drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ code: 'model-refused' });
  });

  it('does not believe a server that says "in two seconds" again and again', async () => {
    const { drafters, pass } = setUp([[new DraftError('rate-limited', { retryAfterMs: 2_000, usage: spent })]]);
    const waits: unknown[] = [];
    for (let time = 0; time < 4; time += 1) {
      const error: unknown = await drafters.draftBrief(harbour, signal).catch((thrown: unknown) => thrown);
      waits.push(error instanceof DraftError && error.retryAfterMs);
      pass(400_000);
    }
    expect(waits).toEqual([2_000, 8_000, 16_000, 32_000]);
  });

  it('throws an abort and a mistake of the program as they are', async () => {
    const reason = new Error('stopped');
    const { drafters, calls } = setUp([[reason], ['draft']]);
    await expect(drafters.draftBrief(harbour, signal)).rejects.toBe(reason);
    expect(calls).toEqual(['1']);
  });

  it('uses what a limited endpoint answered before, rather than to pay the next one', async () => {
    const limited = new DraftError('rate-limited', { retryAfterMs: 500_000 });
    const { drafters, calls } = setUp([[limited, 'draft'], ['draft']]);
    const keep = { find: async () => undefined, keep: async () => {} };
    await drafters.draftBrief(harbour, signal, { keep });
    // The script's drafter has its answer.
    const draft = await drafters.draftBrief(harbour, signal, { keep });
    expect(draft.drafter).toMatchObject({ model: '1', usage: spent });
    expect(calls).toEqual(['1', '2', '1']);
  });

  it('asks a limited endpoint for no more than that, and still counts it', async () => {
    const asked: unknown[] = [];
    const paid = (usage?: typeof spent): Drafters => ({
      ...scripted('', [], ['draft']),
      draftBrief: (_article, _signal, options) => {
        asked.push(options?.keptOnly);
        return Promise.reject(new DraftError('rate-limited', { retryAfterMs: 8000, ...(usage && { usage }) }));
      },
    });
    const drafters = createFallbackDrafters([paid(spent), paid()], log, () => 1000);
    const keep = { find: async () => undefined, keep: async () => {} };
    for (const keptOnly of [undefined, 'rate-limited']) {
      const drafting = drafters.draftBrief(harbour, signal, { keep });
      await expect(drafting).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 8000, usage: spent });
      expect(asked.splice(0)).toEqual([keptOnly, keptOnly]);
    }
    const unasked = drafters.draftBrief(harbour, signal, { keep, keptOnly: 'budget' });
    await expect(unasked).rejects.toMatchObject({ usage: spent });
    expect(asked).toEqual(['budget', 'budget']);
  });
});
