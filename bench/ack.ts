// Times the acknowledgement of events at a steady rate, over HTTP and over Socket Mode, with the whole program as a child process
// on a durable store and the fake Slack of the tests. `npm run bench:latency`, or `node bench/ack.ts [events a second] [seconds]`.
// One event in twenty is a link that is briefed offline meanwhile; the rest is talk, and one in ten of all is delivered twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveSamples } from '../src/demo/sample-pages.ts';
import { freePort } from '../test/free-port.ts';
import { startFakeSlack } from '../test/slack/support/fake-slack.ts';
import { startFakeSocket } from '../test/slack/support/fake-socket.ts';
import { createSender, signingSecret, toEnvelope } from '../test/slack/support/signed-http.ts';
import { connected } from './connected.ts';

const rate = Number(process.argv[2] ?? 50);
const seconds = Number(process.argv[3] ?? 60);
const samples = await serveSamples();

async function measure(mode: 'http' | 'socket'): Promise<void> {
  const fake = await startFakeSlack();
  const socket = await startFakeSocket();
  fake.socketUrl = socket.url;
  const folder = await mkdtemp(join(tmpdir(), 'byline-ack-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: fake.token,
      ...(mode === 'http'
        ? { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) }
        : { SLACK_APP_TOKEN: fake.appToken }),
      SLACK_API_URL: fake.apiUrl,
      DATABASE_PATH: join(folder, 'byline.sqlite'),
      ALLOWED_PRIVATE_HOSTS: samples.host,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await connected(child.stdout);
  const http = createSender(port);

  async function deliver(id: string, event: Record<string, unknown>): Promise<void> {
    if (mode === 'http') {
      const { status } = await http.event(event);
      if (status !== 200) throw new Error(`answered with ${status}`);
      return;
    }
    const acknowledged = new Promise<void>((resolve) => waiting.set(id, resolve));
    socket.send({ envelope_id: id, type: 'events_api', payload: toEnvelope(event), accepts_response_payload: false });
    await acknowledged;
  }

  const waiting = new Map<string, () => void>();
  const { set } = socket.acks;
  socket.acks.set = (id, payload) => {
    waiting.get(id)?.();
    return set.call(socket.acks, id, payload);
  };

  const times: number[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    await sleep(Math.max(0, startedAt + (n * 1000) / rate - performance.now()));
    const sample = samples.samples[n % samples.samples.length];
    const said = fake.say('C1', n % 20 === 0 ? `<${sample?.url}?n=${n}>` : 'did that arrive, by the way?');
    for (let delivery = 0; delivery < (n % 10 === 0 ? 2 : 1); delivery += 1) {
      const sentAt = performance.now();
      const event = { type: 'message', channel_type: 'channel', ...said };
      underWay.push(deliver(`e${n}-${delivery}`, event).then(() => void times.push(performance.now() - sentAt)));
    }
  }
  await Promise.all(underWay);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const briefs = fake.messages.filter(({ bot_id: bot }) => bot !== undefined).length;
  console.log(
    `${mode.padEnd(7)}${times.length} acks at ${rate}/s  median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms  (${briefs} briefs meanwhile)`,
  );

  const stoppedAt = performance.now();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  console.log(`${mode.padEnd(7)}stopped in ${(performance.now() - stoppedAt).toFixed(0)} ms`);
  await socket.close();
  await fake.close();
  await rm(folder, { recursive: true, force: true });
}

console.log(
  `${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} before`,
);
for (const mode of ['http', 'socket'] as const) await measure(mode);
await samples.close();
