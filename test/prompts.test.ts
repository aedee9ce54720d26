import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPrompts } from '../src/prompts.ts';

const shipped = resolve(import.meta.dirname, '../prompts');

describe('loadPrompts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prompts-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads every shipped prompt', () => {
    const prompts = loadPrompts(shipped);
    for (const prompt of Object.values(prompts)) expect(prompt.text.length).toBeGreaterThan(100);
  });

  it("versions a prompt by the first 8 hex digits of its file's SHA-256", () => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, 'brief.md')))
      .digest('hex');
    expect(loadPrompts(folder).brief.version).toBe(hash.slice(0, 8));
    writeFileSync(join(folder, 'brief.md'), `${readFileSync(join(folder, 'brief.md'), 'utf8')} More.`);
    expect(loadPrompts(folder).brief.version).not.toBe(hash.slice(0, 8));
  });

  it('fails on a missing file, by its name', () => {
    rmSync(join(folder, 'repair.md'));
    expect(() => loadPrompts(folder)).toThrow(/repair\.md cannot be read/);
  });

  it('fails on an empty file', () => {
    writeFileSync(join(folder, 'answer.md'), ' \n');
    expect(() => loadPrompts(folder)).toThrow(/answer\.md is empty/);
  });

  it('fails on a placeholder that nobody fills', () => {
    writeFileSync(join(folder, 'repair.md'), '{{problems}} {{article}}');
    expect(() => loadPrompts(folder)).toThrow(/repair\.md has an unknown placeholder \{\{article\}\}/);
  });

  it('fails where a prompt lost its placeholder', () => {
    writeFileSync(join(folder, 'brief.md'), 'Write in {{language}}.');
    expect(() => loadPrompts(folder)).toThrow(/brief\.md lacks its placeholder \{\{fence\}\}/);
  });
});
