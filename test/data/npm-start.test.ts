import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { bareEnvironment } from '../bare-environment.ts';
import { freePort } from '../free-port.ts';
import { closeWithTest, openTestStore, temporaryFolder } from '../store/stores.ts';
import { startSlack } from './start-slack.ts';

it.skipIf(process.platform === 'win32')(
  'a supervisor that signals npm alone stops Byline with it',
  async () => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    const npm = spawn('npm', ['start'], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: {
        ...bareEnvironment(),
        HOME: temporaryFolder(),
        DATABASE_PATH: path,
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_SIGNING_SECRET: 's',
        SLACK_API_URL: await startSlack(),
        PORT: String(await freePort()),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own: what npm leaves behind can be ended.
      detached: true,
    });
    const ended = once(npm, 'exit');
    closeWithTest(() => {
      try {
        process.kill(-(npm.pid ?? 0), 'SIGKILL');
      } catch {
        // Nobody is left of it.
      }
    });
    for await (const line of createInterface(npm.stdout)) if (line.includes('connected to slack')) break;
    npm.kill('SIGTERM');
    await ended;
    // Whoever has stopped gives the file back.
    const isFree = () =>
      openTestStore(path).then(
        () => true,
        () => false,
      );
    await expect.poll(isFree, { timeout: 20_000, interval: 200 }).toBe(true);
  },
  60_000,
);
