import OpenAI from 'openai';
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { boundFetch, heardWhole } from './bounded-fetch.ts';
import type { KeepRaw } from './keep-answers.ts';
import { limitParallel } from './limit-parallel.ts';
import { isAboutLength, isRequestRefused, toDraftError } from './to-draft-error.ts';

export type Message = ChatCompletionMessageParam;
export type ResponseFormat = ChatCompletionCreateParamsNonStreaming['response_format'];

/** A model's raw answer; `request-refused`: the server did not take the request in this form. */
export type ModelAnswer =
  | { kind: 'answer'; text: string; usage: Usage }
  | { kind: 'request-refused'; error: DraftError; isAboutLength: boolean };

/**
 * Asks the model once, with the SDK's retries for lost connections, 429 and 5xx.
 *
 * @throws DraftError; where the signal is aborted, its reason
 */
export type CallModel = (request: ModelRequest, signal: AbortSignal) => Promise<ModelAnswer>;

export type ModelRequest = {
  messages: Message[];
  format: ResponseFormat | undefined;
  /** Tokens that the answer may have; as many as the model likes where absent. */
  maxTokens?: number | undefined;
  /** Stores an answer as it came, in the moment that its last byte is there. */
  keepRaw?: KeepRaw | undefined;
};

export type ModelEndpoint = {
  call: CallModel;
  /** Reads an answer that was kept. Throws DraftError as the call did. */
  readKept(raw: string): Answer;
};

type Answer = Extract<ModelAnswer, { kind: 'answer' }>;

/** Dollars per million tokens; a token of it costs as many millionths of a dollar. */
export type Price = { input: number; output: number };

export type EndpointOptions = {
  apiKey: string;
  /** With the path, for example `http://127.0.0.1:11434/v1`; OpenAI's own where absent. */
  baseUrl?: string | undefined;
  model: string;
  /** For one answer with all its retries. */
  timeoutMs: number;
  maxRetries: number;
  /** Requests at once; the timeout of one that waits has not begun. */
  maxParallel: number;
  price?: Price | undefined;
  fetch?: typeof fetch | undefined;
};

const maxAnswerBytes = 2_000_000;
const maxWaitMs = 5_000;

/** Makes what speaks to a Chat Completions endpoint. */
export function createEndpoint(endpoint: EndpointOptions): ModelEndpoint {
  const client = new OpenAI({
    // Local servers need no key, but the SDK does.
    apiKey: endpoint.apiKey || 'none',
    baseURL: endpoint.baseUrl ?? 'https://api.openai.com/v1',
    // Set, so that the SDK does not look for them in the environment.
    organization: null,
    project: null,
    adminAPIKey: null,
    // The SDK's own log may hold the request.
    logLevel: 'off',
    maxRetries: endpoint.maxRetries,
    // Ours ends first; the SDK would try again after its own.
    timeout: endpoint.timeoutMs + 1_000,
    fetch: boundFetch(endpoint.fetch ?? fetch, { maxBytes: maxAnswerBytes, maxWaitMs }),
  });

  const inTurn = limitParallel(endpoint.maxParallel);
  const lengthField = wantsNewField(client.baseURL) ? 'max_completion_tokens' : 'max_tokens';
  return {
    call: (request, signal) => inTurn(() => callAndKeep(request, signal), signal),
    readKept: (raw) => ({ kind: 'answer', ...readCompletion(parseJson(raw), endpoint.price) }),
  };

  async function callAndKeep({ keepRaw, ...request }: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
    let kept: Promise<void> | undefined;
    try {
      return await heardWhole.run(
        (raw) => {
          kept = keepRaw?.(raw);
          // Waited for below.
          kept?.catch(() => {});
        },
        () => callOnce(request, signal),
      );
    } finally {
      // Whatever becomes of the answer: first it is stored.
      await kept;
    }
  }

  async function callOnce({ messages, format, maxTokens }: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), endpoint.timeoutMs);
    const stop = () => deadline.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      const completion: unknown = await client.chat.completions.create(
        {
          model: endpoint.model,
          messages,
          ...(format && { response_format: format }),
          ...(maxTokens !== undefined && { [lengthField]: maxTokens }),
        },
        { signal: deadline.signal },
      );
      return { kind: 'answer', ...readCompletion(completion, endpoint.price) };
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.signal.aborted) throw new DraftError('model-slow');
      if (isRequestRefused(error))
        return { kind: 'request-refused', error: toDraftError(error), isAboutLength: isAboutLength(error) };
      throw toDraftError(error);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }
}

// OpenAI's reasoning models take the new name alone, most other servers the old one alone.
function wantsNewField(baseUrl: string): boolean {
  return /(^|\.)(openai\.com|openai\.azure\.com)$/.test(URL.parse(baseUrl)?.hostname ?? '');
}

const textPart = z.object({ type: z.literal('text'), text: z.string() });
// A count that is no count is none: it goes into a budget.
const count = z.number().int().nonnegative().max(1e9);
const countSchema = z.object({ prompt_tokens: count, completion_tokens: count });
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          // Some servers answer in parts, the thinking among them.
          content: z.union([z.string(), z.array(z.unknown())]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: countSchema.nullish().catch(null),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// The SDK gives back whatever JSON the server sent, or a page's text.
function readCompletion(completion: unknown, price: Price | undefined): { text: string; usage: Usage } {
  const result = completionSchema.safeParse(completion);
  const usage = toUsage(result.data?.usage, price);
  const give = (code: DraftError['code'], why: string) => new DraftError(code, { cause: new Error(why), usage });

  const choice = result.data?.choices[0];
  if (!choice) throw give('bad-answer', 'no choices');
  const { content, refusal } = choice.message;
  if (refusal || choice.finish_reason === 'content_filter') throw give('model-refused', 'refusal');
  if (choice.finish_reason === 'length') throw give('bad-answer', 'answer cut at length');
  const text = typeof content === 'string' ? content : joinParts(content ?? []);
  if (text.trim() === '') throw give('bad-answer', 'no content');
  return { text, usage };
}

function toUsage(counted: z.infer<typeof countSchema> | null | undefined, price: Price | undefined): Usage {
  const inputTokens = counted?.prompt_tokens ?? 0;
  const outputTokens = counted?.completion_tokens ?? 0;
  const costMicros = price && Math.ceil(inputTokens * price.input + outputTokens * price.output);
  return { inputTokens, outputTokens, calls: 1, ...(costMicros !== undefined && { costMicros }) };
}

function joinParts(parts: unknown[]): string {
  return parts.map((part) => textPart.safeParse(part).data?.text ?? '').join('');
}
