// How much memory a process takes that reads pages as the bot does: bytes decoded in the main thread, taken apart in the reading
// thread. It runs beside the benchmark, so that neither answer keys nor scoring are counted.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createReadingThread } from '../src/web/reading-thread.ts';

type Task = { bytes: Uint8Array; url: string };

/** Reads pages in a process of its own, one after the other. */
export type MemoryProbe = {
  /** @returns the most memory the process has held so far, in MB (resident, 2^20 bytes), its start and modules included */
  read: (html: string, url: string) => Promise<number>;
  end: () => void;
};

export function startMemoryProbe(): MemoryProbe {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [], { serialization: 'advanced' });
  return {
    read: (html, url) =>
      new Promise((resolve, reject) => {
        child.once('message', (peakMb: number) => {
          child.off('exit', reject);
          resolve(peakMb);
        });
        child.once('exit', reject);
        const task: Task = { bytes: Buffer.from(html), url };
        child.send(task);
      }),
    end: () => child.disconnect(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { extractArticle } = createReadingThread();
  process.on('message', ({ bytes, url }: Task) => {
    const read = extractArticle(new TextDecoder().decode(bytes), url, AbortSignal.timeout(60_000));
    void Promise.resolve(read).then(() => process.send?.(Math.round(process.resourceUsage().maxRSS / 1024)));
  });
}
