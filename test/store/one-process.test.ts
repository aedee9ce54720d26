import { chmodSync, chownSync, mkdirSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { restoreDatabase } from '../../src/store/sqlite/restore.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { briefRecord } from './records.ts';
import { openTestStore, temporaryFolder } from './stores.ts';

const isRoot = process.getuid?.() === 0;
/** Who Byline runs as where root looks after it. */
const service = 65_534;

describe('one process has a file to itself', () => {
  it('also by a link whose target is not there yet', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    symlinkSync(join('disk', 'real.sqlite'), path);
    expect(await openElsewhere(path)).toBe('open');
    expect(await openElsewhere(path)).toMatch(/^locked /);
    expect(await openElsewhere(join(folder, 'disk', 'real.sqlite'))).toMatch(/^locked /);
    expect(readdirSync(join(folder, 'disk'))).toContain('real.sqlite.lock');
    expect(readdirSync(folder)).toEqual(['byline.sqlite', 'disk']);
  });

  it('by a link that leads round in a circle nothing is opened', async () => {
    const path = join(temporaryFolder(), 'byline.sqlite');
    symlinkSync('byline.sqlite', path);
    await expect(openStore({ path })).rejects.toMatchObject({ code: 'unwritable' });
  });

  it('a lock that may only be read is no lock', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    await (await openStore({ path })).close();
    chmodSync(`${path}.lock`, 0o444);
    // Root may write everything: somebody else tries.
    if (isRoot) for (const name of ['', 'byline.sqlite']) chownSync(join(folder, name), service, service);
    const uid = isRoot ? service : undefined;
    const said = await openElsewhere(path, uid);
    expect(said).toMatch(/^unwritable .*byline\.sqlite\.lock cannot be written/);
    chmodSync(`${path}.lock`, 0o644);
    expect(await openElsewhere(path)).toBe('open');
    if (!isRoot) return;
    // Beside a Byline that has it, reading the lock is enough to see that.
    expect(await openElsewhere(path, uid)).toMatch(/^locked /);
  });

  it.skipIf(!isRoot)('what root makes in the folder of the one that Byline runs as is that one’s', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    chownSync(folder, service, service);
    const from = join(temporaryFolder(), 'copy.sqlite');
    const store = await openStore({ path: from });
    await store.saveBrief(briefRecord('one'));
    await store.close();
    await restoreDatabase(path, from, '1');
    const owners = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).uid]);
    expect(owners()).toEqual([
      ['byline.sqlite', service],
      ['byline.sqlite.lock', service],
    ]);
    expect(await openElsewhere(path, service)).toBe('open');
  });

  it.skipIf(!isRoot)(
    'root looks into a file first, and the one that Byline runs as has its lock all the same',
    async () => {
      const folder = temporaryFolder();
      const path = join(folder, 'deep', 'byline.sqlite');
      chownSync(folder, service, service);
      await (await openStore({ path })).close();
      expect(await openElsewhere(path, service)).toBe('open');
      expect(await openElsewhere(path, service)).toMatch(/^locked /);
    },
  );
});

describe('restoring by a link', () => {
  it('puts the copy where the link leads and leaves the link', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'byline.sqlite');
    mkdirSync(join(folder, 'disk'));
    symlinkSync(join(folder, 'disk', 'real.sqlite'), path);
    await (await openStore({ path })).close();
    const from = join(folder, 'copy.sqlite');
    const copy = await openStore({ path: from });
    await copy.saveBrief(briefRecord('one'));
    await copy.close();
    expect(await restoreDatabase(path, from, '1')).toBe(join(folder, 'disk', 'real.sqlite.1.before-restore'));
    expect(readlinkSync(path)).toBe(join(folder, 'disk', 'real.sqlite'));
    expect(await (await openTestStore(path)).findBrief('one')).toBeDefined();
  });
});
