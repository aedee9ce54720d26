import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const module = join(import.meta.dirname, '../src/log.ts');

function linesOf(code: string): string {
  const script = `import { createLog } from ${JSON.stringify(module)};\nconst log = createLog('info');\n${code}`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout;
}

describe('log', () => {
  it('keeps the kind, the code and the place of an error, never its message', () => {
    const out = linesOf(
      "const cause = Object.assign(new TypeError('canary-7731'), { code: 'ECONNRESET' }); log.warn({ err: new Error('canary-7731 in an article', { cause }) }, 'page not read');",
    );
    expect(out).not.toContain('canary');
    expect(JSON.parse(out)).toMatchObject({
      msg: 'page not read',
      err: { type: 'Error', cause: { type: 'TypeError', code: 'ECONNRESET' } },
    });
    expect(JSON.parse(out).err.at[0]).toMatch(/^at /);
  });

  it('keeps nothing of a message whose lines look like places, of a code that is none, of a name that is none', () => {
    const out = linesOf(
      "const lines = 'x\\n    at canary (file:///canary:1:2)\\n    at canary in the mine';" +
        "const e = Object.assign(new Error(lines), { code: 'the canary was seen', status: 'canary' }); e.name = 'the canary';" +
        "log.warn({ err: e }, 'odd'); e.message = 'another'; log.warn({ err: e }, 'odd');",
    );
    expect(out.split('\n')).toHaveLength(3);
    expect(out).not.toMatch(/in the mine|the canary|"canary"/);
    const { err } = JSON.parse(out.split('\n')[0] ?? '');
    expect(JSON.stringify(err)).not.toContain('canary');
    expect(err.at[0]).toMatch(/^at /);
  });

  it('an error that is its own cause ends', () => {
    expect(linesOf("const e = new Error('x'); e.cause = e; log.error({ err: e }, 'odd');")).toContain('"odd"');
  });
});
