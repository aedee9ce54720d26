import { z } from 'zod';

/** What a request says: its first two messages. */
export type Sent = { system: string; user: string };

const requestSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/**
 * A fetch that answers as a Chat Completions server: with a status where `answer` gives a number, otherwise with the text
 * or the object as the model's content. Requests count from 1.
 */
export function answerBy(answer: (sent: Sent, number: number) => unknown): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const canned: typeof fetch = async (_, init) => {
    const { messages } = requestSchema.parse(JSON.parse(String(init?.body)));
    const one = { system: messages[0]?.content ?? '', user: messages[1]?.content ?? '' };
    sent.push(one);
    const content = answer(one, sent.length);
    if (typeof content === 'number') return Response.json({ error: {} }, { status: content });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return Response.json({
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: text } }],
      usage: { prompt_tokens: 10, completion_tokens: 1 },
    });
  };
  return { fetch: canned, sent };
}
