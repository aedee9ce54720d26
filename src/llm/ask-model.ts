import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { fillPrompt, type Prompts } from '../core/prompt.ts';
import type { DraftOptions, KeepAnswer, Log } from '../ports.ts';
import { type Bounds, callWithin, payFor } from './bound-answer.ts';
import type { Message, ModelAnswer, ModelEndpoint, ResponseFormat } from './call-model.ts';
import { findKept, type KeepRaw } from './keep-answers.ts';
import type { Purse } from './purse.ts';
import { type AnswerShape, readAnswer, salvageAnswer } from './read-answer.ts';
import { addUsage, withUsage } from './usage.ts';

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
} & Bounds;

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
  /** Why nothing may be asked that `keep` has no answer to; absent where anything may. */
  keptOnly?: DraftOptions['keptOnly'];
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
  const kept = await findKept(asking.keep, request);
  if (kept.answer === undefined) {
    if (asking.keptOnly) throw new DraftError(asking.keptOnly);
    return callDownTheLadder({ ...asking, keepRaw: kept.keepRaw }, messages, more, shape, signal);
  }
  const { answer } = kept;
  const sent = [...toMessages(0, messages.system, messages.user), ...more];
  return payFor(asking.purse, async () => asking.endpoint.readKept(answer, sent));
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
    const answer = await callWithin(asking, sent, toResponseFormat(rung, shape), signal);
    if (answer.kind === 'answer') {
      // Another request may have found the floor meanwhile; never climb back.
      ladder.rung = Math.max(ladder.rung, rung);
      ladder.proven = true;
      warnIfCut(asking, sent, answer.usage);
      log.info({ model, rung: rungs[rung], ...answer.usage }, 'model answered');
      return answer;
    }
    const { kind } = answer.fault;
    const isOfForm = kind === 'format' || (!ladder.proven && (kind === 'unclear' || kind === 'answer-bound'));
    // A server that took this form before refuses something else, unless it says so.
    if (!isOfForm || rung >= rungs.length - 1) throw answer.error;
    log.warn({ model, rung: rungs[rung] }, 'form of the request refused');
  }
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
