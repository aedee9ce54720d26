import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Files share their processes, so that each room is loaded once and not for every file: a third of the time.
    isolate: false,
    // Tests that start programs wait more than they work: no core is left out for ourselves.
    maxWorkers: '100%',
    // What the tests start is the program itself, again and again: it finds its code compiled.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
