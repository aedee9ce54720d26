import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultSchema, readFault, readHiddenStatus } from '../../src/llm/read-fault.ts';

const openAi = (message: string, error: object = {}) => JSON.stringify({ error: { message, ...error } });

describe('what servers say of a request that they did not serve', () => {
  it.each<[string, number, string, Fault]>([
    [
      'OpenAI: prompt and bound over the context',
      400,
      openAi(
        "This model's maximum context length is 32768 tokens. However, you requested 98600 tokens (3300 in the messages, 95300 in the completion).",
        { code: 'context_length_exceeded' },
      ),
      { kind: 'too-long', most: 29_468 },
    ],
    [
      'vLLM: the same',
      400,
      openAi(
        "'max_tokens' or 'max_completion_tokens' is too large: 12000. This model's maximum context length is 8192 tokens and your request has 5000 input tokens (12000 > 8192 - 5000).",
        { type: 'BadRequestError', code: 400 },
      ),
      { kind: 'too-long', most: 3_192 },
    ],
    [
      'OpenRouter: the same',
      400,
      openAi(
        "This endpoint's maximum context length is 16,384 tokens. However, you requested about 20000 tokens (8000 of text input, 12000 in the output).",
        { code: 400 },
      ),
      { kind: 'too-long', most: 8_384 },
    ],
    [
      'Anthropic: the same',
      400,
      openAi('input length and `max_tokens` exceed context limit: 190000 + 12000 > 200000', {
        type: 'invalid_request_error',
      }),
      { kind: 'too-long', most: 10_000 },
    ],
    [
      'OpenAI: more than the model writes',
      400,
      openAi(
        'max_tokens is too large: 95299. This model supports at most 16384 completion tokens, whereas you provided 95299.',
        { param: 'max_tokens' },
      ),
      { kind: 'answer-bound', most: 16_384 },
    ],
    [
      'a bound under another name',
      400,
      openAi("Unsupported parameter: 'max_tokens' is not supported with this model.", {
        code: 'unsupported_parameter',
      }),
      { kind: 'answer-bound' },
    ],
    [
      'OpenRouter: credit for less',
      402,
      openAi(
        'This request requires more credits, or fewer max_tokens. You requested up to 95299 tokens, but can only afford 9000.',
        { code: 402 },
      ),
      { kind: 'no-credit', most: 9_000 },
    ],
    ['OpenRouter: no credit', 402, openAi('Insufficient credits'), { kind: 'no-credit' }],
    [
      'OpenAI: more than a minute allows',
      429,
      openAi(
        'Request too large for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Requested 41000. The input or output tokens must be reduced.',
        { type: 'tokens', code: 'rate_limit_exceeded' },
      ),
      { kind: 'too-long', over: 11_000 },
    ],
    [
      'Groq: the same',
      413,
      openAi(
        'Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 9000, please reduce your message size and try again.',
        { type: 'tokens', code: 'rate_limit_exceeded' },
      ),
      { kind: 'too-long', over: 3_000 },
    ],
    [
      'a minute that is used up',
      429,
      openAi('Rate limit reached on tokens per min (TPM): Limit 30000, Used 28000, Requested 4000. Try again in 4s.', {
        code: 'rate_limit_exceeded',
      }),
      { kind: 'rate-limited' },
    ],
    [
      'an account that is used up',
      429,
      openAi('You exceeded …', { code: 'insufficient_quota' }),
      { kind: 'no-credit' },
    ],
    [
      'Mistral: a prompt that is too long',
      400,
      '{"object":"error","message":"Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length","code":"3051"}',
      { kind: 'too-long' },
    ],
    [
      'LM Studio: the same',
      400,
      '{"error":"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens"}',
      { kind: 'too-long' },
    ],
    [
      'Gemini: the same, in a list',
      400,
      '[{"error":{"code":400,"message":"The input token count (1100000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]',
      { kind: 'too-long' },
    ],
    [
      'Gemini: a wrong key',
      400,
      '[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key."}}]',
      { kind: 'bad-key' },
    ],
    [
      'Gemini: a place that is not served',
      400,
      '[{"error":{"code":400,"message":"User location is not supported for the API use."}}]',
      { kind: 'not-served' },
    ],
    [
      'OpenAI: the same',
      403,
      openAi('Country, region, or territory not supported', { code: 'unsupported_country_region_territory' }),
      { kind: 'not-served' },
    ],
    [
      'OpenRouter: nobody takes the format',
      404,
      openAi('No endpoints found that can handle the requested parameters.', { code: 404 }),
      { kind: 'format' },
    ],
    [
      'llama.cpp: a schema it cannot use',
      500,
      openAi('JSON schema conversion failed: …', { code: 500 }),
      { kind: 'format' },
    ],
    [
      'Ollama: a model without grammar',
      500,
      openAi('failed to load model vocabulary required for format'),
      { kind: 'format' },
    ],
    [
      'OpenRouter: what the provider behind it said',
      400,
      openAi('Provider returned error', { metadata: { raw: '{"message":"response_format is not supported"}' } }),
      { kind: 'format' },
    ],
    [
      'OpenAI: no such model',
      404,
      openAi('The model `gpt-9` does not exist', { code: 'model_not_found' }),
      { kind: 'unknown-model' },
    ],
    [
      'Ollama: a model that was not pulled',
      404,
      openAi('model "x" not found, try pulling it first'),
      { kind: 'unknown-model' },
    ],
    ['a path that is not there', 404, '<html>Not Found</html>', { kind: 'unknown-model' }],
    ['a text that breaks rules', 400, openAi('…', { code: 'content_filter' }), { kind: 'content' }],
    ['nothing that is known', 400, openAi('Bad Request'), { kind: 'unclear' }],
    ['a teapot', 418, '', { kind: 'not-taken' }],
    ['an error of its own', 500, openAi('Internal error'), { kind: 'down' }],
    ['an error of its own about its context', 503, openAi('context limit of worker'), { kind: 'down' }],
    ['another address', 307, '', { kind: 'redirected' }],
  ])('%s', (_, status, body, fault) => {
    expect(readFault(status, body)).toEqual(fault);
  });

  it('never fail, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(faultSchema.safeParse(readFault(status, body)).success).toBe(true);
        readHiddenStatus(body);
      }),
    );
  });
});

describe('an error that comes with status 200', () => {
  it.each<[string, number | undefined]>([
    ['{"error":{"code":400,"message":"response_format not supported"}}', 400],
    ['{"error":{"code":"bad","message":"no"}}', 502],
    ['{"error":"no"}', 502],
    ['{"error":null,"choices":[{"message":{"content":"{}"}}]}', undefined],
    ['{"error":{"code":400},"choices":[{"message":{"content":"{}"}}]}', undefined],
    ['{"choices":[{"message":{"content":"{\\"error\\":1}"}}]}', undefined],
  ])('%s', (body, status) => {
    expect(readHiddenStatus(body)).toBe(status);
  });
});
