import OpenAI from 'openai';
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { boundFetch, heardWhole } from './bounded-fetch.ts';
import type { KeepRaw } from './keep-answers.ts';
import { limitParallel } from './limit-parallel.ts';
import { type Price, readCompletion } from './read-completion.ts';
import type { Fault, FaultKind } from './read-fault.ts';
import { faultOf, toDraftError } from './to-draft-error.ts';

export type Message = ChatCompletionMessageParam;
export type ResponseFormat = ChatCompletionCreateParamsNonStreaming['response_format'];

/** A model's raw answer; `refused`: the server did not take the request in this form or length. */
export type ModelAnswer =
  | { kind: 'answer'; text: string; usage: Usage }
  | { kind: 'refused'; error: DraftError; fault: Fault };

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
  readKept(raw: string, messages: Message[]): Answer;
};

type Answer = Extract<ModelAnswer, { kind: 'answer' }>;

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

// What another form, or another bound on the answer's length, may mend.
const mendable = new Set<FaultKind>(['format', 'unclear', 'answer-bound', 'too-long', 'no-credit']);

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
    readKept: (raw, messages) => ({ kind: 'answer', ...readCompletion(raw, JSON.stringify(messages), endpoint.price) }),
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
      return { kind: 'answer', ...readCompletion(completion, JSON.stringify([messages, format]), endpoint.price) };
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.signal.aborted) throw new DraftError('model-slow');
      const fault = faultOf(error);
      if (fault && mendable.has(fault.kind)) return { kind: 'refused', error: toDraftError(error), fault };
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
