import type { Article } from '../core/article.ts';
import { fillPrompt, type Prompt, type Prompts } from '../core/prompt.ts';
import { isSameLanguage } from '../core/same-language.ts';
import type { DraftOptions } from '../ports.ts';
import { nameLanguage } from './name-language.ts';

/** What a request writes in: the language's name for the prompt, and whether quotes get a translation. */
export type WriteIn = { tag: string | null; name: string; isTranslated: boolean };

/** The language asked for, or else the article's own. */
export function toWriteIn({ language }: DraftOptions, article: Article): WriteIn {
  const tag = language ?? article.language;
  return {
    tag,
    name: nameLanguage(tag),
    isTranslated: Boolean(language) && !isSameLanguage(language, article.language),
  };
}

/** A prompt for this language, with what translation needs behind it. */
export function fillFor(prompt: Prompt, fence: string, { name, isTranslated }: WriteIn, prompts: Prompts): string {
  const text = fillPrompt(prompt, { fence, language: name });
  return isTranslated ? `${text}\n\n${fillPrompt(prompts.translate, {})}` : text;
}
