import { writeSync } from 'node:fs';
import { StoreError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';

// Takes events into the store of its argument until it is refused. Writes every key once it is stored, then the refusal's code, and
// last what the store says of its readiness and whether it still answers a question.

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

const proof = await store.proveWritable().then(
  () => 'writable',
  (error) => (error instanceof StoreError ? error.code : String(error)),
);
writeSync(1, `then ${proof}, due ${await store.nextRunAt()}\n`);
