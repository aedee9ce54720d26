import { writeSync } from 'node:fs';
import { StoreError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';

// Takes events into the store of its argument until it is refused. Writes every key once it is stored, then the refusal's code.

const store = await openStore({ path: process.argv[2] ?? '' });
for (let n = 0; n < 5000; n++) {
  const key = `k${n}`;
  const job = { key, kind: 'work', team: 'T1', thread: key, payload: 'x'.repeat(2000) };
  try {
    await store.receive({ key: `e-${key}`, team: 'T1', receivedAt: n }, [job]);
  } catch (error) {
    writeSync(1, `refused ${error instanceof StoreError ? error.code : String(error)}\n`);
    break;
  }
  writeSync(1, `${key}\n`);
}
