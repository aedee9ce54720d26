import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { apiRoot, optional, price, wholeNumber } from './fields.ts';

/** An OpenAI-compatible server and a model on it; `price` in dollars per million tokens. */
export type EndpointConfig = {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
  price: { input: number; output: number } | undefined;
};

export type ModelConfig = EndpointConfig & {
  /** Asked where the first fails or is over its rate limit. */
  second: EndpointConfig | undefined;
  timeoutMs: number;
  /** Of an article in one request, in UTF-16 units; a longer one is read in parts. */
  maxArticleChars: number;
  /** Whether claims of the offline reader that the model left out are added. */
  hints: 'on' | 'off' | 'auto';
  /** How long a post may wait for models that are all over their rate limit, before it is read offline. */
  maxWaitMs: number;
};

/** The variables that set up models. */
export const modelFields = {
  OPENAI_API_KEY: optional(z.string().trim()),
  OPENAI_BASE_URL: apiRoot,
  OPENAI_MODEL: optional(z.string().trim()),
  MODEL_PRICE_IN: price,
  MODEL_PRICE_OUT: price,
  SECOND_API_KEY: optional(z.string().trim()),
  SECOND_BASE_URL: apiRoot,
  SECOND_MODEL: optional(z.string().trim()),
  SECOND_PRICE_IN: price,
  SECOND_PRICE_OUT: price,
  MODEL_TIMEOUT_SECONDS: wholeNumber(60, { min: 5, max: 600 }),
  MODEL_MAX_ARTICLE_CHARS: wholeNumber(60_000, { min: 8_000, max: 1_000_000 }),
  MODEL_HINTS: optional(z.enum(['auto', 'on', 'off'], 'must be auto, on or off')).transform((value) => value ?? 'auto'),
  MODEL_MAX_WAIT_MINUTES: wholeNumber(10, { min: 0, max: 240 }),
};

type ModelSettings = z.infer<z.ZodObject<typeof modelFields>>;

/**
 * The models that are set up; undefined where none is.
 *
 * @throws ConfigError where a half of something is missing
 */
export function toModelConfig(settings: ModelSettings): ModelConfig | undefined {
  const first = toEndpoint('OPENAI', {
    apiKey: settings.OPENAI_API_KEY,
    baseUrl: settings.OPENAI_BASE_URL,
    model: settings.OPENAI_MODEL,
    price: toPrice('MODEL', settings.MODEL_PRICE_IN, settings.MODEL_PRICE_OUT),
  });
  const second = toEndpoint('SECOND', {
    apiKey: settings.SECOND_API_KEY,
    baseUrl: settings.SECOND_BASE_URL,
    model: settings.SECOND_MODEL,
    price: toPrice('SECOND', settings.SECOND_PRICE_IN, settings.SECOND_PRICE_OUT),
  });
  if (!first) {
    if (second) throw new ConfigError('OPENAI_API_KEY or OPENAI_BASE_URL is missing: a second endpoint needs a first');
    return undefined;
  }
  // Another model of the first's server needs no more than its name.
  const sibling = settings.SECOND_MODEL
    ? {
        ...first,
        model: settings.SECOND_MODEL,
        price: toPrice('SECOND', settings.SECOND_PRICE_IN, settings.SECOND_PRICE_OUT),
      }
    : undefined;
  return {
    ...first,
    // A second key for the same server and model needs no more than itself.
    second:
      second && !settings.SECOND_BASE_URL && !settings.SECOND_MODEL
        ? { ...first, apiKey: second.apiKey }
        : (second ?? sibling),
    timeoutMs: settings.MODEL_TIMEOUT_SECONDS * 1000,
    maxArticleChars: settings.MODEL_MAX_ARTICLE_CHARS,
    hints: settings.MODEL_HINTS,
    maxWaitMs: settings.MODEL_MAX_WAIT_MINUTES * 60_000,
  };
}

type EndpointSettings = {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string | undefined;
  price: EndpointConfig['price'];
};

function toEndpoint(prefix: string, { apiKey, baseUrl, model, price }: EndpointSettings): EndpointConfig | undefined {
  if (!apiKey && !baseUrl) return undefined;
  if (baseUrl && !model)
    throw new ConfigError(`${prefix}_MODEL is missing: name a model of the server at ${prefix}_BASE_URL`);
  // A server on one's own machine asks for no key, but the protocol sends one.
  return { apiKey: apiKey ?? 'none', baseUrl, model: model ?? 'gpt-4.1', price };
}

function toPrice(prefix: string, input: number | undefined, output: number | undefined): EndpointConfig['price'] {
  if (input === undefined && output === undefined) return undefined;
  // Half a price would count half of what is spent.
  if (input === undefined) throw new ConfigError(`${prefix}_PRICE_IN is missing beside ${prefix}_PRICE_OUT`);
  if (output === undefined) throw new ConfigError(`${prefix}_PRICE_OUT is missing beside ${prefix}_PRICE_IN`);
  return { input, output };
}
