import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Sentence = { id: number; text: string };

/** How a scripted model answers: the JSON of its message, or the whole HTTP answer. */
export type Script = (
  sentences: Sentence[],
  request: string,
) => object | { status: number; body: string; headers?: Record<string, string> };

/** An OpenAI-compatible server on loopback that answers by a script from the numbered sentences it was sent. */
export async function startScriptedModel(script: Script) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push(body);
      const answer = script(sentencesOf(body), body);
      const raw = 'status' in answer && 'body' in answer ? answer : undefined;
      response.writeHead(raw?.status ?? 200, { 'content-type': 'application/json', ...raw?.headers });
      response.end(raw?.body ?? JSON.stringify(toCompletion(answer)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `address()` is an object for a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function toCompletion(content: object): object {
  const message = { role: 'assistant', content: JSON.stringify(content), refusal: null };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

function sentencesOf(body: string): Sentence[] {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  const text = messages.map(({ content }) => content).join('\n');
  return [...text.matchAll(/^S(\d+)\|(.*)$/gm)].map((match) => ({ id: Number(match[1]), text: match[2] ?? '' }));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** The number of the sentence that holds these words. */
export function sentenceWith(sentences: Sentence[], words: string): number {
  const found = sentences.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no sentence holds: ${words}`);
  return found.id;
}
