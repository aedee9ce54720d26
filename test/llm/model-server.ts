import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as the server received it. */
export type Received = {
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[]; response_format?: { type: string } };
};

type Answer = (response: ServerResponse, received: Received, request: IncomingMessage) => void;

/** A Chat Completions server that gives the bytes it is told to, one answer a request, the last one for all that follow. */
export async function startModelServer(
  answers: Answer[],
): Promise<{ baseUrl: string; received: Received[]; stop: () => Promise<void> }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      // After a 421, Node's fetch comes again without the body.
      if (bytes.length === 0) return response.writeHead(400).end();
      // The client under test sent it; what it looks like is what the tests check.
      const body = JSON.parse(bytes.toString('utf8')) as Received['body'];
      const one = { authorization: request.headers.authorization, body };
      received.push(one);
      return answers[Math.min(received.length, answers.length) - 1]?.(response, one, request);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // listening on TCP, so not a string
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An answer whose message has this content; `choice` and `message` are put over it. */
export function say(content: unknown, choice: object = {}, message: object = {}): Answer {
  const completion = {
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, ...message }, ...choice }],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
  };
  return send(200, JSON.stringify(completion));
}

/** An answer of these bytes. */
export function send(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
}

/** An error as OpenAI gives it, to be retried at once where it is retried. */
export function fail(status: number, error: object = {}, headers: Record<string, string> = {}): Answer {
  return send(status, JSON.stringify({ error: { message: 'no', ...error } }), { 'retry-after-ms': '1', ...headers });
}
