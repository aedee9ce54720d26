import { describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import type { Session } from '../../src/store/postgres/postgres.ts';
import { createVacuum } from '../../src/store/postgres/vacuum.ts';
import { createTestLog } from '../jobs/test-log.ts';
import { articleOf, briefOf, briefRecord } from './records.ts';
import { closeWithTest, newSchema, serverUrl } from './stores.ts';

describe.runIf(serverUrl)('what was deleted on a PostgreSQL server', () => {
  async function openWithText(besideBot: boolean) {
    const { url, read } = await newSchema();
    const store = await openStore({ path: '', url, besideBot });
    closeWithTest(() => store.close());
    for (let n = 0; n < 5; n += 1)
      await store.saveBrief(briefRecord(`b${n}`, { brief: briefOf(articleOf(`Text ${n} of the harbour.`)) }));
    const sizeOf = async () => (await read("select pg_relation_size('articles')::int as size"))[0]?.size;
    expect(await sizeOf()).not.toBe(0);
    return { store, sizeOf };
  }

  // Again each time: a long query of another test's keeps what it may still see.
  const untilFreed = (sizeOf: () => Promise<unknown>, free: () => Promise<unknown>) =>
    vi.waitUntil(
      async () => {
        await free();
        return (await sizeOf()) === 0;
      },
      { timeout: 60_000 },
    );

  it.each<[string, boolean, (store: Store) => Promise<unknown>]>([
    ['by an operator', true, (store) => store.deletePlace({ team: 'T1' })],
    ['with a workspace', false, (store) => store.deletePlace({ team: 'T1' })],
    [
      'as old text',
      false,
      (store) => store.deleteOldText({ before: 9999, keepBriefs: false }).then(() => store.forgetOldKeys(0)),
    ],
  ])('leaves its tables %s', async (_by, besideBot, remove) => {
    const { store, sizeOf } = await openWithText(besideBot);
    await untilFreed(sizeOf, () => remove(store));
  });
});

describe('freeing what was deleted', () => {
  const sessionOf = (query: Session['query']): Session => ({
    query,
    onNotification: () => {},
    onLost: () => {},
    close: async () => {},
  });

  it('fails softly', async () => {
    const { log, lines } = createTestLog();
    await createVacuum({ openSession: () => Promise.reject(new Error('away')), log }).vacuum();
    const openSession = async () => sessionOf(() => Promise.reject(new Error('not the owner')));
    await createVacuum({ openSession, log }).vacuum();
    expect(lines.map(({ event }) => event)).toEqual(Array(2).fill(expect.stringMatching(/not freed/)));
  });

  it('is done once more where it is asked for meanwhile, however often', async () => {
    const asked: string[] = [];
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { vacuum } = createVacuum({
      openSession: async () =>
        sessionOf(async (text) => {
          asked.push(text);
          await held;
          return [];
        }),
    });
    const all = [vacuum(), vacuum(), vacuum()];
    goOn();
    await Promise.all(all);
    expect(asked.filter((text) => text === 'vacuum articles')).toHaveLength(2);
  });

  it('ends with the store', async () => {
    const { vacuum, close } = createVacuum({ openSession: async () => sessionOf(async () => []) });
    await close();
    await vacuum();
  });
});
