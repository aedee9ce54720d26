import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { DraftError } from '../core/errors.ts';
import { fillPrompt, type Prompts } from '../core/prompt.ts';
import type { Log } from '../ports.ts';
import type { CallModel, Message, ModelAnswer, ResponseFormat, Usage } from './call-model.ts';
import { type AnswerShape, readAnswer } from './read-answer.ts';

// From the strictest that a server may take to what every server takes. Only the first is enforced by most servers.
const rungs = ['json-schema', 'json-object', 'text'] as const;

/**
 * What was learned about an endpoint: the first rung that it took, and whether it needs the schema in the prompt because
 * it took a response format without keeping to it. Lives as long as the drafter.
 */
export type Ladder = { rung: number; schemaInPrompt: boolean };

type Asking = { call: CallModel; ladder: Ladder; prompts: Prompts; model: string; log: Log };

const maxRepeatedChars = 30_000;

/**
 * Asks the model for an answer of a shape: down the ladder until the server takes the request, then one repair round with
 * what was wrong, then whatever entries of the second answer are right.
 *
 * @throws DraftError; where the signal is aborted, its reason
 */
export async function askModel<T>(
  asking: Asking,
  messages: { system: string; user: string },
  shape: AnswerShape<T>,
  signal: AbortSignal,
): Promise<{ value: T; usage: Usage }> {
  const first = await callDownTheLadder(asking, messages, [], shape, signal);
  const read = readAnswer(first.text, shape, false);
  if (read.kind === 'read') return { value: read.value, usage: first.usage };

  const { log, model, ladder } = asking;
  log.warn({ model, rung: rungs[ladder.rung], problems: read.problems.length }, 'model answer to repair');
  ladder.schemaInPrompt = true;
  const repair: Message[] = [
    { role: 'assistant', content: first.text.slice(0, maxRepeatedChars) },
    {
      role: 'user',
      content: fillPrompt(asking.prompts.repair, { problems: read.problems.map((line) => `- ${line}`).join('\n') }),
    },
  ];
  const second = await callDownTheLadder(asking, messages, repair, shape, signal);
  const mended = readAnswer(second.text, shape, true);
  if (mended.kind === 'unreadable') {
    throw new DraftError('bad-answer', { cause: new Error(`${mended.problems.length} problems after repair`) });
  }
  return { value: mended.value, usage: addUsage(first.usage, second.usage) };
}

async function callDownTheLadder<T>(
  asking: Asking,
  messages: { system: string; user: string },
  more: Message[],
  shape: AnswerShape<T>,
  signal: AbortSignal,
): Promise<Extract<ModelAnswer, { kind: 'answer' }>> {
  const { call, ladder, log, model } = asking;
  for (let rung = ladder.rung; ; rung += 1) {
    const withSchema = rung > 0 || ladder.schemaInPrompt;
    const system = withSchema
      ? `${messages.system}\n\n${fillPrompt(asking.prompts.format, { schema: toSchemaText(shape) })}`
      : messages.system;
    const answer = await call(
      [{ role: 'system', content: system }, { role: 'user', content: messages.user }, ...more],
      toResponseFormat(rung, shape),
      signal,
    );
    if (answer.kind === 'answer') {
      // Another request may have found the floor meanwhile; never climb back.
      ladder.rung = Math.max(ladder.rung, rung);
      log.info({ model, rung: rungs[rung], ...answer.usage }, 'model answered');
      return answer;
    }
    if (rung >= rungs.length - 1) throw answer.error;
    log.warn({ model, rung: rungs[rung] }, 'response format refused');
  }
}

function toResponseFormat<T>(rung: number, shape: AnswerShape<T>): ResponseFormat | undefined {
  if (rungs[rung] === 'json-schema') return zodResponseFormat(shape.asked, shape.name);
  return rungs[rung] === 'json-object' ? { type: 'json_object' } : undefined;
}

function toSchemaText<T>(shape: AnswerShape<T>): string {
  return JSON.stringify(z.toJSONSchema(shape.asked));
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    calls: a.calls + b.calls,
  };
}
