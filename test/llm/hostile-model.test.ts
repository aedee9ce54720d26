import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { draftSchema } from '../../src/core/draft.ts';
import { DraftError } from '../../src/core/errors.ts';
import { createModelDrafters, type ModelDrafterOptions } from '../../src/llm/create-drafters.ts';
import { loadPrompts } from '../../src/prompts.ts';
import { fail, say, send, startModelServer } from './model-server.ts';
import { goodDraft, harbour } from './sample-article.ts';

const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));
const apiKey = 'sk-test-7Hq2zzz';
const good = JSON.stringify(goodDraft);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function setUp(answers: Parameters<typeof startModelServer>[0], options: Partial<ModelDrafterOptions> = {}) {
  const server = await startModelServer(answers);
  stops.push(server.stop);
  const logged: string[] = [];
  const line = (fields: object, event: string) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const log = { debug: line, info: line, warn: line, error: line };
  const drafters = createModelDrafters({
    apiKey,
    baseUrl: server.baseUrl,
    model: 'scripted',
    prompts,
    log,
    ...options,
  });
  const draft = (signal = new AbortController().signal) => drafters.draftBrief(harbour, signal);
  return { ...server, draft, drafters, logged };
}

describe('the response ladder', () => {
  const refuse = (types: (string | undefined)[], status = 400) => {
    const answer: Parameters<typeof startModelServer>[0][number] = (response, received, request) => {
      const type = received.body.response_format?.type;
      const step = types.includes(type) ? fail(status, { message: 'response_format not supported' }) : say(good);
      step(response, received, request);
    };
    return [answer];
  };
  const types = (received: { body: { response_format?: { type: string } } }[]) =>
    received.map(({ body }) => body.response_format?.type ?? 'none');

  it('goes down to where the server takes the request and stays there', async () => {
    const { draft, received } = await setUp(refuse(['json_schema']));
    expect((await draft()).claims).toEqual(goodDraft.claims);
    await draft();
    expect(types(received)).toEqual(['json_schema', 'json_object', 'json_object']);
    expect(received[1]?.body.messages[0]?.content).toContain('"claims"');
  });

  it('ends with plain text', async () => {
    const { draft, received } = await setUp(refuse(['json_schema', 'json_object'], 422));
    expect((await draft()).claims).toEqual(goodDraft.claims);
    await draft();
    expect(types(received)).toEqual(['json_schema', 'json_object', 'none', 'none']);
  });

  it('ends with one message for a model that knows no system message', async () => {
    const { draft, received } = await setUp([
      (response, one, request) => {
        const answer = one.body.messages.some(({ role }) => role === 'system') ? fail(400) : say(good);
        answer(response, one, request);
      },
    ]);
    expect((await draft()).claims).toEqual(goodDraft.claims);
    await draft();
    expect(received).toHaveLength(5);
    expect(received[4]?.body.messages.map(({ role }) => role)).toEqual(['user']);
    expect(received[4]?.body.messages[0]?.content).toMatch(/# Fields[\s\S]*JSON Schema[\s\S]*\nARTICLE =/);
  });

  it('is not remembered where the server takes nothing', async () => {
    const { draft, received } = await setUp(refuse(['json_schema', 'json_object', undefined]));
    await expect(draft()).rejects.toMatchObject({ code: 'request-refused' });
    await expect(draft()).rejects.toMatchObject({ code: 'request-refused' });
    const once = ['json_schema', 'json_object', 'none', 'none'];
    expect(types(received)).toEqual([...once, ...once]);
  });

  it('is not gone down again by a server that took a form before', async () => {
    const { draft, received } = await setUp([say(good), fail(400)]);
    await draft();
    await expect(draft()).rejects.toMatchObject({ code: 'request-refused' });
    expect(types(received)).toEqual(['json_schema', 'json_schema']);
  });

  it('is not gone down where the article is what the server refuses', async () => {
    const { draft, received } = await setUp([fail(400, { code: 'content_filter' })]);
    await expect(draft()).rejects.toMatchObject({ code: 'model-refused' });
    expect(received).toHaveLength(1);
  });

  it('puts the schema in the prompt of a server that takes a format without keeping to it', async () => {
    const { draft, received } = await setUp([say('Sure! The harbour closes.'), say(good)]);
    await draft();
    await draft();
    expect(received.map(({ body }) => body.messages[0]?.content.includes('JSON Schema'))).toEqual([false, true, true]);
    expect(types(received)).toEqual(['json_schema', 'json_schema', 'json_schema']);
  });
});

describe('sloppy answers that mean one thing', () => {
  const claim = goodDraft.claims[1];
  it.each<[string, unknown]>([
    ['thinking before it', `<think>The piers {are} old.</think>\n\n${good}`],
    ['a code fence', `Here you go:\n\`\`\`json\n${good}\n\`\`\``],
    ['sentence ids as strings', good.replaceAll('"sentences":[3]', '"sentences":["S3"]')],
    ['a single id', good.replaceAll('"sentences":[3]', '"sentences":3')],
    [
      'extra fields',
      JSON.stringify({
        thoughts: 'x',
        ...goodDraft,
        claims: goodDraft.claims.map((one) => ({ ...one, confidence: 0.9 })),
      }),
    ],
    [
      'kinds in other letters',
      good.replaceAll('"named-person"', '"Named person"').replaceAll('"named-organisation"', '"NAMED_ORGANIZATION"'),
    ],
    ['another word for a kind', good.replace('"kind":"person"', '"kind":"Individual"')],
    ['absent nulls', good.replaceAll('"title":null,', '').replaceAll('"via":null', '"via":""')],
    ['a wrapper', JSON.stringify({ draft: goodDraft })],
    ['a duplicated key', good.replace('"claims":', '"claims":[],"claims":')],
    ['a trailing comma', `${good.slice(0, -1)},}`],
    [
      'content in parts',
      [
        { type: 'thinking', thinking: [] },
        { type: 'text', text: good },
      ],
    ],
  ])('%s', async (_, content) => {
    const { draft, received } = await setUp([say(content)]);
    const { summary, actors, claims } = await draft();
    expect({ summary, actors, claims }).toEqual(goodDraft);
    expect(received).toHaveLength(1);
  });

  it('ranges of ids', async () => {
    const { draft } = await setUp([
      say(JSON.stringify({ ...goodDraft, claims: [{ ...claim, sentences: ['S1-S3', '4, 2'] }] })),
    ]);
    expect((await draft()).claims[0]?.sentences).toEqual([1, 2, 3, 4, 2]);
  });
});

describe('an answer that is wrong in part', () => {
  const wrongClaim = { ...goodDraft.claims[0], source: { kind: 'rumour' } };
  const half = JSON.stringify({ ...goodDraft, claims: [goodDraft.claims[0], wrongClaim] });

  it('gives what is right of it where the repair fails', async () => {
    for (const repair of [fail(500), say('No.'), say('{"claims":[]}')]) {
      const { draft } = await setUp([say(half), repair], { maxRetries: 0 });
      expect((await draft()).claims).toEqual([goodDraft.claims[0]]);
    }
  });

  it('is a bad answer where nothing of what was asked for is right, with what was spent', async () => {
    const { draft } = await setUp([say(JSON.stringify({ ...goodDraft, claims: [wrongClaim] }))]);
    await expect(draft()).rejects.toMatchObject({
      code: 'bad-answer',
      usage: { inputTokens: 200, outputTokens: 20, calls: 2 },
    });
  });

  it('to a question never becomes "the article does not say"', async () => {
    const answer = { notInArticle: false, statements: [{ text: 5, sentences: [1], quote: null }], closest: [] };
    const { drafters } = await setUp([say(JSON.stringify(answer))]);
    const drafted = drafters.draftAnswer({ text: 'How long?', earlier: [] }, harbour, new AbortController().signal);
    await expect(drafted).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('with a list missing is repaired, then read without the list', async () => {
    const { draft, received } = await setUp([say(JSON.stringify({ claims: goodDraft.claims }))]);
    expect(await draft()).toMatchObject({ summary: [], actors: [], claims: goodDraft.claims });
    expect(received[1]?.body.messages.at(-1)?.content).toContain('- summary: expected array');
  });
});

describe('what is counted', () => {
  it('a failure says what it cost', async () => {
    const { draft } = await setUp([say(good, { finish_reason: 'length' })]);
    await expect(draft()).rejects.toMatchObject({ usage: { inputTokens: 100, outputTokens: 10, calls: 1 } });
  });

  it('a server that reads less than was sent is told to the operator', async () => {
    const cut = await setUp([say(good)]);
    await cut.draft();
    expect(cut.logged.join('\n')).toMatch(/prompt cut by the server/);
    const whole = await setUp([
      send(
        200,
        JSON.stringify({
          choices: [{ message: { content: good } }],
          usage: { prompt_tokens: 2500, completion_tokens: 9 },
        }),
      ),
    ]);
    await whole.draft();
    expect(whole.logged.join('\n')).not.toMatch(/prompt cut by the server/);
  });
});

describe('failures of the server', () => {
  it.each<[string, Parameters<typeof startModelServer>[0], DraftError['code']]>([
    ['a wrong key', [fail(401, { code: 'invalid_api_key', message: `Incorrect API key: ${apiKey}` })], 'bad-key'],
    ['a forbidden key', [fail(403)], 'bad-key'],
    ['an empty account', [fail(429, { code: 'insufficient_quota' })], 'no-credit'],
    ['an account without credit', [fail(402)], 'no-credit'],
    ['a teapot', [fail(418)], 'request-refused'],
    ['a model that is not there', [fail(404, { code: 'model_not_found' })], 'unknown-model'],
    ['500 again and again', [fail(500)], 'model-down'],
    [
      'a page instead of an error',
      [send(502, '<html>Bad gateway</html>', { 'content-type': 'text/html', 'retry-after-ms': '1' })],
      'model-down',
    ],
    ['a connection cut at once', [(response) => response.destroy()], 'model-down'],
    [
      'a redirect, which could take key and article elsewhere',
      [send(307, '', { location: '/v1/else' }), say(good)],
      'unknown-model',
    ],
    ['a refusal', [say(null, {}, { refusal: 'I cannot help with that.' })], 'model-refused'],
    ['a content filter', [say('', { finish_reason: 'content_filter' })], 'model-refused'],
    ['an answer cut at the length', [say(good.slice(0, 80), { finish_reason: 'length' })], 'bad-answer'],
    ['a whole answer at the length', [say(good, { finish_reason: 'length' })], 'bad-answer'],
    ['no content', [say(null)], 'bad-answer'],
    ['no choices', [send(200, '{"choices":[]}')], 'bad-answer'],
    ['another object', [send(200, '{"ok":true}')], 'bad-answer'],
    ['null', [send(200, 'null')], 'bad-answer'],
    ['an empty body', [send(200, '')], 'bad-answer'],
    ['an HTML page', [send(200, '<html>Welcome</html>', { 'content-type': 'text/html' })], 'bad-answer'],
    ['broken JSON', [send(200, '{"choices":[{"mess')], 'bad-answer'],
    ['5 MB of answer', [say('a'.repeat(5_000_000))], 'bad-answer'],
    ['5 MB of nested brackets', [say('{"a":['.repeat(800_000))], 'bad-answer'],
    ['a megabyte of nested brackets', [say('{"a":['.repeat(150_000))], 'bad-answer'],
  ])('%s', async (_, answers, code) => {
    const { draft } = await setUp(answers, { maxRetries: 0 });
    const error: unknown = await draft().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DraftError);
    expect(error).toMatchObject({ code });
  });

  it('a lost connection and an error are tried again', async () => {
    const { draft, received } = await setUp([fail(503), (response) => response.destroy(), say(good)]);
    expect((await draft()).claims).toHaveLength(2);
    expect(received).toHaveLength(3);
  });

  it('a body that is cut is tried again', async () => {
    const { draft } = await setUp([
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"choices":', () => response.destroy());
      },
      say(good),
    ]);
    expect((await draft()).claims).toHaveLength(2);
  });

  it('a body without an end is given up at the bound', async () => {
    let open = true;
    const { draft } = await setUp([
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const flood = () => {
          while (open && response.write(' '.repeat(65_536)));
        };
        response.on('drain', flood);
        response.on('close', () => {
          open = false;
        });
        flood();
      },
    ]);
    await expect(draft()).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('a compressed answer that grows without measure is given up at the bound', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 32));
    const { draft } = await setUp([
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(bomb);
      },
    ]);
    const before = process.memoryUsage().arrayBuffers;
    await expect(draft()).rejects.toMatchObject({ code: 'bad-answer' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it('an answer that drips a byte at a time is a slow model', async () => {
    const { draft } = await setUp(
      [
        (response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          const drip = setInterval(() => response.write(' '), 5);
          response.on('close', () => clearInterval(drip));
        },
      ],
      { timeoutMs: 150 },
    );
    await expect(draft()).rejects.toMatchObject({ code: 'model-slow' });
  });

  it('headers without measure are a model that is down', async () => {
    const { draft } = await setUp([send(200, good, { 'x-long': 'a'.repeat(2_000_000) })], { maxRetries: 0 });
    await expect(draft()).rejects.toMatchObject({ code: 'model-down' });
  });

  it('an answer said to be of another kind is read for what it holds', async () => {
    const whole = JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: good } }] });
    const { draft } = await setUp([send(200, whole, { 'content-type': 'image/png' })], { maxRetries: 0 });
    const outcome = await draft().then(
      ({ claims }) => claims.length,
      (error: unknown) => error,
    );
    expect(outcome instanceof DraftError || outcome === 2).toBe(true);
  });

  it('silence is a slow model', async () => {
    const { draft, received } = await setUp([() => {}], { timeoutMs: 100 });
    await expect(draft()).rejects.toMatchObject({ code: 'model-slow' });
    expect(received).toHaveLength(1);
  });

  it('silence in the middle of the body is a slow model', async () => {
    const { draft } = await setUp(
      [
        (response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write('{"choices":');
        },
      ],
      { timeoutMs: 100 },
    );
    await expect(draft()).rejects.toMatchObject({ code: 'model-slow' });
  });

  it('a rate limit says how long to wait', async () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    for (const [value, least, most] of [
      ['90', 90_000, 90_000],
      [later, 3_500_000, 3_600_000],
    ] as const) {
      const { draft, received } = await setUp([send(429, '{}', { 'retry-after': value })]);
      const error: unknown = await draft().catch((thrown: unknown) => thrown);
      if (!(error instanceof DraftError)) throw new Error('not a DraftError');
      expect(error.code).toBe('rate-limited');
      expect(error.retryAfterMs).toBeGreaterThanOrEqual(least);
      expect(error.retryAfterMs).toBeLessThanOrEqual(most);
      expect(received).toHaveLength(1);
    }
  });

  it.each(['-5', 'soon', '', '1e999'])('a rate limit with Retry-After %j says nothing about waiting', async (value) => {
    const { draft } = await setUp([send(429, '{}', { 'retry-after': value })], { maxRetries: 0 });
    const error: unknown = await draft().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: undefined });
  });

  it('an address where nobody listens is a model that is down', async () => {
    const { draft, stop } = await setUp([say(good)], { maxRetries: 0 });
    await stop();
    stops.length = 0;
    await expect(draft()).rejects.toMatchObject({ code: 'model-down' });
  });
});

describe('an aborted draft', () => {
  it('throws what the signal was aborted with, at any moment', async () => {
    const reason = new Error('the job was stopped');
    const early = AbortSignal.abort(reason);
    const { draft, received } = await setUp([say(good)]);
    await expect(draft(early)).rejects.toBe(reason);
    expect(received).toHaveLength(0);

    const controller = new AbortController();
    const waiting = await setUp([() => controller.abort(reason)]);
    await expect(waiting.draft(controller.signal)).rejects.toBe(reason);

    const between = new AbortController();
    const pausing = await setUp([
      (response, received, request) => {
        send(429, '{}', { 'retry-after': '4' })(response, received, request);
        between.abort(reason);
      },
    ]);
    await expect(pausing.draft(between.signal)).rejects.toBe(reason);
  });
});

describe('secrets', () => {
  it('neither key nor article nor answer is in an error or a log line', async () => {
    const echo = `key ${apiKey} Elmsund`;
    const answers = [
      [fail(401, { message: echo, code: apiKey, type: apiKey, param: echo }, { 'x-request-id': apiKey })],
      [fail(400, { message: echo, code: 'sk_secret' })],
      [fail(429, { message: echo })],
      [fail(500, { message: echo })],
      [send(200, echo)],
      [say(echo)],
      [say(null, {}, { refusal: echo })],
    ];
    const printed = (['debug', 'log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    for (const script of answers) {
      const { draft, logged } = await setUp(script, { maxRetries: 0 });
      const error: unknown = await draft().catch((thrown: unknown) => thrown);
      if (!(error instanceof DraftError)) throw new Error('not a DraftError');
      const all = [
        ...logged,
        error.stack,
        String(error.cause),
        JSON.stringify(error),
        JSON.stringify(error.cause),
      ].join(' ');
      expect(error.cause instanceof Error ? error.cause.cause : undefined).toBeUndefined();
      expect(all).not.toMatch(/sk-test|sk_secret|Elmsund/);
    }
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it('the key goes to the server as a bearer token, and a server without keys gets one all the same', async () => {
    const { draft, received } = await setUp([say(good)]);
    await draft();
    expect(received[0]?.authorization).toBe(`Bearer ${apiKey}`);
    const keyless = await setUp([say(good)], { apiKey: '' });
    expect((await keyless.draft()).claims).toHaveLength(2);
  });
});

describe('any bytes', () => {
  it('end as a draft or as a DraftError', async () => {
    let content: unknown = '';
    let status = 200;
    let raw: string | undefined;
    const { draft } = await setUp(
      [
        (response, received, request) => {
          const answer = raw === undefined ? say(content) : send(status, raw);
          answer(response, received, request);
        },
      ],
      { maxRetries: 0 },
    );
    const outcome = async () => {
      const result: unknown = await draft().catch((thrown: unknown) => thrown);
      if (!(result instanceof DraftError)) expect(draftSchema.safeParse(result).success).toBe(true);
    };
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record({
        text: fc.oneof(fc.string(), fc.jsonValue()),
        sentences: fc.jsonValue(),
        source: fc.jsonValue(),
        quote: fc.jsonValue(),
      }),
    );
    const near = fc.record({
      summary: fc.oneof(fc.array(entry), fc.jsonValue()),
      actors: fc.array(entry),
      claims: fc.array(entry),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, fc.jsonValue(), fc.string()), async (value) => {
        raw = undefined;
        content = typeof value === 'string' ? value : JSON.stringify(value);
        await outcome();
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.string(), fc.json()), async (code, body) => {
        status = code;
        raw = body;
        await outcome();
      }),
      { numRuns: 100 },
    );
  });
});
