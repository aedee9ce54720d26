import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeDrafter } from '../../src/core/wording.ts';
import { createModelDrafters } from '../../src/llm/create-drafters.ts';
import { createFallbackDrafters } from '../../src/llm/fall-back.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { makeArticle } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();
const price = { input: 2, output: 8 };

const requestSchema = z.object({
  messages: z.array(z.object({ content: z.string() })),
  max_tokens: z.number().optional(),
  response_format: z.unknown(),
});

type Behaviour = { wordy?: boolean; counts?: boolean; refusesBoundsOver?: number; broken?: boolean };

/** A server with a tokenizer of four characters a token, whose model writes 900 tokens, or without an end until it is stopped. */
function openServer({ wordy = false, counts = true, refusesBoundsOver = Infinity, broken = false }: Behaviour = {}) {
  const spent = { tokens: 0, micros: 0, requests: 0, bounds: [] as (number | undefined)[] };
  const answer: typeof fetch = async (_, init) => {
    const request = requestSchema.parse(JSON.parse(String(init?.body)));
    spent.bounds.push(request.max_tokens);
    if ((request.max_tokens ?? 0) > refusesBoundsOver) {
      const message = `max_tokens is too large: this model supports at most ${refusesBoundsOver}`;
      return Response.json({ error: { message } }, { status: 400 });
    }
    const input = Math.ceil(JSON.stringify(request).length / 4);
    const output = Math.min(wordy ? 500_000 : 900, request.max_tokens ?? Infinity);
    spent.tokens += input + output;
    spent.micros += input * price.input + output * price.output;
    spent.requests += 1;
    const source = { name: null, kind: 'article', title: null, via: null };
    const claims = [{ text: 'A road will close.', source, sentences: [1], quote: null }];
    const draft = { summary: [{ text: 'Roads.', sentences: [1] }], actors: [], claims };
    const isMerge = request.messages.some(({ content }) => content.startsWith('FOUND'));
    const content = broken ? 'words' : JSON.stringify(isMerge ? { summary: [], actors: [], claims: [1] } : draft);
    return Response.json({
      choices: [{ finish_reason: wordy ? 'length' : 'stop', message: { role: 'assistant', content } }],
      ...(counts && { usage: { prompt_tokens: input, completion_tokens: output } }),
    });
  };
  const drafters = createModelDrafters({
    apiKey: 'k',
    baseUrl: 'http://127.0.0.1:1/v1',
    model: 'm',
    prompts,
    log,
    price,
    fetch: answer,
    maxRetries: 0,
  });
  return { drafters, spent };
}

const ofSentences = (count: number) =>
  makeArticle(
    Array.from({ length: count }, (_, n) => `Speaker ${n} said that road ${n} would close until the spring.`),
  );
const none = { tokens: null, micros: null };

describe('what one brief may cost', () => {
  it.each([
    [20, 30_000],
    [400, 12_000],
    [2_000, 30_000],
    [2_000, 60_000],
    [9_000, 100_000],
  ])('an article of %i sentences never costs more than %i tokens', async (sentences, tokens) => {
    for (const behaviour of [{}, { counts: false }, { wordy: true }, { broken: true }]) {
      const { drafters, spent } = openServer(behaviour);
      const cap = { ...none, tokens };
      await drafters.draftBrief(ofSentences(sentences), signal, { cap }).catch(() => undefined);
      expect(spent.requests).toBeGreaterThan(0);
      expect(spent.tokens).toBeLessThanOrEqual(tokens);
    }
  });

  it('is held in money too, by the prices that are set', async () => {
    const { drafters, spent } = openServer();
    const draft = await drafters.draftBrief(ofSentences(6_000), signal, { cap: { ...none, micros: 90_000 } });
    expect(spent.micros).toBeLessThanOrEqual(90_000);
    expect(draft.drafter.usage?.costMicros).toBe(spent.micros);
    expect(draft.drafter.read?.why).toBe('cap');
  });

  it('leaves out the end of an article that would cost more, and the reply says so', async () => {
    const { drafters } = openServer();
    const draft = await drafters.draftBrief(ofSentences(2_000), signal, { cap: { ...none, tokens: 30_000 } });
    expect(draft.drafter.read).toMatchObject({ of: 2_000, why: 'cap' });
    expect(draft.drafter.read?.sentences).toBeGreaterThan(100);
    expect(describeDrafter(draft.drafter)).toMatch(
      /; read the first \d+ of 2000 sentences, as much as one brief may cost$/,
    );
  });

  it('asks nothing where not even a beginning fits', async () => {
    const { drafters, spent } = openServer();
    const asking = drafters.draftBrief(ofSentences(300), signal, { cap: { ...none, tokens: 3_000 } });
    await expect(asking).rejects.toMatchObject({ code: 'over-cap' });
    expect(spent.requests).toBe(0);
  });

  it('costs a usual article nothing: it is read whole, in one request', async () => {
    const { drafters, spent } = openServer();
    const draft = await drafters.draftBrief(ofSentences(60), signal, { cap: { tokens: 100_000, micros: 500_000 } });
    expect(spent.requests).toBe(1);
    expect(draft.drafter.read).toBeUndefined();
  });

  it('sends the bound that a server names where it refused another, and the next draft begins with it', async () => {
    const { drafters, spent } = openServer({ refusesBoundsOver: 8_000 });
    const cap = { ...none, tokens: 100_000 };
    await drafters.draftBrief(ofSentences(60), signal, { cap });
    await drafters.draftBrief(ofSentences(50), signal, { cap });
    expect(spent.bounds).toEqual([12_000, 8_000, 8_000]);
  });

  it('counts what a first endpoint took before the second is asked', async () => {
    const first = openServer({ broken: true });
    const second = openServer();
    const both = createFallbackDrafters([first.drafters, second.drafters], log);
    await both.draftBrief(ofSentences(400), signal, { cap: { ...none, tokens: 30_000 } }).catch(() => undefined);
    expect(first.spent.requests).toBeGreaterThan(0);
    expect(first.spent.tokens + second.spent.tokens).toBeLessThanOrEqual(30_000);
  });
});
