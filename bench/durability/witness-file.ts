import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the programs of a bench write down what they saw of the model's answers (witness.ts). */
export type Witness = {
  path: string;
  /** Tells of a call, by its number, whether a program had read its answer to the last byte by now. */
  readCalls(): (call: number) => boolean;
  remove(): void;
};

/** Opens a file that outlives the programs. */
export function openWitness(): Witness {
  const folder = mkdtempSync(join(tmpdir(), 'byline-witness-'));
  const path = join(folder, 'seen');
  return {
    path,
    readCalls() {
      const lines = readFileSync(path, { encoding: 'utf8', flag: 'a+' }).split('\n');
      const read = new Set(lines.flatMap((line) => (line.startsWith('read ') ? [Number(line.split(' ')[1])] : [])));
      return (call) => read.has(call);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
