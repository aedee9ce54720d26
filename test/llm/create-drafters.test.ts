import { resolve } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerDraftSchema, draftSchema } from '../../src/core/draft.ts';
import { createModelDrafters } from '../../src/llm/create-drafters.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { answerBy } from './canned-fetch.ts';
import { goodDraft, harbour, makeArticle } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const log = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.unknown(),
});

describe('createModelDrafters', () => {
  let mock: LLMock;
  beforeEach(async () => {
    mock = await LLMock.create({ port: 0 });
  });
  afterEach(() => mock.stop());

  const makeDrafters = () =>
    createModelDrafters({ apiKey: 'test', baseUrl: `${mock.url}/v1`, model: 'scripted', prompts, log });

  const lastRequest = () => {
    const body = requestSchema.parse(mock.getLastRequest()?.body);
    return { body, system: body.messages[0]?.content ?? '', user: body.messages[1]?.content ?? '' };
  };

  it("gives the model's draft, with who drafted it and what it cost", async () => {
    mock.onMessage(/harbour/, {
      content: JSON.stringify(goodDraft),
      usage: { prompt_tokens: 1200, completion_tokens: 300, total_tokens: 1500 },
    });
    const draft = await makeDrafters().draftBrief(harbour, signal);
    expect(draft).toEqual({
      ...goodDraft,
      drafter: {
        kind: 'model',
        model: 'scripted',
        promptVersion: prompts.brief.version,
        fellBack: null,
        usage: { inputTokens: 1200, outputTokens: 300, calls: 1 },
      },
    });
    expect(draftSchema.safeParse(draft).success).toBe(true);
  });

  it('counts what it cost in millionths of a dollar where prices are set, failures too', async () => {
    const { fetch } = answerBy((_, number) => (number === 1 ? goodDraft : 'no draft at all'));
    const price = { input: 2.5, output: 10 };
    const drafters = createModelDrafters({ apiKey: 'k', model: 'scripted', prompts, log, price, fetch, maxRetries: 0 });
    const draft = await drafters.draftBrief(harbour, signal);
    expect(draft.drafter.usage).toEqual({ inputTokens: 10, outputTokens: 1, calls: 1, costMicros: 35 });
    await expect(drafters.draftBrief(harbour, signal)).rejects.toMatchObject({ usage: { calls: 2, costMicros: 70 } });
  });

  it.each([-5, 0, 1.5, 1e12, '7', null])(
    'a server that counts %j tokens is not believed: they are reckoned',
    async (tokens) => {
      const odd: typeof fetch = async () =>
        Response.json({
          choices: [{ finish_reason: 'stop', message: { content: JSON.stringify(goodDraft) } }],
          usage: { prompt_tokens: tokens, completion_tokens: 1 },
        });
      const price = { input: 2.5, output: 10 };
      const drafters = createModelDrafters({ apiKey: 'k', model: 'scripted', prompts, log, price, fetch: odd });
      const draft = await drafters.draftBrief(harbour, signal);
      // The instructions alone are some 10,000 characters.
      expect(draft.drafter.usage?.inputTokens).toBeGreaterThan(2_000);
      expect(draft.drafter.usage?.inputTokens).toBeLessThan(8_000);
      expect(draft.drafter.usage?.costMicros).toBe(Math.ceil((draft.drafter.usage?.inputTokens ?? 0) * 2.5 + 10));
    },
  );

  it('asks for a strict schema in the subset that servers take', async () => {
    mock.onMessage(/./, { content: JSON.stringify(goodDraft) });
    await makeDrafters().draftBrief(harbour, signal);
    const format = JSON.stringify(lastRequest().body.response_format);
    expect(format).toContain('"type":"json_schema"');
    expect(format).toContain('"strict":true');
    expect(format).not.toMatch(/"(?:minimum|maximum|minLength|maxLength|pattern|format|minItems|maxItems|default)":/);
  });

  it('sends the article fenced in a message of its own, with instructions that name the fence', async () => {
    mock.onMessage(/./, { content: JSON.stringify(goodDraft) });
    const drafters = makeDrafters();
    await drafters.draftBrief(harbour, signal);
    const { system, user } = lastRequest();
    const fence = /^ARTICLE (\S+)\n/.exec(user)?.[1] ?? 'none';
    expect(user.endsWith(`\nEND OF ARTICLE ${fence}`)).toBe(true);
    expect(system).toContain(`Mark of the lines around the article: ${fence}\n`);
    expect(system).toContain('Language to write in: English');
    expect(system).not.toContain('Elmsund');
    await drafters.draftBrief(harbour, signal);
    expect(lastRequest().user).not.toContain(fence);
  });

  it('begins with the same instructions for every article, so that a server may keep them', async () => {
    mock.onMessage(/./, { content: JSON.stringify(goodDraft) });
    const drafters = makeDrafters();
    await drafters.draftBrief(harbour, signal);
    const first = lastRequest().system;
    await drafters.draftBrief(makeArticle(['Der Hafen schließt.'], { language: 'de' }), signal);
    const second = lastRequest().system;
    const shared = [...first].findIndex((char, index) => char !== second[index]);
    expect(shared / first.length).toBeGreaterThan(0.95);
  });

  it('writes in the language of the article', async () => {
    mock.onMessage(/./, { content: JSON.stringify(goodDraft) });
    await makeDrafters().draftBrief(makeArticle(['Der Hafen schließt.'], { language: 'de' }), signal);
    expect(lastRequest().system).toContain('Language to write in: German');
  });

  it('fills an article that holds a placeholder with nothing', async () => {
    mock.onMessage(/./, { content: JSON.stringify(goodDraft) });
    await makeDrafters().draftBrief(makeArticle(['He wrote {{fence}} and {{language}}.']), signal);
    expect(lastRequest().user).toContain('S1|He wrote {{fence}} and {{language}}.');
  });

  it('answers a question with the earlier talk beside it', async () => {
    const answer = {
      notInArticle: false,
      statements: [{ text: 'For six weeks.', sentences: [1], quote: 'for six weeks from 1 May' }],
      closest: [],
    };
    mock.onMessage(/./, { content: JSON.stringify(answer) });
    const question = { text: 'And for how long?', earlier: [{ question: 'When?', answer: 'From 1 May.' }] };
    const draft = await makeDrafters().draftAnswer(question, harbour, signal);
    expect(draft).toMatchObject({ ...answer, drafter: { kind: 'model', promptVersion: prompts.answer.version } });
    expect(answerDraftSchema.safeParse(draft).success).toBe(true);
    const { user } = lastRequest();
    expect(user).toMatch(/EARLIER TALK \S+\nQ\|When\?\nA\|From 1 May\.\nEND OF/);
    expect(user).toMatch(/QUESTION \S+\nAnd for how long\?\nEND OF QUESTION \S+$/);
  });

  it('takes an answer that contradicts itself as not in the article', async () => {
    mock.onMessage(/./, {
      content: JSON.stringify({
        notInArticle: true,
        statements: [{ text: 'Perhaps.', sentences: [1], quote: null }],
        closest: [2],
      }),
    });
    const draft = await makeDrafters().draftAnswer({ text: 'Who pays?', earlier: [] }, harbour, signal);
    expect(draft).toMatchObject({ notInArticle: true, statements: [], closest: [2] });
  });

  it('takes an answer without statements as not in the article', async () => {
    mock.onMessage(/./, { content: JSON.stringify({ notInArticle: false, statements: [], closest: [3] }) });
    const draft = await makeDrafters().draftAnswer({ text: 'Who pays?', earlier: [] }, harbour, signal);
    expect(draft).toMatchObject({ notInArticle: true, closest: [3] });
  });

  it('repairs a broken answer once, saying what was wrong but not repeating it', async () => {
    mock.on(
      { predicate: (request) => request.messages.length === 2 },
      { content: JSON.stringify({ ...goodDraft, claims: [{ text: 7, quote: 'secret words' }] }) },
    );
    mock.on({ predicate: (request) => request.messages.length === 4 }, { content: JSON.stringify(goodDraft) });
    const draft = await makeDrafters().draftBrief(harbour, signal);
    expect(draft.claims).toEqual(goodDraft.claims);
    expect(draft.drafter.usage?.calls).toBe(2);
    const { body, system } = lastRequest();
    const repair = body.messages[3]?.content;
    expect(repair).toContain('claims.0.text: expected string');
    expect(repair).not.toContain('secret words');
    expect(system).toContain('"claims"');
  });

  it('keeps the entries that are right where the repaired answer is wrong in part', async () => {
    const claims = [
      ...goodDraft.claims,
      { text: 'No source', sentences: [1], quote: null, source: { kind: 'rumour' } },
    ];
    mock.onMessage(/./, { content: JSON.stringify({ ...goodDraft, claims }) });
    const draft = await makeDrafters().draftBrief(harbour, signal);
    expect(draft.claims).toEqual(goodDraft.claims);
  });

  it('is a bad answer where the repair does not help', async () => {
    mock.onMessage(/./, { content: 'I would rather talk about boats.' });
    await expect(makeDrafters().draftBrief(harbour, signal)).rejects.toMatchObject({ code: 'bad-answer' });
    expect(mock.getRequests()).toHaveLength(2);
  });

  it('is rate-limited with the pause that the server asks for', async () => {
    mock.onMessage(/./, { error: { message: 'slow down', type: 'rate_limit_error' }, status: 429, retryAfter: 40 });
    await expect(makeDrafters().draftBrief(harbour, signal)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 40_000,
    });
    expect(mock.getRequests()).toHaveLength(1);
  });
});
