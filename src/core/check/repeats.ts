import type { Drop } from '../brief.ts';
import { isFunctionWord, listWords, toStem } from '../grammar/word-list.ts';

/** Keeps the first of the parts that say the same in the same words, whatever their order or their small words. */
export function dropRepeats<Part>(
  parts: Part[],
  part: Drop['part'],
  textOf: (part: Part) => string,
): { kept: Part[]; drops: Drop[] } {
  const seen = new Set<string>();
  const drops: Drop[] = [];
  const kept = parts.filter((candidate) => {
    const text = textOf(candidate);
    const content = listWords(text).filter(({ key }) => !isFunctionWord(key));
    const key = content.map((word) => toStem(word.key)).join(' ') || text;
    if (!seen.has(key)) {
      seen.add(key);
      return true;
    }
    drops.push({ part, why: 'duplicate', text });
    return false;
  });
  return { kept, drops };
}
