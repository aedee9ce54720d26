import { readText, type Written } from './message-text.ts';

const bareLink = /^(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?(?:\/\S*)?$/i;

/** Reads what was typed behind the command. A link may be written without its https://. */
export function readCommandText(text: string, botUserId: string): Written {
  const bare = text.trim();
  return readText(bareLink.test(bare) ? `https://${bare}` : text, botUserId);
}

/** A text this short is no article. */
const minWords = 20;
/** In scripts without spaces, whose texts have few words. */
const minCharacters = 120;

/** True where what was typed is neither a link nor text enough to be an article: a word misspelt, or one too many. */
export function isUnclear({ text, links }: Pick<Written, 'text' | 'links'>): boolean {
  return links.length === 0 && text.length < minCharacters && text.trim().split(/\s+/).length < minWords;
}
