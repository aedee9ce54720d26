import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPlaceholders, type Prompt, type PromptName, type Prompts, promptPlaceholders } from './core/prompt.ts';

/**
 * Reads every prompt of the table from `<folder>/<name>.md`, once, at the start of the program.
 *
 * @throws Error naming the file where one is missing or empty, or its placeholders are not those of the table
 */
export function loadPrompts(folder: string): Prompts {
  return {
    brief: readPrompt(folder, 'brief'),
    part: readPrompt(folder, 'part'),
    merge: readPrompt(folder, 'merge'),
    answer: readPrompt(folder, 'answer'),
    repair: readPrompt(folder, 'repair'),
    format: readPrompt(folder, 'format'),
    translate: readPrompt(folder, 'translate'),
  };
}

function readPrompt(folder: string, name: PromptName): Prompt {
  const file = join(folder, `${name}.md`);
  const bytes = readBytes(file);
  const text = bytes.toString('utf8').trim();
  if (text === '') throw new Error(`prompt file ${file} is empty`);

  const found = findPlaceholders(text);
  const known: readonly string[] = promptPlaceholders[name];
  const unknown = found.find((placeholder) => !known.includes(placeholder));
  if (unknown !== undefined) throw new Error(`prompt file ${file} has an unknown placeholder {{${unknown}}}`);
  const absent = known.find((placeholder) => !found.includes(placeholder));
  if (absent !== undefined) throw new Error(`prompt file ${file} lacks its placeholder {{${absent}}}`);

  return { name, text, version: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`prompt file ${file} cannot be read`, { cause });
  }
}
