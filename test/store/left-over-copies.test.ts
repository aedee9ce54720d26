import { randomUUID } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { restoreDatabase } from '../../src/store/sqlite/restore.ts';
import { openDatabase } from '../../src/store/sqlite/sqlite.ts';
import { briefRecord } from './records.ts';
import { closeWithTest, openTestStore, temporaryFolder } from './stores.ts';

const longAgo = new Date(Date.now() - 3_600_000);

function leave(path: string): string {
  writeFileSync(path, 'everything');
  utimesSync(path, longAgo, longAgo);
  return path;
}

it('what a killed backup left goes with the next one to the same place; what may be another’s work stays', async () => {
  const folder = temporaryFolder();
  const store = await openTestStore(join(folder, 'byline.db'));
  await store.saveBrief(briefRecord('one'));
  const to = join(folder, 'copy.sqlite');
  const left = leave(`${to}.${randomUUID()}.partial`);
  leave(`${left}-journal`);
  const stays = [
    leave(`${to}.mine.partial`),
    leave(join(folder, `other.sqlite.${randomUUID()}.partial`)),
    `${to}.${randomUUID()}.partial`,
    `${to}.${randomUUID()}.partial`,
  ] as const;
  // One that was just begun, and one that is being written for an hour.
  writeFileSync(stays[2], '');
  const writer = openDatabase(stays[3]);
  closeWithTest(() => writer.close());
  writer.exec('create table pages (page text); begin exclusive');
  utimesSync(stays[3], longAgo, longAgo);

  await store.backup(to);
  const names = readdirSync(folder).filter((name) => name.includes('.partial') && !name.endsWith('-journal'));
  expect(names.map((name) => join(folder, name)).toSorted()).toEqual([...stays].toSorted());
  expect(readdirSync(folder)).toContain('copy.sqlite');
});

it('what a killed restore left goes with the next one', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'byline.db');
  const store = await openStore({ path });
  await store.backup(join(folder, 'copy.sqlite'));
  await store.close();
  const stamp = '2026-11-30T10-00-00-000Z';
  leave(`${path}.${stamp}.restored`);
  leave(`${path}.${stamp}.restored-wal`);
  leave(`${path}.${stamp}.restored.${randomUUID()}.partial`);
  leave(`${path}.${stamp}.before-restore`);
  await restoreDatabase(path, join(folder, 'copy.sqlite'), '2026-12-01T10-00-00-000Z');
  expect(readdirSync(folder).toSorted()).toEqual([
    'byline.db',
    `byline.db.${stamp}.before-restore`,
    'byline.db.2026-12-01T10-00-00-000Z.before-restore',
    'byline.db.lock',
    'copy.sqlite',
  ]);
});
