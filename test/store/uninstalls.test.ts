import { describe, expect, it } from 'vitest';
import type { Queries } from '../../src/store/queries.ts';
import { newJob } from './records.ts';
import { engines, openServerStores, serverUrl } from './stores.ts';

const take = (store: Queries, key: string, team = 'T1') =>
  store.receive({ key, team, receivedAt: 1 }, [newJob(`job-${key}`, { team, channel: 'C1' })]);

async function countKept(store: Queries): Promise<number> {
  let count = 0;
  for await (const _ of store.exportPlace({ team: 'T1' })) count += 1;
  return count;
}

describe.each(engines)('a workspace that took Byline out, on $name', ({ open }) => {
  it('has nothing taken in until it is installed again', async () => {
    const store = await open();
    expect(await store.markUninstalled({ team: 'T1', event: 'Ev1' })).toBe(true);
    expect(await take(store, 'a')).toBe(false);
    expect(await store.receive({ key: 'b', team: 'T1', receivedAt: 1 }, [])).toBe(false);
    expect(await store.wasReceived('a')).toBe(false);
    expect(await take(store, 'other', 'T2')).toBe(true);
    await store.deletePlace({ team: 'T1' });
    expect(await take(store, 'a')).toBe(false);
    expect(await countKept(store)).toBe(0);
    await store.markInstalled('T1', 5);
    expect(await take(store, 'a')).toBe(true);
    expect(await take(store, 'b')).toBe(true);
  });

  it('is not taken for one that did so again where the same event comes late', async () => {
    const store = await open();
    const said = { team: 'T1', event: 'Ev1' };
    await store.markInstalled('T1', 1);
    expect(await store.markUninstalled(said)).toBe(true);
    // What was to be deleted may not have been.
    expect(await store.markUninstalled(said)).toBe(true);
    await store.markInstalled('T1', 5);
    await store.markInstalled('T1', 6);
    expect(await store.markUninstalled(said)).toBe(false);
    expect(await take(store, 'a')).toBe(true);
    expect(await store.markUninstalled({ team: 'T1', event: 'Ev2' })).toBe(true);
    expect(await take(store, 'b')).toBe(false);
    await store.markInstalled('T1', 7);
    // Slack names each; one without a name is never taken for an earlier one.
    expect(await store.markUninstalled({ team: 'T1', event: null })).toBe(true);
    await store.markInstalled('T1', 8);
    expect(await store.markUninstalled({ team: 'T1', event: null })).toBe(true);
  });
});

describe.runIf(serverUrl)('a workspace that takes Byline out of several processes', () => {
  it('leaves nothing of what another one was taking in at that moment', async () => {
    const [one, other] = await openServerStores(2);
    if (!one || !other) return;
    for (let round = 0; round < 15; round += 1) {
      const taking = Array.from({ length: 6 }, (_, n) => take(other, `${round}-${n}`));
      await new Promise((settle) => setTimeout(settle, round));
      await one.markUninstalled({ team: 'T1', event: `Ev${round}` });
      await one.deletePlace({ team: 'T1' });
      await Promise.all(taking);
      expect(await countKept(one), `round ${round}`).toBe(0);
      await one.markInstalled('T1', round);
    }
  });
});
