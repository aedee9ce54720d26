import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { newJob } from './records.ts';
import { closeWithTest, temporaryFolder } from './stores.ts';

const receiveAt = (store: Store, key: string) =>
  store.receive({ key: `e-${key}`, team: 'T1', receivedAt: 0 }, [newJob(key)]);

async function openBusyStore(patienceMs?: number) {
  const path = join(temporaryFolder(), 'byline.sqlite');
  const store = await openStore({ path, ...(patienceMs !== undefined && { patienceMs }) });
  closeWithTest(() => store.close());
  await receiveAt(store, 'first');
  const other = new DatabaseSync(path);
  closeWithTest(() => other.close());
  other.exec('begin immediate');
  return { store, other };
}

describe('another program that writes the file', () => {
  it('is waited for while everything else goes on', async () => {
    const { store, other } = await openBusyStore(60_000);
    const receiving = receiveAt(store, 'a');
    const proving = store.proveWritable();
    const job = store.claimJob({ owner: 'w', now: 0, leaseMs: 1 });
    // In the same thread as the store: where that waited, this line would not come.
    await new Promise((resolve) => setTimeout(resolve, 10));
    other.exec('commit');
    expect(await receiving).toBe(true);
    await proving;
    expect((await job)?.key).toBe('first');
  });

  it('is not waited for by each in its turn: once one has waited in vain the others are refused, until it is gone', async () => {
    const { store, other } = await openBusyStore(30);
    const events = ['a', 'b', 'c'].map((key) => receiveAt(store, key));
    for (const event of await Promise.allSettled(events))
      expect(event).toMatchObject({
        status: 'rejected',
        reason: { code: 'busy', message: expect.stringMatching(/written by another program/) },
      });
    const step = { jobId: '1', owner: 'w', name: 'asked', result: 1 };
    await expect(store.saveStep(step)).rejects.toMatchObject({ code: 'busy' });
    // Who only reads is never in its way.
    expect(await store.queueState(0)).toMatchObject({ pending: 1 });
    other.exec('rollback');
    expect(await receiveAt(store, 'a')).toBe(true);
  });
});
