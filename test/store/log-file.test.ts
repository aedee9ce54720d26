import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { emptyLogFile, openDatabase } from '../../src/store/sqlite.ts';
import { articleOf, briefOf, briefRecord } from './records.ts';
import { closeWithTest, temporaryFolder } from './stores.ts';

it('deleted text that somebody still reads is not called gone, and is once they have ended', async () => {
  const path = join(temporaryFolder(), 'byline.sqlite');
  const store = await openStore({ path });
  closeWithTest(() => store.close());
  await store.saveBrief(briefRecord('one', { brief: briefOf(articleOf('The zqcanary text.')) }));
  const reader = new DatabaseSync(path, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from briefs').get();
  const database = openDatabase(path);
  closeWithTest(() => database.close());
  database.exec('pragma foreign_keys = on; pragma secure_delete = on; delete from articles');

  const once = { tries: 2, pauseMs: 1 };
  await expect(emptyLogFile(database, path, once)).rejects.toMatchObject({ code: 'held' });
  reader.close();
  await emptyLogFile(database, path, once);
  const onDisk = ['', '-wal'].map((end) => readFileSync(path + end, 'latin1')).join('');
  expect(onDisk).not.toContain('zqcanary');
});
