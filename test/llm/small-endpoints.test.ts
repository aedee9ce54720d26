import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { BriefCap } from '../../src/core/budgets.ts';
import { DraftError } from '../../src/core/errors.ts';
import { createModelDrafters } from '../../src/llm/create-drafters.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { fail, say, send, startModelServer } from './model-server.ts';
import { goodDraft, harbour } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const good = JSON.stringify(goodDraft);
const usual: BriefCap = { tokens: 100_000, micros: 500_000 };
const noPause = { 'retry-after-ms': '1' };

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

type Answers = Parameters<typeof startModelServer>[0];
const boundSchema = z.object({ max_tokens: z.number().optional() });

async function setUp(answers: Answers, cap: BriefCap | undefined = usual) {
  const server = await startModelServer(answers);
  stops.push(server.stop);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const drafters = createModelDrafters({ apiKey: 'k', baseUrl: server.baseUrl, model: 'm', prompts, log });
  const draft = () => drafters.draftBrief(harbour, new AbortController().signal, { cap });
  const bounds = () => server.received.map(({ body }) => boundSchema.parse(body).max_tokens);
  return { ...server, draft, bounds };
}

/** A server that takes a request where its bound is small enough, and otherwise says so in its own words. */
function boundedBy(most: number, refuse: (bound: number) => Answers[number]): Answers {
  return [
    (response, received, request) => {
      const bound = boundSchema.parse(received.body).max_tokens ?? 65_536;
      const answer = bound > most ? refuse(bound) : say(good);
      answer(response, received, request);
    },
  ];
}

describe('the bound on an answer', () => {
  it('is what a draft can need, however much may be spent', async () => {
    const { draft, bounds } = await setUp([say(good)]);
    await draft();
    expect(bounds()).toEqual([12_000]);
  });

  it('is what is left to spend, where that is less', async () => {
    const { draft, bounds } = await setUp([say(good)], { tokens: 10_000, micros: null });
    await draft();
    expect(bounds()[0]).toBeLessThan(8_000);
  });

  it.each<[string, number, (bound: number) => Answers[number]]>([
    [
      'a context that has no room for it',
      4_700,
      (bound) =>
        fail(400, {
          code: 'context_length_exceeded',
          message: `This model's maximum context length is 8192 tokens. However, you requested ${bound + 3492} tokens (3492 in the messages, ${bound} in the completion).`,
        }),
    ],
    [
      'a context that has no room for it, without a number',
      3_000,
      () => fail(400, { message: 'Requested tokens exceed context window of 8192' }),
    ],
    [
      'too little credit for it',
      6_000,
      (bound) =>
        fail(402, {
          code: 402,
          message: `This request requires more credits, or fewer max_tokens. You requested up to ${bound} tokens, but can only afford 6000.`,
        }),
    ],
    [
      'a rate limit below it',
      7_000,
      (bound) =>
        fail(429, {
          code: 'rate_limit_exceeded',
          message: `Request too large for m on tokens per min (TPM): Limit 10300, Requested ${bound + 3300}. The input or output tokens must be reduced.`,
        }),
    ],
    [
      'a rate limit below it, with another status',
      2_700,
      (bound) =>
        fail(413, {
          code: 'rate_limit_exceeded',
          message: `Request too large for model m on tokens per minute (TPM): Limit 6000, Requested ${bound + 3300}, please reduce your message size and try again.`,
        }),
    ],
    [
      'a model that writes less',
      8_192,
      (bound) =>
        fail(400, {
          message: `max_tokens is too large: ${bound}. This model supports at most 8192 completion tokens, whereas you provided ${bound}.`,
        }),
    ],
  ])('is smaller for %s, after one refused request', async (_, most, refuse) => {
    const { draft, bounds } = await setUp(boundedBy(most, refuse));
    expect((await draft()).claims).toEqual(goodDraft.claims);
    expect(bounds()).toHaveLength(2);
    expect(bounds()[0]).toBe(12_000);
    expect(bounds()[1]).toBeLessThanOrEqual(most);
    expect(bounds()[1]).toBeGreaterThanOrEqual(2_500);
  });

  it('is not tried again where hardly any credit is left', async () => {
    const message = 'This request requires more credits, or fewer max_tokens. You can only afford 90.';
    const { draft, received } = await setUp([fail(402, { code: 402, message })]);
    await expect(draft()).rejects.toMatchObject({ code: 'no-credit' });
    expect(received).toHaveLength(1);
  });

  it('is wider for a model that thinks, and stays so', async () => {
    const cut = say('', { finish_reason: 'length' });
    const { draft, bounds } = await setUp([cut, say(good)]);
    expect((await draft()).drafter.usage).toMatchObject({ calls: 2, inputTokens: 200, outputTokens: 20 });
    await draft();
    expect(bounds()).toEqual([12_000, 48_000, 48_000]);
  });

  it('is not widened for a model that writes without end', async () => {
    const endless = `${good.slice(0, -2)}${', {"text": "The piers are old."}'.repeat(3_000)}`;
    const { draft, received } = await setUp([say(endless, { finish_reason: 'length' })]);
    await expect(draft()).rejects.toMatchObject({ code: 'bad-answer' });
    expect(received).toHaveLength(1);
  });
});

describe('a response format that the server does not take', () => {
  const refusals: [string, Answers[number]][] = [
    ['with 404', fail(404, { message: 'No endpoints found that can handle the requested parameters.' })],
    ['with 200', send(200, '{"error":{"code":400,"message":"response_format not supported"}}', noPause)],
    ['with 500', fail(500, { message: 'JSON schema conversion failed: unresolved reference' })],
    [
      'with 500, of a model without grammar',
      fail(500, { message: 'failed to load model vocabulary required for format' }),
    ],
    ['with 501', fail(501, { message: 'not implemented' })],
  ];
  it.each(refusals)('%s is followed by the next form at once', async (_, refusal) => {
    const { draft, received } = await setUp([
      (response, one, request) => {
        const answer = one.body.response_format?.type === 'json_schema' ? refusal : say(good);
        answer(response, one, request);
      },
    ]);
    expect((await draft()).claims).toEqual(goodDraft.claims);
    expect(received.map(({ body }) => body.response_format?.type)).toEqual(['json_schema', 'json_object']);
  });
});

describe('what no second request mends', () => {
  it.each<[string, Answers[number], DraftError['code']]>([
    ['an account that is used up', fail(429, { code: 'insufficient_quota' }), 'no-credit'],
    ['no credit', fail(402, { message: 'Insufficient credits' }), 'no-credit'],
    ['a redirect', send(302, '', { location: '/else', ...noPause }), 'unknown-model'],
    ['an unknown model', fail(404, { message: 'model "x" not found, try pulling it first' }), 'unknown-model'],
    ['a country', fail(403, { code: 'unsupported_country_region_territory' }), 'not-served'],
  ])('%s is asked once', async (_, answer, code) => {
    const { draft, received } = await setUp([answer]);
    const error: unknown = await draft().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DraftError);
    expect(error).toMatchObject({ code });
    expect(received).toHaveLength(1);
  });

  it('tells the log the status that the server gave', async () => {
    const { draft } = await setUp([fail(404, { code: 'model_not_found' })]);
    const error: unknown = await draft().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ cause: { code: 'unknown-model', status: 404 } });
  });

  it('a rate limit that asks for a moment is asked twice, not three times', async () => {
    const { draft, received } = await setUp([fail(429, { code: 'rate_limit_exceeded' })]);
    await expect(draft()).rejects.toMatchObject({ code: 'rate-limited' });
    expect(received).toHaveLength(2);
  });

  it.each([
    'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
    'the request exceeds the available context size, try increasing it',
  ])('a context that is too small is not tried in other forms: %s', async (message) => {
    const { draft, bounds, received } = await setUp([fail(400, { message })]);
    await expect(draft()).rejects.toMatchObject({ code: 'over-context' });
    expect(bounds()).toEqual([12_000, 2_500]);
    expect(new Set(received.map(({ body }) => body.response_format?.type))).toEqual(new Set(['json_schema']));
  });
});

describe('an answer that stands elsewhere than it should', () => {
  const completion = JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: good } }] });
  const event = (choice: object) => `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`;
  const half = Math.floor(good.length / 2);
  const events = [
    event({ delta: { role: 'assistant', content: good.slice(0, half) }, finish_reason: null }),
    ': a comment\n\n',
    event({ delta: { content: good.slice(half) }, finish_reason: null }),
    event({ delta: {}, finish_reason: 'stop' }),
  ];
  const call = { id: 'a', type: 'function', function: { name: 'draft', arguments: good } };
  it.each<[string, Answers[number]]>([
    ['JSON that is called text', send(200, completion, { 'content-type': 'text/plain' })],
    [
      'JSON that is called nothing',
      (response) => {
        response.writeHead(200);
        response.end(completion);
      },
    ],
    [
      'events that nobody asked for',
      send(200, `${events.join('')}data: [DONE]\n\n`, { 'content-type': 'text/event-stream' }),
    ],
    ['a tool call', say(null, { finish_reason: 'tool_calls' }, { tool_calls: [call] })],
    ['the thinking', say('', {}, { reasoning_content: good })],
  ])('%s is read, and paid for once', async (_, answer) => {
    const { draft, received } = await setUp([answer]);
    expect((await draft()).claims).toEqual(goodDraft.claims);
    expect(received).toHaveLength(1);
  });

  it('events that end in the middle are no answer', async () => {
    const { draft } = await setUp([send(200, events.slice(0, 3).join(''), { 'content-type': 'text/event-stream' })]);
    await expect(draft()).rejects.toMatchObject({ code: 'bad-answer' });
  });
});
