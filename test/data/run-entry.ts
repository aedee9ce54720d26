import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { bareEnvironment } from '../bare-environment.ts';

const root = resolve(import.meta.dirname, '../..');

export type Ended = { code: number; out: string; err: string };

/** Runs an entry of the program to its end, in an environment that holds nothing else. */
export function runEntry(
  entry: 'main' | 'data',
  args: string[],
  environment: Record<string, string>,
  cwd: string,
): Promise<Ended> {
  const env = { ...bareEnvironment(), LOG_LEVEL: 'silent', ...environment };
  return new Promise((settle) => {
    const child = execFile(process.execPath, [`${root}/src/${entry}.ts`, ...args], { env, cwd }, (error, out, err) => {
      settle({ code: typeof error?.code === 'number' ? error.code : child.exitCode === 0 ? 0 : -1, out, err });
    });
  });
}
