import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Why there is no demo workspace. `no-binary`: local-slack does not exist for this platform. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
  readonly code: 'no-binary' | 'port-taken' | 'not-started';

  constructor(code: DemoError['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Who and what is in the demo workspace; its tokens open nothing but it. */
export const demoWorkspace = {
  team: 'T01DEMO',
  channel: 'C01NEWS',
  secondChannel: 'C02DESK',
  user: 'U01YOU',
  colleague: 'U02MARA',
  bot: 'U01BYLINE',
  botToken: 'xoxb-demo-workspace',
  appToken: 'xapp-demo-workspace',
  signingSecret: 'demo-workspace',
} as const;

export type LocalSlack = { pageUrl: string; apiUrl: string; close: () => Promise<void> };

/** How the workspace reaches the app: over its socket, or by signed requests to `requestUrl`. */
export type Delivery = { mode: 'socket' } | { mode: 'events'; requestUrl: string };

const startDeadlineMs = 15_000;

/**
 * Starts local-slack, a workspace with a web page, on loopback. It ends with `close`, and by itself when this process is gone.
 *
 * @throws DemoError
 */
export async function startLocalSlack(port: number, delivery: Delivery): Promise<LocalSlack> {
  const binary = findBinary();
  const folder = await mkdtemp(join(tmpdir(), 'byline-demo-'));
  // Tells our own workspace from another that holds the port.
  const domain = `demo-${randomUUID()}`;
  await writeFile(join(folder, 'workspace.json'), JSON.stringify(toWorkspace(domain, delivery)));
  await writeFile(join(folder, 'loopback.cjs'), loopbackOnly(process.pid, folder));

  const args = ['--config', join(folder, 'workspace.json'), '--port', String(port), '--base-host', '127.0.0.1'];
  const child = spawn(binary, [...args, '--files-dir', join(folder, 'files')], {
    env: { BUN_OPTIONS: `--preload=${join(folder, 'loopback.cjs')}` },
    stdio: 'ignore',
    // In a group of its own: a terminal's Ctrl-C is for Byline, which closes its connection before it ends the workspace.
    detached: true,
  });
  const close = async () => {
    await stopChild(child);
    await rm(folder, { recursive: true, force: true });
  };
  const pageUrl = `http://127.0.0.1:${port}`;
  try {
    await waitUntilUp(child, pageUrl, domain);
  } catch (error) {
    await close();
    throw error;
  }
  return { pageUrl, apiUrl: `${pageUrl}/api/`, close };
}

function findBinary(): string {
  try {
    const name = `local-slack-${process.platform}-${process.arch}`;
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'local-slack');
  } catch (error) {
    throw new DemoError('no-binary', { cause: error });
  }
}

// local-slack listens on every interface unless told otherwise, and would outlive a parent that is killed.
function loopbackOnly(parentPid: number, folder: string): string {
  return `const serve = Bun.serve;
Bun.serve = (options) => serve({ ...options, hostname: '127.0.0.1' });
const endWithParent = () => {
  try { process.kill(${parentPid}, 0); } catch {
    require('node:fs').rmSync(${JSON.stringify(folder)}, { recursive: true, force: true });
    process.kill(process.pid);
  }
};
setInterval(endWithParent, 1000).unref();
`;
}

function toWorkspace(domain: string, delivery: Delivery): object {
  const { team, channel, secondChannel, user, colleague, bot, botToken, appToken, signingSecret } = demoWorkspace;
  return {
    workspace: { name: 'Demo newsroom', domain, teamId: team },
    app: { appId: 'A01BYLINE', botUserId: bot, botName: 'byline', botToken, appToken, signingSecret, ...delivery },
    users: [
      { id: user, name: 'you', real_name: 'You' },
      { id: colleague, name: 'mara', real_name: 'Mara Lind' },
    ],
    channels: [
      { id: channel, name: 'news', topic: 'Post a link or paste an article', members: [user, colleague, bot] },
      { id: secondChannel, name: 'politics-desk', members: [user, colleague, bot] },
      { id: 'G01INQUIRY', name: 'inquiry', is_private: true, members: [user, colleague, bot] },
      // Byline's own conversation with the first person; the page calls it after them.
      { id: 'D01YOU', name: 'byline', is_im: true, is_private: true, members: [user, bot] },
    ],
  };
}

async function waitUntilUp(child: ChildProcess, pageUrl: string, domain: string): Promise<void> {
  let ended = false;
  const markEnded = () => {
    ended = true;
  };
  child.once('exit', markEnded).once('error', markEnded);
  const deadline = Date.now() + startDeadlineMs;
  while (Date.now() < deadline) {
    if (ended) throw new DemoError('port-taken');
    if (await shows(`${pageUrl}/_control/state`, domain)) return;
    await sleep(50);
  }
  throw new DemoError('not-started');
}

async function shows(url: string, words: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    return (await response.text()).includes(words);
  } catch {
    return false;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 2000);
  await ended;
  clearTimeout(killer);
}
