import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTestStore, temporaryFolder } from './stores.ts';

const child = fileURLToPath(import.meta.resolve('./receive-child.ts'));

describe('a full disk', () => {
  // A limit on the size of a file makes its writes fail as a full disk does, without filling one.
  it.skipIf(process.platform === 'win32')(
    'refuses an event honestly and keeps every one it took',
    { timeout: 120_000 },
    async () => {
      const path = join(temporaryFolder(), 'byline.db');
      const limitKb = 2048;
      const limited = `trap '' XFSZ; ulimit -f ${limitKb}; exec "$0" "$@"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', limited, process.execPath, child, path], {
        encoding: 'utf8',
      });
      const lines = stdout.trim().split('\n');
      expect(stderr).toBe('');
      expect(lines.at(-2)).toBe('refused unwritable');
      // Reading goes on, so readiness has to write.
      expect(lines.at(-1)).toBe('then unwritable, due 0');
      const kept = lines.slice(0, -2);
      expect(kept.length).toBeGreaterThan(20);

      const store = await openTestStore(path);
      for (const key of kept) {
        expect(await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 0 }, []), key).toBe(false);
      }
      expect(await store.receive({ key: `e-k${kept.length}`, team: 'T1', receivedAt: 0 }, [])).toBe(true);
    },
  );
});
