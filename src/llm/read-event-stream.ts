import { z } from 'zod';

const text = z.string().nullish().catch(null);
const eventSchema = z.object({
  choices: z
    .array(z.object({ delta: z.object({ content: text, refusal: text }).optional(), finish_reason: text }))
    .catch([]),
  usage: z.unknown().optional(),
});

/**
 * A completion put together from server-sent events, which some servers send unasked; undefined where the body holds none. A stream
 * that does not say that it ended is not whole.
 */
export function readEventStream(body: string): object | undefined {
  const events = [...body.matchAll(/^data:[ \t]*(\{.*)$/gm)].flatMap(([, json = '']) => parseEvent(json));
  const choices = events.flatMap((event) => event.choices.slice(0, 1));
  if (choices.length === 0) return undefined;
  const join = (part: 'content' | 'refusal') => choices.map(({ delta }) => delta?.[part] ?? '').join('');
  const ended = choices.find(({ finish_reason: reason }) => reason)?.finish_reason ?? 'length';
  const usage = events.findLast((event) => event.usage)?.usage;
  return {
    choices: [{ finish_reason: ended, message: { content: join('content'), refusal: join('refusal') || null } }],
    usage,
  };
}

function parseEvent(json: string): z.infer<typeof eventSchema>[] {
  try {
    const event = eventSchema.safeParse(JSON.parse(json));
    return event.success ? [event.data] : [];
  } catch {
    return [];
  }
}
