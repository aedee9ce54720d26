import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Resolves when the program's log says that it is connected; what it says later is read and let go, so that it never waits. */
export async function connected(log: Readable): Promise<void> {
  const lines = createInterface({ input: log });
  for (;;) {
    const [line] = (await once(lines, 'line')) as [string];
    if (line.includes('"connected to slack"')) return;
  }
}
