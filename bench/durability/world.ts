import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// What stands around the program while it is killed: a Slack that keeps every message, a model that counts what it is asked, and
// a news site with an article for every number. All on loopback, in the bench's own process, so that nothing here dies with it.

export const botUser = 'U0BOT';

/** A message that the program posted. */
export type Reply = { ts: string; threadTs: string; metadata: unknown; at: number };
/** A call of the model: `answeredAt` is when its answer had been handed over whole. */
export type ModelCall = { article: number; startedAt: number; answeredAt: number | undefined };
export type World = {
  slackUrl: string;
  modelUrl: string;
  newsHost: string;
  replies: Reply[];
  calls: ModelCall[];
  /** Share of Slack's answers to a post that go wrong: 429, 500, a cut before or after the message was stored, silence after it. */
  trouble: { share: number; counts: Record<string, number> };
  close(): void;
};

/** Opens Slack, model and news site on loopback. */
export async function openWorld(random: () => number): Promise<World> {
  const replies: Reply[] = [];
  const calls: ModelCall[] = [];
  const trouble: World['trouble'] = { share: 0, counts: {} };
  const slack = await listen((request, response) => answerSlack(request, response, { replies, trouble, random }));
  const model = await listen((request, response) => answerModel(request, response, calls, random));
  const news = await listen(async ({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(newsPage(Number(url?.split('/').at(-1))));
  });
  return {
    slackUrl: `http://${slack.host}/api/`,
    modelUrl: `http://${model.host}/v1`,
    newsHost: news.host,
    replies,
    calls,
    trouble,
    close() {
      for (const { server } of [slack, model, news]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(answer: Answer): Promise<{ server: Server; host: string }> {
  const server = createServer((request, response) => {
    // A killed program cuts its connections; that is what this is about.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `address()` is an object for a server that listens on a port.
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

type SlackState = { replies: Reply[]; trouble: World['trouble']; random: () => number };

async function answerSlack(request: IncomingMessage, response: ServerResponse, state: SlackState): Promise<void> {
  const body = await readBody(request);
  const form: Record<string, string> = body.startsWith('{')
    ? JSON.parse(body)
    : Object.fromEntries(new URLSearchParams(body));
  const method = request.url?.split('/').at(-1)?.split('?')[0];
  await sleep(5 + state.random() * 20);
  if (method === 'chat.postMessage') return postMessage(form, response, state);
  if (method !== 'conversations.replies')
    return send(response, { ok: true, user_id: botUser, bot_id: 'B0BOT', team_id: 'T1', team: 'Bench' });
  const messages = state.replies
    .filter(({ threadTs }) => threadTs === form.ts)
    .map(({ ts, metadata }) => ({ type: 'message', user: botUser, bot_id: 'B0BOT', ts, metadata }));
  send(response, { ok: true, messages: [{ type: 'message', user: 'U1', ts: form.ts }, ...messages] });
}

const troubles = ['429', '500', 'cut before', 'cut after', 'silent after'] as const;

function postMessage(form: Record<string, string>, response: ServerResponse, { replies, trouble, random }: SlackState) {
  const wrong = random() < trouble.share ? troubles[Math.floor(random() * troubles.length)] : 'none';
  trouble.counts[wrong ?? 'none'] = (trouble.counts[wrong ?? 'none'] ?? 0) + 1;
  if (wrong === '429') {
    response.writeHead(429, { 'retry-after': '1' });
    return void response.end();
  }
  if (wrong === '500') return void response.writeHead(500).end();
  if (wrong === 'cut before') return void response.destroy();
  const ts = `${1_800_000_000 + replies.length}.000100`;
  const metadata: unknown = typeof form.metadata === 'string' ? JSON.parse(form.metadata) : form.metadata;
  replies.push({ ts, threadTs: form.thread_ts ?? '', metadata, at: Date.now() });
  if (wrong === 'cut after') return void response.destroy();
  // The caller's own time limit ends it.
  if (wrong === 'silent after') return;
  send(response, { ok: true, ts, channel: form.channel });
}

async function answerModel(
  request: IncomingMessage,
  response: ServerResponse,
  calls: ModelCall[],
  random: () => number,
): Promise<void> {
  const body = await readBody(request);
  const call: ModelCall = { article: caseNumberIn(body), startedAt: Date.now(), answeredAt: undefined };
  calls.push(call);
  await sleep(40 + random() * 160);
  const source = { name: null, kind: 'article', title: null, via: null };
  const text = firstSentence(call.article);
  const draft = {
    summary: [{ text, sentences: [1] }],
    actors: [],
    claims: [{ text, source, sentences: [1], quote: null }],
  };
  response.on('finish', () => {
    call.answeredAt = Date.now();
  });
  response.setHeader('x-call', String(calls.indexOf(call)));
  send(response, {
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify(draft) } }],
    usage: { prompt_tokens: 900, completion_tokens: 90, total_tokens: 990 },
  });
}

function send(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

const firstCase = 100_000;

function firstSentence(article: number): string {
  return `The harbour board opened case ${firstCase + article} on Monday after two ferries met in the northern channel.`;
}

function caseNumberIn(prompt: string): number {
  return Number(/opened case (\d+)/.exec(prompt)?.[1] ?? Number.NaN) - firstCase;
}

function newsPage(article: number): string {
  const rest = [
    'Nobody was hurt, and both ships reached the old pier under their own power before noon.',
    'The board keeps the log of every crossing and will compare it with what the pilots wrote that morning.',
    'Fog had closed the outer channel at dawn, so that more traffic than usual went by the northern one.',
    'Residents have asked for years that the ferries keep further apart when the wind comes from the sea.',
    'A first report is due before the end of the month, and the board says that it will be published in full.',
    'Until then one of the ferries stays at the pier, and the last crossing of the day is cancelled.',
    'The company that runs them has not said whether the timetable of the summer will be changed.',
  ];
  const paragraphs = [firstSentence(article), ...rest].map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>Ferries met in fog, case ${firstCase + article}</title></head>
<body><main><article><h1>Ferries met in fog, case ${firstCase + article}</h1>${paragraphs}</article></main></body></html>`;
}
