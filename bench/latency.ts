// Times the whole program over HTTP on loopback, drafting offline: start, event to ack, event to reply, memory.
// `npm run bench:latency [-- <briefs>]`. Bounded: ends after that many briefs (default 100), each awaited for at most 30 s.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { join } from 'node:path';
import { serveSamples } from '../src/demo/sample-pages.ts';
import { connected } from './connected.ts';

const briefs = Number(process.argv[2] ?? 100);
const secret = 'bench';
const bot = 'U0BOT';

const waiting = new Map<string, (at: number) => void>();
const slack = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.url?.endsWith('chat.postMessage')) {
      const form = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
      waiting.get(form.thread_ts)?.(performance.now());
    }
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        ok: true,
        user_id: bot,
        bot_id: 'B0BOT',
        team_id: 'T1',
        team: 'Bench',
        ts: `${Date.now()}.1`,
        channel: 'C1',
        messages: [],
      }),
    );
  });
});
slack.listen(0, '127.0.0.1');
await once(slack, 'listening');
// `address()` is an object for a server that listens on a port.
const slackPort = (slack.address() as AddressInfo).port;
const probe = createSocket().listen(0, '127.0.0.1');
await once(probe, 'listening');
const appPort = (probe.address() as AddressInfo).port;
probe.close();
const samples = await serveSamples();

const startedAt = performance.now();
const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
  env: {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    PORT: String(appPort),
    DATABASE_PATH: join(process.argv[3] ?? '/tmp', `byline-bench-${process.pid}.sqlite`),
    ALLOWED_PRIVATE_HOSTS: samples.host,
    LOG_LEVEL: 'info',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await connected(child.stdout);
const coldStartMs = performance.now() - startedAt;
const rssAtStart = residentMb();

const acks: number[] = [];
const replies: number[] = [];
for (let n = 0; n < briefs; n++) {
  const sample = samples.samples[n % samples.samples.length];
  const ts = `${1_700_000_000 + n}.000100`;
  const replied = new Promise<number>((resolve, reject) => {
    waiting.set(ts, resolve);
    setTimeout(() => reject(new Error(`no reply to post ${n}`)), 30_000).unref();
  });
  const postedAt = performance.now();
  // Each link is its own article to the program, so that no cache answers.
  await sendEvent({
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    ts,
    text: `<${sample?.url}?n=${n}>`,
  });
  acks.push(performance.now() - postedAt);
  replies.push((await replied) - postedAt);
}

const row = (name: string, times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  console.log(
    `${name.padEnd(34)} first ${(times[0] ?? 0).toFixed(1)}  median ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} ms`,
  );
};
console.log(`${briefs} briefs over HTTP on loopback, offline reader, SQLite with a sync on each commit`);
console.log(`${'cold start to connected'.padEnd(34)} ${coldStartMs.toFixed(0)} ms`);
row('event posted to ack', acks);
row('event posted to reply posted', replies);
console.log(`${'resident memory, start / end'.padEnd(34)} ${rssAtStart} / ${residentMb()} MB`);

const ended = once(child, 'exit');
child.kill('SIGTERM');
await ended;
await samples.close();
slack.close();
slack.closeAllConnections();

async function sendEvent(event: object): Promise<void> {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${Math.random()}`,
    authorizations: [{ team_id: 'T1', user_id: bot, is_bot: true }],
    event,
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const answer = await fetch(`http://127.0.0.1:${appPort}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  if (answer.status !== 200) throw new Error(`the event was answered with ${answer.status}`);
  await answer.arrayBuffer();
}

function residentMb(): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
