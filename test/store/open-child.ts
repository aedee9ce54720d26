import { StoreError } from '../../src/store/errors.ts';
import { openStore } from '../../src/store/open-store.ts';

// Opens a store as a process of its own, says how that went, and keeps it open until its input ends.
try {
  const store = await openStore({ path: process.argv[2] ?? '' });
  process.stdout.write('open\n');
  process.stdin.resume();
  process.stdin.on('end', () => void store.close());
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? `${error.code} ${error.message}` : String(error)}\n`);
}
