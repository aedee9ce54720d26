import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Resolves when the program's log says that it is connected; what it says later is read and let go, so that it never waits. */
export function connected(log: Readable): Promise<void> {
  return new Promise((resolve) => {
    // Heard without a gap: two lines may come at once.
    createInterface({ input: log }).on('line', (line) => {
      if (line.includes('"connected to slack"')) resolve();
    });
  });
}
