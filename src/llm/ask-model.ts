import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { fillPrompt, type Prompts } from '../core/prompt.ts';
import type { KeepAnswer, Log } from '../ports.ts';
import type { Message, ModelAnswer, ModelEndpoint, ResponseFormat } from './call-model.ts';
import { findKept, type KeepRaw } from './keep-answers.ts';
import type { Purse } from './purse.ts';
import { type AnswerShape, readAnswer, salvageAnswer } from './read-answer.ts';

// From the strictest that a server may take to what every server takes. Only the first is enforced by most servers; the
// last is for models whose template knows no system message.
const rungs = ['json-schema', 'json-object', 'text', 'one-message'] as const;

/**
 * What was learned about an endpoint: the first rung that it took (`proven` once it did), and whether it needs the schema
 * in the prompt because it took a response format without keeping to it. Lives as long as the drafter.
 */
export type Ladder = {
  rung: number;
  proven: boolean;
  schemaInPrompt: boolean;
  /** The least bound on an answer's length that the server refused: it is not sent again. */
  refusedLength?: number;
};

/** `name` tells this server, key and model from others. */
export type Endpoint = ModelEndpoint & { name: string };

/** What every request of a drafter shares. */
export type Asking = {
  endpoint: Endpoint;
  ladder: Ladder;
  prompts: Prompts;
  model: string;
  log: Log;
  /** Of one draft. */
  keep?: KeepAnswer | undefined;
  /** What the draft may cost; absent where anything. */
  purse?: Purse | undefined;
  /** Share of the whole purse that this request leaves for later. */
  keptBack?: number;
};

const maxRepeatedChars = 30_000;

/**
 * Asks the model for an answer of a shape: down the ladder until the server takes the request, then one repair round with
 * what was wrong, then whatever entries of the two answers are right.
 *
 * @throws DraftError with what was spent; where the signal is aborted, its reason
 */
export async function askModel<T>(
  asking: Asking,
  messages: { system: string; user: string },
  shape: AnswerShape<T>,
  signal: AbortSignal,
): Promise<{ value: T; usage: Usage }> {
  const first = await askOnce(asking, messages, [], shape, signal);
  const read = readAnswer(first.text, shape);
  if (read.kind === 'read') return { value: read.value, usage: first.usage };

  const { log, model, ladder } = asking;
  log.warn({ model, rung: rungs[ladder.rung], problems: read.problems.length }, 'model answer to repair');
  ladder.schemaInPrompt = true;
  const second = await repairAnswer(asking, messages, first.text, read.problems, shape, signal);
  const usage = addUsage(first.usage, second.usage);
  const value = second.value ?? salvageAnswer(first.text, shape);
  if (value === undefined) throw withUsage(second.error, usage);
  return { value, usage };
}

async function repairAnswer<T>(
  asking: Asking,
  messages: { system: string; user: string },
  wrong: string,
  problems: string[],
  shape: AnswerShape<T>,
  signal: AbortSignal,
): Promise<{ value: T | undefined; error: DraftError; usage: Usage | undefined }> {
  const listed = problems.map((line) => `- ${line}`).join('\n');
  const more: Message[] = [
    { role: 'assistant', content: wrong.slice(0, maxRepeatedChars) },
    { role: 'user', content: fillPrompt(asking.prompts.repair, { problems: listed }) },
  ];
  try {
    const { text, usage } = await askOnce(asking, messages, more, shape, signal);
    const read = readAnswer(text, shape);
    const error = new DraftError('bad-answer', { cause: new Error('no answer of the asked shape after repair') });
    return { value: read.kind === 'read' ? read.value : salvageAnswer(text, shape), error, usage };
  } catch (error) {
    // The first answer may hold something still.
    if (error instanceof DraftError) return { value: undefined, error, usage: error.usage };
    throw error;
  }
}

/** The same failure with what all of its requests cost. */
export function withUsage({ code, cause, retryAfterMs }: DraftError, usage: Usage): DraftError {
  return new DraftError(code, { cause, usage, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

// English has about four characters a token, no language more than nine on a prompt like ours: fewer tokens were not read.
const charsPerToken = 12;

function warnIfCut({ model, log }: Asking, messages: Message[], { inputTokens }: Usage): void {
  const chars = messages.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (inputTokens > 0 && chars / inputTokens > charsPerToken) {
    log.warn({ model, inputTokens, chars }, 'prompt cut by the server: its context is too small');
  }
}

async function askOnce<T>(
  asking: Asking,
  messages: { system: string; user: string },
  more: Message[],
  shape: AnswerShape<T>,
  signal: AbortSignal,
): ReturnType<typeof callDownTheLadder<T>> {
  const request = { endpoint: asking.endpoint.name, shape: shape.name, messages: [messages, ...more] };
  const asked = [messages.system, messages.user, ...more.map(({ content }) => content)].join('\n');
  try {
    const kept = await findKept(asking.keep, request);
    const answer =
      kept.answer === undefined
        ? await callDownTheLadder({ ...asking, keepRaw: kept.keepRaw }, messages, more, shape, signal)
        : asking.endpoint.readKept(kept.answer);
    asking.purse?.pay(answer.usage, asked, answer.text);
    return answer;
  } catch (error) {
    if (error instanceof DraftError && error.usage?.calls) asking.purse?.pay(error.usage, asked, '');
    throw error;
  }
}

async function callDownTheLadder<T>(
  asking: Asking & { keepRaw: KeepRaw | undefined },
  messages: { system: string; user: string },
  more: Message[],
  shape: AnswerShape<T>,
  signal: AbortSignal,
): Promise<Extract<ModelAnswer, { kind: 'answer' }>> {
  const { ladder, log, model } = asking;
  for (let rung = ladder.rung; ; rung += 1) {
    const withSchema = rung > 0 || ladder.schemaInPrompt;
    const system = withSchema
      ? `${messages.system}\n\n${fillPrompt(asking.prompts.format, { schema: toSchemaText(shape) })}`
      : messages.system;
    const sent = [...toMessages(rung, system, messages.user), ...more];
    const format = toResponseFormat(rung, shape);
    const room = asking.purse?.allow(JSON.stringify([sent, format ?? null]), asking.keptBack ?? 0);
    const answer = await callWithin(room, asking, sent, format, signal);
    if (answer.kind === 'answer') {
      // Another request may have found the floor meanwhile; never climb back.
      ladder.rung = Math.max(ladder.rung, rung);
      ladder.proven = true;
      warnIfCut(asking, sent, answer.usage);
      log.info({ model, rung: rungs[rung], ...answer.usage }, 'model answered');
      return answer;
    }
    // A server that took this form before refuses something else.
    if (ladder.proven || rung >= rungs.length - 1) throw answer.error;
    log.warn({ model, rung: rungs[rung] }, 'form of the request refused');
  }
}

// A model writes less than its server's own bound in any case, so where that bound is lower nothing is lost by not sending ours.
async function callWithin(
  room: number | undefined,
  { endpoint, ladder, log, model, keepRaw }: Asking & { keepRaw: KeepRaw | undefined },
  messages: Message[],
  format: ResponseFormat | undefined,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const request = { messages, format, keepRaw };
  const isSent = room !== undefined && room < (ladder.refusedLength ?? Infinity);
  const answer = await endpoint.call({ ...request, maxTokens: isSent ? room : undefined }, signal);
  if (!isSent || answer.kind === 'answer' || !answer.isAboutLength) return answer;
  log.info({ model, tokens: room }, 'bound on the answer’s length refused');
  ladder.refusedLength = room;
  return endpoint.call(request, signal);
}

function toMessages(rung: number, system: string, user: string): Message[] {
  if (rungs[rung] === 'one-message') return [{ role: 'user', content: `${system}\n\n${user}` }];
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}

function toResponseFormat<T>(rung: number, shape: AnswerShape<T>): ResponseFormat | undefined {
  if (rungs[rung] === 'json-schema') return zodResponseFormat(shape.asked, shape.name);
  return rungs[rung] === 'json-object' ? { type: 'json_object' } : undefined;
}

function toSchemaText<T>(shape: AnswerShape<T>): string {
  return JSON.stringify(z.toJSONSchema(shape.asked));
}

/** The sum of what two requests cost; one that failed before the server counted is nothing. */
export function addUsage(a: Usage | undefined, b: Usage | undefined): Usage {
  const isPriced = a?.costMicros !== undefined || b?.costMicros !== undefined;
  return {
    inputTokens: (a?.inputTokens ?? 0) + (b?.inputTokens ?? 0),
    outputTokens: (a?.outputTokens ?? 0) + (b?.outputTokens ?? 0),
    calls: (a?.calls ?? 0) + (b?.calls ?? 0),
    ...(isPriced && { costMicros: (a?.costMicros ?? 0) + (b?.costMicros ?? 0) }),
  };
}
