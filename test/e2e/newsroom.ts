import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoWorkspace, type LocalSlack, startLocalSlack } from '../../src/demo/local-slack.ts';
import { type SamplePages, serveSamples } from '../../src/demo/sample-pages.ts';
import { bareEnvironment } from '../bare-environment.ts';
import { freePort } from '../free-port.ts';

export type Message = {
  ts: string;
  thread_ts?: string;
  user?: string;
  bot_id?: string;
  /** Whom alone it is shown to. */
  ephemeral_to?: string;
  text: string;
  blocks?: unknown[];
};

const { bot } = demoWorkspace;
const entry = join(import.meta.dirname, '../../src/main.ts');

/** The whole program as a child process, with settings of its own and none of ours. */
export function startByline(settings: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    env: { ...bareEnvironment(), ...settings },
    cwd: join(import.meta.dirname, '../fixtures'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    text += chunk;
  });
  return { child, output: () => text };
}

/** Ends a child as a person does, with Ctrl-C's signal; the exit code. */
export async function stopByline(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = await ended;
  return typeof code === 'number' ? code : null;
}

/** Polls until `find` gives something, a bounded number of times; undefined where it never does. */
export async function eventually<T>(find: () => Promise<T | undefined>, tries = 200): Promise<T | undefined> {
  for (let n = 0; n < tries; n++) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(75);
  }
  return undefined;
}

/** What a person does in a local workspace, and what they see; the first one in #news unless another is named. */
export function createPerson(pageUrl: string, { user, channel }: { user: string; channel: string } = demoWorkspace) {
  const call = async (path: string, body: object) => {
    const response = await fetch(`${pageUrl}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channel, user, ...body }),
    });
    // local-slack's own answer.
    return (await response.json()) as { ok: boolean; message?: Message };
  };
  const messages = async () => {
    const response = await fetch(`${pageUrl}/_control/messages/${channel}`);
    return ((await response.json()) as { messages: Message[] }).messages;
  };
  const repliesIn = async (threadTs: string) =>
    (await messages()).filter(
      (message) => message.user === bot && message.thread_ts === threadTs && message.ts !== threadTs,
    );
  return {
    messages,
    repliesIn,
    post: async (text: string, threadTs?: string) => {
      const { message } = await call('message', { text, ...(threadTs && { thread_ts: threadTs }) });
      if (!message) throw new Error('the workspace did not take the message');
      return message.ts;
    },
    /** Shares a file as a person does; the message's timestamp. */
    share: async (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.append('channel', channel);
      form.append('user', user);
      form.append('file', new File([content], name, { type }));
      const before = new Set((await messages()).map(({ ts }) => ts));
      await fetch(`${pageUrl}/_control/upload`, { method: 'POST', body: form });
      const shared = (await messages()).find((message) => !before.has(message.ts) && message.user === user);
      if (!shared) throw new Error('the workspace did not take the file');
      return shared.ts;
    },
    command: (text: string) => call('command', { command: '/summarize', text }),
    react: (ts: string, reaction: string) => call('reaction', { ts, name: reaction }),
    edit: (ts: string, text: string) => call('edit-message', { ts, text }),
    remove: (ts: string) => call('delete-message', { ts }),
    openHome: () => call('open-home', {}),
    /** What the workspace was asked by the program. */
    log: async () => JSON.stringify(await (await fetch(`${pageUrl}/_control/log`)).json()),
    press: (messageTs: string, action: object) => call('interact', { messageTs, action }),
    /** The bot's replies in a thread once there are `count` of them. */
    seeReplies: (threadTs: string, count = 1) =>
      eventually(async () => {
        const replies = await repliesIn(threadTs);
        return replies.length >= count ? replies : undefined;
      }),
  };
}

/** All that a person can read of a message, as one string. */
export function textOf(message: Message | undefined): string {
  return message ? `${message.text}\n${JSON.stringify(message.blocks ?? [])}` : '';
}

export type Newsroom = {
  person: ReturnType<typeof createPerson>;
  samples: SamplePages;
  slack: LocalSlack;
  byline: ReturnType<typeof startByline>;
  close: () => Promise<void>;
};

/** A local workspace with the program in it, over Socket Mode or HTTP. */
export async function openNewsroom(mode: 'socket' | 'http', settings: Record<string, string> = {}): Promise<Newsroom> {
  const appPort = await freePort();
  const requestUrl = `http://127.0.0.1:${appPort}/slack/events`;
  const slack = await startLocalSlack(
    await freePort(),
    mode === 'socket' ? { mode: 'socket' } : { mode: 'events', requestUrl },
  );
  const samples = await serveSamples();
  const { botToken, appToken, signingSecret } = demoWorkspace;
  const byline = startByline({
    SLACK_BOT_TOKEN: botToken,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: appToken }
      : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(appPort) }),
    SLACK_API_URL: slack.apiUrl,
    ALLOWED_PRIVATE_HOSTS: samples.host,
    DATABASE_PATH: ':memory:',
    ...settings,
  });
  const close = async () => {
    await stopByline(byline.child);
    await samples.close();
    await slack.close();
  };
  const up = await eventually(async () => (byline.output().includes('connected to slack') ? true : undefined));
  if (!up) {
    await close();
    throw new Error(`Byline did not start: ${byline.output()}`);
  }
  return { person: createPerson(slack.pageUrl), samples, slack, byline, close };
}
