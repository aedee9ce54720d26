import { z } from 'zod';
import type { Usage } from '../core/draft.ts';
import { DraftError } from '../core/errors.ts';
import { readEventStream } from './read-event-stream.ts';
import { reckonTokens } from './reckon-tokens.ts';

/** Dollars per million tokens; a token of it costs as many millionths of a dollar. */
export type Price = { input: number; output: number };

/** The server ended the answer at the bound on its length. `written`: what there is of it, which may be none of what was paid for. */
export class AnswerCut extends DraftError {
  readonly written: string;

  constructor(written: string, usage: Usage) {
    super('bad-answer', { cause: new Error('answer cut at length'), usage });
    this.written = written;
  }
}

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const text = z.string().nullish().catch(null);
const messageSchema = z.object({
  // Some servers answer in parts, the thinking among them.
  content: z.union([z.string(), z.array(z.unknown())]).nullish(),
  refusal: z.string().nullish(),
  reasoning_content: text,
  reasoning: text,
  tool_calls: z
    .array(z.object({ function: z.object({ arguments: z.string() }) }))
    .nullish()
    .catch(null),
});
const completionSchema = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: messageSchema })).min(1),
  usage: z.unknown().optional(),
});

/**
 * Reads a Chat Completions answer, whatever kind of document it came as.
 *
 * @param asked  all that was sent, to reckon its tokens where the server did not count them
 * @throws DraftError with what it cost
 */
export function readCompletion(body: unknown, asked: string, price: Price | undefined): { text: string; usage: Usage } {
  const result = completionSchema.safeParse(typeof body === 'string' ? parse(body) : body);
  const choice = result.data?.choices[0];
  const written = choice ? readText(choice.message) : String(body);
  const usage = toUsage(result.data?.usage, asked, written, price);
  const give = (code: DraftError['code'], why: string) => new DraftError(code, { cause: new Error(why), usage });

  if (!choice) throw give('bad-answer', 'no choices');
  if (choice.message.refusal || choice.finish_reason === 'content_filter') throw give('model-refused', 'refusal');
  if (choice.finish_reason === 'length') throw new AnswerCut(written, usage);
  if (written.trim() === '') throw give('bad-answer', 'no content');
  return { text: written, usage };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return readEventStream(body);
  }
}

// Asked for no tool and no thinking, some servers put the answer there all the same.
function readText(message: z.infer<typeof messageSchema>): string {
  const { content, tool_calls: calls, reasoning_content: thinking, reasoning } = message;
  const said = typeof content === 'string' ? content : joinParts(content ?? []);
  return [said, calls?.[0]?.function.arguments, thinking, reasoning].find((one) => one?.trim()) ?? '';
}

function joinParts(parts: unknown[]): string {
  return parts.map((part) => textPart.safeParse(part).data?.text ?? '').join('');
}

// A count that is no count is none: it goes into a budget.
const count = z.number().int().positive();
const countSchema = z.object({
  prompt_tokens: count.nullish().catch(null),
  completion_tokens: count.nullish().catch(null),
});
/** No tokenizer and no template makes so much more of a prompt; thinking is not seen and may be any length. */
const absurd = { input: 20, spare: 10_000, output: 1_000_000 };

function toUsage(counted: unknown, asked: string, written: string, price: Price | undefined): Usage {
  const { prompt_tokens: input, completion_tokens: output } = countSchema.safeParse(counted).data ?? {};
  const reckoned = reckonTokens(asked);
  const inputTokens = input && input <= reckoned * absurd.input + absurd.spare ? input : reckoned;
  const outputTokens = output && output <= absurd.output ? output : reckonTokens(written);
  const costMicros = price && Math.ceil(inputTokens * price.input + outputTokens * price.output);
  return { inputTokens, outputTokens, calls: 1, ...(costMicros !== undefined && { costMicros }) };
}
