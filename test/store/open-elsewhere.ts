import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '../bare-environment.ts';
import { closeWithTest } from './stores.ts';

const child = fileURLToPath(import.meta.resolve('./open-child.ts'));

/** Opens a file in another process, that ends with the test; gives `open`, or the refusal's code and sentence. */
export async function openElsewhere(path: string, uid?: number): Promise<string> {
  const as = uid === undefined ? {} : { uid, gid: uid };
  const opened = spawn(process.execPath, [child, path], {
    env: bareEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
    ...as,
  });
  closeWithTest(async () => {
    opened.stdin.end();
    if (opened.exitCode === null) await once(opened, 'exit');
  });
  for await (const line of createInterface(opened.stdout)) return line;
  return '';
}
