import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { connected } from '../connected.ts';
import { linkOfPost } from './shared-articles.ts';
import { botUser, type World } from './world.ts';

const secret = 'bench';
/** Debian's user for what has no rights. */
const nobody = 65_534;

/** Byline as a process of its own, to be killed. */
export type Program = {
  /** Sends an event as Slack does; true where it was acknowledged. */
  sendPost(post: number): Promise<boolean>;
  /** Resolves when the program has ended, or at once for the signal that it lives on with. */
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGUSR2'): Promise<void>;
};

/** A port on loopback that is free now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // `address()` is an object for a server that listens on a port.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** How the program's machine is made to fail. */
export type Faults = {
  maxFileKb?: number;
  jumpingClock?: boolean;
  /** Without the rights that root has over any file. */
  asNobody?: boolean;
};

/** Starts the whole program over HTTP; resolves when it takes events. */
export async function startProgram(
  world: World,
  port: number,
  environment: Record<string, string>,
  { maxFileKb, jumpingClock = false, asNobody = false }: Faults = {},
): Promise<Program> {
  const clock = jumpingClock ? ['--import', join(import.meta.dirname, 'jumping-clock.ts')] : [];
  const witness = environment.BENCH_WITNESS ? ['--import', join(import.meta.dirname, 'witness.ts')] : [];
  const news = ['--import', join(import.meta.dirname, 'public-news.ts')];
  const preload = [...clock, ...witness, ...news];
  const command = [process.execPath, ...preload, join(import.meta.dirname, '../../src/main.ts')];
  // A limit on the size of a file makes its writes fail as a full disk does, without filling one.
  const limited = ['bash', '-c', `trap '' XFSZ; ulimit -f ${maxFileKb}; exec "$0" "$@"`, ...command];
  const [name = '', ...rest] = maxFileKb === undefined ? command : limited;
  const user = asNobody && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(name, rest, {
    ...user,
    env: {
      ...environment,
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: world.slackUrl,
      OPENAI_API_KEY: 'bench',
      OPENAI_BASE_URL: world.modelUrl,
      OPENAI_MODEL: 'bench-model',
      PORT: String(port),
      ALLOWED_PRIVATE_HOSTS: world.newsHost,
      BENCH_NEWS_PORT: new URL(`http://${world.newsHost}`).port,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([connected(child.stdout), failOnExit(child)]);
  return {
    sendPost: (post) => sendPost(port, world.newsHost, post),
    async kill(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      if (signal !== 'SIGUSR2') await ended;
    },
  };
}

async function failOnExit(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the program ended with ${code} before it was ready`);
}

const firstTs = 1_700_000_000;

/** The timestamp of a post's message, which is its thread too. */
export function threadOfPost(post: number): string {
  return `${firstTs + post}.000100`;
}

/** The post that began a thread. */
export function postOfThread(threadTs: string): number {
  return Math.floor(Number(threadTs)) - firstTs;
}

async function sendPost(port: number, newsHost: string, post: number): Promise<boolean> {
  const ts = threadOfPost(post);
  const event = {
    type: 'message',
    channel: `C${post % 5}`,
    channel_type: 'channel',
    user: 'U1',
    ts,
    text: `<${linkOfPost(post, newsHost)}>`,
  };
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${post}`,
    authorizations: [{ team_id: 'T1', user_id: botUser, is_bot: true }],
    event,
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    // Killed before it could say so: Slack would send the event again, and so does the bench.
    return false;
  }
}
