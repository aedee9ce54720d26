import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'byline-store-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a store that is closed with the test. */
export async function openTestStore(path: string): Promise<Store> {
  const store = await openStore({ path });
  cleanUps.push(() => store.close());
  return store;
}

/** The engines that every store test runs on. */
export const engines: { name: string; open: () => Promise<Store> }[] = [
  { name: 'memory', open: () => openTestStore(':memory:') },
  { name: 'file', open: () => openTestStore(join(temporaryFolder(), 'byline.db')) },
];
