import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, temporaryFolder } from '../store/stores.ts';
import { runEntry } from './run-entry.ts';

const canary = 'zqcanary7731';

/** All that is on the disk, the log file and its index included. */
function bytesOf(path: string): string {
  return ['', '-wal', '-shm', '-journal']
    .filter((end) => existsSync(path + end))
    .map((end) => readFileSync(path + end, 'latin1'))
    .join('');
}

function runChild(path: string): Promise<string> {
  const child = resolve(import.meta.dirname, 'canary-child.ts');
  return new Promise((settle) => {
    execFile(process.execPath, [child, path, canary], { timeout: 60_000 }, (_, out, err) => settle(out + err));
  });
}

const later = Date.now() + 1e9;
const deletions: { name: string; run: (store: Store) => Promise<unknown> }[] = [
  { name: 'the workspace was deleted', run: (store) => store.deletePlace({ team: 'T1' }) },
  {
    name: 'its channels were deleted',
    run: async (store) => {
      await store.deletePlace({ team: 'T1', channel: 'C1' });
      await store.deletePlace({ team: 'T1', channel: 'CGONE' });
    },
  },
  { name: 'its time was over', run: (store) => store.deleteOldText({ before: later, keepBriefs: false }) },
];

describe('what people post and ask', () => {
  it.each(deletions)(
    'is in no log line, and in no byte of the database once $name',
    async ({ run }) => {
      const path = join(temporaryFolder(), 'byline.sqlite');
      const output = await runChild(path);
      // It was worked on, and failed in the ways that log.
      expect(output).toMatch(/brief posted/);
      expect(output).toMatch(/question answered/);
      expect(output).toMatch(/model gave no draft/);
      expect(output).toMatch(/not summarised/);
      expect(output).toMatch(/job given up/);
      expect(output).not.toContain(canary);
      expect(bytesOf(path)).toContain(canary);

      const store = await openTestStore(path);
      await run(store);
      // With the store still open: nothing waits in the log file.
      expect(bytesOf(path).split(canary).length - 1).toBe(0);
    },
    120_000,
  );

  it('tokens and keys are in no output of a Byline that cannot reach Slack', async () => {
    const folder = temporaryFolder();
    const ended = await runEntry(
      'main',
      [],
      {
        SLACK_BOT_TOKEN: `xoxb-${canary}`,
        SLACK_APP_TOKEN: `xapp-${canary}`,
        SLACK_API_URL: 'http://127.0.0.1:9/api/',
        OPENAI_API_KEY: canary,
        LOG_LEVEL: 'debug',
      },
      folder,
    );
    expect(ended.code).toBe(78);
    expect(ended.out + ended.err).not.toContain(canary);
    expect(bytesOf(join(folder, 'data/byline.sqlite'))).not.toContain(canary);
  }, 60_000);
});
