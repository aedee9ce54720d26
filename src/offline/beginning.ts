import { splitSentences } from '../core/sentences.ts';

/** About 35,000 words. What is longer (a transcript, a book) is read from its beginning, and the draft says how far. */
const maxChars = 200_000;

/** The beginning of a text that the offline reader reads: whole sentences, numbered as in the whole text. */
export function takeBeginning(text: string): { text: string; read?: { sentences: number; of: number } } {
  if (text.length <= maxChars) return { text };
  const sentences = splitSentences(text);
  const fitting = sentences.filter(({ end }) => end <= maxChars);
  return { text: text.slice(0, fitting.at(-1)?.end ?? 0), read: { sentences: fitting.length, of: sentences.length } };
}
