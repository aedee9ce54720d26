/** The prompts there are, and the placeholders each must hold. A prompt file that differs from its row stops the boot. */
export const promptPlaceholders = {
  brief: ['fence', 'language'],
  part: ['part', 'parts', 'first', 'last'],
  merge: ['fence', 'language'],
  answer: ['fence', 'language'],
  repair: ['problems'],
  format: ['schema'],
  translate: [],
} as const;

export type PromptName = keyof typeof promptPlaceholders;

/** `version`: first 8 hex digits of the file's SHA-256, stored with every brief made by it. */
export type Prompt = { name: string; text: string; version: string };

export type Prompts = Record<PromptName, Prompt>;

const placeholder = /\{\{([^{}]*)\}\}/g;

/** The names between double braces in a prompt's text, each once, in order of appearance. */
export function findPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/**
 * Gives the prompt's text with every `{{name}}` replaced by its value. Nothing cleverer: filled values are never
 * expanded again, so an article that holds `{{fence}}` stays as it is.
 *
 * @throws Error where a placeholder has no value or a value has no placeholder
 */
export function fillPrompt(prompt: Prompt, values: Record<string, string>): string {
  const names = findPlaceholders(prompt.text);
  const given = new Map(Object.entries(values));
  for (const name of names) if (!given.has(name)) throw new Error(`prompt ${prompt.name}: no value for {{${name}}}`);
  for (const name of given.keys())
    if (!names.includes(name)) throw new Error(`prompt ${prompt.name}: no placeholder {{${name}}}`);
  return prompt.text.replace(placeholder, (_, name: string) => given.get(name) ?? '');
}
