import { z } from 'zod';

// What a server says of a request that it did not serve. Every vendor words it in its own way, and many give no code: this file
// alone reads their words, codes first and then phrases, and gives back one of our own. test/llm/read-fault.test.ts has the bodies.

/** The code of the fault that stands for an answer larger than the bound. */
export const tooLarge = 'answer-too-large';

const faultKinds = [
  'answer-bound',
  tooLarge,
  'bad-key',
  'content',
  'down',
  'format',
  'no-credit',
  'not-served',
  'not-taken',
  'rate-limited',
  'redirected',
  'slow',
  'too-long',
  'unclear',
  'unknown-model',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/**
 * Why a server did not serve a request. `format`: it does not take the response format; `answer-bound`: nor the bound on the answer's
 * length; `too-long`: prompt and bound are more than context or rate allow; `content`: the article itself is refused; `unclear`: perhaps
 * the form; `not-taken`: neither form nor length.
 *
 * `most`: tokens that the answer may have, where the server says so; `over`: tokens that prompt and bound have too many.
 */
export type Fault = z.infer<typeof faultSchema>;

export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  most: z.number().optional(),
  over: z.number().optional(),
});

/** True where the same request may be served a moment later. */
export function mayPass({ kind }: Fault): boolean {
  return kind === 'rate-limited' || kind === 'down' || kind === 'slow';
}

const maxRead = 20_000;

/** Reads the fault from an answer's status and body, which may hold anything. */
export function readFault(status: number, body: string): Fault {
  const said = readSaid(body.slice(0, maxRead));
  const bounds = readBounds(said.message);
  const kind = byCode(said) ?? byPhrase(status, said.message, bounds) ?? byStatus(status);
  return { kind, ...bounds };
}

/** The status that an answer with status 200 gives in its body instead, where it is an error and no completion. */
export function readHiddenStatus(body: string): number | undefined {
  if (!/^\s*\{[\s\S]{0,200}"error"/.test(body.slice(0, 400))) return undefined;
  const parsed = hiddenSchema.safeParse(parse(body));
  if (!parsed.success || parsed.data.error === null || parsed.data.error === undefined) return undefined;
  if (parsed.data.choices?.length) return undefined;
  const code = Number(errorSchema.safeParse(parsed.data.error).data?.code);
  return code >= 400 && code <= 599 ? code : 502;
}

const word = z.union([z.string(), z.number()]).nullish().catch(null);
const errorSchema = z.object({
  code: word,
  type: word,
  status: word,
  message: z.string().nullish().catch(null),
  metadata: z
    .object({ raw: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
const hiddenSchema = z.object({ error: z.unknown().optional(), choices: z.array(z.unknown()).nullish().catch(null) });

type Said = { codes: string[]; message: string };

function readSaid(body: string): Said {
  const parsed = parse(body);
  const [first]: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const outer = errorSchema.safeParse(first).data;
  const nested = hiddenSchema.safeParse(first).data?.error;
  const inner = errorSchema.safeParse(nested).data;
  const found = [inner, outer].filter((one) => one !== undefined);
  const codes = found.flatMap(({ code, type, status }) => [code, type, status].map((one) => String(one ?? '')));
  const texts = found.flatMap(({ message, metadata }) => [message, metadata?.raw].filter(Boolean));
  const message = [...texts, typeof nested === 'string' ? nested : ''].join(' ').trim();
  // Neither JSON nor in a shape that is known: its words still are.
  return { codes, message: message || body };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const codes = new Map<string, FaultKind>([
  ['content_filter', 'content'],
  ['content_policy_violation', 'content'],
  ['context_length_exceeded', 'too-long'],
  ['exceed_context_size_error', 'too-long'],
  ['insufficient_quota', 'no-credit'],
  ['billing_hard_limit_reached', 'no-credit'],
  ['billing_not_active', 'no-credit'],
  ['invalid_api_key', 'bad-key'],
  ['model_not_found', 'unknown-model'],
  ['unsupported_country_region_territory', 'not-served'],
  ['answer-too-large', tooLarge],
]);

function byCode({ codes: given }: Said): FaultKind | undefined {
  return given.map((code) => codes.get(code)).find((kind) => kind !== undefined);
}

// The first that fits. `of`: the statuses that a vendor says it with; absent where its words leave no doubt.
const phrases: { says: RegExp; kind: FaultKind; of?: number[] }[] = [
  {
    says: /maximum context length|context (?:length|size|window|limit|the overflows)|prompt is too long|too large for model|input token count/i,
    kind: 'too-long',
  },
  {
    says: /request too large|reduce (?:the length of|your message|the prompt)/i,
    kind: 'too-long',
    of: [400, 413, 429],
  },
  { says: /max_(?:completion_|output_)?tokens/i, kind: 'answer-bound', of: [400, 422] },
  {
    says: /response_format|json[ _]?schema|json_object|structured[ _-]?output|grammar|required for format|handle the requested parameters/i,
    kind: 'format',
    of: [400, 404, 415, 422, 500, 501],
  },
  {
    says: /\bmodel\b.{0,200}(?:not found|not exist|unknown)|(?:no such|unknown|not a valid) model|try pulling it/is,
    kind: 'unknown-model',
    of: [400, 404, 422],
  },
  {
    says: /api key (?:not valid|is invalid|expired)|invalid api key|incorrect api key/i,
    kind: 'bad-key',
    of: [400, 403],
  },
  { says: /(?:location|country|region|territory)\b.{0,80}not supported/is, kind: 'not-served', of: [400, 403] },
  { says: /moderation|flagged/i, kind: 'content', of: [400, 403] },
  {
    says: /insufficient (?:credits?|balance|quota|funds)|balance is too low|out of credits/i,
    kind: 'no-credit',
    of: [400, 403, 429],
  },
];

function byPhrase(status: number, message: string, { most }: Omit<Fault, 'kind'>): FaultKind | undefined {
  const fits = phrases.find(({ says, of }) => says.test(message) && (of === undefined || of.includes(status)));
  // A server that is broken may say anything.
  if (fits?.kind === 'too-long' && status >= 500) return undefined;
  // The model's own bound on an answer, whatever the prompt.
  return fits?.kind === 'too-long' &&
    most !== undefined &&
    /completion tokens/i.test(message) &&
    !/context/i.test(message)
    ? 'answer-bound'
    : fits?.kind;
}

function byStatus(status: number): FaultKind {
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'bad-key';
  if (status === 402) return 'no-credit';
  if (status === 404) return 'unknown-model';
  if (status === 408) return 'slow';
  if (status === 413) return 'too-long';
  if (status === 429) return 'rate-limited';
  if ([400, 415, 422, 501].includes(status)) return 'unclear';
  return status >= 500 ? 'down' : 'not-taken';
}

const number = '(\\d[\\d,]{0,11})';
const inContext = new RegExp(
  `context length is ${number} tokens?.{0,200}?${number} (?:in the messages|of text input|input tokens|in the prompt|tokens? in)`,
  'is',
);
const sum = new RegExp(`${number} \\+ ${number} > ${number}`);
const atMost = new RegExp(`(?:at most|can only afford) ${number}`, 'i');
const limit = new RegExp(`limit:? ${number}, requested:? ${number}`, 'i');

/** What the answer may have, or what the request has too much, in a vendor's sentence. */
function readBounds(message: string): Omit<Fault, 'kind'> {
  const [context, prompt] = read(inContext, message);
  if (context !== undefined && prompt !== undefined) return { most: context - prompt };
  const [input, , total] = read(sum, message);
  if (input !== undefined && total !== undefined) return { most: total - input };
  const [most] = read(atMost, message);
  if (most !== undefined) return { most };
  const [allowed, requested] = read(limit, message);
  if (allowed !== undefined && requested !== undefined) return { over: requested - allowed };
  return {};
}

function read(pattern: RegExp, message: string): (number | undefined)[] {
  return (pattern.exec(message) ?? []).slice(1).map((digits) => Number(digits.replaceAll(',', '')));
}
