import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createModelDrafters } from '../../src/llm/create-drafters.ts';
import type { DraftOptions, KeepAnswer } from '../../src/ports.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { answerBy, type Sent } from './canned-fetch.ts';
import { makeArticle } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();
const article = makeArticle(Array.from({ length: 60 }, (_, n) => `Speaker ${n} said that road ${n} will close.`));

const claim = (id: number) => ({
  text: 'A road will close.',
  source: { name: null, kind: 'article', title: null, via: null },
  sentences: [id],
  quote: null,
});

/** The first part's answer has no shape, so that a repair round is among the calls. */
function answer({ user }: Sent, number: number): unknown {
  if (user.startsWith('FOUND')) return { summary: [], claims: [1], actors: [] };
  if (number === 1) return { wrong: true };
  return { summary: [{ text: 'Roads close.', sentences: [1] }], actors: [], claims: [claim(1)] };
}

/** A process that may die after so many calls have ended: before that call's answer is used, after it is stored. */
function open(
  kept: Map<string, string>,
  {
    apiKey = 'one',
    diesAfter = Number.POSITIVE_INFINITY,
    ...how
  }: { apiKey?: string; diesAfter?: number } & Pick<DraftOptions, 'keptOnly'> = {},
) {
  let ended = 0;
  const { fetch, sent } = answerBy((one, number) => answer(one, kept.size + number));
  const keep: KeepAnswer = {
    find: async (request) => kept.get(request),
    keep: async (request, raw) => {
      kept.set(request, raw);
      ended += 1;
      if (ended >= diesAfter) throw new Error('killed');
    },
  };
  const options = { apiKey, model: 'scripted', prompts, log, fetch, maxRetries: 0, maxArticleChars: 1_500 };
  return { draft: () => createModelDrafters(options).draftBrief(article, signal, { keep, ...how }), sent };
}

describe('answers of a model that are kept', () => {
  it('are not asked for again after a crash, wherever it came, parts, repair and order of a long article included', async () => {
    const whole = open(new Map());
    const draft = await whole.draft();
    expect(whole.sent.length).toBeGreaterThan(4);
    for (let diesAfter = 1; diesAfter <= whole.sent.length; diesAfter += 1) {
      const kept = new Map<string, string>();
      const first = open(kept, { diesAfter });
      await expect(first.draft()).rejects.toThrow('killed');
      const second = open(kept);
      expect(await second.draft()).toEqual(draft);
      expect(first.sent.length + second.sent.length).toBe(whole.sent.length);
    }
  });

  it('are stored before they are read: one that is no answer at all is not paid for again either', async () => {
    const kept = new Map<string, string>();
    const keep: KeepAnswer = {
      find: async (name) => kept.get(name),
      keep: async (name, raw) => void kept.set(name, raw),
    };
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return new Response('{"choices": [', { headers: { 'content-type': 'application/json' } });
    };
    const options = { apiKey: 'one', model: 'scripted', prompts, log, fetch, maxRetries: 0 };
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const drafting = createModelDrafters(options).draftBrief(article, signal, { keep });
      await expect(drafting).rejects.toMatchObject({ code: 'bad-answer' });
      expect([...kept.values()]).toEqual(['{"choices": [']);
    }
    expect(asked).toBe(1);
  });

  it('are all that a draft is made of where nothing may be asked: as far as they go, or none', async () => {
    const kept = new Map<string, string>();
    const whole = await open(kept).draft();
    for (const keptOnly of ['budget', 'rate-limited'] as const) {
      const again = open(kept, { keptOnly });
      expect(await again.draft()).toEqual(whole);
      const none = open(new Map(), { keptOnly });
      await expect(none.draft()).rejects.toMatchObject({ code: keptOnly });
      // An answer to repair and the first part.
      const some = new Map([...kept].slice(0, 2));
      const part = open(some, { keptOnly });
      const usage = { calls: 2, inputTokens: 20, outputTokens: 2 };
      if (keptOnly === 'budget') expect((await part.draft()).drafter).toMatchObject({ usage, read: { of: 60 } });
      // All of it can be read later.
      else await expect(part.draft()).rejects.toMatchObject({ code: keptOnly, usage });
      expect([...again.sent, ...none.sent, ...part.sent]).toEqual([]);
    }
  });

  it('are those of one server, key and model', async () => {
    const kept = new Map<string, string>();
    await open(kept).draft();
    const other = open(kept, { apiKey: 'two' });
    await other.draft();
    expect(other.sent.length).toBeGreaterThan(3);
  });

  it('hold no key, and no word of what was asked', async () => {
    const kept = new Map<string, string>();
    await open(kept, { apiKey: 'canary-5512' }).draft();
    expect([...kept.keys()].filter((name) => !/^[0-9a-f]{24}$/.test(name))).toEqual([]);
    expect(JSON.stringify([...kept.values()])).not.toMatch(/canary|Speaker/);
  });
});
